/** Ends what a person is in a programme; their places go to those who wait. */
import type { Transaction } from '../../prisma/client.js';
import { endAssignmentsOf } from '../advisers/assignments.js';
import { followFeedbackOf } from '../feedback/follow-feedback.js';
import type { ActingMember } from '../members/acting-member.js';
import { readName } from '../members/queries.js';
import { recordChange } from '../members/record-change.js';
import type { Bilingual } from '../messages/bilingual.js';
import { releaseSeats } from '../registrations/registrations.js';
import { followPeople } from '../reminders/plan-reminders.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { refuseRoster } from './refuse-roster.js';

interface EndMembership {
  readonly personId: string;
  readonly by: Pick<ActingMember, 'programmeId' | 'personId'>;
  readonly now: Date;
}

/** The name of the person, whose records stay. */
export async function endMembership(
  transaction: Transaction,
  { personId, by: { programmeId, personId: byId }, now }: EndMembership,
): Promise<Bilingual | Refusal> {
  // Nobody would be left to let them in again.
  if (personId === byId) return refuseRoster('not_yourself', {}, { field: 'person' });
  const { count } = await transaction.membership.updateMany({
    where: { programmeId, personId, endedAt: null },
    data: { endedAt: now },
  });
  const name = await readName(transaction, personId);
  if (count === 0 || name === null) return refuse('not_found', {}, { field: 'person' });
  await transaction.invitation.updateMany({
    where: { personId, programmeId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  await endAssignmentsOf(transaction, { programmeId, adviserId: personId, byId, now });
  await releaseSeats(transaction, { programmeId, personIds: [personId], now });
  await followPeople(transaction, { programmeId, subjectId: null, personIds: [personId], now });
  await followFeedbackOf(transaction, { programmeId, personIds: [personId], now });
  await recordChange(transaction, { programmeId, personId, kind: 'ended', byId, at: now });
  return name;
}
