/** The brief of a booking as it is to be planned, with the booking's other notifications. */
import type { Transaction } from '../../../prisma/client.js';
import type { Planned } from '../../notifications/plan.js';
import { briefDueAt } from './brief-time.js';
import { readBriefTerms } from './briefs.sql.js';
import { consultationBrief } from './notifications.js';

interface BriefedBooking {
  readonly id: string;
  readonly programmeId: string;
  readonly adviserId: string;
  readonly startsAt: Date;
}

/** None where its time is over already: the notice of the booking says all. */
export async function plannedBrief(
  transaction: Transaction,
  { id: subjectId, programmeId, adviserId: personId, startsAt }: BriefedBooking,
  now: Date,
): Promise<readonly Planned[]> {
  const { timeZone, closures } = await readBriefTerms(transaction, programmeId, personId);
  const dueAt = briefDueAt(startsAt, timeZone, { closures });
  if (dueAt <= now) return [];
  // By the hour and the adviser, so that another change leaves it, and one that was sent comes anew for another hour.
  const key = `${consultationBrief.key}:${subjectId}:${startsAt.getTime()}:${personId}`;
  const data = { startsAt: startsAt.getTime() };
  return [{ ...{ key, kind: consultationBrief, programmeId, personId, subjectId }, data, dueAt }];
}
