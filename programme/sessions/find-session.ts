/** Finds the session that an input names, as far as the person may know of it. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { Subject } from '../action.js';
import type { PersonContext } from '../context.js';
import { isId } from '../members/person-subject.js';
import type { Value, Values } from '../message.js';

/** By identifier, or by its code in one of the person's programmes, the chosen one first. */
export async function findSession(context: PersonContext, named: Value): Promise<Session | null> {
  if (typeof named !== 'string') return null;
  const id: Value = named;
  if (isId(id)) return await context.transaction.session.findUnique({ where: { id } });
  const code = named.normalize('NFKC').trim();
  const programmes = context.person.memberships.map(({ programmeId }) => programmeId);
  const found = await context.transaction.session.findMany({
    where: { programmeId: { in: programmes }, code: { equals: code, mode: 'insensitive' } },
  });
  return found.find(({ programmeId }) => programmeId === context.person.chosenProgrammeId) ?? found[0] ?? null;
}

/**
 * What an input of a session's action touches: the session's programme and, where a person is named, that person's company
 * in it. Finds both in one query, since every registration passes here.
 */
export async function subjectOfSession(context: PersonContext, given: Values): Promise<Subject | 'own' | null> {
  const { session: named, person } = given;
  if (named === undefined || named === null || named === '') return 'own';
  const id = isId(named) ? named : (await findSession(context, named))?.id;
  if (id === undefined) return null;
  if (person === undefined || person === null || person === '') {
    const rows = await context.transaction.$queryRaw<{ programmeId: string }[]>`
      SELECT programme_id AS "programmeId" FROM session WHERE id = ${id}::uuid`;
    return rows[0] ? { programmeId: rows[0].programmeId, companyId: null } : null;
  }
  if (!isId(person)) return null;
  const rows = await context.transaction.$queryRaw<Subject[]>`
    SELECT s.programme_id AS "programmeId", m.company_id AS "companyId"
    FROM session s JOIN membership m ON m.programme_id = s.programme_id AND m.person_id = ${person}::uuid AND m.ended_at IS NULL
    WHERE s.id = ${id}::uuid ORDER BY m.role LIMIT 1`;
  return rows[0] ?? null;
}

/** For inputs that name several people: all of them must be members; staff only. */
export async function programmeOfSession(context: PersonContext, given: Values): Promise<Subject | 'own' | null> {
  return await subjectOfSession(context, { session: given.session });
}

/** Replaces a session's code by its identifier. */
export async function completeSession(context: PersonContext, given: Values): Promise<Values> {
  if (given.session === undefined || given.session === '' || isId(given.session)) return given;
  const session = await findSession(context, given.session);
  return session === null ? given : { ...given, session: session.id };
}

/** A session that is locked until the transaction ends: everything that seats people goes through here. */
export async function lockSession(transaction: Transaction, id: string): Promise<Session> {
  await transaction.$executeRaw`SELECT id FROM lock_session(${id}::uuid)`;
  return await transaction.session.findUniqueOrThrow({ where: { id } });
}
