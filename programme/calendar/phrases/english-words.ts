/** The English words of months, weekdays, years and relative months as patterns, and what they mean. */
import { type Groups, type MonthReference, monthAway, monthOf } from './references.js';

const monthNames = 'january february march april may june july august september october november december'.split(' ');
const weekdayNames = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

/** With their abbreviations, some of which are words (may, mar, dec) and must stand beside a number. */
export const monthName =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)';
/** Those that are nothing else. */
export const plainMonthName = '(?:january|february|april|june|july|august|september|october|november|december)';

export const weekdayName = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?';
/** Sat and sun are words of their own. */
export const shortWeekday = '(?:mon|tues?|wed|weds|thur?s?|fri)\\b\\.?';
export const anyWeekday = `(?:${weekdayName}|(?:mon|tues?|weds?|thur?s?|fri|sat|sun)\\b\\.?)`;

export const relativeMonth =
  '(?:(?:the )?(?:this|current|next|coming|following|last|previous|past) month|the month after next)';
export const yearSaid = '(?:,? ?(?:of )?(?<year>(?:19|20)\\d{2})(?![\\d:])|,? (?<yearWord>next|last|this) year)';

export function monthNumber(word: string | undefined): number {
  return monthNames.findIndex((name) => name.startsWith((word ?? '?').slice(0, 3))) + 1;
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOfName(word: string | undefined): number {
  return weekdayNames.findIndex((name) => name.startsWith((word ?? '?').slice(0, 3))) + 1;
}

export function awayOf(word: string | undefined): number {
  if (word === undefined || /after next/.test(word)) return word === undefined ? 0 : 2;
  return /next|coming|following/.test(word) ? 1 : /last|previous|past/.test(word) ? -1 : 0;
}

/** Of the groups `month` (a name or a relative one), `year` and `yearWord`. */
export function monthIn({ month, year, yearWord }: Groups): MonthReference {
  if (/month/.test(month ?? '')) return monthAway(awayOf(month));
  return monthOf(
    monthNumber(month),
    year === undefined ? null : Number(year),
    yearWord === undefined ? null : awayOf(yearWord),
  );
}
