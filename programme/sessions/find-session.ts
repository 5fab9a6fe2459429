/** Reads the session that an input names, and locks one. */
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
import type { Value } from '../messages/message.js';
import type { PersonContext } from '../requests/context.js';
import { isId } from '../requests/identifiers.js';
import { sessionDetailsSchema } from './details.js';

/** The session that the guard has identified; null where none is named yet. */
export async function findSession({ transaction }: PersonContext, named: Value): Promise<Session | null> {
  return isId(named) ? await transaction.session.findUnique({ where: { id: named } }) : null;
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
