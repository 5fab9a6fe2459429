/** Which of the free hours a person wants to see: the week, the part of the day, the adviser and the method. */
import { Temporal } from 'temporal-polyfill';
import type { Mode } from '../../../prisma/client.js';
import { localOf } from '../../messages/dates.js';

export const weeks = ['this', 'next', 'after', 'two'] as const;
export type Week = (typeof weeks)[number];

export const dayParts = ['morning', 'afternoon', 'evening'] as const;
export type DayPart = (typeof dayParts)[number];

export interface HourFilter {
  readonly week?: Week | undefined;
  /** 2025-02-04, the programme's; it goes before the week. */
  readonly day?: string | undefined;
  /** From that day on. */
  readonly onwards?: boolean | undefined;
  readonly part?: DayPart | undefined;
  readonly adviser?: string | undefined;
  readonly mode?: Mode | undefined;
  /** Beside those of the company's own advisers, where it has any. */
  readonly everyone?: boolean | undefined;
}

/** In minutes after midnight. */
const partTimes: Readonly<Record<DayPart, { readonly from: number; readonly to: number }>> = {
  morning: { from: 0, to: 12 * 60 },
  afternoon: { from: 12 * 60, to: 17 * 60 },
  evening: { from: 17 * 60, to: 24 * 60 },
};

export function timesOf(part: DayPart): { readonly from: number; readonly to: number } {
  return partTimes[part];
}

/** The whole of a day, until its end, exclusive. */
export function dayOfHours(day: string, timeZone: string): { readonly from: Date; readonly until: Date } {
  const date = Temporal.PlainDate.from(day);
  const instant = (one: Temporal.PlainDate) => new Date(one.toZonedDateTime(timeZone).epochMilliseconds);
  return { from: instant(date), until: instant(date.add({ days: 1 })) };
}

/** From when until when, exclusive. Weeks run from Monday to Sunday of that zone; two weeks are fourteen days from today on. */
export function spanOf(week: Week, now: Date, timeZone: string): { readonly from: Date; readonly until: Date } {
  const today = Temporal.PlainDate.from(localOf(now, timeZone).date);
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  const first = week === 'two' ? today : monday.add({ weeks: week === 'this' ? 0 : week === 'next' ? 1 : 2 });
  const instant = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  return { from: instant(first), until: instant(first.add({ weeks: week === 'two' ? 2 : 1 })) };
}
