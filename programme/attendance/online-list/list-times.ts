/** Reads the times and durations of a meeting's report, as Zoom, Teams and Excel write them in English and Japanese. */
import { Temporal } from 'temporal-polyfill';

/** Which of two numbers is the month in 3/4/2024. */
export type DayOrder = 'month first' | 'day first';

interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Written behind it; empty: the time on the wall of the programme. */
  readonly offset: string;
}

const clock = String.raw`(?<before>午前|午後)? ?(?<hour>\d{1,2})(?::|時) ?(?<minute>\d{1,2})(?:(?::|分) ?(?<second>\d{1,2})(?:\.\d+)?)?[分秒]? ?(?<half>[ap]\.?m\.?)? ?(?<offset>z|[+-]\d{2}:?\d{2})?`;
const between = String.raw`(?: ?\([^)]*\))?[t,、 ]*`;
const yearFirst = new RegExp(
  String.raw`^(?<year>\d{4})[-/.年] ?(?<month>\d{1,2})[-/.月] ?(?<day>\d{1,2})日?${between}${clock}$`,
);
const yearLast = new RegExp(
  String.raw`^(?<one>\d{1,2})[-/.](?<two>\d{1,2})[-/.](?<year>\d{2}|\d{4})${between}${clock}$`,
);
const named = new RegExp(String.raw`^(?<name>[a-z]{3})[a-z]*\.? (?<day>\d{1,2}),? (?<year>\d{4})${between}${clock}$`);
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What the times of one file have in common; null where each can be read either way. */
export function dayOrderOf(times: readonly string[]): DayOrder | null {
  const found = times.map((time) => yearLast.exec(plain(time))?.groups).filter((groups) => groups !== undefined);
  if (found.some(({ one }) => Number(one) > 12)) return 'day first';
  if (found.some(({ two }) => Number(two) > 12)) return 'month first';
  return found.length === 0 ? 'month first' : null;
}

/** Null for what is no time; a time without an offset is one on the wall of `timeZone`. */
export function readTime(text: string, timeZone: string, order: DayOrder): Date | null {
  const wall = wallOf(plain(text), order);
  if (wall === null) return null;
  const { offset, ...parts } = wall;
  try {
    const local = Temporal.PlainDateTime.from(parts, { overflow: 'reject' });
    if (offset === '') return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
    return new Date(Temporal.Instant.from(`${local.toString()}${offset}`).epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function wallOf(text: string, order: DayOrder): Wall | null {
  const groups = yearFirst.exec(text)?.groups ?? yearLast.exec(text)?.groups ?? named.exec(text)?.groups;
  if (groups === undefined) return null;
  const { year = '', one, two, name } = groups;
  const number = (digits: string | undefined) => Number(digits ?? 0);
  const isMonthFirst = order === 'month first';
  const month = name === undefined ? number(groups.month ?? (isMonthFirst ? one : two)) : months.indexOf(name) + 1;
  return {
    year: year.length === 2 ? 2000 + Number(year) : Number(year),
    month,
    day: number(groups.day ?? (isMonthFirst ? two : one)),
    hour: hourOf(number(groups.hour), groups.before ?? groups.half ?? ''),
    minute: number(groups.minute),
    second: number(groups.second),
    offset: (groups.offset ?? '').toUpperCase(),
  };
}

function hourOf(hour: number, half: string): number {
  if (half === '' || hour > 12) return hour;
  return (hour % 12) + (/^(?:午後|p)/.test(half) ? 12 : 0);
}

/** Narrow spaces before AM, full-width digits and the like become plain ones. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** In seconds: 1h 2m 3s, 1時間 2分 3秒, 1:02:03, or a number of minutes. Null for what is none. */
export function readDuration(text: string): number | null {
  const written = plain(text);
  if (written === '') return null;
  if (/^\d+(?:\.\d+)?$/.test(written)) return Math.round(Number(written) * 60);
  const [, hours, minutes, seconds] = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/.exec(written) ?? [];
  if (minutes !== undefined) return total(hours, minutes, seconds);
  const units =
    /^(?:(\d+) ?(?:h|hr|hrs|hours?|時間)\.? ?)?(?:(\d+) ?(?:m|min|mins|minutes?|分)\.? ?)?(?:(\d+) ?(?:s|sec|secs|seconds?|秒)\.?)?$/.exec(
      written,
    );
  return units === null ? null : total(units[1], units[2], units[3]);
}

function total(hours: string | undefined, minutes: string | undefined, seconds: string | undefined): number {
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}
