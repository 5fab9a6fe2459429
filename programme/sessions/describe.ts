/** Says in words when, where and what a session is, and how the person stands to it. */

import type { Attendance, Session } from '../../prisma/client.js';
import { cameAs } from '../attendance/attendance.js';
import { attendanceTexts } from '../attendance/texts.js';
import { inBoth, pick } from '../messages/bilingual.js';
import { daysUntil, formatDeadline, formatSpan } from '../messages/dates.js';
import type { ActionButton, Button, Fact } from '../messages/message.js';
import type { OwnRegistration } from '../registrations/seats.js';
import { registrationTexts } from '../registrations/texts.js';
import type { BaseContext, Membership } from '../requests/context.js';
import { linkFor } from './rules.js';
import { type SessionActionName, sessionActionTitle } from './session-actions.js';
import { sessionTexts } from './texts.js';

/** The record of whether and how the person came, where there is one. */
export type Recorded = Pick<Attendance, 'mode'> | null;

export function sessionTitle(context: BaseContext, session: Pick<Session, 'code' | 'titleJa' | 'titleEn'>): string {
  return sessionTexts[context.language].titled(
    session.code,
    pick(context.language, inBoth(session.titleJa, session.titleEn)),
  );
}

export function when(context: BaseContext, session: Pick<Session, 'startsAt' | 'endsAt' | 'timeZone'>): string {
  return formatSpan(context, session.startsAt, session.endsAt, session.timeZone);
}

export function where(context: BaseContext, session: Pick<Session, 'method' | 'venueJa' | 'venueEn'>): string {
  const sessions = sessionTexts[context.language];
  const venue = pick(context.language, inBoth(session.venueJa, session.venueEn));
  if (session.method === 'online') return sessions.methods.online;
  return sessions.methodAt(sessions.methods[session.method], venue === '' ? sessions.venueOpen : venue);
}

/** The deadline with the days left, as long as it is ahead. */
export function deadline(context: BaseContext, session: Pick<Session, 'deadline' | 'timeZone'>): string {
  const instant = formatDeadline(context, session.deadline, session.timeZone);
  if (session.deadline <= context.now) return sessionTexts[context.language].closed(instant);
  return sessionTexts[context.language].daysLeft(instant, daysUntil(context.now, session.deadline, session.timeZone));
}

/** How the person answered: place, waitlist or absence. */
export function standing(context: BaseContext, own: OwnRegistration): string {
  if (own === null) return registrationTexts[context.language].standing.none;
  if (own.state === 'cancelled') return registrationTexts[context.language].standing.cancelled;
  if (own.state === 'declined' || own.mode === null) return registrationTexts[context.language].standing.declined;
  if (own.state === 'waiting')
    return registrationTexts[context.language].standing.waiting(sessionTexts[context.language].modes[own.mode]);
  const seated = registrationTexts[context.language].standing.confirmed(sessionTexts[context.language].modes[own.mode]);
  return own.waitingFor === null
    ? seated
    : registrationTexts[context.language].standing.alsoWaiting(
        seated,
        sessionTexts[context.language].modes[own.waitingFor],
      );
}

/** What there is to say of the person: once it is recorded whether they came, that rather than what they had answered. */
export function ownFact(context: BaseContext, own: OwnRegistration, recorded: Recorded): Fact {
  const { labels } = sessionTexts[context.language];
  const { came } = attendanceTexts[context.language];
  return recorded === null
    ? { label: labels.answer, value: standing(context, own) }
    : { label: labels.recorded, value: came[cameAs(recorded)] };
}

export function sessionFacts(context: BaseContext, session: Session): readonly Fact[] {
  const sessions = sessionTexts[context.language];
  return [
    { label: sessions.labels.when, value: when(context, session) },
    { label: sessions.labels.where, value: where(context, session) },
    { label: sessions.labels.audience, value: sessions.audiences[session.audience] },
    { label: sessions.labels.deadline, value: deadline(context, session) },
  ];
}

/** Where to connect to, for those who may know: in words, to be copied into a calendar. */
export function linkFacts(context: BaseContext, session: Session, own: OwnRegistration): readonly Fact[] {
  const link = linkFor(session, own);
  return link === null ? [] : [{ label: sessionTexts[context.language].labels.link, value: link }];
}

/** A button for an action on this session. */
export function sessionButton(
  context: BaseContext,
  action: SessionActionName,
  session: Pick<Session, 'id'>,
  more: Partial<ActionButton> = {},
): ActionButton {
  return {
    label: sessionActionTitle(context.language, action),
    action,
    ...more,
    input: { session: session.id, ...more.input },
  };
}

export function staffButtons(context: BaseContext, membership: Membership, session: Session): readonly Button[] {
  if (membership.role !== 'secretariat') return [];
  const takesPlace = session.state !== 'called_off';
  const open = takesPlace && session.endsAt > context.now;
  return [
    sessionButton(context, 'session.attendees', session, { emphasis: 'primary' }),
    ...(open ? [sessionButton(context, 'session.change', session, { form: true })] : []),
    ...recordButtons(context, session),
    ...(takesPlace && session.method !== 'online' ? [sessionButton(context, 'session.check-in-code', session)] : []),
    sessionButton(context, 'session.changes', session),
    ...(open ? [sessionButton(context, 'session.call-off', session, { emphasis: 'danger', form: true })] : []),
  ];
}

/** Who came can be recorded only of a session that takes place. */
export function recordButtons(context: BaseContext, session: Session): readonly ActionButton[] {
  if (session.state === 'called_off') return [];
  return [
    sessionButton(context, 'session.record', session, { form: true }),
    sessionButton(context, 'session.walk-in', session, { form: true }),
  ];
}
