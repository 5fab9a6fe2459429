/** Gives a booking whose adviser may no longer see the company to another one at once: there is nobody who could agree to hand it over. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import type { ForBooking } from '../bookings/lock-booking.js';
import { type BookingEntry, isLeftBehind, readBooking } from '../bookings/queries.js';
import { refuseHandover } from './refuse-handover.js';
import { takeOver } from './take-over.js';

/** The secretariat alone, and only where the adviser of before is gone. */
export async function mayAssign(
  transaction: Transaction,
  booking: BookingEntry,
  { role }: Pick<ActingMember, 'role'>,
): Promise<boolean> {
  return role === 'secretariat' && (await isLeftBehind(transaction, booking));
}

/** The company is told once, by the change itself. May violate `booking_adviser_free`. */
export async function assignLeftBehind(
  transaction: Transaction,
  asked: ForBooking & { readonly adviserId: string },
): Promise<BookingEntry | Refusal> {
  const given = await takeOver(transaction, asked);
  if (isRefusal(given)) return given;
  // `given` is the booking as it was, read under the lock of its adviser.
  if (!(await mayAssign(transaction, given, asked.by))) return refuseHandover('no_longer_left', {});
  return (await readBooking(transaction, given.id)) ?? refuse('not_found', {});
}
