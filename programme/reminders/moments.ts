/** When a rule reminds of something: pure rules on days, windows and the time until which a reminder is of use. */
import type { ReminderKind } from '../../prisma/client.js';
import { dayAfter } from '../calendar/business-days.js';
import { momentFor, opensOn, type SendingCalendar } from '../calendar/windows.js';
import { instantOf, localOf } from '../messages/dates.js';

export const MINUTES_A_DAY = 1_440;

const HOUR = 3_600_000;

/** How many days after a deadline its window is looked for. */
const MOST_DAYS_ON = 92;

/** How long after a due date it helps to be reminded of it. */
export const DAYS_AFTER_DUE = 14;

export interface Rule {
  readonly id: string;
  readonly kind: ReminderKind;
  /** In minutes before what it reminds of; negative: after it. Whole days are days of the reader's calendar. */
  readonly before: number;
}

/** A session or booking that is still to come, or a due date by which companies hand something in. */
export interface Reminded {
  readonly id: string;
  readonly kind: Exclude<ReminderKind, 'invitation'>;
  /** Of a due date its last minute. */
  readonly startsAt: Date;
  /** Until when people answer; bookings have none. */
  readonly deadline: Date | null;
}

export interface Moment {
  readonly ruleId: string;
  readonly subjectId: string;
  readonly timeZone: string;
  readonly kind: ReminderKind;
  /** The start or deadline that it reminds of. */
  readonly occursAt: Date;
  readonly dueAt: Date;
  readonly latestAt: Date;
  /** It is said together with everything else of its moment; otherwise alone and to the minute. */
  readonly together: boolean;
}

/**
 * When a rule is due for readers in this zone; null where it has no moment. Within the day it is due to the minute, whatever the
 * windows. A rule of whole days is due as the first window of that day opens, an hour before what it reminds of at the latest;
 * what would then fall outside every window moves to the last one before, and after a deadline to the next one.
 */
export function dueAt(before: number, occursAt: Date, timeZone: string, calendar: SendingCalendar): Date | null {
  if (!isWholeDays(before)) return new Date(occursAt.getTime() - before * 60_000);
  const day = dayAfter(localOf(occursAt, timeZone).date, -before / MINUTES_A_DAY);
  if (before < 0) return nextOpening(day, timeZone, calendar);
  const wanted = opensOn(day, timeZone, calendar) ?? instantOf(day, '00:00', timeZone) ?? occursAt;
  const latest = new Date(occursAt.getTime() - HOUR);
  return momentFor(wanted < latest ? wanted : latest, timeZone, calendar);
}

/** Whether there is nothing to remind of any more. */
export function isOver({ kind, startsAt }: Reminded, now: Date): boolean {
  const days = kind === 'deadline' ? DAYS_AFTER_DUE : 0;
  return startsAt.getTime() + days * 24 * HOUR <= now.getTime();
}

function isWholeDays(before: number): boolean {
  return before % MINUTES_A_DAY === 0;
}

function nextOpening(day: string, timeZone: string, calendar: SendingCalendar): Date | null {
  for (let on = 0; on <= MOST_DAYS_ON; on += 1) {
    const opening = opensOn(dayAfter(day, on), timeZone, calendar);
    if (opening !== null) return opening;
  }
  return null;
}

/**
 * All moments of the rules for one thing and the readers in one zone. A reminder is of use until the next one says the same, at
 * most until the start or the deadline; of two of one kind that fall on one moment only the nearer is kept.
 */
export function momentsOf(
  { id: subjectId, kind, startsAt, deadline }: Reminded,
  rules: readonly Rule[],
  timeZone: string,
  calendar: SendingCalendar,
): readonly Moment[] {
  const endsAfter = (before: number) =>
    kind === 'deadline' && before < 0 ? new Date(startsAt.getTime() + DAYS_AFTER_DUE * 24 * HOUR) : startsAt;
  const own = momentsFor({ subjectId, kind, occursAt: startsAt, ends: endsAfter }, rules, timeZone, calendar);
  if (deadline === null) return own;
  // After the deadline an answer still helps until the start.
  const ends = (before: number) => (before < 0 ? startsAt : deadline);
  const asks = { subjectId, kind: 'invitation', occursAt: deadline, ends } as const;
  return [...own, ...momentsFor(asks, rules, timeZone, calendar)];
}

interface Occasion {
  readonly subjectId: string;
  readonly kind: ReminderKind;
  readonly occursAt: Date;
  readonly ends: (before: number) => Date;
}

function momentsFor(
  { subjectId, kind, occursAt, ends }: Occasion,
  rules: readonly Rule[],
  timeZone: string,
  calendar: SendingCalendar,
): readonly Moment[] {
  const lastFirst = rules
    .filter((rule) => rule.kind === kind)
    .flatMap((rule) => {
      const due = dueAt(rule.before, occursAt, timeZone, calendar);
      return due === null || due >= ends(rule.before) ? [] : [{ rule, due }];
    })
    .toSorted((one, other) => other.due.getTime() - one.due.getTime() || one.rule.before - other.rule.before);
  const moments: Moment[] = [];
  let next: Date | null = null;
  for (const { rule, due } of lastFirst) {
    if (next !== null && due.getTime() === next.getTime()) continue;
    const end: Date = ends(rule.before);
    const latestAt = next !== null && next < end ? next : end;
    moments.push({
      ...{ ruleId: rule.id, subjectId, timeZone, kind, occursAt, dueAt: due, latestAt },
      together: isWholeDays(rule.before),
    });
    next = due;
  }
  return moments;
}
