/** The rules of announcements: what may be done in which state, how long they take, and what is worth a warning. */
import type { AnnouncementState, Channel } from '../../prisma/client.js';
import { isWorkingDay } from '../calendar/business-days.js';
import { isInWindow, momentFor, nextOpening, type SendingCalendar, type SendingWindow } from '../calendar/windows.js';
import type { Bilingual } from '../messages/bilingual.js';
import { localOf } from '../messages/dates.js';
import { steadyRates } from '../notifications/pace.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseAnnouncement } from './refuse-announcement.js';

/** Each platform cuts longer paragraphs at 3,000 characters; what the app puts before the text has room beside it. */
export const LONGEST_TEXT = 2_500;

/** How long an announcement is of use unless told, in milliseconds. */
const USEFUL_MILLISECONDS = 7 * 24 * 3_600_000;

/** Nothing of it was sent: it can be written anew. */
const unsent: ReadonlySet<AnnouncementState> = new Set(['draft', 'proposed', 'scheduled', 'cancelled', 'missed']);

/** Some of it may be out. */
const begun: ReadonlySet<AnnouncementState> = new Set(['sending', 'stopped', 'sent']);

export type Step = 'edit' | 'send' | 'cancel' | 'stop' | 'resume' | 'correct' | 'withdraw' | 'remind';

const allowed: Readonly<Record<Step, ReadonlySet<AnnouncementState>>> = {
  edit: unsent,
  send: new Set(['draft']),
  cancel: new Set(['draft', 'proposed', 'scheduled']),
  stop: new Set(['sending']),
  resume: new Set(['stopped']),
  correct: begun,
  withdraw: begun,
  remind: new Set(['sending', 'sent']),
};

export function mayBe(step: Step, state: AnnouncementState): boolean {
  return allowed[step].has(state);
}

/** The states in which a step is possible. */
export function statesFor(step: Step): AnnouncementState[] {
  return [...allowed[step]];
}

/** Null where the step is possible. */
export function refuseStep(step: Step, state: AnnouncementState): Refusal | null {
  if (mayBe(step, state)) return null;
  if (step === 'cancel' && begun.has(state)) return refuseAnnouncement('begun_already', {});
  if (step === 'stop' && (state === 'scheduled' || state === 'proposed')) return refuseAnnouncement('not_begun', {});
  return refuseAnnouncement('not_draft', { state });
}

/** Until when it is of use unless told: a week, and not beyond the start of the session that it is about. */
export function defaultLatest(sendAt: Date, startsAt: Date | null): Date {
  const week = new Date(sendAt.getTime() + USEFUL_MILLISECONDS);
  return startsAt !== null && startsAt > sendAt && startsAt < week ? startsAt : week;
}

/** How long sending takes at least at the pace of each channel, in milliseconds. */
export function sendingMilliseconds(people: Readonly<Record<Channel, number>>): number {
  const { slack, teams, email } = steadyRates;
  return Math.ceil(
    1000 * Math.max(people.slack / slack.perSecond, people.teams / teams.perSecond, people.email / email.perSecond),
  );
}

export type TimeWarning = {
  /** The nearest times in a window, the earlier one only where it is still to come. */
  readonly nearest: readonly Date[];
} & (
  | { readonly kind: 'holiday'; readonly name: Bilingual }
  | { readonly kind: 'outside'; readonly windows: readonly SendingWindow[] }
);

/** What is unusual about this time; null where it lies in a window of a working day. */
export function warnOfTime(
  sendAt: Date,
  { now, timeZone, calendar }: { readonly now: Date; readonly timeZone: string; readonly calendar: SendingCalendar },
): TimeWarning | null {
  if (isInWindow(sendAt, timeZone, calendar)) return null;
  const near = [momentFor(sendAt, timeZone, calendar), nextOpening(sendAt, timeZone, calendar)];
  const nearest = near.flatMap((one) => (one !== null && one > now ? [one] : []));
  const day = isWorkingDay(localOf(sendAt, timeZone).date, calendar);
  return day.working
    ? { kind: 'outside', windows: calendar.windows, nearest }
    : { kind: 'holiday', name: day.name, nearest };
}

/** As much of the first line as stands for the whole. */
const LONGEST_GIST = 40;

/** What stands for an announcement in one line. */
export function gistOf(text: string): string {
  const [first = ''] = text.trim().split('\n');
  const letters = [...first];
  return letters.length > LONGEST_GIST ? `${letters.slice(0, LONGEST_GIST).join('')}…` : first;
}
