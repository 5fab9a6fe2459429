/** How the dates of a programme move to another year: sessions keep their day of the week and time, days off their date. */
import { Temporal } from 'temporal-polyfill';
import type { ClosedDays } from '../calendar/business-days.js';

interface Shift {
  /** From the first day to the first day. */
  readonly days: number;
  /** The whole weeks nearest to it, in days: sessions and due dates move by these. */
  readonly weekDays: number;
  /** The calendar years nearest to it: days off move by these. */
  readonly years: number;
}

const DAYS_A_WEEK = 7;
const DAYS_A_YEAR = 365.25;

/** Between two days such as 2024-11-01. */
export function shiftBetween(before: string, after: string): Shift {
  const days = Temporal.PlainDate.from(before).until(after, { largestUnit: 'day' }).days;
  return {
    days,
    weekDays: Math.round(days / DAYS_A_WEEK) * DAYS_A_WEEK,
    years: Math.round(days / DAYS_A_YEAR),
  };
}

/** The same time on the clock so many days later; an hour that the clocks skip becomes the one after it. */
export function shiftedInstant(instant: Date, timeZone: string, days: number): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return new Date(local.add({ days }).epochMilliseconds);
}

/** A year after the first day, less the one or two days that would make it another day of the week. */
export function sameWeekdayNextYear(firstDay: string): string {
  return Temporal.PlainDate.from(firstDay)
    .add({ days: 52 * DAYS_A_WEEK })
    .toString();
}

/** 29 February becomes 28 February where there is none. */
export function shiftedClosure({ firstDay, lastDay, name }: ClosedDays, { years }: Shift): ClosedDays {
  const moved = (day: string) => Temporal.PlainDate.from(day).add({ years }).toString();
  return { firstDay: moved(firstDay), lastDay: moved(lastDay), name };
}

/** Every year in it one later: 「2024年度」 becomes 「2025年度」. Null where it names none. */
export function nextYearIn(text: string): string | null {
  const later = text.replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, (year) => String(Number(year) + 1));
  return later === text ? null : later;
}
