/** Notes that a company wants to be told when an hour frees. */
import type { Transaction } from '../../../prisma/client.js';
import { dayAfter } from '../../calendar/business-days.js';
import type { ActingMember } from '../../members/acting-member.js';
import { instantOf } from '../../messages/dates.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { readTerms } from '../bookings/queries.js';
import { refuseBooking } from '../bookings/refuse-booking.js';
import { readAvailable } from '../entitlement/ledger.js';
import { lockWatches } from './watches.sql.js';

export interface WatchHours {
  /** Null: with any. */
  readonly adviserId: string | null;
  /** The last day, such as 2025-03-14, in the programme's zone. */
  readonly until: string;
  readonly by: ActingMember;
  readonly now: Date;
}

/** Who asks again for the same adviser keeps the place in line, until the new day. Returns the watch's identifier. */
export async function watchHours(
  transaction: Transaction,
  { adviserId, until: day, by, now }: WatchHours,
): Promise<{ readonly watchId: string } | Refusal> {
  const { programmeId, companyId, personId } = by;
  if (companyId === null) return refuse('not_found', {});
  await lockWatches(transaction, programmeId);
  const terms = await readTerms(transaction, programmeId);
  const until = instantOf(dayAfter(day), '00:00', terms.timeZone);
  if (until === null || until <= now) return refuse('field', { problem: 'in_the_past' }, { field: 'until' });
  if (((await readAvailable(transaction, companyId)) ?? 0) < 1) {
    return refuseBooking('not_entitled', { contact: terms.contact });
  }
  const same = await transaction.watch.findFirst({ where: { programmeId, companyId, adviserId, endedAt: null } });
  if (same !== null) {
    await transaction.watch.update({ where: { id: same.id }, data: { until, personId } });
    return { watchId: same.id };
  }
  const { id } = await transaction.watch.create({
    data: { programmeId, companyId, personId, adviserId, until, createdAt: now },
  });
  return { watchId: id };
}
