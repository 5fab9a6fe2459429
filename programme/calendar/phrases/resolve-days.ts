/** Says which calendar days a reference means, once it is known what day it is. Weeks run from Monday to Sunday. */
import { Temporal } from 'temporal-polyfill';
import { localOf } from '../../messages/dates.js';
import { businessDaysAfter, businessDaysBefore } from '../business-days.js';
import type { TimeAmount } from './date-phrase.js';
import { namedDays } from './holidays.js';
import type { DayReference, MonthReference, Section } from './references.js';

type Day = Temporal.PlainDate;

export interface ResolvedDays {
  readonly first: Day;
  readonly last: Day;
}

/** `base`: what has no week, month or year of its own is the next one on or after it; today but for the end of a range. */
interface Around {
  readonly today: Day;
  readonly base: Day;
}

/** Null: there is no such day. */
export function resolveDays(said: DayReference, around: Around): ResolvedDays | null {
  try {
    return resolve(said, around);
  } catch (error) {
    // A year or an amount that no calendar holds.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function resolve(said: DayReference, around: Around): ResolvedDays | null {
  const { today, base } = around;
  switch (said.is) {
    case 'date':
      return one(dateOf(said.month, said.day, around));
    case 'away':
      return awayDays(said, today);
    case 'weekday':
      return one(weekdayOf(said.weekday, said.week, around));
    case 'weekend':
      return weekendOf(said.week, around);
    case 'nthWeekday':
      return one(nthWeekday(said, around));
    case 'nthWeek':
      return nthWeek(said.nth, monthOf(said.month, around, null));
    case 'month':
      return monthDays(said.month, said.section, around);
    case 'year':
      return yearDays(said.year, said.fiscal, said.section);
    case 'fiscalSection': {
      const found = [-1, 0, 1].map((away) => yearDays(base.year + away, true, said.section));
      return found.find(({ last }) => !isBefore(last, base)) ?? null;
    }
    case 'decade':
      return { first: dayOf(said.year, 1, 1), last: dayOf(said.year + 9, 12, 31) };
    case 'season':
      return seasonDays(said, around);
    case 'offset':
      return offsetDays(said.amount, said.from, around);
    case 'within':
      return withinDays(said.amount, today);
    case 'weekOf': {
      const day = resolve(said.day, around)?.first;
      return day === undefined ? null : week(day);
    }
    case 'named': {
      const found = namedDays(said.name, base.toString());
      return found === null
        ? null
        : { first: Temporal.PlainDate.from(found.first), last: Temporal.PlainDate.from(found.last) };
    }
  }
}

/** The only day that it means in that zone: 2025-02-20. Null: there is no such day, or it means several. */
export function resolveDay(
  said: DayReference,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): string | null {
  const today = Temporal.PlainDate.from(localOf(now, timeZone).date);
  const found = resolveDays(said, { today, base: today });
  return found?.first.equals(found.last) ? found.first.toString() : null;
}

const dayOf = (year: number, month: number, day: number): Day =>
  Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });

const one = (day: Day | null): ResolvedDays | null => (day === null ? null : { first: day, last: day });

const isBefore = (a: Day, b: Day) => Temporal.PlainDate.compare(a, b) < 0;

function week(day: Day): ResolvedDays {
  const first = day.subtract({ days: day.dayOfWeek - 1 });
  return { first, last: first.add({ days: 6 }) };
}

function validDay(year: number, month: number, day: number): Day | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const first = dayOf(year, month, 1);
  return day <= first.daysInMonth ? first.with({ day }) : null;
}

/** 29 February is seldom: eight years may lie between two of them. */
const FURTHEST_YEARS = 8;

function dateOf(month: MonthReference | null, day: number, { today, base }: Around): Day | null {
  if (month === null) return nextDayOfMonth(day, base);
  if (month.month === null) {
    const there = today.with({ day: 1 }).add({ months: month.away });
    return validDay(there.year, there.month, day);
  }
  const year = yearSaid(month, today);
  if (year !== null) return validDay(year, month.month, day);
  for (let later = 0; later <= FURTHEST_YEARS; later += 1) {
    const found = validDay(base.year + later, month.month, day);
    if (found !== null && !isBefore(found, base)) return found;
  }
  return null;
}

function nextDayOfMonth(day: number, base: Day): Day | null {
  for (let later = 0; later <= 12; later += 1) {
    const there = base.with({ day: 1 }).add({ months: later });
    const found = validDay(there.year, there.month, day);
    if (found !== null && !isBefore(found, base)) return found;
  }
  return null;
}

function yearSaid({ year, yearsAway }: MonthReference, today: Day): number | null {
  return year ?? (yearsAway === null ? null : today.year + yearsAway);
}

/** The first day of that month: of this one on, where no year is said; with a section, of one whose section is not over. */
function monthOf(month: MonthReference, { today, base }: Around, section: Section | null): Day {
  if (month.month === null) return today.with({ day: 1 }).add({ months: month.away });
  const year = yearSaid(month, today);
  if (year !== null) return dayOf(year, month.month, 1);
  const first = dayOf(base.year, month.month, 1);
  // "Last March" is the one that is over.
  if (month.away < 0)
    return isBefore(first.add({ months: 1 }).subtract({ days: 1 }), today) ? first : first.subtract({ years: 1 });
  return isBefore(sectionOfMonth(first, section).last, base) ? first.add({ years: 1 }) : first;
}

function monthDays(month: MonthReference | null, section: Section | null, around: Around): ResolvedDays {
  if (month !== null) return sectionOfMonth(monthOf(month, around, section), section);
  const found = sectionOfMonth(around.base.with({ day: 1 }), section);
  if (!isBefore(found.last, around.base)) return found;
  return sectionOfMonth(around.base.with({ day: 1 }).add({ months: 1 }), section);
}

/** 上旬, 中旬 and 下旬 are ten days each (the last the rest); the start five, as the secretariat counts it. */
function sectionOfMonth(first: Day, section: Section | null): ResolvedDays {
  const end = first.with({ day: first.daysInMonth });
  const span = (from: number, to: number) => ({
    first: first.with({ day: from }),
    last: to === 31 ? end : first.with({ day: to }),
  });
  switch (section) {
    case null:
      return { first, last: end };
    case 'start':
      return span(1, 5);
    case 'early':
      return span(1, 10);
    case 'mid':
      return span(11, 20);
    case 'late':
      return span(21, 31);
    case 'end':
      return { first: end, last: end };
    case 'firstHalf':
      return span(1, 15);
    case 'secondHalf':
      return span(16, 31);
  }
}

/** Of its working days: the end of a week is Friday. */
const weekSections: Readonly<Record<Section, readonly [number, number]>> = {
  start: [0, 1],
  early: [0, 1],
  mid: [1, 3],
  late: [3, 4],
  end: [4, 4],
  firstHalf: [0, 2],
  secondHalf: [3, 4],
};

/** In months of the year, from its first. */
const yearSections: Readonly<Record<Exclude<Section, 'end'>, readonly [number, number]>> = {
  start: [0, 1],
  early: [0, 4],
  mid: [4, 8],
  late: [8, 12],
  firstHalf: [0, 6],
  secondHalf: [6, 12],
};

function awayDays({ unit, by, section }: Extract<DayReference, { is: 'away' }>, today: Day): ResolvedDays | null {
  if (unit === 'day') return one(today.add({ days: by }));
  if (unit === 'week') {
    const { first, last } = week(today.add({ weeks: by }));
    if (section === null) return { first, last };
    const [from, to] = weekSections[section];
    return { first: first.add({ days: from }), last: first.add({ days: to }) };
  }
  if (unit === 'month') return sectionOfMonth(today.with({ day: 1 }).add({ months: by }), section);
  const fiscal = unit === 'fiscalYear';
  const year = today.year + by - (fiscal && today.month < 4 ? 1 : 0);
  return yearDays(year, fiscal, section);
}

/** Japan's fiscal year runs from April to March and has the number of the year in which it begins. */
function yearDays(year: number, fiscal: boolean, section: Section | null): ResolvedDays {
  const first = dayOf(year, fiscal ? 4 : 1, 1);
  const last = first.add({ years: 1 }).subtract({ days: 1 });
  if (section === null) return { first, last };
  if (section === 'end') return { first: last, last };
  const [from, to] = yearSections[section];
  return { first: first.add({ months: from }), last: first.add({ months: to }).subtract({ days: 1 }) };
}

function weekdayOf(weekday: number, at: number | null | 'next' | 'last', { today, base }: Around): Day | null {
  if (!(weekday >= 1 && weekday <= 7)) return null;
  if (typeof at === 'number') return week(today).first.add({ days: at * 7 + weekday - 1 });
  if (at === null) return base.add({ days: (weekday - base.dayOfWeek + 7) % 7 });
  const away = (weekday - today.dayOfWeek + 7) % 7;
  if (at === 'last') return today.subtract({ days: 7 - away });
  return today.add({ days: away === 0 ? 7 : away });
}

function weekendOf(at: number | null, { today, base }: Around): ResolvedDays {
  const first = week(at === null ? base : today.add({ weeks: at })).first.add({ days: 5 });
  return { first, last: first.add({ days: 1 }) };
}

function nthWeekday(said: Extract<DayReference, { is: 'nthWeekday' }>, around: Around): Day | null {
  const inMonth = (first: Day): Day | null => {
    if (said.nth < 0) {
      const end = first.with({ day: first.daysInMonth });
      return end.subtract({ days: (end.dayOfWeek - said.weekday + 7) % 7 });
    }
    const day = 1 + ((said.weekday - first.dayOfWeek + 7) % 7) + (said.nth - 1) * 7;
    return day >= 1 && day <= first.daysInMonth ? first.with({ day }) : null;
  };
  if (said.month === null) {
    for (let later = 0; later <= 12; later += 1) {
      const found = inMonth(around.base.with({ day: 1 }).add({ months: later }));
      if (found !== null && !isBefore(found, around.base)) return found;
    }
    return null;
  }
  const found = inMonth(monthOf(said.month, around, null));
  const isOver = said.month.month !== null && yearSaid(said.month, around.today) === null;
  return isOver && found !== null && isBefore(found, around.base)
    ? inMonth(found.with({ day: 1 }).add({ years: 1 }))
    : found;
}

function nthWeek(nth: number, first: Day): ResolvedDays | null {
  const end = first.daysInMonth;
  const from = nth < 0 ? end - 6 : (nth - 1) * 7 + 1;
  if (!(from >= 1 && from <= end)) return null;
  return { first: first.with({ day: from }), last: first.with({ day: Math.min(end, from + 6) }) };
}

function seasonDays(
  { first: month, year, yearsAway, isNext }: Extract<DayReference, { is: 'season' }>,
  { today, base }: Around,
): ResolvedDays {
  const span = (from: number) => {
    const first = dayOf(from, month, 1);
    return { first, last: first.add({ months: 3 }).subtract({ days: 1 }) };
  };
  if (year !== null) return span(year);
  if (yearsAway !== null) return span(today.year + yearsAway);
  const spans = [span(base.year - 1), span(base.year), span(base.year + 1)];
  return spans.find(({ first, last }) => (isNext ? isBefore(base, first) : !isBefore(last, base))) ?? span(base.year);
}

function offsetDays({ amount, unit }: TimeAmount, from: DayReference | null, around: Around): ResolvedDays | null {
  const start = from === null ? around.today : resolve(from, around)?.first;
  if (start === undefined) return null;
  if (unit === 'workingDay') return one(workingDayAfter(start, amount));
  return one(addAmount(start, amount, unit));
}

function addAmount(start: Day, amount: number, unit: TimeAmount['unit']): Day {
  switch (unit) {
    case 'week':
      return start.add({ weeks: amount });
    case 'month':
      return start.add({ months: amount });
    case 'year':
      return start.add({ years: amount });
    case 'workingDay':
    case 'day':
      return start.add({ days: amount });
    case 'hour':
    case 'minute':
    case 'second':
      return start;
  }
}

/** By Japan's calendar; a programme's own closures are known to those who ask. */
function workingDayAfter(start: Day, amount: number): Day {
  const from = start.toString();
  const calendar = { closures: [] };
  return Temporal.PlainDate.from(
    amount < 0 ? businessDaysBefore(from, -amount, calendar) : businessDaysAfter(from, amount, calendar),
  );
}

function withinDays({ amount, unit }: TimeAmount, today: Day): ResolvedDays {
  const there = unit === 'workingDay' ? workingDayAfter(today, amount) : addAmount(today, amount, unit);
  return amount < 0 ? { first: there, last: today } : { first: today, last: there };
}
