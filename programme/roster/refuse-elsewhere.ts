/** Refuses changes to people who have roles in programmes that the person who acts is not in charge of. */
import type { Transaction } from '../../prisma/client.js';
import { readName } from '../members/queries.js';
import type { ActingPerson } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { refuseRoster } from './refuse-roster.js';

/** What is given to a person opens all of their roles, so that who gives it must be in charge of all of them. */
export async function refuseElsewhere(
  transaction: Transaction,
  personIds: readonly string[],
  { memberships }: Pick<ActingPerson, 'memberships'>,
): Promise<Refusal | null> {
  const inCharge = memberships.filter(({ role }) => role === 'secretariat').map(({ programmeId }) => programmeId);
  const elsewhere = await transaction.membership.findFirst({
    where: { personId: { in: [...personIds] }, endedAt: null, programmeId: { notIn: inCharge } },
    select: { personId: true },
  });
  if (elsewhere === null) return null;
  const name = await readName(transaction, elsewhere.personId);
  return name === null ? refuse('not_found', {}) : refuseRoster('belongs_elsewhere', { name: name.ja });
}
