/** Finds the session that an input names, as far as the person may know of it. */
import { z } from 'zod';
import {
  Audience,
  Method,
  Prisma,
  type Session,
  SessionKind,
  SessionState,
  type Transaction,
} from '../../prisma/client.js';
import { isId } from '../members/person-subject.js';
import type { Value, Values } from '../messages/message.js';
import type { PreviewState, SubjectFor } from '../requests/action.js';
import type { PersonContext } from '../requests/context.js';
import { sessionDetailsSchema } from './details.js';

/** By identifier, or by its code in one of the person's programmes, the chosen one first. */
export async function findSession(context: PersonContext, named: Value): Promise<Session | null> {
  if (typeof named !== 'string') return null;
  const id: Value = named;
  if (isId(id)) return await context.transaction.session.findUnique({ where: { id } });
  const code = named.normalize('NFKC').trim();
  const found = await context.transaction.session.findMany({
    where: { programmeId: { in: programmesOf(context) }, code: { equals: code, mode: 'insensitive' } },
  });
  return found.find(({ programmeId }) => programmeId === context.person.chosenProgrammeId) ?? found[0] ?? null;
}

/**
 * What an input of a session's action touches: the session's programme and, where a person is named, that person's company
 * in it. One query, since every registration passes here; the session's code is replaced by its identifier on the way.
 */
export async function subjectOfSession(transaction: Transaction, given: Values): Promise<SubjectFor> {
  const { session: named, person } = given;
  if (named === undefined || named === null || named === '') return () => 'own';
  const personId = person === undefined || person === null || person === '' ? null : person;
  if (typeof named !== 'string' || (personId !== null && !isId(personId))) return () => null;
  const id: Value = named;
  const byCode = !isId(id);
  const wanted = byCode
    ? Prisma.sql`lower(s.code) = lower(${named.normalize('NFKC').trim()})`
    : Prisma.sql`s.id = ${id}::uuid`;
  const found = await transaction.$queryRaw<unknown[]>`
    SELECT s.id, s.programme_id AS "programmeId", m.company_id AS "companyId", m.id IS NOT NULL AS "isMember"
    FROM session s LEFT JOIN membership m ON m.programme_id = s.programme_id AND m.person_id = ${personId}::uuid AND m.ended_at IS NULL
    WHERE ${wanted} ORDER BY m.role`;
  const rows = z.array(foundRow).parse(found);
  return ({ chosenProgrammeId, memberships }) => {
    // Other programmes may use the same code, of which this person knows nothing.
    const mine = byCode ? rows.filter((row) => memberships.some((m) => m.programmeId === row.programmeId)) : rows;
    const found = mine.find(({ programmeId }) => programmeId === chosenProgrammeId) ?? mine[0];
    if (found === undefined || (personId !== null && !found.isMember)) return null;
    const { programmeId, companyId } = found;
    return { programmeId, companyId, identified: { session: found.id } };
  };
}

const foundRow = z.object({
  id: z.string(),
  programmeId: z.string(),
  companyId: z.string().nullable(),
  isMember: z.boolean(),
});

function programmesOf({ person }: PersonContext): string[] {
  return person.memberships.map(({ programmeId }) => programmeId);
}

/** What a preview about a session as a whole rests on. */
export async function sessionState(context: PersonContext, named: Value): Promise<PreviewState> {
  const session = await findSession(context, named);
  return session === null ? [] : [session.version, session.state];
}

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
