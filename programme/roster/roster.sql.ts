/** The raw SQL on merging people: their lock, and their attendance of which one record holds per session. */
import type { Transaction } from '../../prisma/client.js';

/** In the order of their identifiers, so that two who merge the same people at once do not wait for each other. */
export async function lockPeople(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    SELECT id FROM person WHERE id = ANY (${[...ids]}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
}

/**
 * Of two records that hold for one session the one that stays says that the person came, or is the later one; the other is
 * superseded, and stays in the history.
 */
export async function mergeAttendance(
  transaction: Transaction,
  { fromId, intoId, now }: { readonly fromId: string; readonly intoId: string; readonly now: Date },
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE attendance SET superseded_at = ${now}::timestamptz, ended = 'corrected' WHERE id IN (
      SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY session_id ORDER BY present DESC, recorded_at DESC, id) AS place
        FROM attendance WHERE person_id IN (${fromId}::uuid, ${intoId}::uuid) AND superseded_at IS NULL) ranked
      WHERE place > 1)`;
  await transaction.$executeRaw`
    UPDATE attendance SET person_id = ${intoId}::uuid WHERE person_id = ${fromId}::uuid`;
  await transaction.$executeRaw`
    UPDATE attendance SET recorded_by_id = ${intoId}::uuid WHERE recorded_by_id = ${fromId}::uuid`;
}
