/** Whether something can still be done about a session, and by whom. */

import type { Registration, Session } from '../../prisma/client.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import type { Level, Mode, Role } from '../requests/context.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseSession } from './refuse-session.js';

/** How long before the start people can check in or join. */
const CHECK_IN_OPENS_MINUTES = 60;

export function titleOf(session: Pick<Session, 'titleJa' | 'titleEn'>): Bilingual {
  return inBoth(session.titleJa, session.titleEn);
}

export function refuseCalledOff(session: Pick<Session, 'titleJa' | 'titleEn'>): Refusal {
  return refuseSession('session_called_off', { title: titleOf(session) });
}

/** Nothing can be arranged any more, by nobody. */
export function refusePast(session: Session, now: Date): Refusal | null {
  if (session.state === 'called_off') return refuseCalledOff(session);
  return session.endsAt <= now ? refuseSession('session_over', { title: titleOf(session) }) : null;
}

/** Registering and changing: until the deadline; for the secretariat until the end. */
export function refuseTooLate(session: Session, role: Role, now: Date): Refusal | null {
  const about = { title: titleOf(session) };
  const past = refusePast(session, now);
  if (past) return past;
  if (role === 'secretariat') return null;
  if (session.startsAt <= now) return refuseSession('session_started', about);
  if (session.deadline <= now) {
    return refuseSession('deadline_passed', { ...about, deadline: session.deadline, timeZone: session.timeZone });
  }
  return null;
}

/** Giving up a place: until the start, since it helps those who wait. */
export function refuseTooLateToLeave(session: Session, role: Role, now: Date): Refusal | null {
  const refused = refuseTooLate(session, role, now);
  return refused?.refused === 'deadline_passed' ? null : refused;
}

export function refuseMode(session: Session, mode: Mode): Refusal | null {
  return modesOf(session).includes(mode) ? null : refuseSession('mode_not_offered', { title: titleOf(session), mode });
}

export function modesOf({ method }: Pick<Session, 'method'>): readonly Mode[] {
  return method === 'mixed' ? ['onsite', 'online'] : method === 'online' ? ['online'] : ['onsite'];
}

/** The link reaches only those who hold a place online; null for everyone else. */
export function linkFor(
  session: Pick<Session, 'state' | 'link'>,
  own: Pick<Registration, 'state' | 'mode'> | null,
): string | null {
  const entitled = own?.state === 'confirmed' && own.mode === 'online' && session.state === 'scheduled';
  return entitled && session.link !== '' ? session.link : null;
}

/** Whether a session is meant for a participant of this level. */
export function isFor(session: Pick<Session, 'audience'>, level: Level | null): boolean {
  return session.audience === 'all' || level === null || session.audience === level;
}

export function refuseAudience(session: Session, level: Level | null): Refusal | null {
  if (isFor(session, level) || session.audience === 'all') return null;
  return refuseSession('not_your_audience', { title: titleOf(session), audience: session.audience });
}

/** Checking in and joining: from an hour before the start until the end. */
export function refuseOutsideCheckIn(session: Session, now: Date): Refusal | null {
  const about = { title: titleOf(session) };
  if (session.state === 'called_off') return refuseCalledOff(session);
  if (session.endsAt < now) return refuseSession('session_over', about);
  const opensAt = checkInOpens(session);
  if (opensAt > now) return refuseSession('not_open_yet', { ...about, opensAt, timeZone: session.timeZone });
  return null;
}

/** Between the opening of the check-in and the end. */
export function isOn(session: Session, now: Date): boolean {
  return session.state === 'scheduled' && checkInOpens(session) <= now && now <= session.endsAt;
}

/** Recording who came: from the opening of the check-in on, without end, since corrections come late. */
export function refuseBeforeCheckIn(session: Session, now: Date): Refusal | null {
  const opensAt = checkInOpens(session);
  if (session.state === 'called_off') return refuseCalledOff(session);
  return opensAt > now
    ? refuseSession('not_open_yet', { title: titleOf(session), opensAt, timeZone: session.timeZone })
    : null;
}

export function checkInOpens({ startsAt }: Pick<Session, 'startsAt'>): Date {
  return new Date(startsAt.getTime() - CHECK_IN_OPENS_MINUTES * 60_000);
}
