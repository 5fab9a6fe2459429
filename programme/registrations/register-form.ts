/** The form for registering: which session, who, and how they attend. */

import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import type { Field, Form, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import type { Refusal } from '../requests/refusal.js';
import { sessionFacts, sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { refuseSession } from '../sessions/refuse-session.js';
import { isFor, modesOf } from '../sessions/rules.js';
import { attendeeField, modeChoices, newcomerChoices, sessionField } from '../sessions/session-choices.js';
import { sessionTexts } from '../sessions/texts.js';
import { type Attendee, findAttendee } from './find-attendee.js';
import { openSessionChoices } from './open-sessions.js';
import { refusals } from './rules.js';
import { registrationTexts } from './texts.js';

/** Asks for what is missing of session, attendee and mode. Not opened where nobody could be registered any more. */
export async function registerForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { membership, now } = context;
  const session = await findSession(context, given.session);
  const isForOther = given.colleague === true || given.person !== undefined;
  const attendee = isId(given.person)
    ? await findAttendee(context.transaction, actingMember(context), given.person)
    : null;
  // Somebody whom the session is not meant for is refused at the field that asks for whom, so the form must open.
  const level = isForOther ? null : membership.level;
  const refused = session && refusals['session.register']({ session, own: null, role: membership.role, level, now });
  if (refused) return refused;
  const fields: Field[] = [];
  if (session === null) {
    const sessions = await openSessionChoices(context, 'session.register', attendee?.level ?? level);
    if (sessions.length === 0) return refuseSession('no_open_session', {});
    fields.push(sessionField(context, sessions));
  }
  if (isForOther) fields.push(await newcomerField(context, session, attendee));
  fields.push(modeField(context, session, given));
  return around(context, session, given, fields);
}

/** Somebody whom it is not meant for is not among the choices, so that Teams would show their identifier. */
async function newcomerField(context: Context, session: Session | null, attendee: Attendee | null): Promise<Field> {
  const isOffered = attendee !== null && attendee.personId !== context.person.id;
  const fits = isOffered && (session === null || isFor(session, attendee.level));
  const choices = await newcomerChoices(context, session, '');
  return attendeeField(context, choices, fits ? attendee.personId : undefined);
}

function modeField(context: Context, session: Session | null, given: Values): Field {
  return {
    kind: 'choice',
    name: 'mode',
    label: sessionTexts[context.language].labels.mode,
    choices: modeChoices(context, session ? modesOf(session) : ['onsite', 'online']),
    ...(typeof given.mode === 'string' && { initial: given.mode }),
  };
}

function around(context: Context, session: Session | null, given: Values, fields: readonly Field[]): Form {
  const isForColleague = given.colleague === true && context.membership.role === 'participant';
  return {
    action: 'session.register',
    title: isForColleague
      ? registrationTexts[context.language].registerColleague
      : registrationTexts[context.language].actions['session.register'].title,
    introduction: session
      ? [
          { kind: 'text', text: sessionTitle(context, session) },
          { kind: 'facts', facts: sessionFacts(context, session) },
        ]
      : [],
    fields,
    known: { ...(session && { session: session.id }), ...(given.colleague === true && { colleague: true }) },
    submit: registrationTexts[context.language].register,
    cancel: chatTexts[context.language].close,
  };
}
