/** What a phrase of a date or a time means: the types that its readers, its resolution and those who ask for it share. */

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** Calendar days of the person's zone, written 2025-02-17, the last one included; null: open at that end. */
export interface DaySpan {
  readonly first: string | null;
  readonly last: string | null;
}

/** Times that a clock on the wall shows, 09:00 until 12:00, the end exclusive; the same twice is a point; null: open there. */
export interface TimeSpan {
  readonly from: string | null;
  readonly to: string | null;
}

export type AmountUnit = 'second' | 'minute' | 'hour' | 'day' | 'workingDay' | 'week' | 'month' | 'year';

export interface TimeAmount {
  /** Of a shift negative where it is earlier. */
  readonly amount: number;
  readonly unit: AmountUnit;
}

/** Every second week on Tuesday: { amount: 2, unit: 'week', weekdays: [2] }. */
export interface Repetition {
  readonly amount: number;
  readonly unit: AmountUnit;
  /** 1 for Monday to 7 for Sunday. */
  readonly weekdays: readonly number[];
  /** Within the month: 2 for its second such weekday, -1 for its last. */
  readonly nth: number | null;
  readonly dayOfMonth: number | null;
}

interface SaidOfTime {
  readonly days: DaySpan | null;
  readonly times: TimeSpan | null;
  readonly part: PartOfDay | null;
  /** 「ごろ」, "around", 「上旬」: what is said is not meant to the day or the minute. */
  readonly approximate: boolean;
}

/**
 * 'day', 'days': no time is said. 'part', 'time', 'times': with `days` where a day is said. 'instant': one day and one time.
 * 'open': open at one end (12日以降, until noon). 'deadline': by its end (金曜までに, 今週中). 'shift': by so much later or, negative,
 * earlier. 'length': how long. 'impossible': there is no such day or time (2月30日), and nothing is guessed.
 */
export type DateMeaning =
  | (SaidOfTime & { readonly kind: 'day' | 'days' | 'part' | 'time' | 'times' })
  | (SaidOfTime & { readonly kind: 'open' | 'deadline' })
  | (SaidOfTime & { readonly kind: 'instant'; readonly instant: Date })
  | (SaidOfTime & { readonly kind: 'recurrence'; readonly every: Repetition; readonly lasts: TimeAmount | null })
  | { readonly kind: 'shift'; readonly by: TimeAmount }
  | { readonly kind: 'length'; readonly lasts: TimeAmount }
  | { readonly kind: 'impossible' };

export interface DatePhrase {
  /** Where it stands in the text as it was typed, the end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly meaning: DateMeaning;
  /** The day that 11/7 is as well, for those who write the day first: in English only. */
  readonly otherDay: string | null;
}
