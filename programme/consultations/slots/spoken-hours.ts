/** Reads the days and times of a sentence: 「2月4日 13時から14時」, "Tuesdays in February, 13:00–17:00, one hour each". */
import { dayAfter } from '../../calendar/business-days.js';
import { isDate, localOf } from '../../messages/dates.js';
import type { Values } from '../../messages/message.js';

const months = 'january february march april may june july august september october november december'.split(' ');
const weekdaysEn = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const weekdaysJa = '月火水木金土日';
const numbersEn = ['five', 'ten', 'fifteen', 'twenty', 'thirty', 'forty-five'];
const amounts = [5, 10, 15, 20, 30, 45];

const monthEn = months.map((month) => `${month.slice(0, 3)}(?:${month.slice(3)})?`).join('|');
const dash = String.raw`\s*(?:-|–|—|~|〜|から|to|until|till)\s*`;
const clock = String.raw`(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分|(半))?)`;

/**
 * What is said of the day (`spokenDay`: 2-4 for 4 February, `spokenMonth` where only a month is named), the days of the week, the
 * times, how long one takes, what lies between two, and how it is held.
 */
export function spokenHours(text: string): Values {
  const said = text.normalize('NFKC').toLowerCase();
  const weekdays = weekdaysIn(said);
  const days = weekdays.length === 0 ? {} : { weekdays };
  return { ...dayIn(said), ...days, ...timesIn(said), ...minutesIn(said), ...methodIn(said) };
}

/** Every date that is named, in lower case and half width: 2025-02-04 where the year is said, else 2-4. */
export function datesIn(said: string): readonly string[] {
  const iso = [...said.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map(([date]) => date);
  const numbers = [...said.matchAll(/(\d{1,2})月(\d{1,2})日|(?<![\d:/])(\d{1,2})\/(\d{1,2})(?![\d/])/g)].map(
    ([, month, day, m, d]) => `${Number(month ?? m)}-${Number(day ?? d)}`,
  );
  const dayFirst = [...said.matchAll(new RegExp(dayFirstEn, 'g'))].map(
    ([, day, month]) => `${monthOf(month)}-${Number(day)}`,
  );
  const monthFirst = [...said.replace(new RegExp(dayFirstEn, 'g'), ' ').matchAll(new RegExp(monthFirstEn, 'g'))].map(
    ([, month, day]) => `${monthOf(month)}-${Number(day)}`,
  );
  return [...iso, ...numbers, ...dayFirst, ...monthFirst];
}

const dayFirstEn = String.raw`\b(\d{1,2})(?:st|nd|rd|th)? (?:of )?(${monthEn})\b`;
const monthFirstEn = String.raw`\b(${monthEn}) (\d{1,2})(?:st|nd|rd|th)?\b(?!:)`;

function dayIn(said: string): Values {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(said);
  if (iso !== null) return isDate(iso[0]) ? { firstDay: iso[0] } : {};
  const japanese = /(\d{1,2})月(\d{1,2})日/.exec(said) ?? /(?<![\d:/])(\d{1,2})\/(\d{1,2})(?![\d/])/.exec(said);
  if (japanese !== null) return { spokenDay: `${Number(japanese[1])}-${Number(japanese[2])}` };
  const dayFirst = new RegExp(dayFirstEn).exec(said);
  if (dayFirst !== null) return { spokenDay: `${monthOf(dayFirst[2])}-${Number(dayFirst[1])}` };
  const monthFirst = new RegExp(monthFirstEn).exec(said);
  if (monthFirst !== null) return { spokenDay: `${monthOf(monthFirst[1])}-${Number(monthFirst[2])}` };
  const whole = /(\d{1,2})月/.exec(said)?.[1] ?? new RegExp(String.raw`\b(?:in|of) (${monthEn})\b`).exec(said)?.[1];
  if (whole === undefined) return {};
  const month = /^\d/.test(whole) ? Number(whole) : monthOf(whole);
  return month >= 1 && month <= 12 ? { spokenMonth: month } : {};
}

function monthOf(word: string | undefined): number {
  return months.findIndex((month) => month.startsWith((word ?? '').slice(0, 3))) + 1;
}

/** The days of the week that are named, in lower case and half width: '1' for Monday. */
export function weekdaysIn(said: string): readonly string[] {
  const english = weekdaysEn.flatMap((name, at) => (new RegExp(String.raw`\b${name}s?\b`).test(said) ? [at + 1] : []));
  const japanese = [...weekdaysJa].flatMap((letter, at) =>
    new RegExp(`${letter}(?:曜|・(?=[${weekdaysJa}]曜?))`).test(said) ? [at + 1] : [],
  );
  return [...new Set([...english, ...japanese])].toSorted().map(String);
}

function timesIn(said: string): Values {
  const span = new RegExp(`${clock}${dash}${clock}`).exec(said);
  if (span !== null) return { from: timeOf(span.slice(1, 5)), to: timeOf(span.slice(5, 9)) };
  const start = new RegExp(clock).exec(said);
  return start === null ? {} : { from: timeOf(start.slice(1, 5)) };
}

function timeOf([hours, minutes, spoken, half]: readonly (string | undefined)[]): string {
  const past = minutes ?? (half === undefined ? (spoken ?? '0') : '30');
  return `${(hours ?? '').padStart(2, '0')}:${past.padStart(2, '0')}`;
}

function minutesIn(said: string): Values {
  const each =
    /(\d{1,3})分(?:ずつ|間?の枠|刻み)/.exec(said)?.[1] ?? /\b(\d{1,3}) ?(?:min(?:ute)?s?) each\b/.exec(said)?.[1];
  const hours = /\b(?:one|an) hour each\b|1時間ずつ/.test(said) ? '60' : undefined;
  const half = /\bhalf an hour each\b/.test(said) ? '30' : undefined;
  const length = each ?? half ?? hours;
  const gap =
    /(?:間隔|間に?|あいだに?|休憩)(?:は|を)?(\d{1,3})分/.exec(said)?.[1] ??
    /(\d{1,3})分(?:あけ|空け|あいだをあけ|おき|の(?:間隔|休憩))/.exec(said)?.[1] ??
    /\b(\d{1,3}) ?(?:min(?:ute)?s?) (?:in )?between\b/.exec(said)?.[1] ??
    wordNumber(/\b([a-z-]+) minutes (?:in )?between\b/.exec(said)?.[1]);
  return { ...(length !== undefined && { length }), ...(gap !== undefined && { between: gap }) };
}

function wordNumber(word: string | undefined): string | undefined {
  const at = numbersEn.indexOf(word ?? '');
  return at < 0 ? undefined : String(amounts[at]);
}

function methodIn(said: string): Values {
  const online = /オンライン|\bonline\b|zoom|teams|ズーム/.test(said);
  const onsite = /対面|会場|\bin person\b|\bon[- ]?site\b|\bface to face\b/.test(said);
  if (online && onsite) return { method: 'mixed' };
  return online ? { method: 'online' } : onsite ? { method: 'in_person' } : {};
}

/** The words that `spokenHours` reads, as far as they are told apart by their form. */
export const hourWords = new RegExp(
  [
    String.raw`\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)?\b(?: (?:of )?(?:${monthEn})\b)?`,
    String.raw`\b(?:${monthEn})\b|\b(?:${weekdaysEn.join('|')})s?\b|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}\/\d{1,2}`,
    String.raw`[${weekdaysJa}]曜日?|${clock}(?:${dash})?|${dash}|\b(?:one|an) hour|half an hour|\bface to face\b|対面|間隔|ずつ`,
    String.raw`\b(?:${numbersEn.join('|')})\b|\bmin(?:ute)?s?\b|\bbetween\b`,
  ].join('|'),
  'gi',
);

interface Around {
  readonly now: Date;
  readonly timeZone: string;
}

/** The next such day from today on: 2025-02-04 for 2-4. Null where there is none. */
export function nextDay(spoken: string, { now, timeZone }: Around): string | null {
  const [month = 0, day = 0] = spoken.split('-').map(Number);
  const today = localOf(now, timeZone).date;
  const year = Number(today.slice(0, 4));
  const dates = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((ahead) => dateOf(year + ahead, month, day));
  // 29 February is seldom.
  return dates.find((date) => isDate(date) && date >= today) ?? null;
}

/** The first and the last day of that month, the next one that is not over; of the one that runs from today on. */
export function nextMonth(month: number, { now, timeZone }: Around): { readonly first: string; readonly last: string } {
  const today = localOf(now, timeZone).date;
  const year = Number(today.slice(0, 4)) + (month < Number(today.slice(5, 7)) ? 1 : 0);
  const first = dateOf(year, month, 1);
  const last = dayAfter(month === 12 ? dateOf(year + 1, 1, 1) : dateOf(year, month + 1, 1), -1);
  return { first: first < today ? today : first, last };
}

function dateOf(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
