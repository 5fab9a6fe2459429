/** The pure rules of offering: which hours a pattern has, and what of it is left out and why. */
import {
  clockMinutes,
  clockTime,
  dayAfter,
  isWorkingDay,
  type OfficeCalendar,
  weekdayOf,
} from '../../calendar/business-days.js';
import type { Bilingual } from '../../messages/bilingual.js';
import { instantOf, localOf } from '../../messages/dates.js';

/** As many hours as are offered at once. */
export const MOST_HOURS = 300;

const MINUTE = 60_000;

/** Hours that repeat: local days and times of the programme's zone. */
export interface HourPattern {
  readonly firstDay: string;
  readonly lastDay: string;
  /** 1 for Monday to 7 for Sunday; none: every day of the period. */
  readonly weekdays: readonly number[];
  /** 13:00 */
  readonly from: string;
  readonly to: string;
  /** In minutes. */
  readonly length: number;
  readonly between: number;
  /** Also on holidays and on days on which the programme is closed. */
  readonly alsoHolidays: boolean;
}

export interface PatternHour {
  readonly date: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Why an hour of a pattern is not offered. 'clock': it falls into a change of the clocks. */
export type LeftOutReason = 'holiday' | 'closure' | 'past' | 'clock' | 'booked' | 'offered';

export interface LeftOut {
  readonly date: string;
  /** 14:10; null: all hours of the day. */
  readonly time: string | null;
  readonly why: LeftOutReason;
  /** Of the holiday or the closure. */
  readonly name: Bilingual | null;
}

/** A time in which the adviser cannot offer anything: with pauses, where it is a booking. */
export interface TakenTime {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly why: 'booked' | 'offered';
}

/** The times of day at which an hour of the pattern begins. */
function beginnings({ from, to, length, between }: HourPattern): readonly number[] {
  const [first, last] = [clockMinutes(from), clockMinutes(to) - length];
  const step = length + between;
  const count = last < first ? 0 : Math.floor((last - first) / step) + 1;
  return Array.from({ length: count }, (_, at) => first + at * step);
}

/** From the first day until the last one, those that are meant. */
function daysOf({ firstDay, lastDay, weekdays }: HourPattern): readonly string[] {
  const days: string[] = [];
  for (let day = firstDay; day <= lastDay; day = dayAfter(day)) {
    if (weekdays.length === 0 || weekdays.includes(weekdayOf(day))) days.push(day);
  }
  return days;
}

/** How many hours the pattern has before anything is left out. */
export function countHours(pattern: HourPattern): number {
  return daysOf(pattern).length * beginnings(pattern).length;
}

export interface OfferedHours {
  readonly hours: readonly PatternHour[];
  readonly leftOut: readonly LeftOut[];
}

interface Circumstances {
  readonly calendar: Pick<OfficeCalendar, 'timeZone' | 'closures'>;
  readonly taken: readonly TakenTime[];
  readonly now: Date;
}

/** The hours that can be offered, and the others with the reason, in the order of time. */
export function hoursOf(pattern: HourPattern, { calendar, taken, now }: Circumstances): OfferedHours {
  const hours: PatternHour[] = [];
  const leftOut: LeftOut[] = [];
  const times = beginnings(pattern);
  for (const date of daysOf(pattern)) {
    const day = isWorkingDay(date, calendar);
    if (!pattern.alsoHolidays && !day.working && day.why !== 'weekend') {
      leftOut.push({ date, time: null, why: day.why, name: day.name });
      continue;
    }
    const looked = times.map((minutes) => lookAt({ date, minutes, length: pattern.length }, { calendar, taken, now }));
    hours.push(...looked.flatMap(({ hour }) => hour ?? []));
    leftOut.push(
      ...wholeDay(
        looked.flatMap(({ out }) => out ?? []),
        times.length,
      ),
    );
  }
  return { hours, leftOut };
}

interface LocalHour {
  readonly date: string;
  /** After midnight. */
  readonly minutes: number;
  readonly length: number;
}

interface Looked {
  readonly hour: PatternHour | null;
  readonly out: LeftOut | null;
}

function lookAt({ date, minutes, length }: LocalHour, { calendar, taken, now }: Circumstances): Looked {
  const time = clockTime(minutes);
  const out = (why: LeftOutReason): Looked => ({ hour: null, out: { date, time, why, name: null } });
  const startsAt = instantOf(date, time, calendar.timeZone);
  if (startsAt === null) return out('clock');
  const endsAt = new Date(startsAt.getTime() + length * MINUTE);
  // The clock on the wall must show the times that were meant, from its beginning to its end.
  const [begins, ends] = [localOf(startsAt, calendar.timeZone), localOf(endsAt, calendar.timeZone)];
  const end = minutes + length === 1_440 ? '00:00' : clockTime(minutes + length);
  if (begins.date !== date || begins.time !== time || ends.time !== end) return out('clock');
  if (startsAt <= now) return out('past');
  const inTheWay = taken.find((one) => one.startsAt < endsAt && one.endsAt > startsAt);
  return inTheWay === undefined ? { hour: { date, startsAt, endsAt }, out: null } : out(inTheWay.why);
}

/** One entry where all hours of a day are left out for one reason. */
function wholeDay(leftOut: readonly LeftOut[], hours: number): readonly LeftOut[] {
  const [first] = leftOut;
  if (first === undefined || leftOut.length < hours || hours === 1) return leftOut;
  return leftOut.every(({ why }) => why === first.why) ? [{ ...first, time: null }] : leftOut;
}
