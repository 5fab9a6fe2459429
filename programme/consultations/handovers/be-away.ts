/** Clears an adviser's day: every booking moved, handed over or cancelled in one transaction, and everyone told once. */
import type { AdviserAbsence, Transaction } from '../../../prisma/client.js';
import { dayAfter } from '../../calendar/business-days.js';
import type { ActingMember } from '../../members/acting-member.js';
import { instantOf } from '../../messages/dates.js';
import { plan } from '../../notifications/plan.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { lockAdvisers } from '../bookings/bookings.sql.js';
import { cancelConsultation } from '../bookings/cancel-consultation.js';
import { moveConsultation } from '../bookings/move-consultation.js';
import { type BookingEntry, readBookings } from '../bookings/queries.js';
import { dayRearranged } from '../changes/absence-notices.js';
import { refuseHandover } from './refuse-handover.js';
import { takeOver } from './take-over.js';

/** As many consultations as one plan holds. */
export const MOST_LINES = 12;

/** More consultations of at least five minutes a day does not hold. */
const MOST_READ = 288;

/** What becomes of a booking. */
export type DayLine =
  | { readonly bookingId: string; readonly to: 'slot' | 'adviser'; readonly id: string }
  | { readonly bookingId: string; readonly to: 'cancel' };

interface AwayDay {
  readonly adviserId: string;
  /** 2025-02-04, the programme's. */
  readonly day: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface DayHeld {
  /** Those of the plan, the soonest first. */
  readonly bookings: readonly BookingEntry[];
  /** Beyond what one plan holds: they stay as they are until the next plan. */
  readonly later: readonly BookingEntry[];
  readonly freeSlotIds: readonly string[];
}

/** What the adviser still has on that day. */
export async function readDay(
  transaction: Transaction,
  { adviserId, day, by: { programmeId }, now }: AwayDay,
): Promise<DayHeld | Refusal> {
  const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const [from, until] = [instantOf(day, '00:00', timeZone), instantOf(dayAfter(day), '00:00', timeZone)];
  if (from === null || until === null) return refuse('field', { problem: 'not_a_date' }, { field: 'day' });
  if (until <= now) return refuseHandover('day_over', {}, { field: 'day' });
  const within = { programmeId, adviserId, startsAt: { gt: now, gte: from, lt: until } };
  const where = { ...within, state: 'booked' as const };
  const all = await readBookings(transaction, where, { from: 0, size: MOST_READ });
  const [bookings, later] = [all.slice(0, MOST_LINES), all.slice(MOST_LINES)];
  const free = await transaction.consultationSlot.findMany({
    where: { ...within, state: 'open', bookings: { none: { state: { not: 'cancelled' } } } },
    select: { id: true },
  });
  if (bookings.length === 0 && free.length === 0) return refuseHandover('nothing_that_day', {}, { field: 'day' });
  return { bookings, later, freeSlotIds: free.map(({ id }) => id) };
}

export interface Cleared extends DayHeld {
  readonly absence: AdviserAbsence;
}

/** Refused as a whole where one line cannot be done, at that line. May violate the constraints of booking. */
export async function beAway(
  transaction: Transaction,
  asked: AwayDay & { readonly lines: readonly DayLine[]; readonly reason: string },
): Promise<Cleared | Refusal> {
  const { adviserId, day, by, now, lines, reason } = asked;
  const { programmeId } = by;
  // All of them before anything, in one order, so that two plans cannot wait for each other.
  await lockAdvisers(transaction, [adviserId, ...lines.flatMap((line) => (line.to === 'adviser' ? [line.id] : []))]);
  const held = await readDay(transaction, asked);
  if (isRefusal(held)) return held;
  const slots = lines.flatMap((line) => (line.to === 'slot' ? [line.id] : []));
  if (new Set(slots).size < slots.length) return refuseHandover('same_hour_twice', {}, { field: 'line1' });
  const isWhole =
    lines.length === held.bookings.length && held.bookings.every(({ id }, at) => lines[at]?.bookingId === id);
  if (!isWhole) return refuseHandover('day_changed', {}, { field: 'line1' });
  const absence = await transaction.adviserAbsence.create({
    data: { programmeId, adviserId, day: new Date(day), byId: by.personId, at: now },
  });
  // First, so that nobody is offered an hour of this day that falls free.
  await transaction.consultationSlot.updateMany({
    where: { id: { in: [...held.freeSlotIds, ...held.bookings.flatMap(({ slotId }) => slotId ?? [])] } },
    data: { state: 'withdrawn', withdrawnAt: now, heldById: null, heldCompanyId: null, heldUntil: null },
  });
  for (const [at, line] of lines.entries()) {
    const change = { bookingId: line.bookingId, reason, by, now, absenceId: absence.id };
    const done = await carryOut(transaction, change, line, adviserId);
    if (isRefusal(done)) return { ...done, field: done.field === 'reason' ? done.field : `line${at + 1}` };
  }
  await tell(transaction, absence, { held, lines, now });
  return { ...held, absence };
}

type Change = Parameters<typeof cancelConsultation>[1];

async function carryOut(
  transaction: Transaction,
  change: Change & { readonly absenceId: string },
  line: DayLine,
  adviserId: string,
): Promise<object | Refusal> {
  if (line.to === 'cancel') return await cancelConsultation(transaction, change);
  if (line.to === 'adviser') return await takeOver(transaction, { ...change, adviserId: line.id });
  const own = await transaction.consultationSlot.findFirst({ where: { id: line.id, adviserId } });
  if (own === null) return refuse('not_found', {});
  return await moveConsultation(transaction, { ...change, slotId: line.id, mode: null });
}

/** One message for each person, whatever they have to do with: the company’s, colleagues who take over, the adviser themself. */
export function concernedBy(
  { bookings }: Pick<DayHeld, 'bookings'>,
  lines: readonly DayLine[],
  { adviserId, byId }: { readonly adviserId: string; readonly byId: string },
): readonly string[] {
  const people = new Set([
    ...bookings.flatMap(({ hearerIds }) => hearerIds),
    ...lines.flatMap((line) => (line.to === 'adviser' ? [line.id] : [])),
    ...(bookings.length > 0 ? [adviserId] : []),
  ]);
  people.delete(byId);
  return [...people];
}

async function tell(
  transaction: Transaction,
  { id, programmeId, adviserId, byId }: AdviserAbsence,
  { held, lines, now }: { readonly held: DayHeld; readonly lines: readonly DayLine[]; readonly now: Date },
): Promise<void> {
  const told = concernedBy(held, lines, { adviserId, byId }).map((personId) => ({
    key: `${dayRearranged.key}:${id}:${personId}`,
    ...{ kind: dayRearranged, programmeId, personId, subjectId: id, dueAt: now },
  }));
  await plan(transaction, now, told);
}
