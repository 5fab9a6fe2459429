/** Warns of dates that a programme may have and hardly ever means: a mistyped year, a deadline long before. */
import { localOf } from '../messages/dates.js';
import type { NewSession } from '../sessions/add-sessions.js';
import { type Fault, fault } from './findings.js';
import type { ImportedProgramme } from './read-programme.js';
import type { ImportTexts } from './texts-ja.js';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1_000;

/** A deadline is set weeks ahead; a quarter of a year is more likely a slip. */
const EARLY_DEADLINE_DAYS = 92;

/** The longest session of a programme lasts a few days. */
const LONGEST_SESSION_DAYS = 7;

/** The farthest that anybody plans, and the oldest programme that anybody records. */
const MOST_YEARS_AWAY = 20;

/** At most one warning for each date. */
export function warnOfDates(file: string, programme: ImportedProgramme, now: Date): readonly Fault[] {
  return programme.sessions.flatMap((session, index) => {
    const at = (field: string) => `sessions[${index}].${field}`;
    return (['startsAt', 'endsAt', 'deadline'] as const).flatMap((field) => {
      const say = isOdd(session, field, now)
        ? oddYear(session, field)
        : field === 'deadline'
          ? deadlineEarly(session, now)
          : (longSession(session, field, now) ?? outside(session, field, programme));
      return say === null ? [] : fault(file, at(field), (_faults, { warnings }) => say(warnings));
    });
  });
}

type Say = (warnings: ImportTexts['warnings']) => string;
type DateField = 'startsAt' | 'endsAt' | 'deadline';

function isOdd(session: NewSession, field: DateField, now: Date): boolean {
  return Math.abs(session[field].getTime() - now.getTime()) > MOST_YEARS_AWAY * 365 * DAY_MILLISECONDS;
}

function oddYear(session: NewSession, field: DateField): Say {
  const { date } = localOf(session[field], session.timeZone);
  return (warnings) => warnings.oddYear(date);
}

function deadlineEarly({ startsAt, deadline }: NewSession, now: Date): Say | null {
  const days = daysBetween(deadline, startsAt);
  if (days <= EARLY_DEADLINE_DAYS || Math.abs(daysBetween(now, startsAt)) > MOST_YEARS_AWAY * 365) return null;
  return (warnings) => warnings.deadlineEarly(days);
}

/** The start is looked at by itself, so that a year that is wrong there is said once. */
function longSession(session: NewSession, field: DateField, now: Date): Say | null {
  const days = daysBetween(session.startsAt, session.endsAt);
  if (field !== 'endsAt' || days <= LONGEST_SESSION_DAYS || isOdd(session, 'startsAt', now)) return null;
  return (warnings) => warnings.longSession(days);
}

function outside(
  session: NewSession,
  field: DateField,
  { startsOn, endsOn }: Pick<ImportedProgramme, 'startsOn' | 'endsOn'>,
): Say | null {
  const { date } = localOf(session[field], session.timeZone);
  const [from, to] = [dayText(startsOn), dayText(endsOn)];
  if (date >= from && date <= to) return null;
  // One that lies outside from start to end is said once.
  if (field === 'endsAt' && outside(session, 'startsAt', { startsOn, endsOn }) !== null) return null;
  return (warnings) => warnings.outsideProgramme(from, to);
}

function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / DAY_MILLISECONDS);
}

function dayText(day: Date): string {
  return day.toISOString().slice(0, 10);
}
