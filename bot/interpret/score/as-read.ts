/** As what a field of an understood sentence counts: itself, or the words by which its room finds what it holds. */
import { dayAfter } from '../../../programme/calendar/business-days.js';
import { dayOf } from '../../../programme/consultations/spoken-day.js';
import { instantOf, localOf } from '../../../programme/messages/dates.js';
import type { Values } from '../../../programme/messages/message.js';

interface At {
  readonly now: Date;
  readonly timeZone: string;
}

const ofHour = ['spokenCompany', 'spokenAdviser'];

/** What is said of a thing that only the database has: its room finds it by that. */
const saidOf: Readonly<Record<string, readonly string[]>> = {
  booking: ofHour,
  slot: ofHour,
  slots: ofHour,
  draft: ['spokenCompany'],
  extension: ['spokenCompany'],
  assignment: ofHour,
  deliverable: ['spokenDeliverableType', 'spokenCompany'],
  adviser: ['spokenAdviser'],
};

const onDay: ReadonlySet<string> = new Set(['booking', 'slots', 'day', 'date', 'firstDay', 'slot']);
/** Where something is to be moved to, before where it is. */
const moved: ReadonlySet<string> = new Set(['slot', 'date']);

/** Everything that the field can be held to be; the days of the week that was asked for are its working days. */
export function readAs(field: string, values: Values, at: At): readonly unknown[] {
  const named = (saidOf[field] ?? []).map((name) => values[name]);
  const day = moved.has(field) && values.toDay !== undefined ? values.toDay : dayIn(values, at);
  const time = values.toDay !== undefined && moved.has(field) ? values.toTime : values.spokenTime;
  const days = onDay.has(field) && typeof day === 'string' ? [day, ...hourOn(day, time, at)] : [];
  const week = typeof values.week === 'string' ? weekOf(values.week, at) : null;
  const ofWeek = field === 'firstDayOfWeek' ? week?.first : field === 'lastDayOfWeek' ? week?.last : undefined;
  return [values[field], ...named, ...days, ofWeek].filter((one) => one !== undefined);
}

function dayIn({ spokenDay }: Values, at: At): string | null {
  return typeof spokenDay === 'string' ? dayOf(spokenDay, at) : null;
}

function hourOn(day: string, time: unknown, { timeZone }: At): readonly string[] {
  if (typeof time !== 'string') return [];
  const instant = instantOf(day, time, timeZone);
  return [`${day}T${time}`, ...(instant === null ? [] : [instant.toISOString()])];
}

function weekOf(week: string, { now, timeZone }: At) {
  const weeks = { this: 0, next: 1, after: 2 }[week];
  if (weeks === undefined) return null;
  const today = localOf(now, timeZone).date;
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const first = dayAfter(today, weeks * 7 - weekday);
  return { first, last: dayAfter(first, 4) };
}
