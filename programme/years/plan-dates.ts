/** Works out when what is copied takes place in the new programme, and what somebody should look at: holidays, and dates that are past. */
import type { DeliverableType, Programme, Session } from '../../prisma/client.js';
import { type ClosedDays, dayText, isWorkingDay, type WorkingDay } from '../calendar/business-days.js';
import { localOf } from '../messages/dates.js';
import { shiftBetween, shiftedClosure, shiftedInstant } from './shift.js';

export interface CopiedSession {
  readonly session: Session;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly deadline: Date;
  /** Whether the new programme works on its day, and why not. */
  readonly day: WorkingDay;
}

export interface CopiedType {
  readonly type: DeliverableType;
  /** Such as 2025-03-31; null: whenever it is ready. */
  readonly dueOn: string | null;
  readonly day: WorkingDay;
}

export interface CopiedDates {
  /** Such as 2025-11-01. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly sessions: readonly CopiedSession[];
  readonly types: readonly CopiedType[];
  readonly closures: readonly ClosedDays[];
}

interface First {
  readonly programme: Programme;
  readonly sessions: readonly Session[];
  readonly types: readonly DeliverableType[];
  readonly closures: readonly ClosedDays[];
}

/** Due dates stay within the new programme, whose length may differ by some days from whole weeks. */
export function planDates({ programme, sessions, types, closures }: First, startsOn: string): CopiedDates {
  const shift = shiftBetween(dayText(programme.startsOn), startsOn);
  const dayIn = (date: Date, days: number) => dayText(shiftedInstant(date, 'UTC', days));
  const endsOn = dayIn(programme.endsOn, shift.days);
  const moved = closures.map((closure) => shiftedClosure(closure, shift));
  return {
    ...{ startsOn, endsOn, closures: moved },
    sessions: sessions.map((session) => {
      const at = (instant: Date) => shiftedInstant(instant, session.timeZone, shift.weekDays);
      const startsAt = at(session.startsAt);
      const day = isWorkingDay(localOf(startsAt, session.timeZone).date, { closures: moved });
      return { session, startsAt, endsAt: at(session.endsAt), deadline: at(session.deadline), day };
    }),
    types: types.map((type) => {
      if (type.dueOn === null) return { type, dueOn: null, day: { working: true } };
      const due = dayIn(type.dueOn, shift.weekDays);
      const dueOn = due > endsOn ? endsOn : due < startsOn ? startsOn : due;
      return { type, dueOn, day: isWorkingDay(dueOn, { closures: moved }) };
    }),
  };
}

/** The first thing of which the new date is past already: a session by its code, a deliverable by its own. Null where none is. */
export function firstPast({ startsOn, sessions, types }: CopiedDates, now: Date, timeZone: string): string | null {
  const today = localOf(now, timeZone).date;
  const session = sessions.find(({ startsAt, deadline }) => startsAt <= now || deadline <= now);
  const type = types.find(({ dueOn }) => dueOn !== null && dueOn < today);
  return session?.session.code ?? type?.type.code ?? (startsOn < today ? '' : null);
}
