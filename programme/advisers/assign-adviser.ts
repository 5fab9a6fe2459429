/** Assigns an adviser to a company; both are notified. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import type { Bilingual } from '../messages/bilingual.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { adviserAssigned, adviserPresented } from './notifications.js';
import { readPair } from './queries.js';
import { refuseAdviser } from './refuse-adviser.js';
import { tell } from './tell.js';

interface AssignAdviser {
  readonly adviserId: string;
  readonly companyId: string;
  readonly reason: string;
  readonly by: Pick<ActingMember, 'programmeId' | 'personId'>;
  readonly now: Date;
}

export interface Assigned {
  readonly adviser: Bilingual;
  readonly company: Bilingual;
}

/** Whom it would concern, or why it cannot be. */
export async function findAssignable(
  transaction: Transaction,
  programmeId: string,
  pair: Pick<AssignAdviser, 'adviserId' | 'companyId'>,
): Promise<Assigned | Refusal> {
  const { adviser, company } = await readPair(transaction, programmeId, pair);
  if (adviser === null) return refuseAdviser('not_an_adviser', {}, { field: 'adviser' });
  return company === null ? refuse('not_found', {}, { field: 'company' }) : { adviser, company };
}

/** A pair that is assigned already violates the constraint `assignment_current`. */
export async function assignAdviser(
  transaction: Transaction,
  { adviserId, companyId, reason, by: { programmeId, personId }, now }: AssignAdviser,
): Promise<Assigned | Refusal> {
  const found = await findAssignable(transaction, programmeId, { adviserId, companyId });
  if ('refused' in found) return found;
  const assignment = await transaction.assignment.create({
    data: { programmeId, adviserId, companyId, since: now, setById: personId, reason },
  });
  await tell(transaction, {
    assignments: [assignment],
    kinds: { adviser: adviserAssigned, participants: adviserPresented },
    ...{ byId: personId, linkedOnly: false, now },
  });
  return found;
}
