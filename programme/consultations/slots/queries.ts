/** What offering, withdrawing and the agenda read of an adviser's hours: data, without words. */
import type { Method, Transaction } from '../../../prisma/client.js';
import { type Entry, nameIn } from '../../members/queries.js';
import type { Bilingual } from '../../messages/bilingual.js';
import { type Page, type PageOf, page } from '../../requests/page.js';
import type { TakenTime } from './pattern.js';

const DAY = 86_400_000;

interface Period {
  readonly from: Date;
  readonly until: Date;
}

interface Pauses {
  readonly pauseBefore: number;
  readonly pauseAfter: number;
}

/** What stands against new hours in this period: hours that are offered already, bookings with the pauses around a new hour. */
export async function readTaken(
  transaction: Transaction,
  adviserId: string,
  { from, until }: Period,
  { pauseBefore, pauseAfter }: Pauses,
): Promise<readonly TakenTime[]> {
  // The longest consultation takes a day (a constraint says so).
  const around = { startsAt: { lt: new Date(until.getTime() + DAY), gt: new Date(from.getTime() - 2 * DAY) } };
  const bookings = await transaction.booking.findMany({
    where: { adviserId, state: { not: 'cancelled' }, ...around },
    select: { startsAt: true, endsAt: true },
  });
  const slots = await transaction.consultationSlot.findMany({
    where: { adviserId, state: 'open', ...around },
    select: { startsAt: true, endsAt: true },
  });
  return [
    ...bookings.map(({ startsAt, endsAt }) => ({
      startsAt: new Date(startsAt.getTime() - pauseAfter * 60_000),
      endsAt: new Date(endsAt.getTime() + pauseBefore * 60_000),
      why: 'booked' as const,
    })),
    ...slots.map((slot) => ({ ...slot, why: 'offered' as const })),
  ];
}

/** An adviser of the programme now; null where the person is none. */
export async function readAdviser(
  transaction: Transaction,
  programmeId: string,
  personId: string,
): Promise<Entry | null> {
  const found = await transaction.membership.findFirst({
    where: { programmeId, personId, role: 'adviser', endedAt: null },
    include: { person: true },
  });
  return found && { id: personId, name: nameIn(found.person) };
}

/** An hour that an adviser offers. */
export interface OwnSlot {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly method: Method;
  readonly place: string;
  readonly link: string;
  /** The living booking of it. */
  readonly bookingId: string | null;
}

/** Hours of an adviser, or of all of them, from now on that nobody has booked, the soonest first. */
export async function readFreeSlotsOf(
  transaction: Transaction,
  {
    programmeId,
    adviserId,
    now,
  }: { readonly programmeId: string; readonly adviserId: string | null; readonly now: Date },
  { from, size }: PageOf,
): Promise<Page<OwnSlot & { readonly adviser: Bilingual }>> {
  const where = {
    ...{ programmeId, state: 'open' as const, startsAt: { gt: now } },
    ...(adviserId !== null && { adviserId }),
    bookings: { none: { state: { not: 'cancelled' as const } } },
  };
  const total = await transaction.consultationSlot.count({ where });
  const slots = await transaction.consultationSlot.findMany({
    where,
    include: { offer: true, adviser: true },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    skip: from,
    take: size,
  });
  const items = slots.map(({ id, startsAt, endsAt, adviser, offer: { method, place, link } }) => ({
    ...{ id, startsAt, endsAt, method, place, link, bookingId: null, adviser: nameIn(adviser) },
  }));
  return page(items, total, { from, size });
}

/** These hours of the programme, the soonest first, with who offers them. */
export async function readSlots(
  transaction: Transaction,
  programmeId: string,
  slotIds: readonly string[],
): Promise<readonly (OwnSlot & { readonly adviserId: string; readonly isOpen: boolean })[]> {
  const slots = await transaction.consultationSlot.findMany({
    where: { programmeId, id: { in: [...slotIds] } },
    include: { offer: true, bookings: { where: { state: { not: 'cancelled' } }, select: { id: true } } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
  return slots.map(({ id, adviserId, startsAt, endsAt, state, offer: { method, place, link }, bookings }) => ({
    ...{ id, adviserId, startsAt, endsAt, method, place, link, isOpen: state === 'open' },
    bookingId: bookings[0]?.id ?? null,
  }));
}
