/** Who may do what about a session now: each action's rule once, for its use case, its button and its form. */

import type { Session } from '../../prisma/client.js';
import { refuseJoining as refuseJoiningOnline } from '../attendance/join-online.js';
import type { Level, Mode, Role } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import {
  modesOf,
  refuseAudience,
  refuseMode,
  refuseOutsideCheckIn,
  refusePast,
  refuseTooLate,
  refuseTooLateToLeave,
  titleOf,
} from '../sessions/rules.js';
import { refuseRegistration } from './refuse-registration.js';
import { isActive, type OwnRegistration, wishedMode } from './seats.js';

/** What the rules look at. */
export interface RuleInput {
  readonly session: Session;
  /** The registration that it is about: the person's own or a colleague's. */
  readonly own: OwnRegistration;
  /** The role in which the person acts. */
  readonly role: Role;
  /** The level of the attendee; null while it is not known who that is. */
  readonly level: Level | null;
  readonly now: Date;
}

/** A place that is held by somebody who is not named yet. */
export const someSeat: OwnRegistration = { state: 'confirmed', mode: null, waitingFor: null };

/** Registering, in this mode. A place that is held already is confirmed however late: an old button must not raise doubts. */
export function refuseRegistering(input: RuleInput, mode: Mode): Refusal | null {
  const { session, own, role, level, now } = input;
  const holdsIt = wishedMode(own) === mode;
  const late = holdsIt ? refusePast(session, now) : refuseTooLate(session, role, now);
  return (
    refuseRole(role) ??
    atField('session', late) ??
    atField('person', holdsIt ? null : refuseAudience(session, level)) ??
    atField('mode', refuseMode(session, mode))
  );
}

/** Changing to this mode. Whom the session is meant for no longer matters to those who hold a place. */
export function refuseChangingMode({ session, own, role, now }: RuleInput, mode: Mode): Refusal | null {
  return (
    refuseRole(role) ??
    atField('mode', refuseTooLate(session, role, now) ?? refuseMode(session, mode)) ??
    (isActive(own) ? null : refuseUnregistered(session))
  );
}

/** Sending somebody else in place of the attendee. */
export function refuseSubstituting({ session, own, role, now }: RuleInput): Refusal | null {
  return refuseRole(role) ?? refuseTooLate(session, role, now) ?? (isActive(own) ? null : refuseUnregistered(session));
}

export function refuseCancelling({ session, own, role, now }: RuleInput): Refusal | null {
  return (
    refuseRole(role) ?? refuseTooLateToLeave(session, role, now) ?? (isActive(own) ? null : refuseUnregistered(session))
  );
}

/** Who holds a place can always leave it, whomever the session is meant for by now. */
export function refuseDeclining({ session, own, role, level, now }: RuleInput): Refusal | null {
  const late = refuseRole(role) ?? refuseTooLateToLeave(session, role, now);
  return late ?? (isActive(own) ? null : refuseAudience(session, level));
}

function refuseJoining({ session, own, role, now }: RuleInput): Refusal | null {
  return refuseRole(role, ['participant']) ?? refuseJoiningOnline(session, own, now);
}

function refuseCheckingIn({ session, role, now }: RuleInput): Refusal | null {
  return refuseRole(role, ['participant']) ?? refuseOutsideCheckIn(session, now) ?? refuseMode(session, 'onsite');
}

const sessionActions = [
  'session.register',
  'session.change-mode',
  'session.substitute',
  'session.cancel',
  'session.decline',
  'session.join',
  'session.check-in',
] as const;

export type SessionAction = (typeof sessionActions)[number];

/** The refusal whatever the mode; null where one of the modes that the session offers is not refused. */
export const refusals: Readonly<Record<SessionAction, (input: RuleInput) => Refusal | null>> = {
  'session.register': (input) => inEveryMode(refuseRegistering, input),
  'session.change-mode': (input) => inEveryMode(refuseChangingMode, input),
  'session.substitute': refuseSubstituting,
  'session.cancel': refuseCancelling,
  'session.decline': refuseDeclining,
  'session.join': refuseJoining,
  'session.check-in': refuseCheckingIn,
};

/**
 * What can be done about a session now, by state, time, role, audience and mode. `who`: the role of the person who acts, and
 * the level of the attendee, null while it is open who that is.
 */
export function availableActions(
  session: Session,
  own: OwnRegistration,
  who: Pick<RuleInput, 'role' | 'level'>,
  now: Date,
): ReadonlySet<SessionAction> {
  const input = { session, own, role: who.role, level: who.level, now };
  return new Set(sessionActions.filter((name) => refusals[name](input) === null));
}

function inEveryMode(rule: (input: RuleInput, mode: Mode) => Refusal | null, input: RuleInput): Refusal | null {
  const [first = null, ...others] = modesOf(input.session).map((mode) => rule(input, mode));
  return others.includes(null) ? null : first;
}

function refuseRole(role: Role, who: readonly Role[] = ['participant', 'secretariat']): Refusal | null {
  return who.includes(role) ? null : refuse('not_allowed', {});
}

/** There is no place and no place in the waitlist to do anything about. */
export function refuseUnregistered(session: Session): Refusal {
  return refuseRegistration('not_registered', { title: titleOf(session) });
}

function atField(field: string, refusal: Refusal | null): Refusal | null {
  return refusal && { ...refusal, field };
}
