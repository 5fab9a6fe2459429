/** Which consultation an adviser writes about: the one named, or the latest that is over. */
import type { Context } from '../../requests/context.js';
import { MOST_CHOICES } from '../bookings/booking-choices.js';
import { type BookingEntry, heldBy, readBookings } from '../bookings/queries.js';

/** The adviser's consultations without a record, the latest first. */
export async function unrecorded(context: Context): Promise<readonly BookingEntry[]> {
  const { transaction, membership, person, now } = context;
  const { programmeId, role } = membership;
  const whose = role === 'adviser' ? heldBy(programmeId, person.id) : { programmeId };
  const over = { ...whose, state: 'booked', startsAt: { lte: now } } as const;
  return (await readBookings(transaction, over, { from: 0, size: MOST_CHOICES })).toReversed();
}

/** The adviser's consultations that have begun, the latest first, recorded or not. */
export async function begun({ transaction, membership, person, now }: Context): Promise<readonly BookingEntry[]> {
  const { programmeId } = membership;
  const all = { ...heldBy(programmeId, person.id), state: { not: 'cancelled' }, startsAt: { lte: now } } as const;
  const total = await transaction.booking.count({ where: all });
  return (
    await readBookings(transaction, all, { from: Math.max(0, total - MOST_CHOICES), size: MOST_CHOICES })
  ).toReversed();
}
