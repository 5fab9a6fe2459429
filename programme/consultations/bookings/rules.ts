/** The pure rules of booking: until when a company acts by itself, and what stands against an hour. */
import type { BookingState, Method, Mode } from '../../../prisma/client.js';
import type { Bilingual } from '../../messages/bilingual.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import type { SlotStanding } from './bookings.sql.js';
import { refuseBooking } from './refuse-booking.js';

const HOUR = 3_600_000;

/** The programme's rules on consultations. */
export interface BookingTerms {
  /** Until how many hours before it a company books, moves and cancels by itself. */
  readonly guardHours: number;
  /** Whom people turn to, in each language. */
  readonly contact: Bilingual;
  readonly timeZone: string;
}

/** From when an hour may begin for a company to act on it by itself. */
export function guardedFrom(now: Date, { guardHours }: Pick<BookingTerms, 'guardHours'>): Date {
  return new Date(now.getTime() + guardHours * HOUR);
}

/** The mode in which a consultation is held; null where the offer leaves it open and nobody chose. */
export function modeOf(method: Method, chosen: Mode | null): Mode | null {
  if (method === 'mixed') return chosen;
  return method === 'online' ? 'online' : 'onsite';
}

export function offersMode(method: Method, mode: Mode): boolean {
  return method === 'mixed' || (method === 'online') === (mode === 'online');
}

interface Asked {
  readonly terms: BookingTerms;
  /** Whether the secretariat acts, for whom there is no guard time. */
  readonly isStaff: boolean;
  readonly mode: Mode | null;
  readonly now: Date;
}

/** Why the hour cannot be had; null where it can. */
export function refuseSlot(slot: SlotStanding, { terms, isStaff, mode, now }: Asked): Refusal | null {
  const { startsAt, endsAt } = slot;
  const hour = { startsAt, endsAt, timeZone: terms.timeZone };
  const field = { field: 'slot' };
  // Nobody learns that an adviser who was taken off the company offers anything.
  if (slot.apart) return refuse('not_found', {}, field);
  if (startsAt <= now) return refuseBooking('slot_past', hour, field);
  if (slot.state !== 'open' || slot.adviserBusy || slot.held || slot.turnOfAnother) {
    return refuseBooking('slot_taken', hour, field);
  }
  if (slot.dayFull) return refuseBooking('day_full', hour, field);
  if (slot.companyBusy) return refuseBooking('company_busy', hour, field);
  if (!isStaff && startsAt < guardedFrom(now, terms)) {
    return refuseBooking('too_late', { hours: terms.guardHours, contact: terms.contact });
  }
  if (mode !== null && !offersMode(slot.method, mode)) return refuseBooking('booking_mode', {}, { field: 'mode' });
  return null;
}

/** A booking as the rules look at it. */
export interface ChangedBooking {
  readonly state: BookingState;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Why a booking can no longer be moved or cancelled by this person; null where it can. */
export function refuseChange(
  { state, startsAt, endsAt }: ChangedBooking,
  { terms, isStaff, now }: Omit<Asked, 'mode'>,
): Refusal | null {
  const hour = { startsAt, endsAt, timeZone: terms.timeZone };
  if (state === 'cancelled') return refuseBooking('already_cancelled', hour);
  if (state !== 'booked' || startsAt <= now) return refuseBooking('already_over', hour);
  if (!isStaff && startsAt < guardedFrom(now, terms)) {
    return refuseBooking('too_late', { hours: terms.guardHours, contact: terms.contact });
  }
  return null;
}
