/** The raw SQL for planning sessions: locks, and which version people know. */
import { z } from 'zod';
import { Mode, type Session, type Transaction } from '../../prisma/client.js';

/** Locks the programme: of two people who create a session with the same code at once, the second sees the first one's. Throws where there is no such programme. */
export async function lockProgramme(
  transaction: Transaction,
  programmeId: string,
): Promise<{ readonly timeZone: string }> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT time_zone AS "timeZone" FROM programme WHERE id = ${programmeId}::uuid FOR NO KEY UPDATE`;
  return z.tuple([z.object({ timeZone: z.string() })]).parse(rows)[0];
}

/** Locks all of a programme's sessions, in the order of their identifiers, so that two transactions cannot deadlock. */
export async function lockSessionsOf(transaction: Transaction, programmeId: string): Promise<void> {
  await transaction.$executeRaw`
    SELECT id FROM session WHERE programme_id = ${programmeId}::uuid ORDER BY id FOR UPDATE`;
}

const unsentRow = z.object({ personId: z.string(), from: z.number(), held: z.enum(Mode).nullable() });

/** What people knew before the changes that they are still to be notified of. */
export interface LastHeard {
  readonly version: number;
  /** The mode in which they held a place then; null: none. */
  readonly held: Mode | null;
}

/** By person; only those to whom a notice of a change is still to be sent. */
export async function heardBeforeUnsent(
  transaction: Transaction,
  sessionId: string,
): Promise<ReadonlyMap<string, LastHeard>> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT DISTINCT ON (person_id) person_id AS "personId", (data->>'from')::int AS "from", nullif(data->>'held', 'none') AS held
    FROM notification
    WHERE subject_id = ${sessionId}::uuid AND kind = 'session.changed' AND state IN ('pending', 'queued', 'sending')
    ORDER BY person_id, (data->>'from')::int`;
  return new Map(
    z
      .array(unsentRow)
      .parse(rows)
      .map(({ personId, from, held }) => [personId, { version: from, held }]),
  );
}

/** The last version before the session's own that people know: of a change of what was over by then nobody was notified. */
export async function lastKnownVersion(
  transaction: Transaction,
  { id, version }: Pick<Session, 'id' | 'version'>,
): Promise<number> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT coalesce(max(version) FILTER (WHERE (snapshot->>'endsAt')::timestamptz > created_at), min(version)) AS version
    FROM session_version WHERE session_id = ${id}::uuid AND version < ${version}`;
  return z.tuple([z.object({ version: z.number().nullable() })]).parse(rows)[0].version ?? version - 1;
}
