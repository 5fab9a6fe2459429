/** Finds what a person named in an input belongs to, as far as the one who asks may know of them. */
import type { Subject } from '../action.js';
import type { PersonContext, Role } from '../context.js';
import type { Value } from '../message.js';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** Whether a value that came from outside can be an identifier of ours; anything else would fail in the database. */
export function isId(value: Value): value is string {
  return typeof value === 'string' && uuid.test(value);
}

/** The person's membership in a programme in which the one who asks has one of these roles; 'own' where nobody is named yet. */
export async function subjectOfPerson(
  context: PersonContext,
  personId: Value,
  roles: readonly Role[],
): Promise<Subject | 'own' | null> {
  if (personId === undefined || personId === null || personId === '') return 'own';
  if (!isId(personId)) return null;
  const programmes = context.person.memberships.filter(({ role }) => roles.includes(role)).map((m) => m.programmeId);
  const found = await context.transaction.membership.findFirst({
    where: { personId, programmeId: { in: programmes }, endedAt: null },
    orderBy: { role: 'asc' },
    select: { programmeId: true, companyId: true },
  });
  return found;
}
