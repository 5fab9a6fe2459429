/** Registers the person or somebody else for a session, on site or online; when it is full they wait in order. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { isId } from '../members/person-subject.js';
import { pick } from '../messages/bilingual.js';
import type { Field, Form, Values } from '../messages/message.js';
import { plan } from '../notifications/plan.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import { type Context, type Mode, type Refusal, refuse } from '../requests/context.js';
import { sessionFacts, sessionTitle } from '../sessions/describe.js';
import { findSession, subjectOfSession } from '../sessions/find-session.js';
import { sessionRegistered } from '../sessions/notices.js';
import { isFor, modesOf, refuseAudience, refuseMode, refusePast, refuseTooLate } from '../sessions/rules.js';
import {
  attendeeField,
  modeChoices,
  newcomerChoices,
  openSessionChoices,
  sessionField,
} from '../sessions/session-choices.js';
import { type Attendee, findAttendee } from './find-attendee.js';
import { lockForSeat, type Situation, situation, standingOf, takeSeat } from './registrations.js';
import { seatedMessage } from './seat-messages.js';

const input = z
  .object({
    session: chosen,
    mode: z.enum(['onsite', 'online']),
    person: perhapsChosen,
    /** Somebody else is meant, though it is not said yet who. */
    colleague: z.boolean().default(false),
  })
  .refine(({ colleague, person }) => !colleague || person !== undefined, { path: ['person'], error: 'required' });

export const registerAttendee = memberAction({
  name: 'session.register',
  command: 'register',
  who: ['participant', 'secretariat'],
  subject: subjectOfSession,
  input,
  offered: 'help',
  complete,
  ask,
  search: async (context, _field, typed, given) =>
    await newcomerChoices(context, await findSession(context, given.session), typed),
  confirm: {
    weighty: false,
    show: async (context, { session, mode, person }) => {
      const found = await findSession(context, session);
      const attendee = await findAttendee(context, person);
      if (found === null || attendee === null) return refuse('not_found', {});
      const late = refuseTooLate(found, context.membership, context.now);
      const { own } = await situation(context.transaction, found.id, attendee.personId);
      if (late && !hasPlace(own, mode)) return late;
      const { labels, modes } = context.texts.sessions;
      return [
        {
          kind: 'facts',
          facts: [
            { label: labels.session, value: sessionTitle(context, found) },
            { label: labels.attendee, value: context.texts.members.personName(pick(context.language, attendee.name)) },
            { label: labels.mode, value: modes[mode] },
            ...sessionFacts(context, found),
          ],
        },
      ];
    },
  },
  run: async (context, { session: id, mode, person }) => {
    const { transaction, membership, now } = context;
    const attendee = await findAttendee(context, person);
    if (attendee === null) return refuse('not_found', {}, { field: 'person' });
    const { session, situation } = await lockForSeat(transaction, id, attendee.personId);
    // Whoever has this place already is told so, however late: an old button must not make them doubt it.
    const has = hasPlace(situation.own, mode);
    const late = has ? refusePast(session, now) : refuseTooLate(session, membership, now);
    if (late) return { ...late, field: 'session' };
    const notFor = has ? null : refuseAudience(session, attendee.level);
    if (notFor) return { ...notFor, field: attendee.personId === context.person.id ? 'session' : 'person' };
    const notOffered = refuseMode(session, mode);
    if (notOffered) return { ...notOffered, field: 'mode' };
    const seated = await takeSeat(transaction, session, situation, {
      personId: attendee.personId,
      companyId: attendee.companyId,
      mode,
      byId: context.person.id,
      now,
    });
    if (seated.decision !== 'unchanged') await notifyAttendee(context, session.id, seated.registration.id, attendee);
    return { message: seatedMessage(context, session, attendee, seated) };
  },
});

/** Whether they hold just this place or wait for just this one, so that asking for it changes nothing. */
function hasPlace(own: Situation['own'], mode: Mode): boolean {
  const standing = standingOf(own);
  return (standing.waitingFor ?? standing.confirmed) === mode;
}

/** Somebody else registered them, so they are told. */
export async function notifyAttendee(
  context: Context,
  sessionId: string,
  registrationId: string,
  attendee: Pick<Attendee, 'personId'>,
): Promise<void> {
  if (attendee.personId === context.person.id) return;
  await plan(context.transaction, context.now, [
    {
      key: `session.registered:${registrationId}:${context.now.getTime()}`,
      kind: sessionRegistered,
      programmeId: context.membership.programmeId,
      personId: attendee.personId,
      subjectId: sessionId,
      data: { registration: registrationId, by: context.person.id },
      dueAt: context.now,
    },
  ]);
}

/** The only mode there is or, too late to choose one, the one they have; and for the secretariat that somebody else is meant. */
async function complete(context: Context, given: Values): Promise<Values> {
  const needsPerson = context.membership.role !== 'participant' && given.person === undefined;
  const withPerson = needsPerson ? { ...given, colleague: true } : given;
  if (given.mode !== undefined) return withPerson;
  const session = await findSession(context, given.session);
  if (session === null) return withPerson;
  const [only, other] = modesOf(session);
  const mode = other === undefined ? only : await modeHeldTooLate(context, session, withPerson);
  return mode === undefined ? withPerson : { ...withPerson, mode };
}

async function modeHeldTooLate(context: Context, session: Session, given: Values): Promise<Mode | undefined> {
  const own = given.person === undefined && given.colleague !== true;
  if (!own || refuseTooLate(session, context.membership, context.now) === null) return undefined;
  const standing = standingOf((await situation(context.transaction, session.id, context.person.id)).own);
  return standing.waitingFor ?? standing.confirmed ?? undefined;
}

async function ask(context: Context, given: Values): Promise<Form | Refusal> {
  const { sessions, actions, chat } = context.texts;
  const session = await findSession(context, given.session);
  if (session !== null) {
    const refused = refuseTooLate(session, context.membership, context.now);
    if (refused) return refused;
  }
  const colleague = given.colleague === true && context.membership.role === 'participant';
  const fields: Field[] = [];
  if (session === null) {
    const choices = await openSessionChoices(context);
    if (choices.length === 0) return refuse('no_open_session', {});
    fields.push(sessionField(context, choices));
  }
  if (given.colleague === true || given.person !== undefined) {
    const chosen = isId(given.person) ? await findAttendee(context, given.person) : null;
    // Whoever it is not meant for is not among the choices, so that Teams would show their identifier.
    const offered = chosen !== null && chosen.personId !== context.person.id;
    const fits = offered && (session === null || isFor(session, chosen.level));
    const choices = await newcomerChoices(context, session, '');
    fields.push(attendeeField(context, choices, fits ? given.person : undefined));
  }
  fields.push({
    kind: 'choice',
    name: 'mode',
    label: sessions.labels.mode,
    choices: modeChoices(context, session ? modesOf(session) : ['onsite', 'online']),
    ...(typeof given.mode === 'string' && { initial: given.mode }),
  });
  return {
    action: 'session.register',
    title: colleague ? sessions.registerColleague : actions['session.register'].title,
    introduction: session
      ? [
          { kind: 'text', text: sessionTitle(context, session) },
          { kind: 'facts', facts: sessionFacts(context, session) },
        ]
      : [],
    fields,
    known: { ...(session && { session: session.id }), ...(given.colleague === true && { colleague: true }) },
    submit: sessions.register,
    cancel: chat.close,
  };
}
