/** Reads the days and times of a sentence: 「2月4日 13時から14時」, "Tuesdays in February, 13:00–17:00, one hour each". */
import { dayAfter } from '../../calendar/business-days.js';
import { readDatePhrases } from '../../calendar/phrases/find-date-phrases.js';
import { clockTimesOf } from '../../calendar/phrases/mean-draft.js';
import { type Draft, dateOf } from '../../calendar/phrases/references.js';
import { resolveDay } from '../../calendar/phrases/resolve-days.js';
import { isDate, localOf } from '../../messages/dates.js';
import type { Values } from '../../messages/message.js';

const numbersEn = ['five', 'ten', 'fifteen', 'twenty', 'thirty', 'forty-five'];
const amounts = [5, 10, 15, 20, 30, 45];

/**
 * What is said of the day (`spokenDay`: 2-4 for 4 February, `spokenMonth` where only a month is named), the days of the week, the
 * times, how long one takes, what lies between two, and how it is held.
 */
export function spokenHours(text: string): Values {
  const said = text.normalize('NFKC').toLowerCase();
  const phrases = readDatePhrases(text);
  const weekdays = weekdaysIn(phrases);
  const days = weekdays.length === 0 ? {} : { weekdays };
  return { ...dayIn(phrases), ...days, ...timesIn(phrases), ...minutesIn(said), ...methodIn(said) };
}

function dayIn(phrases: readonly Draft[]): Values {
  const said = phrases.flatMap(({ days }) => (days === null ? [] : [days.first]));
  const dated = said.find((day) => day.is === 'date' && day.month?.month != null);
  if (dated?.is === 'date' && dated.month?.month != null) {
    const { year, month } = dated.month;
    if (year === null) return { spokenDay: `${month}-${dated.day}` };
    const date = dateText(year, month, dated.day);
    return isDate(date) ? { firstDay: date } : {};
  }
  const whole = said.find((day) => day.is === 'month');
  return whole?.is === 'month' && whole.month?.month != null ? { spokenMonth: whole.month.month } : {};
}

/** '1' for Monday. A weekday that stands beside a date is not one of its own. */
function weekdaysIn(phrases: readonly Draft[]): readonly string[] {
  const named = phrases.flatMap(({ days, every }) => {
    const single = [days?.first, days?.last].flatMap((day) => (day?.is === 'weekday' ? [day.weekday] : []));
    return [...(every?.weekdays ?? []), ...single];
  });
  return [...new Set(named)].toSorted((a, b) => a - b).map(String);
}

function timesIn(phrases: readonly Draft[]): Values {
  const said = phrases.find(({ times }) => times !== null)?.times;
  const times = said == null ? 'none' : clockTimesOf({ ...said, bound: null });
  if (times === 'none' || times.from === null) return {};
  return said?.to == null ? { from: times.from } : { from: times.from, ...(times.to !== null && { to: times.to }) };
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

/** The words that `spokenHours` reads beside days and times, as far as they are told apart by their form. */
export const hourWords = /\b(?:face to face|min(?:ute)?s?|between|each)\b|対面|間隔|ずつ/gi;

interface Around {
  readonly now: Date;
  readonly timeZone: string;
}

/** The next such day from today on: 2025-02-04 for 2-4. Null where there is none. */
export function nextDay(spoken: string, around: Around): string | null {
  const [month = 0, day = 0] = spoken.split('-').map(Number);
  return resolveDay(dateOf(null, month, day), around);
}

/** The first and the last day of that month, the next one that is not over; of the one that runs from today on. */
export function nextMonth(month: number, { now, timeZone }: Around): { readonly first: string; readonly last: string } {
  const today = localOf(now, timeZone).date;
  const year = Number(today.slice(0, 4)) + (month < Number(today.slice(5, 7)) ? 1 : 0);
  const first = dateText(year, month, 1);
  const last = dayAfter(month === 12 ? dateText(year + 1, 1, 1) : dateText(year, month + 1, 1), -1);
  return { first: first < today ? today : first, last };
}

function dateText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
