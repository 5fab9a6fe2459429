/** What screens and forms read about free hours, and about a company's entitlement: data, without words. */
import type { Language, Method, Transaction } from '../../../prisma/client.js';
import { type Entry, nameIn } from '../../members/queries.js';
import type { Context } from '../../requests/context.js';
import { type Page, type PageOf, page } from '../../requests/page.js';
import type { SlotReader } from './bookings.sql.js';
import { readFreeSlotRows } from './free-hours.sql.js';
import { dayOfHours, type HourFilter, spanOf, timesOf } from './hour-filter.js';
import { readTerms } from './queries.js';
import { type BookingTerms, guardedFrom } from './rules.js';

export interface FreeHour {
  readonly id: string;
  readonly adviser: Entry & { readonly languages: readonly Language[] };
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** The programme's. */
  readonly timeZone: string;
  readonly method: Method;
  readonly place: string;
}

/** For whom free hours are looked for, where an action asks. */
export interface HoursFor {
  readonly companyId: string | null;
  readonly movingId?: string | undefined;
}

/** The hours that the person could book now for the company, the soonest first. */
export async function readFreeHours(
  { transaction, membership, person, now }: Context,
  { companyId, movingId }: HoursFor,
  filter: HourFilter,
  pageOf: PageOf,
): Promise<Page<FreeHour>> {
  const { programmeId, role } = membership;
  const terms = await readTerms(transaction, programmeId);
  const reader: SlotReader = { programmeId, companyId, personId: person.id, now, ...(movingId && { movingId }) };
  const { from, until } = boundsOf(filter, { terms, isStaff: role === 'secretariat', now });
  const rows = await readFreeSlotRows(
    transaction,
    reader,
    {
      from,
      ...(until && { until }),
      ...(filter.adviser && { adviserId: filter.adviser }),
      ...(filter.mode && { mode: filter.mode }),
      ...(filter.part && { between: timesOf(filter.part) }),
      assignedFirst: companyId !== null && filter.adviser === undefined && filter.everyone !== true,
    },
    pageOf,
  );
  const advisers = await readAdvisers(
    transaction,
    rows.map(({ adviserId }) => adviserId),
  );
  const items = rows.flatMap(({ adviserId, total: _total, ...hour }): readonly FreeHour[] => {
    const adviser = advisers.get(adviserId);
    return adviser === undefined ? [] : [{ ...hour, adviser, timeZone: terms.timeZone }];
  });
  return page(items, rows[0]?.total ?? 0, pageOf);
}

interface Bounds {
  readonly terms: BookingTerms;
  readonly isStaff: boolean;
  readonly now: Date;
}

/** A company books by itself until its guard time, and an adviser moves it to no hour sooner than that; nobody books what has begun. */
function boundsOf(
  { week, day }: HourFilter,
  { terms, isStaff, now }: Bounds,
): { readonly from: Date; readonly until?: Date } {
  const earliest = isStaff ? new Date(now.getTime() + 1) : guardedFrom(now, terms);
  if (day === undefined && week === undefined) return { from: earliest };
  const span = day === undefined ? spanOf(week ?? 'two', now, terms.timeZone) : dayOfHours(day, terms.timeZone);
  return { from: span.from > earliest ? span.from : earliest, until: span.until };
}

async function readAdvisers(
  transaction: Transaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FreeHour['adviser']>> {
  const people = await transaction.person.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(
    people.map((person) => [person.id, { id: person.id, name: nameIn(person), languages: [person.language] }]),
  );
}

/** An hour as a form shows it; null where there is none in the programme. */
export async function readHour(
  transaction: Transaction,
  programmeId: string,
  slotId: string,
): Promise<FreeHour | null> {
  const slot = await transaction.consultationSlot.findFirst({
    where: { id: slotId, programmeId },
    include: { adviser: true, offer: true, programme: { select: { timeZone: true } } },
  });
  if (slot === null) return null;
  const { adviser, offer, programme, startsAt, endsAt } = slot;
  return {
    ...{ id: slotId, startsAt, endsAt, timeZone: programme.timeZone, method: offer.method, place: offer.place },
    adviser: { id: adviser.id, name: nameIn(adviser), languages: [adviser.language] },
  };
}

/** How many advisers look after the company, whose hours come first. */
export async function countAdvisers(transaction: Transaction, companyId: string): Promise<number> {
  return await transaction.assignment.count({ where: { companyId, endedAt: null } });
}
