/** Asks a colleague to take a booking over. Nothing changes, and the company hears nothing, before the colleague agrees. */
import type { Transaction } from '../../../prisma/client.js';
import { plan } from '../../notifications/plan.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { type ForBooking, lockBooking, refuseHolder } from '../bookings/lock-booking.js';
import type { BookingEntry } from '../bookings/queries.js';
import { readFreeColleagues } from './handovers.sql.js';
import { requestAsked } from './notifications.js';
import { refuseHandover } from './refuse-handover.js';

/** A booking about which something is asked already violates the constraint `booking_request_open`. */
export async function askToTakeOver(
  transaction: Transaction,
  asked: ForBooking & { readonly adviserId: string },
): Promise<BookingEntry | Refusal> {
  const { adviserId, by, reason, now } = asked;
  const booking = await lockBooking(transaction, asked, { adviserIds: [adviserId] });
  if (isRefusal(booking)) return booking;
  const refused = refuseHolder(booking, by);
  if (refused) return refused;
  const free = await readFreeColleagues(transaction, booking.id);
  if (!free.some(({ id }) => id === adviserId)) return refuseHandover('not_free', booking, { field: 'adviser' });
  const { startsAt, endsAt, programmeId } = booking;
  const request = await transaction.bookingRequest.create({
    data: {
      ...{ bookingId: booking.id, kind: 'take_over', askedOfId: adviserId, startsAt, endsAt, reason },
      ...{ byId: by.personId, createdAt: now },
    },
  });
  const about = { programmeId, personId: adviserId, subjectId: request.id };
  await plan(transaction, now, [
    { key: `${requestAsked.key}:${request.id}`, kind: requestAsked, ...about, dueAt: now },
  ]);
  return booking;
}
