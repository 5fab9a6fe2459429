/** Reads which day of consultations somebody speaks of: 「明日」, "on Tuesday", 「3月4日」; of several days none, so that it is asked. */
import { readDatePhrases } from '../calendar/phrases/find-date-phrases.js';
import { type DayReference, type Draft, dateOf, dayAway, monthAway } from '../calendar/phrases/references.js';
import { resolveDay } from '../calendar/phrases/resolve-days.js';
import type { Values } from '../messages/message.js';

/** In which week a day of the week lies, by a letter: of this week, after today, the next one, … */
const weekLetters: readonly (readonly [string, number | null | 'next' | 'last'])[] = [
  ['w', null],
  ['s', 'next'],
  ['l', 'last'],
  ['t', 0],
  ['n', 1],
  ['a', 2],
  ['p', -1],
];

/**
 * `spokenDay`: the only day that is named, as `dayOf` reads it; `severalDays`: there are more. Of a day from which on hours are
 * wanted that day with `onwards`; `spokenMonth` where only a month is named.
 */
export function spokenBeginningIn(text: string): Values {
  const phrases = readDatePhrases(text);
  const [only, other] = namedIn(phrases);
  if (only !== undefined) {
    const begins = other === undefined && only.days?.last === null && beginsThere(only) && !phrases.some(lastsDays);
    return begins ? { spokenDay: only.day, onwards: true } : spokenDayIn(text);
  }
  const month = phrases.map(({ days }) => days?.first).find((first) => first?.is === 'month' && first.section === null);
  return month?.is !== 'month' || month.month?.month == null ? {} : { spokenMonth: month.month.month };
}

/** The same without what lasts longer than a day. */
export function spokenDayIn(text: string): Values {
  const phrases = readDatePhrases(text);
  const [only, other] = namedIn(phrases);
  if (only === undefined) return {};
  const isLonger = other !== undefined || only.days?.last != null || isOpen(only) || phrases.some(lastsDays);
  return isLonger ? { severalDays: true } : { spokenDay: only.day };
}

const beginsThere = ({ days }: Draft) => days?.bound === 'from' || days?.bound === 'since' || days?.bound === 'after';

/** A deadline is one day, whatever is before it. */
function isOpen(draft: Draft): boolean {
  return beginsThere(draft) || draft.days?.bound === 'until' || draft.days?.bound === 'before';
}

function lastsDays({ amount }: Draft): boolean {
  return amount?.means === 'length' && amount.unit !== 'minute' && amount.unit !== 'hour';
}

/** The phrases that name a day, each with the day; a day that is named twice counts once. */
function namedIn(phrases: readonly Draft[]): readonly (Draft & { readonly day: string })[] {
  const named = phrases.flatMap((phrase) => daysSaid(phrase).map((day) => ({ ...phrase, day })));
  return named.filter(({ day }, at) => named.findIndex((one) => one.day === day) === at);
}

function daysSaid({ days, every }: Draft): readonly string[] {
  if (every !== null) return every.weekdays.map((weekday) => `w${weekday}`);
  return [days?.first, days?.last].flatMap((one) => (one == null ? [] : (dayText(one) ?? [])));
}

/** +1 for tomorrow, 3-4 for 4 March, d22 for the 22nd, n2 for Tuesday of next week; null for what is no day or over. */
function dayText(day: DayReference): string | null {
  if (day.is === 'away') return day.unit === 'day' && day.by >= 0 ? `+${day.by}` : null;
  if (day.is === 'offset') return offsetText(day);
  if (day.is === 'weekday') {
    const letter = weekLetters.find(([, week]) => week === day.week)?.[0];
    return letter === undefined ? null : `${letter}${day.weekday}`;
  }
  if (day.is !== 'date') return null;
  if (day.month === null) return `d${day.day}`;
  const { month, year, away } = day.month;
  if (month === null) return `m${away}-${day.day}`;
  if (year === null) return `${month}-${day.day}`;
  return `${year}-${String(month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
}

function offsetText({ amount: { amount, unit }, from }: Extract<DayReference, { is: 'offset' }>): string | null {
  if (from !== null || amount < 0) return null;
  return unit === 'day' ? `+${amount}` : unit === 'week' ? `+${amount * 7}` : null;
}

/** The day that is meant, the programme's: 2025-02-04. Null where there is none. */
export function dayOf(spoken: string, around: { readonly now: Date; readonly timeZone: string }): string | null {
  const day = referenceOf(spoken);
  return day === null ? null : resolveDay(day, around);
}

function referenceOf(spoken: string): DayReference | null {
  const numbers = spoken
    .split(/\D+/)
    .filter((one) => one !== '')
    .map(Number);
  const [first = 0, second = 0, third = 0] = numbers;
  if (/^\+\d{1,4}$/.test(spoken)) return dayAway(first);
  if (/^d\d+$/.test(spoken)) return { is: 'date', month: null, day: first, swaps: false };
  if (/^m-?\d+-\d+$/.test(spoken)) {
    const away = spoken.startsWith('m-') ? -first : first;
    return { is: 'date', month: monthAway(away), day: second, swaps: false };
  }
  if (/^\d{4}-\d+-\d+$/.test(spoken)) return dateOf(first, second, third);
  if (/^\d+-\d+$/.test(spoken)) return dateOf(null, first, second);
  const letter = weekLetters.find(([one]) => spoken.startsWith(one));
  return letter === undefined || !/^[a-z]\d$/.test(spoken) ? null : { is: 'weekday', weekday: first, week: letter[1] };
}
