/** Gives a booking to another adviser at the same hour: its company keeps the hour, the one before offers it no more. */
import type { Transaction } from '../../../prisma/client.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { type ForBooking, lockBooking } from '../bookings/lock-booking.js';
import type { BookingEntry } from '../bookings/queries.js';
import { followBooking } from '../changes/follow-booking.js';
import { readFreeColleagues } from './handovers.sql.js';
import { refuseHandover } from './refuse-handover.js';

interface TakeOver extends ForBooking {
  readonly adviserId: string;
  readonly absenceId?: string;
}

/** Returns the booking as it was. A race that the checks cannot see violates `booking_adviser_free`. */
export async function takeOver(transaction: Transaction, asked: TakeOver): Promise<BookingEntry | Refusal> {
  const { adviserId, by, reason, now, absenceId } = asked;
  const booking = await lockBooking(transaction, asked, { adviserIds: [adviserId] });
  if (isRefusal(booking)) return booking;
  const free = await readFreeColleagues(transaction, booking.id);
  if (!free.some(({ id }) => id === adviserId)) return refuseHandover('not_free', booking, { field: 'adviser' });
  const { id, programmeId, startsAt, endsAt } = booking;
  const version = booking.version + 1;
  // An adviser who hands an hour over cannot hold it for somebody else.
  if (booking.slotId !== null) {
    await transaction.consultationSlot.update({
      where: { id: booking.slotId },
      data: { state: 'withdrawn', withdrawnAt: now },
    });
  }
  const own = await transaction.consultationSlot.findFirst({
    where: { programmeId, adviserId, startsAt, endsAt, state: 'open' },
  });
  await transaction.booking.update({
    where: { id },
    data: { adviserId, slotId: own?.id ?? null, version, ...(await whereToMeet(transaction, booking, adviserId)) },
  });
  await transaction.bookingChange.create({
    data: {
      ...{ bookingId: id, version, kind: 'taken_over', wasStartsAt: startsAt, wasAdviserId: booking.adviser.id },
      ...{ startsAt, adviserId, reason, byId: by.personId, at: now, absenceId: absenceId ?? null },
    },
  });
  await followBooking(transaction, {
    booking: {
      ...{ id, programmeId, companyId: booking.company.id, adviserId, startsAt, endsAt },
      attendeeIds: booking.attendees.map((one) => one.id),
      hearerIds: booking.hearerIds,
    },
    ...{ kind: 'moved', version, freedSlotId: null, byId: by.personId, now },
    formerIds: [booking.adviser.id],
    ...(absenceId !== undefined && { absenceId }),
  });
  return booking;
}

/** Online where the new adviser usually meets people; the place in person stays, since the company goes there. */
async function whereToMeet(
  transaction: Transaction,
  { programmeId, mode }: BookingEntry,
  adviserId: string,
): Promise<{ readonly link?: string }> {
  if (mode !== 'online') return {};
  const offer = await transaction.consultationOffer.findFirst({
    where: { programmeId, adviserId, link: { not: '' } },
    orderBy: { createdAt: 'desc' },
  });
  return offer === null ? {} : { link: offer.link };
}
