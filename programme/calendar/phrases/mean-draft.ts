/** Says what a phrase means, once it is known what time it is and where. */
import { Temporal } from 'temporal-polyfill';
import { instantOf, localOf } from '../../messages/dates.js';
import { clockTime } from '../business-days.js';
import type { DateMeaning, DaySpan, PartOfDay, TimeSpan } from './date-phrase.js';
import type { Bound, ClockTime, DayReference, Draft, TimesSaid } from './references.js';
import { type ResolvedDays, resolveDays } from './resolve-days.js';

export interface SpokenAt {
  readonly now: Date;
  /** IANA name of the person's zone. */
  readonly timeZone: string;
}

/** As offices count, and as the hours of consultations are sorted. */
const partTimes: Readonly<Record<PartOfDay, readonly [string, string]>> = {
  morning: ['09:00', '12:00'],
  noon: ['12:00', '13:00'],
  afternoon: ['12:00', '17:00'],
  evening: ['17:00', '21:00'],
  night: ['21:00', '24:00'],
};

const MINUTE = 60_000;

/** Null: it is no phrase after all, but two, whose second lies before the first ("from 27 February to 20 February"). */
export function meaningOf(draft: Draft, at: SpokenAt): DateMeaning | null {
  if (draft.amount !== null && draft.every === null) {
    const { amount, unit, means } = draft.amount;
    return means === 'shift' ? { kind: 'shift', by: { amount, unit } } : { kind: 'length', lasts: { amount, unit } };
  }
  if (draft.minutesAway !== null) return instantAway(draft.minutesAway, draft.approximate, at);
  const days = draft.days === null ? null : daysOf(draft, localOf(at.now, at.timeZone).date);
  if (days === 'backwards') return null;
  const times = timesOf(draft);
  if (days === 'none' || times === 'none') return { kind: 'impossible' };
  const said = { days, times, part: draft.part, approximate: draft.approximate };
  if (draft.every !== null) return { ...said, kind: 'recurrence', every: draft.every, lasts: lengthOf(draft) };
  const bounds = [draft.days?.bound, draft.times?.bound, draft.partBound].filter((one) => one != null);
  if (bounds.length > 0) return openOrDeadline(said, bounds, draft);
  if (times === null) return { ...said, kind: days?.first === days?.last ? 'day' : 'days' };
  if (draft.part !== null) return { ...said, kind: 'part' };
  if (times.from !== times.to) return { ...said, kind: 'times' };
  if (days?.first == null || days.first !== days.last || times.from === null) return { ...said, kind: 'time' };
  const instant = instantAt(days.first, times.from, at.timeZone);
  return instant === null ? { kind: 'impossible' } : { ...said, kind: 'instant', instant };
}

/** "Every minute for ten minutes". */
function lengthOf({ amount }: Draft) {
  return amount === null ? null : { amount: amount.amount, unit: amount.unit };
}

interface Said {
  readonly days: DaySpan | null;
  readonly times: TimeSpan | null;
  readonly part: PartOfDay | null;
  readonly approximate: boolean;
}

function openOrDeadline(said: Said, bounds: readonly Bound[], draft: Draft): DateMeaning {
  const isDeadline = bounds.some((bound) => bound === 'by' || bound === 'within');
  const { times } = said;
  const open =
    times === null || !endsAtTime(draft)
      ? times
      : boundTimes(times.from ?? '', times.to ?? '', draft.days?.bound ?? null);
  return { ...said, times: open, kind: isDeadline ? 'deadline' : 'open' };
}

/** "By Friday at 3pm": what bounds the day bounds the time of that day. */
function endsAtTime({ days, times }: Draft): boolean {
  return days?.bound != null && days.bound !== 'within' && times !== null && times.to === null && times.bound === null;
}

function instantAway(minutes: number, approximate: boolean, { now, timeZone }: SpokenAt): DateMeaning {
  const instant = new Date(now.getTime() + minutes * MINUTE);
  if (Number.isNaN(instant.getTime())) return { kind: 'impossible' };
  const { date, time } = localOf(instant, timeZone);
  return {
    kind: 'instant',
    instant,
    days: { first: date, last: date },
    times: { from: time, to: time },
    part: null,
    approximate,
  };
}

/** 24:00 is the midnight that ends the day. */
function instantAt(date: string, time: string, timeZone: string): Date | null {
  if (time !== '24:00') return instantOf(date, time, timeZone);
  return instantOf(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), '00:00', timeZone);
}

/** Half a year: a range that would be longer was not meant as one. */
const LONGEST_WRAP = 180;

function daysOf(draft: Draft, date: string): DaySpan | null | 'none' | 'backwards' {
  if (draft.days === null) return null;
  const { first, last, bound } = draft.days;
  const today = Temporal.PlainDate.from(date);
  const from = bound === 'since' ? lastBefore(first, today) : resolveDays(first, { today, base: today });
  if (from === null) return 'none';
  if (last === null) return endsAtTime(draft) ? timedSpan(from, bound) : spanOf(from, bound);
  const until = resolveDays(last, { today, base: from.first });
  if (until === null) return 'none';
  const backwards = resolveDays(last, { today, base: today });
  const isAhead = (one: Temporal.PlainDate) => Temporal.PlainDate.compare(one, from.first) < 0;
  if (isAhead(until.last)) return 'backwards';
  const wraps = last.is === 'date' && backwards !== null && isAhead(backwards.first);
  if (wraps && from.first.until(until.last).days > LONGEST_WRAP) return 'backwards';
  return spanOf({ first: from.first, last: until.last }, bound);
}

/** "Since 3 February": the last such day that is over, or today. */
function lastBefore(said: DayReference, today: Temporal.PlainDate): ResolvedDays | null {
  const bases = [today, today.subtract({ days: 6 }), today.subtract({ months: 1 }), today.subtract({ years: 1 })];
  const found = bases.map((base) => resolveDays(said, { today, base }));
  return found.find((one) => one !== null && Temporal.PlainDate.compare(one.first, today) <= 0) ?? found[0] ?? null;
}

/** Of a day and a time: until then only that day counts, from then on all that follow. */
function timedSpan({ first, last }: ResolvedDays, bound: Bound | null): DaySpan {
  const isOpen = bound === 'from' || bound === 'since' || bound === 'after';
  return { first: first.toString(), last: isOpen ? null : last.toString() };
}

function spanOf({ first, last }: ResolvedDays, bound: Bound | null): DaySpan {
  switch (bound) {
    case null:
    case 'within':
      return { first: first.toString(), last: last.toString() };
    case 'from':
    case 'since':
      return { first: first.toString(), last: null };
    case 'after':
      return { first: last.add({ days: 1 }).toString(), last: null };
    case 'by':
    case 'until':
      return { first: null, last: last.toString() };
    case 'before':
      return { first: null, last: first.subtract({ days: 1 }).toString() };
  }
}

function timesOf({ times, part, partBound }: Draft): TimeSpan | null | 'none' {
  if (times !== null) return clockTimesOf(times);
  if (part === null) return null;
  const [from, to] = partTimes[part];
  return boundTimes(from, to, partBound);
}

function boundTimes(from: string, to: string, bound: Bound | null): TimeSpan {
  if (bound === 'from' || bound === 'since') return { from, to: null };
  if (bound === 'after') return { from: to, to: null };
  if (bound === 'before') return { from: null, to: from };
  return bound === null || bound === 'within' ? { from, to } : { from: null, to };
}

/** Of a time or a range of times; 'none': there is no such time. */
export function clockTimesOf({ from, to, bound }: TimesSaid): TimeSpan | 'none' {
  const [first, last] = to === null ? [minutesOf(from), minutesOf(from)] : rangeOf(from, to);
  if (!(first <= 1440 && last <= 1440)) return 'none';
  return boundTimes(clockTime(first), clockTime(last), bound);
}

const HALF_DAY = 720;

/** Of the two halves of the day, the one in which offices work: 3 o'clock is in the afternoon, 9 in the morning. */
function minutesOf({ hour, minute, isSure }: ClockTime): number {
  const minutes = hour * 60 + minute;
  return !isSure && hour >= 1 && hour <= 6 ? minutes + HALF_DAY : minutes;
}

/** What one end leaves open the other one says: "from 1 to 4 pm", "9 am to 5". */
function rangeOf(from: ClockTime, to: ClockTime): readonly [number, number] {
  const either = ({ hour, minute, isSure }: ClockTime) => {
    const minutes = hour * 60 + minute;
    return isSure ? [minutes] : [minutes, (minutes + HALF_DAY) % 1440];
  };
  if (!from.isSure && to.isSure) {
    const end = minutesOf(to);
    return [Math.max(...either(from).filter((one) => one < end), either(from)[0] ?? 0), end];
  }
  const start = minutesOf(from);
  const ends = either(to).filter((one) => one > start);
  return [start, ends.length === 0 ? minutesOf(to) : Math.min(...ends)];
}

/** The other day that a date in numbers is for those who write the day first: 11/7 as 11 July. */
export function otherDayOf(reference: DayReference | undefined, { now, timeZone }: SpokenAt): string | null {
  if (reference?.is !== 'date' || !reference.swaps || reference.month?.month == null) return null;
  const today = Temporal.PlainDate.from(localOf(now, timeZone).date);
  const swapped: DayReference = {
    ...reference,
    day: reference.month.month,
    month: { ...reference.month, month: reference.day },
  };
  return resolveDays(swapped, { today, base: today })?.first.toString() ?? null;
}
