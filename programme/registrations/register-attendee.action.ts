/** Asks who attends what and how, and says what became of it. */

import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import type { Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import type { Context, Mode } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { findSession } from '../sessions/find-session.js';
import { modesOf } from '../sessions/rules.js';
import { newcomerChoices } from '../sessions/session-choices.js';
import { perhapsNamed, withNamed } from './named-attendee.js';
import { withNextOffer } from './offer-next.js';
import { registerRecogniser } from './recognisers.js';
import { registerAttendee } from './register-attendee.js';
import { registerForm } from './register-form.js';
import { readSeats } from './registrations.sql.js';
import { refusals } from './rules.js';
import { seatedMessage } from './seat-messages.js';
import { seatPreview, seatState } from './seat-preview.js';
import { wishedMode } from './seats.js';
import { registrationTexts } from './texts.js';

const input = z
  .object({
    session: chosen,
    mode: z.enum(['onsite', 'online']),
    person: perhapsChosen,
    named: perhapsNamed,
    /** Somebody else is meant, though it is not said yet who. */
    colleague: z.boolean().default(false),
  })
  .refine(({ colleague, person }) => !colleague || person !== undefined, { path: ['person'], error: 'required' });

export const registerAttendeeAction = memberAction({
  name: 'session.register',
  texts: registrationTexts,
  recognise: registerRecogniser,
  command: 'register',
  who: ['participant', 'secretariat'],
  input,
  offered: 'help',
  complete,
  ask: async (context, given) => await onward(context, given, await registerForm(context, given)),
  search: async (context, _field, typed, given) =>
    await newcomerChoices(context, await findSession(context, given.session), typed),
  confirm: {
    when: 'words',
    show: async (context, given) => await onward(context, given, await seatPreview(context, given, 'session.register')),
    state: seatState,
  },
  run: async (context, { session: sessionId, mode, person: personId }) => {
    const { transaction, now } = context;
    const result = await registerAttendee(transaction, { sessionId, personId, mode, by: actingMember(context), now });
    if (isRefusal(result)) return await onward(context, { session: sessionId, person: personId }, result);
    return { message: seatedMessage(context, result) };
  },
});

/** Somebody else's level is asked for anew, with the person. */
async function onward<Result extends object>(
  context: Context,
  { session, person }: { readonly session?: unknown; readonly person?: unknown },
  result: Result | Refusal,
): Promise<Result | Refusal> {
  const level = person === undefined ? context.membership.level : null;
  return await withNextOffer(context, result, { session, level });
}

/** The only mode there is or, too late to choose one, the one they have; and for the secretariat that somebody else is meant. */
async function complete(context: Context, asked: Values): Promise<Values> {
  const given = await withNamed(context, asked);
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
  const { membership, now, transaction, person } = context;
  const isOwn = given.person === undefined && given.colleague !== true;
  const newcomer = { session, own: null, role: membership.role, level: membership.level, now };
  if (!isOwn || refusals['session.register'](newcomer) === null) return undefined;
  return wishedMode((await readSeats(transaction, session.id, person.id)).own) ?? undefined;
}
