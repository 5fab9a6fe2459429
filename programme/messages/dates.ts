/** Dates and times as people write and read them: local times with their zone to instants and back. */
import { LRUCache } from 'lru-cache';
import { Temporal } from 'temporal-polyfill';
import type { BaseContext, Language } from '../requests/context.js';
import { formatter } from './formatters.js';

export const defaultTimeZone = 'Asia/Tokyo';

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name.includes('/') || name === 'UTC';
  } catch {
    return false;
  }
}

/** Asia/Tokyo for asia/tokyo, as the IANA database writes it; an older name of a zone stays. Null for what is none. */
export function canonicalTimeZone(name: string): string | null {
  if (!isTimeZone(name)) return isTimeZone(name.toUpperCase()) ? name.toUpperCase() : null;
  return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId;
}

/**
 * The instant of a local date ('2024-11-07') and time ('15:30') in an IANA zone; null when there is no such date or time.
 * In the hour that is skipped in spring the later reading holds, in the one that comes twice in autumn the earlier:
 * https://tc39.es/proposal-temporal/docs/ambiguity.html, 'compatible'.
 */
export function instantOf(date: string, time: string, timeZone: string): Date | null {
  try {
    const local = Temporal.PlainDate.from(date, { overflow: 'reject' }).toPlainDateTime(Temporal.PlainTime.from(time));
    return new Date(local.toZonedDateTime(timeZone).epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Whether there is such a day as '2024-11-07'. */
export function isDate(date: string): boolean {
  return instantOf(date, '00:00', 'UTC') !== null;
}

/** What the clock on a wall shows. */
interface Local {
  readonly date: string;
  readonly time: string;
}

/** The same few instants, those of sessions, are shown again and again, and taking a formatted one apart is slow. */
const locals = new LRUCache<string, Local>({ max: 1_000 });

/** '2024-11-07' and '15:30' as the clock on that zone's wall shows. */
export function localOf(instant: Date, timeZone: string): Local {
  const key = `${timeZone}|${instant.getTime()}`;
  const known = locals.get(key);
  if (known !== undefined) return known;
  const fresh = readWall(instant, timeZone);
  locals.set(key, fresh);
  return fresh;
}

function readWall(instant: Date, timeZone: string): Local {
  const parts = formatter('wall', 'en-CA', timeZone, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** Whole calendar days in that zone from now until then: 0 today, negative in the past. */
export function daysUntil(now: Date, then: Date, timeZone: string): number {
  const day = (instant: Date) => Temporal.PlainDate.from(localOf(instant, timeZone).date);
  return day(now).until(day(then), { largestUnit: 'day' }).days;
}

/** 2024年11月7日(木) / Thu, 7 Nov 2024 */
export function formatDay(language: Language, instant: Date, timeZone: string): string {
  const { date } = localOf(instant, timeZone);
  const [year, month, day] = date.split('-').map(Number);
  const weekday = formatter('weekday', language, timeZone, { weekday: 'short' }).format(instant);
  if (language === 'ja') return `${year}年${month}月${day}日(${weekday})`;
  const monthName = formatter('month', 'en', timeZone, { month: 'short' }).format(instant);
  return `${weekday}, ${day} ${monthName} ${year}`;
}

/** 2024年11月7日(木) 15:30 with the zone's name, in the person's own zone. */
export function formatInstant(context: Pick<BaseContext, 'language' | 'timeZone'>, instant: Date): string {
  return formatInstantIn(context.language, instant, context.timeZone);
}

export function formatInstantIn(language: Language, instant: Date, timeZone: string): string {
  const { time } = localOf(instant, timeZone);
  return `${formatDay(language, instant, timeZone)} ${time}${zoneMark(language, instant, timeZone)}`;
}

/** The instant in the zone it was set in; for a person in another zone the same in theirs follows in brackets. */
export function formatDeadline(
  context: Pick<BaseContext, 'language' | 'timeZone'>,
  instant: Date,
  timeZone: string,
): string {
  const there = formatInstantIn(context.language, instant, timeZone);
  if (sameOffset(instant, context.timeZone, timeZone)) return there;
  return `${there} [${formatInstantIn(context.language, instant, context.timeZone)}]`;
}

/**
 * 2024年11月7日(木) 15:30〜17:00 in the session's zone; for a person in another zone the same in theirs follows in brackets.
 */
export function formatSpan(
  context: Pick<BaseContext, 'language' | 'timeZone'>,
  starts: Date,
  ends: Date,
  timeZone: string,
): string {
  const there = spanIn(context.language, starts, ends, timeZone);
  if (context.timeZone === timeZone || sameOffset(starts, context.timeZone, timeZone)) return there;
  return `${there} [${spanIn(context.language, starts, ends, context.timeZone)}]`;
}

function spanIn(language: Language, starts: Date, ends: Date, timeZone: string): string {
  const from = localOf(starts, timeZone);
  const to = localOf(ends, timeZone);
  const dash = language === 'ja' ? '〜' : '–';
  const end = from.date === to.date ? to.time : `${formatDay(language, ends, timeZone)} ${to.time}`;
  return `${formatDay(language, starts, timeZone)} ${from.time}${dash}${end}${zoneMark(language, starts, timeZone)}`;
}

function sameOffset(instant: Date, one: string, other: string): boolean {
  const there = localOf(instant, one);
  const here = localOf(instant, other);
  return there.date === here.date && there.time === here.time;
}

/** Japanese readers take Japan's time for granted; everyone else is told the zone. */
function zoneMark(language: Language, instant: Date, timeZone: string): string {
  if (language === 'ja' && timeZone === defaultTimeZone) return '';
  if (timeZone === defaultTimeZone) return ' JST';
  const part = formatter('zone', 'en', timeZone, { timeZoneName: 'shortOffset' })
    .formatToParts(instant)
    .find(({ type }) => type === 'timeZoneName');
  return ` ${timeZone} (${part?.value ?? 'UTC'})`;
}
