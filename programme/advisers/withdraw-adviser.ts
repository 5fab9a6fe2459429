/** Withdraws an adviser from a company: from that moment its people are out of the adviser's sight. Both are notified. */
import type { Transaction } from '../../prisma/client.js';
import { withdrawRequestsTo } from '../consultations/handovers/withdraw-requests.js';
import type { ActingMember } from '../members/acting-member.js';
import { followAdviser } from '../questions/follow-adviser.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { adviserLeft, adviserWithdrawn } from './notifications.js';
import { type AssignmentEntry, readAssignment } from './queries.js';
import { refuseAdviser } from './refuse-adviser.js';
import { tell } from './tell.js';

interface WithdrawAdviser {
  readonly assignmentId: string;
  readonly reason: string;
  readonly by: Pick<ActingMember, 'programmeId' | 'personId'>;
  readonly now: Date;
}

export async function withdrawAdviser(
  transaction: Transaction,
  { assignmentId, reason, by: { programmeId, personId }, now }: WithdrawAdviser,
): Promise<AssignmentEntry | Refusal> {
  const found = await readAssignment(transaction, assignmentId);
  if (found === null || found.programmeId !== programmeId) return refuse('not_found', {}, { field: 'assignment' });
  // The second of two waits for the row, and then finds it ended.
  const { count } = await transaction.assignment.updateMany({
    where: { id: assignmentId, endedAt: null },
    data: { endedAt: now, endedById: personId, endedReason: reason },
  });
  const names = { adviser: found.adviser.name, company: found.company.name };
  if (count === 0) return refuseAdviser('already_withdrawn', names, { field: 'assignment' });
  const pair = { adviserId: found.adviser.id, companyId: found.company.id };
  await withdrawRequestsTo(transaction, { programmeId, advisers: [pair], byId: personId, now });
  await followAdviser(transaction, { programmeId, advisers: [pair], now });
  await tell(transaction, {
    assignments: [{ id: assignmentId, programmeId, ...pair }],
    kinds: { adviser: adviserWithdrawn, participants: adviserLeft },
    ...{ byId: personId, linkedOnly: false, now },
  });
  return found;
}
