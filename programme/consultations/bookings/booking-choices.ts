/** Consultations as the choices of a form: the hour, and with whom. */
import type { Choice } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { toldOf } from './booking-words.js';
import type { BookingEntry } from './queries.js';

/** As many as a form offers. */
export const MOST_BOOKINGS = 50;

/** With whom: for a company its adviser, for the others the company. */
export function bookingChoices(context: Context, bookings: readonly BookingEntry[]): readonly Choice[] {
  return bookings.map((booking) => {
    const { hour, adviser, company } = toldOf(context, booking);
    return { value: booking.id, label: `${hour} ${company ?? adviser}` };
  });
}
