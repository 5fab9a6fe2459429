/** Bookings as choices of a form: by the hour and by whom the reader meets there. */
import { pick } from '../../messages/bilingual.js';
import type { Choice } from '../../messages/message.js';
import type { Context } from '../../requests/context.js';
import { adviserName, hourFor } from '../hour-words.js';
import type { BookingEntry } from './queries.js';

/** As many as a platform's list of choices can hold. */
export const MOST_CHOICES = 50;

/** Companies tell their consultations apart by the adviser, everyone else by the company. */
export function bookingChoices(context: Context, bookings: readonly BookingEntry[]): readonly Choice[] {
  const { language, membership } = context;
  return bookings.map((booking) => {
    const { company, adviser } = booking;
    const other =
      membership.role === 'participant'
        ? adviserName(language, pick(language, adviser.name))
        : pick(language, company.name);
    return { value: booking.id, label: `${hourFor(context, booking)} ${other}` };
  });
}
