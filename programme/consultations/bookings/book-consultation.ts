/** Books an hour for a company: the hour, its entitlement and everyone who must know, in one transaction. */
import { randomUUID } from 'node:crypto';
import type { Mode, Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { contactIn } from '../../members/queries.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { followBooking } from '../changes/follow-booking.js';
import { endHolds, lockFreeSlot, readSlotStanding, type SlotStanding, writeBooking } from './bookings.sql.js';
import { refuseBooking } from './refuse-booking.js';
import { modeOf, refuseSlot } from './rules.js';

export interface BookConsultation {
  readonly slotId: string;
  readonly companyId: string;
  /** Null: as the hour is offered; an hour that is offered both ways asks for it. */
  readonly mode: Mode | null;
  readonly topics: string;
  readonly questions: string;
  /** Participants of the company. */
  readonly attendeeIds: readonly string[];
  /** Files that belong to the booking from now on. */
  readonly fileIds: readonly string[];
  /** Why the secretariat books it. */
  readonly reason?: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface Booked {
  readonly bookingId: string;
  readonly slot: SlotStanding;
  readonly mode: Mode;
}

/**
 * A race that the checks cannot see violates `booking_slot_free`, `booking_adviser_free`, `booking_company_free` or
 * `entitlement_not_negative`, which the action turns into the same refusals.
 */
export async function bookConsultation(transaction: Transaction, asked: BookConsultation): Promise<Booked | Refusal> {
  const checked = await checkSlot(transaction, asked);
  if (isRefusal(checked)) return checked;
  const { slot, mode } = checked;
  const { companyId, topics, questions, attendeeIds, fileIds, reason = '', by, now } = asked;
  const bookingId = randomUUID();
  const { programmeId, adviserId, startsAt, endsAt } = slot;
  await endHolds(transaction, by.personId);
  await writeBooking(transaction, {
    ...{ id: bookingId, programmeId, companyId, adviserId, slotId: slot.id, startsAt, endsAt, mode },
    place: mode === 'onsite' ? slot.place : '',
    link: mode === 'online' ? slot.link : '',
    ...{ topics, questions, attendeeIds, fileIds, reason, byId: by.personId, now },
  });
  await followBooking(transaction, {
    booking: { id: bookingId, programmeId, companyId, adviserId, startsAt, endsAt, attendeeIds },
    ...{ kind: 'booked', version: 1 },
    freedSlotId: null,
    byId: by.personId,
    now,
  });
  return { bookingId, slot, mode };
}

type Checked = Pick<BookConsultation, 'slotId' | 'companyId' | 'mode' | 'attendeeIds' | 'by' | 'now'>;

/** Whether it could be booked, with the advisers' hours locked from here on. */
export async function checkSlot(
  transaction: Transaction,
  { slotId, companyId, mode, attendeeIds, by, now }: Checked,
): Promise<Omit<Booked, 'bookingId'> | Refusal> {
  const { programmeId, personId } = by;
  // Sent together: the second is read under the lock that the first takes.
  const [free, slot] = await Promise.all([
    lockFreeSlot(transaction, slotId),
    readSlotStanding(transaction, slotId, { programmeId, companyId, personId, attendeeIds, now }),
  ]);
  if (slot === null) return refuse('not_found', {}, { field: 'slot' });
  const refused = refuseSlot(slot, { isStaff: by.role !== 'participant', mode, now });
  if (refused) return refused;
  // Cancelled in the moment after: it is not locked, so that it cannot be booked now.
  if (!free) return refuseBooking('slot_taken', slot, { field: 'slot' });
  if (slot.available === null || slot.available < 1) return refuseBooking('not_entitled', { contact: contactIn(slot) });
  const held = modeOf(slot.method, mode);
  // Either would do, and nobody chose.
  if (held === null) return refuse('field', { problem: 'required' }, { field: 'mode' });
  const known = new Set(slot.colleagueIds);
  if (attendeeIds.length === 0 || attendeeIds.some((id) => !known.has(id))) {
    return refuseBooking('no_attendee', {}, { field: 'attendees' });
  }
  return { slot, mode: held };
}
