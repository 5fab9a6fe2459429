/** Finds the session that an input names, as far as the person may know of it. */
import type { Session, Transaction } from '../../prisma/client.js';
import { isId } from '../members/person-subject.js';
import type { Value, Values } from '../messages/message.js';
import type { SubjectFor } from '../requests/action.js';
import type { PersonContext } from '../requests/context.js';
import { readSubjects } from './sessions.sql.js';

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
  const rows = await readSubjects(transaction, byCode ? { code: named.normalize('NFKC').trim() } : { id }, personId);
  return ({ chosenProgrammeId, memberships }) => {
    // Other programmes may use the same code, of which this person knows nothing.
    const mine = byCode ? rows.filter((row) => memberships.some((m) => m.programmeId === row.programmeId)) : rows;
    const found = mine.find(({ programmeId }) => programmeId === chosenProgrammeId) ?? mine[0];
    if (found === undefined || (personId !== null && !found.isMember)) return null;
    const { programmeId, companyId } = found;
    return { programmeId, companyId, identified: { session: found.id } };
  };
}

function programmesOf({ person }: PersonContext): string[] {
  return person.memberships.map(({ programmeId }) => programmeId);
}
