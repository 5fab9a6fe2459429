/** The registration that a person may change: their own or, for colleagues and the secretariat, somebody else's. */
import type { Registration, RegistrationState, Session } from '../../prisma/client.js';
import { pick } from '../messages/bilingual.js';
import type { Choice, Fact, Field, Form, Values } from '../messages/message.js';
import { plan } from '../notifications/plan.js';
import { type Context, type Refusal, refuse } from '../requests/context.js';
import { sessionFacts, sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { sessionCancelled } from '../sessions/notices.js';
import { refuseTooLate, refuseTooLateToLeave, titleOf } from '../sessions/rules.js';
import {
  attendeeChoices,
  attendeeField,
  registeredColleagues,
  sessionChoices,
  sessionField,
} from '../sessions/session-choices.js';
import { type Attendee, findAttendee } from './find-attendee.js';

const activeStates: RegistrationState[] = ['confirmed', 'waiting'];

export interface Registered {
  readonly attendee: Attendee;
  readonly registration: Registration;
}

/** The registration with a place or a place in the waitlist, or the refusal. */
export async function activeRegistration(
  context: Context,
  session: Session,
  personId: string | undefined,
): Promise<Registered | Refusal> {
  const attendee = await findAttendee(context, personId);
  if (attendee === null) return refusePerson(personId);
  const registration = await context.transaction.registration.findUnique({
    where: { sessionId_personId: { sessionId: session.id, personId: attendee.personId } },
  });
  if (registration === null || (registration.state !== 'confirmed' && registration.state !== 'waiting')) {
    return refuse('not_registered', { title: titleOf(session) });
  }
  return { attendee, registration };
}

/** Nobody is named though the secretariat acts for somebody, or the person named is not theirs to name. */
export function refusePerson(personId: string | undefined): Refusal {
  return personId === undefined
    ? refuse('field', { problem: 'required' }, { field: 'person' })
    : refuse('not_found', {}, { field: 'person' });
}

/** Somebody else gave up their place, so they are told. */
export async function notifyCancelled(
  context: Context,
  session: Session,
  { attendee, registration }: Registered,
): Promise<void> {
  if (attendee.personId === context.person.id) return;
  await plan(context.transaction, context.now, [
    {
      key: `session.cancelled:${registration.id}:${context.now.getTime()}`,
      kind: sessionCancelled,
      programmeId: session.programmeId,
      personId: attendee.personId,
      subjectId: session.id,
      data: { registration: registration.id, by: context.person.id },
      dueAt: context.now,
    },
  ]);
}

interface AskAbout {
  readonly action: 'session.change-mode' | 'session.cancel' | 'session.decline' | 'session.substitute';
  readonly fields: readonly Field[];
}

/** The form about one registration: which session, whose, and what the action needs besides. */
export async function registrationForm(
  context: Context,
  given: Values,
  { action, fields }: AskAbout,
): Promise<Form | Refusal> {
  const session = await findSession(context, given.session);
  const asked: Field[] = [];
  const forParticipant = context.membership.role === 'participant';
  const needsPlace = action !== 'session.decline';
  const person = typeof given.person === 'string' && given.person !== '' ? given.person : undefined;
  const colleagues =
    forParticipant && needsPlace && person === undefined ? await registeredColleagues(context, session) : [];
  const holds = session === null || (await holdsPlace(context, session, person ?? context.person.id));
  if (forParticipant && needsPlace && session !== null && !holds && colleagues.length === 0) {
    return refuse('not_registered', { title: titleOf(session) });
  }
  const leaves = action === 'session.cancel' || action === 'session.decline';
  const late = session && (leaves ? refuseTooLateToLeave : refuseTooLate)(session, context.membership, context.now);
  if (late) return late;
  if (session === null) {
    const people = [person ?? context.person.id, ...colleagues.map(({ value }) => value)];
    const mine =
      forParticipant && needsPlace
        ? { registrations: { some: { personId: { in: people }, state: { in: activeStates } } } }
        : {};
    const choices = await sessionChoices(context, { endsAt: { gt: context.now }, ...mine });
    if (choices.length === 0) return refuse('no_open_session', {});
    asked.push(sessionField(context, choices));
  }
  if (!forParticipant) asked.push(attendeeField(context, await attendeeChoices(context, ''), given.person));
  if (colleagues.length > 0) asked.push(colleagueField(context, colleagues, holds));
  const named = forParticipant && person !== undefined ? await attendeeFacts(context, person) : [];
  const known = { ...(session && { session: session.id }), ...(person !== undefined && { person }) };
  return {
    action,
    title: context.texts.actions[action].title,
    introduction: session
      ? [
          { kind: 'text', text: sessionTitle(context, session) },
          { kind: 'facts', facts: [...named, ...sessionFacts(context, session)] },
        ]
      : named.length > 0
        ? [{ kind: 'facts', facts: named }]
        : [],
    fields: [...asked, ...fields],
    known,
    // Says what it does, as it may not be undone by closing the form.
    submit: context.texts.actions[action].title,
    cancel: context.texts.chat.close,
  };
}

/** Left empty for one's own registration, where there may be one. */
function colleagueField(context: Context, choices: readonly Choice[], mayBeOwn: boolean): Field {
  const { labels, hints } = context.texts.sessions;
  const field = { kind: 'person', name: 'person', label: labels.attendee, choices } as const;
  return mayBeOwn ? { ...field, hint: hints.colleague, optional: true } : field;
}

async function holdsPlace({ transaction }: Context, { id }: Session, personId: string): Promise<boolean> {
  const held = { sessionId: id, personId, state: { in: activeStates } };
  return (await transaction.registration.count({ where: held })) > 0;
}

/** Whose registration it is, where that is not the person's own. */
export async function attendeeFacts(context: Context, personId: string | undefined): Promise<readonly Fact[]> {
  if (personId === undefined || personId === context.person.id) return [];
  const attendee = await findAttendee(context, personId);
  if (attendee === null) return [];
  const { sessions, members } = context.texts;
  return [{ label: sessions.labels.attendee, value: members.personName(pick(context.language, attendee.name)) }];
}
