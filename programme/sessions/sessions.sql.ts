/** The raw SQL on sessions: locks, and which version people know. */
import { z } from 'zod';
import {
  AttendanceSource,
  Audience,
  Method,
  Mode,
  Prisma,
  RegistrationState,
  type Session,
  SessionKind,
  SessionState,
  type Transaction,
} from '../../prisma/client.js';
import { sessionDetailsSchema } from './details.js';
import { snapshotSchema } from './snapshot.js';

/** Columns that keep an earlier name than their field. */
const keptNames: Readonly<Record<string, string>> = { onlineCapacity: 'line_capacity' };

/** The columns of a session by the names that Prisma gives them, for the one query that locks and reads it. */
export const sessionColumns = Prisma.raw(
  Object.values(Prisma.SessionScalarFieldEnum)
    .map((field) => `${keptNames[field] ?? snakeCase(field)} AS "${field}"`)
    .join(', '),
);

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A row of `sessionColumns`. */
export const sessionRow = z.object({
  id: z.string(),
  programmeId: z.string(),
  code: z.string(),
  kind: z.enum(SessionKind),
  titleJa: z.string(),
  titleEn: z.string(),
  audience: z.enum(Audience),
  startsAt: z.date(),
  endsAt: z.date(),
  timeZone: z.string(),
  method: z.enum(Method),
  venueJa: z.string(),
  venueEn: z.string(),
  link: z.string(),
  roomCapacity: z.number().nullable(),
  onlineCapacity: z.number().nullable(),
  deadline: z.date(),
  details: sessionDetailsSchema,
  state: z.enum(SessionState),
  calledOffWhy: z.string(),
  version: z.number(),
  checkInCode: z.string(),
  createdAt: z.date(),
}) satisfies z.ZodType<Session>;

/** A session that is locked until the transaction ends: everything that seats people goes through here. Throws where there is none. */
export async function lockSession(transaction: Transaction, id: string): Promise<Session> {
  const [row] = await transaction.$queryRaw<unknown[]>`SELECT ${sessionColumns} FROM lock_session(${id}::uuid)`;
  if (row === undefined) throw new Error(`there is no session ${id}`);
  return sessionRow.parse(row);
}

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

const answer = z.object({
  state: z.enum(RegistrationState),
  mode: z.enum(Mode).nullable(),
  waitingFor: z.enum(Mode).nullable(),
});
const attendance = z.object({ came: z.enum(['onsite', 'online', 'absent']), source: z.enum(AttendanceSource) });
const name = z.object({ ja: z.string(), en: z.string() });
const happened = z.object({ at: z.date(), total: z.number(), by: name.nullable() });

/** Something that happened to a session, with who did it; null where nobody did, and of a session where a file was imported. */
const historyRow = z.discriminatedUnion('kind', [
  happened.extend({ kind: z.literal('session'), before: snapshotSchema.nullable(), after: snapshotSchema }),
  happened.extend({
    kind: z.literal('registration'),
    person: name,
    before: answer.nullable(),
    after: answer,
    /** In whose place they come. */
    substituteFor: name.nullable(),
  }),
  happened.extend({ kind: z.literal('attendance'), person: name, after: attendance }),
]);

export type HistoryRow = z.infer<typeof historyRow>;

/** The changes of a session, of its registrations and of who came, the last one first, each with how many there are in all. */
export async function readHistory(
  transaction: Transaction,
  sessionId: string,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<readonly HistoryRow[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH happened AS (
      SELECT 'session' AS kind, v.created_at AS at, 1 AS rank, v.version AS number, v.changed_by AS by_id,
        NULL::uuid AS person_id, NULL::uuid AS substitute_for_id, e.snapshot AS before, v.snapshot AS after
      FROM session_version v LEFT JOIN session_version e ON e.session_id = v.session_id AND e.version = v.version - 1
      WHERE v.session_id = ${sessionId}::uuid
      UNION ALL
      SELECT 'registration', at, 2, number, by_id, person_id, substitute_for_id,
        CASE WHEN was_state IS NOT NULL THEN
          jsonb_build_object('state', was_state, 'mode', was_mode, 'waitingFor', was_waiting_for) END,
        jsonb_build_object('state', state, 'mode', mode, 'waitingFor', waiting_for)
      FROM registration_change WHERE session_id = ${sessionId}::uuid
      UNION ALL
      SELECT 'attendance', recorded_at, 3, number, recorded_by_id, person_id, NULL, NULL,
        jsonb_build_object('came', coalesce(mode::text, 'absent'), 'source', source)
      FROM attendance WHERE session_id = ${sessionId}::uuid)
    SELECT kind, at, before, after, count(*) OVER ()::int AS total,
      (SELECT jsonb_build_object('ja', name_ja, 'en', name_en) FROM person WHERE id = by_id) AS by,
      (SELECT jsonb_build_object('ja', name_ja, 'en', name_en) FROM person WHERE id = person_id) AS person,
      (SELECT jsonb_build_object('ja', name_ja, 'en', name_en) FROM person WHERE id = substitute_for_id) AS "substituteFor"
    FROM happened ORDER BY at DESC, rank DESC, number DESC OFFSET ${from} LIMIT ${size}`;
  return z.array(historyRow).parse(rows);
}
