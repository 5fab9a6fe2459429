/** Gives up a place or a place in the waitlist, or answers that somebody will not attend. */
import { z } from 'zod';
import type { Session } from '../../prisma/client.js';
import { pick } from '../messages/bilingual.js';
import { type Element, elements, type Message } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import { type Context, isRefusal, type Refusal, refuse } from '../requests/context.js';
import { participantButtons, sessionFacts, sessionTitle } from '../sessions/describe.js';
import { findSession, lockSession, subjectOfSession } from '../sessions/find-session.js';
import { refuseAudience, refuseTooLateToLeave } from '../sessions/rules.js';
import { attendeeChoices } from '../sessions/session-choices.js';
import { type Attendee, findAttendee } from './find-attendee.js';
import {
  activeRegistration,
  attendeeFacts,
  notifyCancelled,
  refusePerson,
  registrationForm,
} from './own-registration.js';
import { leaveSeat } from './registrations.js';

const input = z.object({
  session: chosen,
  person: perhapsChosen,
});

export const cancelRegistration = memberAction({
  name: 'session.cancel',
  command: 'cancel',
  who: ['participant', 'secretariat'],
  subject: subjectOfSession,
  input,
  offered: 'help',
  ask: (context, given) => registrationForm(context, given, { action: 'session.cancel', fields: [] }),
  search: (context, _field, typed) => attendeeChoices(context, typed),
  confirm: { weighty: true, show: (context, { session, person }) => shown(context, session, person) },
  run: async (context, { session: id, person }) => {
    const { transaction, membership, now } = context;
    const session = await lockSession(transaction, id);
    const refused = refuseTooLateToLeave(session, membership, now);
    if (refused) return refused;
    const registered = await activeRegistration(context, session, person);
    if (isRefusal(registered)) return registered;
    await leaveSeat(transaction, session, registered.registration, {
      state: 'cancelled',
      byId: context.person.id,
      now,
    });
    await notifyCancelled(context, session, registered);
    return { message: leftMessage(context, session, registered.attendee, 'cancelled') };
  },
});

export const declineSession = memberAction({
  name: 'session.decline',
  command: 'decline',
  who: ['participant', 'secretariat'],
  subject: subjectOfSession,
  input,
  offered: 'help',
  ask: (context, given) => registrationForm(context, given, { action: 'session.decline', fields: [] }),
  search: (context, _field, typed) => attendeeChoices(context, typed),
  confirm: { weighty: false, show: (context, { session, person }) => shown(context, session, person) },
  run: async (context, { session: id, person }) => {
    const { transaction, membership, now } = context;
    const session = await lockSession(transaction, id);
    const attendee = await findAttendee(context, person);
    if (attendee === null) return refusePerson(person);
    const refused = refuseTooLateToLeave(session, membership, now) ?? refuseAudience(session, attendee.level);
    if (refused) return refused;
    const { personId, companyId } = attendee;
    const registration = await transaction.registration.upsert({
      where: { sessionId_personId: { sessionId: id, personId } },
      create: {
        sessionId: id,
        personId,
        companyId,
        state: 'declined',
        registeredById: context.person.id,
        createdAt: now,
        changedAt: now,
      },
      update: {},
    });
    const held = registration.state === 'confirmed' || registration.state === 'waiting';
    if (registration.state !== 'declined') {
      await leaveSeat(transaction, session, registration, { state: 'declined', byId: context.person.id, now });
    }
    if (held) await notifyCancelled(context, session, { attendee, registration });
    return { message: leftMessage(context, session, attendee, 'declined') };
  },
});

async function shown(
  context: Context,
  sessionId: string,
  personId: string | undefined,
): Promise<readonly Element[] | Refusal> {
  const session = await findSession(context, sessionId);
  if (session === null) return refuse('not_found', {});
  return [
    { kind: 'text', text: sessionTitle(context, session) },
    { kind: 'facts', facts: [...(await attendeeFacts(context, personId)), ...sessionFacts(context, session)] },
  ];
}

function leftMessage(context: Context, session: Session, attendee: Attendee, how: 'cancelled' | 'declined'): Message {
  const { sessions, members } = context.texts;
  const own = attendee.personId === context.person.id;
  const name = own ? null : members.personName(pick(context.language, attendee.name));
  const text = sessions.left[how]({ name, title: sessionTitle(context, session) });
  const state = { state: how, mode: null, waitingFor: null };
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'buttons', buttons: own ? participantButtons(context, session, state) : [] },
    ),
  };
}
