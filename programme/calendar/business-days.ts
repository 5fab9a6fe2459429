/** Working days and office hours of a programme: weekends, Japanese holidays and the programme's own closures. */
import holidayJp from '@holiday-jp/holiday_jp';
import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../prisma/client.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import { instantOf, localOf } from '../messages/dates.js';

/** Days on which the programme's office is closed, the last one included; written 2025-02-11. */
export interface ClosedDays {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly name: Bilingual;
}

/** When a programme works. */
export interface OfficeCalendar {
  /** IANA name; the days are this zone's. */
  readonly timeZone: string;
  readonly closures: readonly ClosedDays[];
  /** In minutes after midnight. */
  readonly opensAt: number;
  readonly closesAt: number;
}

export type WorkingDay =
  | { readonly working: true }
  | { readonly working: false; readonly why: 'weekend' | 'holiday' | 'closure'; readonly name: Bilingual };

/** From 1970 to 2050. By the day as text: the library's dates are midnights in UTC, and another day elsewhere. */
const holidays: ReadonlyMap<string, Bilingual> = new Map(
  Object.values(holidayJp.holidays).map(({ date, name, name_en }) => [date, inBoth(name, name_en)]),
);

const weekend: Bilingual = { ja: '土日', en: 'weekend' };
const working: WorkingDay = { working: true };

/** 1 for Monday to 7 for Sunday (ISO 8601) of a day such as 2025-02-11. */
export function weekdayOf(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The day that follows by so many days; a negative number goes back. */
export function dayAfter(date: string, days = 1): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whether the programme works on this day (2025-02-11), and why not: a closure before a holiday before a weekend. */
export function isWorkingDay(date: string, { closures }: Pick<OfficeCalendar, 'closures'>): WorkingDay {
  const closure = closures.find(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
  if (closure !== undefined) return { working: false, why: 'closure', name: closure.name };
  const holiday = holidays.get(date);
  if (holiday !== undefined) return { working: false, why: 'holiday', name: holiday };
  return weekdayOf(date) > 5 ? { working: false, why: 'weekend', name: weekend } : working;
}

/** The last working day before this one. */
export function businessDayBefore(date: string, calendar: Pick<OfficeCalendar, 'closures'>): string {
  let day = dayAfter(date, -1);
  while (!isWorkingDay(day, calendar).working) day = dayAfter(day, -1);
  return day;
}

/** The working day that lies so many working days before a day; the day itself for none. */
export function businessDaysBefore(date: string, days: number, calendar: Pick<OfficeCalendar, 'closures'>): string {
  let day = date;
  for (let left = days; left > 0; left -= 1) day = businessDayBefore(day, calendar);
  return day;
}

const MINUTE = 60_000;

/** The instant at which so many office hours have passed: those outside office hours and working days do not count. */
export function addBusinessHours(from: Date, hours: number, calendar: OfficeCalendar): Date {
  let left = hours * 60 * MINUTE;
  let day = localOf(from, calendar.timeZone).date;
  for (;;) {
    if (isWorkingDay(day, calendar).working) {
      const begins = Math.max(from.getTime(), clockInstant(day, calendar.opensAt, calendar.timeZone));
      const open = Math.max(0, clockInstant(day, calendar.closesAt, calendar.timeZone) - begins);
      if (left <= open && open > 0) return new Date(begins + left);
      left -= open;
    }
    day = dayAfter(day);
  }
}

/** Minutes after midnight; 1440 is the next midnight. */
function clockInstant(day: string, minutes: number, timeZone: string): number {
  const [date, rest] = minutes === 1440 ? [dayAfter(day), 0] : [day, minutes];
  const instant = instantOf(date, clockTime(rest), timeZone);
  if (instant === null) throw new RangeError(`no such time: ${date} ${rest}`);
  return instant.getTime();
}

/** 09:30 for 570 minutes after midnight; 24:00 for 1440. */
export function clockTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 570 for 09:30. */
export function clockMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

export async function readOfficeCalendar(transaction: Transaction, programmeId: string): Promise<OfficeCalendar> {
  const { closures, ...programme } = await transaction.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { timeZone: true, opensAt: true, closesAt: true, closures: { orderBy: [{ firstDay: 'asc' }] } },
  });
  return {
    ...programme,
    closures: closures.map(({ firstDay, lastDay, nameJa, nameEn }) => ({
      ...{ firstDay: dayText(firstDay), lastDay: dayText(lastDay), name: inBoth(nameJa, nameEn) },
    })),
  };
}

/** 2025-02-11 for what the database keeps as a date. */
export function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}

/** The working day that follows a day by so many working days; the day itself for none. */
export function businessDaysAfter(date: string, days: number, calendar: Pick<OfficeCalendar, 'closures'>): string {
  let day = date;
  for (let left = days; left > 0; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, calendar).working) left -= 1;
  }
  return day;
}

/** How many working days have passed since a day: those after it, up to and with the other one; 0 where that is not later. */
export function businessDaysBetween(from: string, until: string, calendar: Pick<OfficeCalendar, 'closures'>): number {
  let count = 0;
  for (let day = dayAfter(from); day <= until; day = dayAfter(day)) {
    if (isWorkingDay(day, calendar).working) count += 1;
  }
  return count;
}
