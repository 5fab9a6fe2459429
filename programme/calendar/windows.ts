/**
 * The windows of a programme's working days, in the recipient's time zone: reminders of whole days are sent in them, and the
 * preview of an announcement warns where it is sent outside of them. An instant is in a window by what the clock on the wall
 * shows at it: a window that the clocks skip does not exist on that day, and an hour that comes twice is in it both times.
 */
import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import { localOf } from '../messages/dates.js';
import { type ClosedDays, clockTime, dayAfter, isWorkingDay } from './business-days.js';

/** In minutes after midnight; the end is no longer in it. */
export interface SendingWindow {
  readonly opensAt: number;
  readonly closesAt: number;
}

/** On which days and in which windows of them reminders of whole days are sent; the days and clocks are the recipient's. */
export interface SendingCalendar {
  readonly windows: readonly SendingWindow[];
  readonly closures: readonly ClosedDays[];
}

/** From the first instant to the last; the end is no longer in it. */
export interface Span {
  readonly begins: Date;
  readonly ends: Date;
}

/** What must go out before a window closes goes out so long before its end: there is time to send it, and to act on it. */
const BEFORE_THE_END = 60 * 60_000;

/** A longer closure leaves no window before or after it. */
const MOST_DAYS_AWAY = 92;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The programme's own windows, or its office hours where it has none. */
export function windowsOf(programme: {
  /** Pairs of minutes after midnight, one after another. */
  readonly windows: readonly number[];
  readonly opensAt: number;
  readonly closesAt: number;
}): readonly SendingWindow[] {
  const { windows, opensAt, closesAt } = programme;
  const pairs: SendingWindow[] = [];
  for (let at = 0; at + 1 < windows.length; at += 2) {
    const [from, to] = [windows[at], windows[at + 1]];
    if (from !== undefined && to !== undefined) pairs.push({ opensAt: from, closesAt: to });
  }
  return pairs.length === 0 ? [{ opensAt, closesAt }] : pairs;
}

/** As the secretariat types them: 09:00-12:00, 13:00-17:00. */
export function writeWindows(windows: readonly SendingWindow[]): string {
  return windows.map(({ opensAt, closesAt }) => `${clockTime(opensAt)}-${clockTime(closesAt)}`).join(', ');
}

/** Whether this instant lies in a window of a working day. */
export function isInWindow(instant: Date, timeZone: string, calendar: SendingCalendar): boolean {
  const day = localOf(instant, timeZone).date;
  return spansOf(day, timeZone, calendar).some((span) => span.begins <= instant && instant < span.ends);
}

/** The last window that has closed by this instant; windows that follow without a gap, also over midnight, are one. Null: none for three months. */
export function lastWindowBefore(instant: Date, timeZone: string, calendar: SendingCalendar): Span | null {
  let day = localOf(instant, timeZone).date;
  for (let back = 0; back <= MOST_DAYS_AWAY; back += 1, day = dayAfter(day, -1)) {
    // The next day as well: clocks set back across midnight end it for an hour.
    const days = [dayAfter(day, -1), day, dayAfter(day)];
    const spans = merged(days.flatMap((one) => spansOf(one, timeZone, calendar)));
    const last = spans.findLast(({ ends }) => ends <= instant);
    if (last !== undefined) return last;
  }
  return null;
}

/**
 * When what is wanted at this instant is sent: then, where it is in a window, and otherwise in the last window before it, an
 * hour before that ends or at its beginning where it is shorter. Never later than wanted. Null: no window for three months.
 */
export function momentFor(wanted: Date, timeZone: string, calendar: SendingCalendar): Date | null {
  if (isInWindow(wanted, timeZone, calendar)) return wanted;
  const window = lastWindowBefore(wanted, timeZone, calendar);
  return window && new Date(Math.max(window.begins.getTime(), window.ends.getTime() - BEFORE_THE_END));
}

/** When the first window opens after this instant, which is in none. Null: none for three months. */
export function nextOpening(instant: Date, timeZone: string, calendar: SendingCalendar): Date | null {
  let day = localOf(instant, timeZone).date;
  for (let ahead = 0; ahead <= MOST_DAYS_AWAY; ahead += 1, day = dayAfter(day)) {
    const next = spansOf(day, timeZone, calendar).find(({ begins }) => begins > instant);
    if (next !== undefined) return next.begins;
  }
  return null;
}

/** When the first window of a day opens, or null where that day has none: no working day, or skipped by the clocks. */
export function opensOn(day: string, timeZone: string, calendar: SendingCalendar): Date | null {
  return spansOf(day, timeZone, calendar)[0]?.begins ?? null;
}

/** The windows of one day of the zone, the first first; none where it is no working day. */
function spansOf(day: string, timeZone: string, calendar: SendingCalendar): readonly Span[] {
  if (!isWorkingDay(day, calendar).working) return [];
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const spans = stretchesOf(day, timeZone).flatMap(({ begins, ends, offset }) =>
    calendar.windows.map(({ opensAt, closesAt }) => ({
      begins: new Date(Math.max(begins, midnight + opensAt * MINUTE - offset)),
      ends: new Date(Math.min(ends, midnight + closesAt * MINUTE - offset)),
    })),
  );
  return merged(spans.filter(({ begins, ends }) => begins < ends));
}

/** In their order, with those that touch or overlap as one. */
function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((one, other) => one.begins.getTime() - other.begins.getTime())) {
    const last = result.at(-1);
    if (last === undefined || last.ends < span.begins) result.push(span);
    else if (last.ends < span.ends) result[result.length - 1] = { begins: last.begins, ends: span.ends };
  }
  return result;
}

/** In milliseconds since 1970, with what the zone's clocks are ahead of UTC in it. */
interface Stretch {
  readonly begins: number;
  readonly ends: number;
  readonly offset: number;
}

/** Clocks change seldom, and asking for it is slow. */
const stretches = new LRUCache<string, readonly Stretch[]>({ max: 5_000 });

/** The stretches of time, each with one offset, in which every instant of the zone's day lies. */
function stretchesOf(day: string, timeZone: string): readonly Stretch[] {
  const key = `${timeZone}|${day}`;
  const known = stretches.get(key);
  if (known !== undefined) return known;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  // No zone is, or was since its clocks are known, further than 16 hours from UTC.
  const end = midnight + 40 * HOUR;
  const found: Stretch[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(midnight - 16 * HOUR).toZonedDateTimeISO(timeZone);
  while (at.epochMilliseconds < end) {
    const next = at.getTimeZoneTransition('next');
    const ends = Math.min(next?.epochMilliseconds ?? end, end);
    found.push({ begins: at.epochMilliseconds, ends, offset: at.offsetNanoseconds / 1_000_000 });
    if (next === null) break;
    at = next;
  }
  stretches.set(key, found);
  return found;
}
