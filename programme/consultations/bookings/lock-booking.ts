/** What every use case about a booking begins with: the booking locked, and whether this person may still change it. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { refuseHandover } from '../handovers/refuse-handover.js';
import { lockAdvisers } from './bookings.sql.js';
import { type BookingEntry, readBooking } from './queries.js';
import { refuseBooking } from './refuse-booking.js';
import { refuseCompany } from './refuse-company.js';
import { guardedFrom, refuseChange } from './rules.js';

export interface ForBooking {
  readonly bookingId: string;
  /** Why, where the secretariat acts after the guard time. */
  readonly reason: string;
  readonly by: ActingMember;
  readonly now: Date;
}

/**
 * Refused where it is over, cancelled, or too late for a company to change by itself. `slotId` and `adviserIds`: whose hours are
 * concerned beside those of the adviser who holds it.
 */
export async function lockBooking(
  transaction: Transaction,
  { bookingId, by, now }: ForBooking,
  { slotId, adviserIds = [] }: { readonly slotId?: string; readonly adviserIds?: readonly string[] } = {},
): Promise<BookingEntry | Refusal> {
  const seen = await readBooking(transaction, bookingId);
  if (seen === null || seen.programmeId !== by.programmeId) return refuse('not_found', {});
  const offering =
    slotId === undefined ? null : await transaction.consultationSlot.findUnique({ where: { id: slotId } });
  // All of them at once, so that two moves in opposite directions cannot wait for each other.
  await lockAdvisers(transaction, [seen.adviser.id, ...adviserIds, ...(offering === null ? [] : [offering.adviserId])]);
  const booking = await readBooking(transaction, bookingId);
  if (booking === null) return refuse('not_found', {});
  // Taken over by another adviser while this waited, whose hours are not locked.
  if (booking.adviser.id !== seen.adviser.id) return refuseBooking('booking_changed', {});
  return refuseChange(booking, { terms: booking.terms, isStaff: by.role !== 'participant', now }) ?? booking;
}

/** What the secretariat changes after the guard time is kept with its reason. */
export function refuseUnreasoned(
  { startsAt, terms }: Pick<BookingEntry, 'startsAt' | 'terms'>,
  { by, reason, now }: Pick<ForBooking, 'by' | 'reason' | 'now'>,
): Refusal | null {
  if (by.role !== 'secretariat' || reason !== '' || startsAt >= guardedFrom(now, terms)) return null;
  return refuseCompany('reason_needed', {}, { field: 'reason' });
}

/** Among advisers only the one who holds a booking changes it, even where others look after the company. */
export function refuseHolder({ adviser }: Pick<BookingEntry, 'adviser'>, by: ForBooking['by']): Refusal | null {
  return by.role !== 'adviser' || adviser.id === by.personId ? null : refuseHandover('not_the_holder', {});
}

/** The hour of a booking is offered to nobody else, since its adviser cannot hold it. */
export async function withdrawHourOf(
  transaction: Transaction,
  { slotId }: Pick<BookingEntry, 'slotId'>,
  now: Date,
): Promise<void> {
  if (slotId === null) return;
  await transaction.consultationSlot.update({
    where: { id: slotId },
    data: { state: 'withdrawn', withdrawnAt: now, heldById: null, heldCompanyId: null, heldUntil: null },
  });
}
