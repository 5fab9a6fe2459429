/** Moves a booking to another hour, of the same adviser or of another; the company keeps its entitlement. */
import type { Mode, Transaction } from '../../../prisma/client.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { followBooking } from '../changes/follow-booking.js';
import { endHolds, readSlotStanding, type SlotStanding } from './bookings.sql.js';
import { type ForBooking, lockBooking, refuseHolder, refuseUnreasoned, withdrawHourOf } from './lock-booking.js';
import type { BookingEntry } from './queries.js';
import { refuseBooking } from './refuse-booking.js';
import { refuseCompany } from './refuse-company.js';
import { modeOf, offersMode, refuseSlot } from './rules.js';

export interface MoveConsultation extends ForBooking {
  readonly slotId: string;
  /** Null: as it was, where the hour is offered so. */
  readonly mode: Mode | null;
  readonly absenceId?: string;
  /** Whether nobody else is to be offered the hour that falls free. */
  readonly withdrawsHour?: boolean;
}

export interface Moved {
  /** As it was. */
  readonly booking: BookingEntry;
  readonly slot: SlotStanding;
  readonly mode: Mode;
}

/** May violate the same constraints as booking. */
export async function moveConsultation(transaction: Transaction, asked: MoveConsultation): Promise<Moved | Refusal> {
  const { slotId, by, reason, now, absenceId = null } = asked;
  const booking = await lockBooking(transaction, asked, { slotId });
  if (isRefusal(booking)) return booking;
  const refusedBefore = refuseHolder(booking, by) ?? refuseUnreasoned(booking, asked);
  if (refusedBefore) return refusedBefore;
  if (booking.slotId === slotId) return refuseCompany('same_hour', {}, { field: 'slot' });
  const { programmeId, personId } = by;
  const reader = { programmeId, companyId: booking.company.id, personId, movingId: booking.id, now };
  const slot = await readSlotStanding(transaction, slotId, reader);
  // Another adviser's hour is theirs to give: that is a handover.
  if (slot === null || (by.role === 'adviser' && slot.adviserId !== personId)) {
    return refuse('not_found', {}, { field: 'slot' });
  }
  const kept = offersMode(slot.method, booking.mode) ? booking.mode : null;
  const mode = modeOf(slot.method, asked.mode ?? kept);
  if (mode === null) return refuseBooking('booking_mode', {}, { field: 'mode' });
  const refused = refuseSlot(slot, { isStaff: by.role !== 'participant', mode: asked.mode, now });
  if (refused) return refused;
  const { adviserId, startsAt, endsAt } = slot;
  const was = { wasStartsAt: booking.startsAt, wasAdviserId: booking.adviser.id };
  const version = booking.version + 1;
  await endHolds(transaction, personId);
  if (asked.withdrawsHour) await withdrawHourOf(transaction, booking, now);
  await transaction.booking.update({
    where: { id: booking.id },
    data: {
      ...{ slotId: slot.id, adviserId, startsAt, endsAt, mode, version },
      place: mode === 'onsite' ? slot.place : '',
      link: mode === 'online' ? slot.link : '',
    },
  });
  await transaction.bookingChange.create({
    data: {
      bookingId: booking.id,
      version,
      kind: 'moved',
      ...was,
      startsAt,
      adviserId,
      reason,
      byId: personId,
      at: now,
      absenceId,
    },
  });
  await followBooking(transaction, {
    booking: {
      ...{ id: booking.id, programmeId, companyId: booking.company.id, adviserId, startsAt, endsAt },
      attendeeIds: booking.attendees.map(({ id }) => id),
      hearerIds: booking.hearerIds,
    },
    ...{ kind: 'moved', version },
    formerIds: booking.adviser.id === adviserId ? [] : [booking.adviser.id],
    freedSlotId: booking.slotId,
    byId: personId,
    now,
    ...(absenceId !== null && { absenceId }),
  });
  return { booking, slot, mode };
}
