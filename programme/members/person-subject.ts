/** Finds the programme and company of a person named in an input, as far as the person who asks may know of them. */
import type { Transaction } from '../../prisma/client.js';
import type { Value } from '../messages/message.js';
import type { SubjectFor } from '../requests/action.js';
import type { Role } from '../requests/context.js';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a value that came from outside can be an identifier of ours; anything else would fail in the database. */
export function isId(value: Value): value is string {
  return typeof value === 'string' && uuid.test(value);
}

/** The named person's membership in a programme in which the person who asks has one of these roles; 'own' where nobody is named yet. */
export async function subjectOfPerson(
  transaction: Transaction,
  personId: Value,
  roles: readonly Role[],
): Promise<SubjectFor> {
  if (personId === undefined || personId === null || personId === '') return () => 'own';
  if (!isId(personId)) return () => null;
  const found = await transaction.membership.findMany({
    where: { personId, endedAt: null },
    orderBy: { role: 'asc' },
    select: { programmeId: true, companyId: true },
  });
  return ({ memberships }) => {
    const programmes = memberships.filter(({ role }) => roles.includes(role)).map((m) => m.programmeId);
    return found.find(({ programmeId }) => programmes.includes(programmeId)) ?? null;
  };
}
