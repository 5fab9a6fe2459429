/** What words say of days and times before it is known what day it is: read without a clock, resolved with one. */
import type { AmountUnit, PartOfDay, Repetition, TimeAmount } from './date-phrase.js';

/** A part of a week, a month or a year. 'end' is its last day, of a week Friday. */
export type Section = 'start' | 'early' | 'mid' | 'late' | 'end' | 'firstHalf' | 'secondHalf';

/** By its number or, where that is null, so many months from this one; a year that is not said is the next one it fits. */
export interface MonthReference {
  readonly month: number | null;
  readonly away: number;
  readonly year: number | null;
  /** So many years from this one, where that is said: 来年の3月. */
  readonly yearsAway: number | null;
}

export type DayReference =
  | {
      readonly is: 'date';
      /** Null: the next such day of a month. */
      readonly month: MonthReference | null;
      readonly day: number;
      /** 11/7 may be read the other way. */
      readonly swaps: boolean;
    }
  /** Today, tomorrow; this week, next month: the whole of it. */
  | {
      readonly is: 'away';
      readonly unit: 'day' | 'week' | 'month' | 'year' | 'fiscalYear';
      readonly by: number;
      readonly section: Section | null;
    }
  /** Week: so many weeks from this one. Null: the next one from today on; 'next': after today; 'last': before today. */
  | { readonly is: 'weekday'; readonly weekday: number; readonly week: number | null | 'next' | 'last' }
  | { readonly is: 'weekend'; readonly week: number | null }
  | { readonly is: 'nthWeekday'; readonly nth: number; readonly weekday: number; readonly month: MonthReference | null }
  | { readonly is: 'nthWeek'; readonly nth: number; readonly month: MonthReference }
  /** Month null: the one whose section is not over. */
  | { readonly is: 'month'; readonly month: MonthReference | null; readonly section: Section | null }
  | { readonly is: 'year'; readonly year: number; readonly fiscal: boolean; readonly section: Section | null }
  | { readonly is: 'decade'; readonly year: number }
  /** Three months from that one on. `isNext`: not the one that is now. */
  | {
      readonly is: 'season';
      readonly first: number;
      readonly year: number | null;
      readonly yearsAway: number | null;
      readonly isNext: boolean;
    }
  /** Of the fiscal year in which it is not over yet: 「年度末」, 「年度初め」. */
  | { readonly is: 'fiscalSection'; readonly section: Section }
  /** So long after a day, or before it where negative; null: from today. */
  | { readonly is: 'offset'; readonly amount: TimeAmount; readonly from: DayReference | null }
  /** From today for so long; negative: until today. */
  | { readonly is: 'within'; readonly amount: TimeAmount }
  /** Of the week in which that day lies. */
  | { readonly is: 'weekOf'; readonly day: DayReference }
  | { readonly is: 'named'; readonly name: string; readonly year: number | null; readonly yearsAway: number | null };

/** 'by' and 'within' are deadlines; 'since' looks back. */
export type Bound = 'from' | 'since' | 'after' | 'until' | 'before' | 'by' | 'within';

export interface DaysSaid {
  readonly first: DayReference;
  /** Of a range. */
  readonly last: DayReference | null;
  readonly bound: Bound | null;
}

export interface ClockTime {
  readonly hour: number;
  readonly minute: number;
  /** Whether the half of the day is said or can only be one. */
  readonly isSure: boolean;
}

export interface TimesSaid {
  readonly from: ClockTime;
  /** Of a range. */
  readonly to: ClockTime | null;
  readonly bound: Bound | null;
}

/** A part of a phrase, or the whole of one. Positions are those of the folded text. */
export interface Draft {
  readonly from: number;
  readonly to: number;
  readonly days: DaysSaid | null;
  readonly times: TimesSaid | null;
  readonly part: PartOfDay | null;
  /** Of the part, where that has one: from noon on. */
  readonly partBound: Bound | null;
  readonly approximate: boolean;
  readonly every: Repetition | null;
  readonly amount: (TimeAmount & { readonly means: 'shift' | 'length' }) | null;
  /** So many minutes from now. */
  readonly minutesAway: number | null;
}

/** What a reader finds; null claims the place for what is no date, so that nothing is read in it. */
export type Reading = Partial<Omit<Draft, 'from' | 'to'>> | null;

/** The named groups of a reader's pattern. */
export type Groups = Readonly<Record<string, string | undefined>>;

export interface Reader {
  readonly pattern: RegExp;
  /** Undefined: the words only look like it, and another reader may find something there. `before`: a few letters before it. */
  readonly read: (said: Groups, before: string) => Reading | undefined;
}

export function reader(pattern: string, read: Reader['read']): Reader {
  return { pattern: new RegExp(pattern, 'gu'), read };
}

/** Words that look like a date and are none. */
export function noDate(pattern: string): Reader {
  return reader(pattern, () => null);
}

export const days = (first: DayReference): { readonly days: DaysSaid } => ({
  days: { first, last: null, bound: null },
});

export const dayAway = (by: number): DayReference => ({ is: 'away', unit: 'day', by, section: null });

/** The numbers of a date; a year and a month that are not said are null. */
export function dateOf(year: number | null, month: number, day: number): DayReference {
  return { is: 'date', month: { month, away: 0, year, yearsAway: null }, day, swaps: false };
}

export function monthOf(month: number, year: number | null = null, yearsAway: number | null = null): MonthReference {
  return { month, away: 0, year, yearsAway };
}

export const monthAway = (away: number): MonthReference => ({ month: null, away, year: null, yearsAway: null });

export const offset = (amount: number, unit: AmountUnit, from: DayReference | null = null): DayReference => ({
  ...{ is: 'offset', amount: { amount, unit }, from },
});

export function repeating(amount: number, unit: AmountUnit, more: Partial<Repetition> = {}): Repetition {
  return { amount, unit, weekdays: [], nth: null, dayOfMonth: null, ...more };
}
