/** The forms about a registration: which session, whose, and what the action needs besides. */

import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import type { Choice, Field, Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import type { Refusal } from '../requests/refusal.js';
import { sessionFacts, sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { refuseSession } from '../sessions/refuse-session.js';
import {
  attendeeField,
  declinerChoices,
  registeredColleagues,
  seatHolderChoices,
  sessionField,
} from '../sessions/session-choices.js';
import { sessionTexts } from '../sessions/texts.js';
import { attendeeFacts } from './attendee-words.js';
import { findAttendee } from './find-attendee.js';
import { refuseUnknownName } from './named-attendee.js';
import { heldSessionChoices, openSessionChoices } from './open-sessions.js';
import { refuseRegistration } from './refuse-registration.js';
import { readSeats } from './registrations.sql.js';
import { refusals, someSeat } from './rules.js';
import { isActive, type OwnRegistration } from './seats.js';
import { registrationTexts } from './texts.js';

/** For an action on a place that is held: asks whose, where a colleague holds one too, or for whom the secretariat acts. */
export async function heldSeatForm(
  context: Context,
  given: Values,
  action: 'session.change-mode' | 'session.cancel' | 'session.substitute',
  fields: readonly Field[] = [],
): Promise<Form | Refusal> {
  const unknown = refuseUnknownName(given);
  if (unknown) return unknown;
  const session = await findSession(context, given.session);
  const person = namedPerson(given);
  const whose = await whoseSeat(context, session, person);
  const { membership, now } = context;
  const input = { own: whose.own, role: membership.role, level: null, now };
  const refused = session && refusals[action]({ session, ...input });
  if (refused) return refused;
  const sessions = session === null ? await heldSessionChoices(context, action, whose.people) : [];
  if (session === null && sessions.length === 0) return await refuseNothingHeld(context);
  return await formAbout(context, given, { action, session, sessions, fields: [...whose.fields, ...fields] });
}

/** Where the person is only not registered yet, that is said, since there are sessions. */
async function refuseNothingHeld(context: Context): Promise<Refusal> {
  const { role, level } = context.membership;
  const open = role === 'participant' ? await openSessionChoices(context, 'session.register', level) : [];
  if (open.length === 0) return refuseSession('no_open_session', {});
  const action = 'session.register';
  const label = { ja: registrationTexts.ja.actions[action].title, en: registrationTexts.en.actions[action].title };
  return { ...refuseRegistration('registered_nowhere', {}), offer: { action, label } };
}

/** Only people who hold a place, in the session where it is known. */
export async function searchSeatHolders(
  context: Context,
  _field: string,
  typed: string,
  given: Values,
): Promise<readonly Choice[]> {
  return await seatHolderChoices(context, await findSession(context, given.session), typed);
}

/** For declining, which needs no place. */
export async function declineForm(context: Context, given: Values): Promise<Form | Refusal> {
  const action = 'session.decline';
  const unknown = refuseUnknownName(given);
  if (unknown) return unknown;
  const session = await findSession(context, given.session);
  const attendee = await findAttendee(context.transaction, actingMember(context), namedPerson(given));
  const level = attendee?.level ?? null;
  const { role } = context.membership;
  const refused = session && refusals[action]({ session, own: null, role, level, now: context.now });
  if (refused) return refused;
  const sessions = session === null ? await openSessionChoices(context, action, level) : [];
  if (session === null && sessions.length === 0) return refuseSession('no_open_session', {});
  const fields = role === 'participant' ? [] : [await declinerField(context, session, given)];
  return await formAbout(context, given, { action, session, sessions, fields });
}

function namedPerson({ person }: Values): string | undefined {
  return isId(person) ? person : undefined;
}

interface WhoseSeat {
  /** Those whose place it can be; null: anybody's. */
  readonly people: readonly string[] | null;
  /** What one of them holds in the session, where it is known; null: none holds anything. */
  readonly own: OwnRegistration;
  /** What asks whose it is. */
  readonly fields: readonly Field[];
}

async function whoseSeat(context: Context, session: Session | null, person: string | undefined): Promise<WhoseSeat> {
  if (context.membership.role !== 'participant') {
    const holders = await seatHolderChoices(context, session, '');
    // Anybody else would be refused, and on Teams be shown by their identifier.
    const initial = holders.some(({ value }) => value === person) ? person : undefined;
    return {
      people: person === undefined ? null : [person],
      own: person === undefined && holders.length === 0 ? null : someSeat,
      fields: [attendeeField(context, holders, initial)],
    };
  }
  const self = person ?? context.person.id;
  const own = session === null ? someSeat : (await readSeats(context.transaction, session.id, self)).own;
  if (person !== undefined) return { people: [person], own, fields: [] };
  const colleagues = await registeredColleagues(context, session);
  if (colleagues.length === 0) return { people: [self], own, fields: [] };
  const mayBeOwn = isActive(own);
  return {
    people: [self, ...colleagues.map(({ value }) => value)],
    own: mayBeOwn ? own : someSeat,
    fields: [colleagueField(context, colleagues, mayBeOwn)],
  };
}

/** Somebody who is not among the choices would on Teams be shown by their identifier. */
async function declinerField(context: Context, session: Session | null, given: Values): Promise<Field> {
  const choices = await declinerChoices(context, session, '');
  const isOffered = choices.some(({ value }) => value === given.person);
  return attendeeField(context, choices, isOffered ? given.person : undefined);
}

/** Left empty for one's own registration, where there may be one. */
function colleagueField(context: Context, choices: readonly Choice[], mayBeOwn: boolean): Field {
  const { labels, hints } = sessionTexts[context.language];
  const field = { kind: 'person', name: 'person', label: labels.attendee, choices } as const;
  return mayBeOwn ? { ...field, hint: hints.colleague, optional: true } : field;
}

interface FormAbout {
  readonly action: 'session.change-mode' | 'session.cancel' | 'session.decline' | 'session.substitute';
  readonly session: Session | null;
  /** Asked for where the session is not known yet. */
  readonly sessions: readonly Choice[];
  readonly fields: readonly Field[];
}

async function formAbout(context: Context, given: Values, about: FormAbout): Promise<Form> {
  const { action, session, sessions, fields } = about;
  const { language, membership } = context;
  const person = namedPerson(given);
  const named = membership.role === 'participant' ? await attendeeFacts(context, person) : [];
  const facts = [...named, ...(session ? sessionFacts(context, session) : [])];
  return {
    action,
    title: registrationTexts[language].actions[action].title,
    introduction: [
      ...(session ? [{ kind: 'text' as const, text: sessionTitle(context, session) }] : []),
      ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
    ],
    fields: [...(session ? [] : [sessionField(context, sessions)]), ...fields],
    known: { ...(session && { session: session.id }), ...(person !== undefined && { person }) },
    // Says what it does, as it may not be undone by closing the form.
    submit: registrationTexts[language].actions[action].title,
    cancel: chatTexts[language].close,
  };
}
