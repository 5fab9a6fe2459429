/** Which hours advisers have to offer for a plan of consultations: patterns, as an adviser would describe them. */
import {
  type ClosedDays,
  clockMinutes,
  clockTime,
  isWorkingDay,
  weekdayOf,
} from '../../../programme/calendar/business-days.js';
import type { HourPattern } from '../../../programme/consultations/slots/pattern.js';
import type { PlannedConsultation } from '../../../programme/import/read-consultation-plan.js';
import { localOf } from '../../../programme/messages/dates.js';

/** Between two hours of a pattern, in minutes: nobody describes hours farther apart as one. */
const LONGEST_GAP = 60;

/** What an adviser fills in. */
export interface HoursOffered extends HourPattern {
  /** E-mail. */
  readonly adviser: string;
  readonly method: 'online' | 'in_person' | 'mixed';
  /** When the first hour that is needed begins. */
  readonly neededFrom: Date;
}

export interface OfficeDays {
  readonly timeZone: string;
  readonly closures: readonly ClosedDays[];
}

/** An hour that a company books at first or moves to. */
interface NeededHour {
  readonly adviser: string;
  readonly date: string;
  /** After midnight. */
  readonly minutes: number;
  readonly length: number;
  readonly method: 'online' | 'in_person';
  readonly startsAt: Date;
}

/** Advisers offer by the month and by days of the week; an hour that fits into no pattern is offered alone. */
export function hoursToOffer(plan: readonly PlannedConsultation[], days: OfficeDays): readonly HoursOffered[] {
  const needed = neededHours(plan, days.timeZone);
  const byWeekday = grouped(needed, ({ adviser, date }) => `${adviser} ${date.slice(0, 7)} ${weekdayOf(date)}`);
  const ofWeekdays = [...byWeekday.values()].flatMap((hours) => {
    const closed = hours.filter(({ date }) => isClosed(date, days));
    const open = hours.filter((hour) => !closed.includes(hour));
    const pattern = patternOf(open);
    return [...(pattern === null ? open.map(alone) : [pattern]), ...closed.map(onClosedDay)];
  });
  const alike = grouped(ofWeekdays, (offer) =>
    offer.weekdays.length === 0
      ? `${offer.adviser} ${offer.firstDay} ${offer.from}`
      : JSON.stringify([
          offer.adviser,
          offer.firstDay.slice(0, 7),
          offer.from,
          offer.to,
          offer.length,
          offer.between,
          offer.method,
        ]),
  );
  return [...alike.values()]
    .map(merged)
    .toSorted((one, other) => one.neededFrom.getTime() - other.neededFrom.getTime());
}

function isClosed(date: string, days: OfficeDays): boolean {
  const day = isWorkingDay(date, days);
  return !day.working && day.why !== 'weekend';
}

function neededHours(plan: readonly PlannedConsultation[], timeZone: string): readonly NeededHour[] {
  const found = new Map<string, NeededHour>();
  for (const { adviser, takenOverFrom, startsAt, endsAt, movedFrom, method } of plan) {
    const length = (endsAt.getTime() - startsAt.getTime()) / 60_000;
    for (const begins of movedFrom === null ? [startsAt] : [movedFrom, startsAt]) {
      const { date, time } = localOf(begins, timeZone);
      const first = takenOverFrom ?? adviser;
      const hour = { adviser: first, date, minutes: clockMinutes(time), length, method, startsAt: begins };
      found.set(`${first} ${begins.toISOString()}`, hour);
    }
  }
  return [...found.values()];
}

/** The hours of one day of the week in one month as a pattern; null where they are of several lengths, or no pattern that anybody would describe. */
function patternOf(hours: readonly NeededHour[]): HoursOffered | null {
  const [first] = hours;
  if (first === undefined || hours.some(({ length }) => length !== first.length)) return null;
  const begins = [...new Set(hours.map(({ minutes }) => minutes))].toSorted((one, other) => one - other);
  const [from = 0] = begins;
  const step = begins.map((minutes) => minutes - from).reduce(greatestDivisor, 0) || first.length;
  if (step < first.length || step > first.length + LONGEST_GAP) return null;
  const dates = hours.map(({ date }) => date).toSorted();
  const [firstDay = first.date] = dates;
  const [method, another] = new Set(hours.map((hour) => hour.method));
  return {
    ...{ adviser: first.adviser, firstDay, lastDay: dates.at(-1) ?? firstDay, weekdays: [weekdayOf(firstDay)] },
    ...{ from: clockTime(from), to: clockTime((begins.at(-1) ?? from) + first.length) },
    ...{ length: first.length, between: step - first.length, alsoHolidays: false },
    method: another === undefined ? (method ?? first.method) : 'mixed',
    neededFrom: earliest(hours.map(({ startsAt }) => startsAt)),
  };
}

function alone({ adviser, date, minutes, length, method, startsAt }: NeededHour): HoursOffered {
  return {
    ...{
      adviser,
      firstDay: date,
      lastDay: date,
      weekdays: [],
      from: clockTime(minutes),
      to: clockTime(minutes + length),
    },
    ...{ length, between: 0, method, alsoHolidays: false, neededFrom: startsAt },
  };
}

function onClosedDay(hour: NeededHour): HoursOffered {
  return { ...alone(hour), alsoHolidays: true };
}

/** Several days of the week with the same hours, in one offer. */
function merged(offers: readonly HoursOffered[]): HoursOffered {
  const [first] = offers;
  if (first === undefined) throw new RangeError('there is nothing to offer');
  const firstDays = offers.map(({ firstDay }) => firstDay).toSorted();
  const lastDays = offers.map(({ lastDay }) => lastDay).toSorted();
  return {
    ...first,
    ...{ firstDay: firstDays[0] ?? first.firstDay, lastDay: lastDays.at(-1) ?? first.lastDay },
    weekdays: offers.flatMap(({ weekdays }) => weekdays).toSorted((one, other) => one - other),
    neededFrom: earliest(offers.map(({ neededFrom }) => neededFrom)),
  };
}

function earliest(instants: readonly Date[]): Date {
  return new Date(Math.min(...instants.map((instant) => instant.getTime())));
}

/** Map.groupBy is of Node 21. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}
