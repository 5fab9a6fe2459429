/** The raw SQL on what an account was shown last: written without a wait, read by who was shown it, swept after a day. */
import { z } from 'zod';
import { executePipelined, inTransaction, Prisma, type PrismaClient, type Transaction } from '../../prisma/client.js';
import type { LastShown } from './last-shown.js';

/** A conversation does not go on for longer. */
const KEPT_MILLISECONDS = 86_400_000;

/** Rows deleted in one statement, so that none holds its locks for long. */
const FORGET_BATCH = 1_000;

const thing = z.record(z.string(), z.string());
const shownRow = z.object({ about: thing, lists: z.array(z.array(thing)), proposes: z.boolean(), codes: thing });

interface ShownTo {
  readonly accountId: string;
  readonly personId: string;
}

/**
 * Puts it in the place of what was shown before, without waiting for it; nothing where the account became another person's on the way.
 * `lasting`: the transaction writes more, whose commit is waited for on the disk.
 */
export async function writeLastShown(
  transaction: Transaction,
  { accountId, personId }: ShownTo,
  { about, lists, proposes, action, now, lasting }: LastShown & { action: string; now: Date; lasting: boolean },
): Promise<void> {
  const commit = lasting ? 'on' : 'off';
  await executePipelined(
    transaction,
    Prisma.sql`
    WITH fast AS (SELECT CASE WHEN ${commit} = 'off' THEN set_config('synchronous_commit', 'off', true) END)
    INSERT INTO last_shown (account_id, person_id, action, about, lists, proposes, shown_at)
    SELECT ${accountId}::uuid, ${personId}::uuid, ${action}, ${JSON.stringify(about)}::jsonb, ${JSON.stringify(lists)}::jsonb,
      ${proposes}, ${now}::timestamptz FROM fast
    WHERE viewer_person() = ${personId}::uuid
    ON CONFLICT (account_id, person_id) DO UPDATE
    SET action = excluded.action, about = excluded.about, lists = excluded.lists, proposes = excluded.proposes,
      shown_at = excluded.shown_at`,
  );
}

/** Sessions by their codes, as sentences hold them; null where nothing was shown for a day. */
export async function readLastShown(
  database: PrismaClient,
  { accountId, personId }: ShownTo,
  now: Date,
): Promise<LastShown | null> {
  const after = new Date(now.getTime() - KEPT_MILLISECONDS);
  const read = async (transaction: Transaction) =>
    await transaction.$queryRaw<unknown[]>`
    WITH shown AS (
      SELECT about, lists, proposes FROM last_shown
      WHERE account_id = ${accountId}::uuid AND person_id = ${personId}::uuid AND shown_at > ${after}::timestamptz)
    SELECT about, lists, proposes, coalesce((
      SELECT jsonb_object_agg(s.id, s.code) FROM session s
      WHERE s.id::text = shown.about ->> 'session'
        OR s.id::text IN (SELECT jsonb_path_query(shown.lists, '$[*][*].session') #>> '{}')), '{}') AS codes
    FROM shown`;
  const rows = await inTransaction(database, read, { viewer: { kind: 'person', personId } });
  const [row] = z.array(shownRow).parse(rows);
  if (row === undefined) return null;
  const named = (one: Readonly<Record<string, string>>) => {
    const code = one.session === undefined ? undefined : row.codes[one.session];
    return code === undefined ? one : { ...one, session: code };
  };
  return { about: named(row.about), lists: row.lists.map((list) => list.map(named)), proposes: row.proposes };
}

/** Deletes what was shown more than a day before this instant. */
export async function forgetLastShown(database: PrismaClient, now: Date): Promise<void> {
  const before = new Date(now.getTime() - KEPT_MILLISECONDS);
  const forget = async (transaction: Transaction) =>
    await transaction.$executeRaw`
    DELETE FROM last_shown WHERE (account_id, person_id) IN (
      SELECT account_id, person_id FROM last_shown WHERE shown_at <= ${before}::timestamptz
      ORDER BY shown_at LIMIT ${FORGET_BATCH})`;
  for (;;) {
    const batch = await inTransaction(database, forget, { viewer: { kind: 'housekeeping' } });
    if (batch < FORGET_BATCH) return;
  }
}
