/** Cancels a booking: the hour goes back to the company, and to those who wait for one. */
import type { Transaction } from '../../../prisma/client.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { followBooking } from '../changes/follow-booking.js';
import { settleHour } from '../entitlement/ledger.js';
import { type ForBooking, lockBooking, refuseHolder, refuseUnreasoned, withdrawHourOf } from './lock-booking.js';
import type { BookingEntry } from './queries.js';

export async function cancelConsultation(
  transaction: Transaction,
  asked: ForBooking & { readonly absenceId?: string; readonly withdrawsHour?: boolean },
): Promise<BookingEntry | Refusal> {
  const booking = await lockBooking(transaction, asked);
  if (isRefusal(booking)) return booking;
  const refused = refuseHolder(booking, asked.by) ?? refuseUnreasoned(booking, asked);
  if (refused) return refused;
  const { reason, by, now, absenceId = null } = asked;
  const { id, programmeId, company, adviser, startsAt, endsAt, slotId } = booking;
  const byId = by.personId;
  const version = booking.version + 1;
  await transaction.booking.update({ where: { id }, data: { state: 'cancelled', version } });
  if (asked.withdrawsHour) await withdrawHourOf(transaction, booking, now);
  await transaction.bookingChange.create({
    data: {
      ...{ bookingId: id, version, kind: 'cancelled', wasStartsAt: startsAt, wasAdviserId: adviser.id, startsAt },
      ...{ adviserId: adviser.id, reason, byId, at: now, absenceId },
    },
  });
  await settleHour(transaction, { companyId: company.id, bookingId: id, to: 'returned', reason, byId, now });
  await followBooking(transaction, {
    booking: {
      ...{ id, programmeId, companyId: company.id, adviserId: adviser.id, startsAt, endsAt },
      attendeeIds: booking.attendees.map((one) => one.id),
      hearerIds: booking.hearerIds,
    },
    ...{ kind: 'cancelled', version, freedSlotId: slotId, byId, now },
    ...(absenceId !== null && { absenceId }),
  });
  return booking;
}
