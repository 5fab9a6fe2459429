/** What clocks on the wall show in every zone, and when something is sent by them: another way to reckon than the app's, by the platform's own formatter alone. */
import holidayJp from '@holiday-jp/holiday_jp';
import type { SendingCalendar } from '../../programme/calendar/windows.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day and the minutes after midnight that a clock in this zone shows at an instant (in milliseconds). */
export function wall(instant: number, timeZone: string): { readonly day: string; readonly minutes: number } {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(timeZone, format);
  }
  const [day = '', time = ''] = format.format(instant).split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return { day, minutes: hours * 60 + minutes };
}

const holidays = new Set<string>(Object.keys(holidayJp.holidays));

/** Whether the clock shows a time in one of the windows of a working day. */
export function isOpen(instant: number, timeZone: string, { windows, closures }: SendingCalendar): boolean {
  const { day, minutes } = wall(instant, timeZone);
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || holidays.has(day)) return false;
  if (closures.some(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay)) return false;
  return windows.some(({ opensAt, closesAt }) => opensAt <= minutes && minutes < closesAt);
}

/** In which every clock of these years runs evenly, and every window that is tried begins and ends. */
export const QUARTER = 15 * 60_000;

/** When what is wanted at an instant is sent, step by step: back to the last open quarter of an hour, and from its end at most an open hour further. */
export function sentAt(wanted: number, timeZone: string, calendar: SendingCalendar): number {
  if (isOpen(wanted, timeZone, calendar)) return wanted;
  let end = Math.floor(wanted / QUARTER) * QUARTER;
  while (!isOpen(end - QUARTER, timeZone, calendar)) end -= QUARTER;
  let moment = end;
  while (end - moment < 4 * QUARTER && isOpen(moment - QUARTER, timeZone, calendar)) moment -= QUARTER;
  return moment;
}
