/** Asks the secretariat who is to be the next in a waitlist, and shows whom that passes over. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { findPeople } from '../members/find-people.js';
import { secretariat } from '../members/roles.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { chooseSessionForm } from '../sessions/choose-session.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession } from '../sessions/find-session.js';
import { attendeeField } from '../sessions/session-choices.js';
import { sessionTexts } from '../sessions/texts.js';
import { attendeeName, previewed } from './attendee-words.js';
import { moveUp, refuseMovingUp } from './move-up.js';
import { refuseRegistration } from './refuse-registration.js';
import { countAhead } from './registrations.js';
import { readSeats } from './registrations.sql.js';
import { registrationTexts } from './texts.js';

export const moveUpAction = memberAction({
  name: 'session.move-up',
  texts: registrationTexts,
  command: 'move-up',
  who: secretariat,
  input: z.object({ session: chosen, person: chosen, agreed: z.literal(true) }),
  offered: 'help',
  ask: moveUpForm,
  search: (context, _field, typed, given) => waitingPeople(context, given, typed),
  confirm: 'always',
  run: async (context, { session: sessionId, person: personId }) => {
    const { transaction, now, language } = context;
    const moved = await moveUp(transaction, { sessionId, personId, by: actingMember(context), now });
    if (isRefusal(moved)) return moved;
    const title = sessionTitle(context, moved.session);
    const name = attendeeName(context, moved.attendee);
    return { message: plain(registrationTexts[language].movedUp({ name, title })) };
  },
});

async function moveUpForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language, now, transaction } = context;
  const words = registrationTexts[language];
  const session = await findSession(context, given.session);
  if (session === null) {
    const where = { startsAt: { gt: now }, registrations: { some: { waitingFor: { not: null } } } };
    return await chooseSessionForm(context, 'session.move-up', { where });
  }
  const form = {
    ...{ action: 'session.move-up', title: words.actions['session.move-up'].title },
    cancel: chatTexts[language].close,
  };
  if (!isId(given.person)) {
    const choices = await waitingPeople(context, given, '');
    if (choices.length === 0) return refuseRegistration('nobody_waits', {});
    return {
      ...form,
      introduction: [{ kind: 'text', text: sessionTitle(context, session) }],
      fields: [attendeeField(context, choices, undefined)],
      known: { session: session.id },
      submit: sessionTexts[language].next,
    };
  }
  const found = await previewed(context, { session: session.id, person: given.person }, () => null);
  if (isRefusal(found)) return found;
  const { own } = await readSeats(transaction, session.id, given.person);
  const ahead = own === null ? null : await countAhead(transaction, session.id, own);
  const refused = refuseMovingUp(session, own, ahead);
  if (refused) return refused;
  const name = attendeeName(context, found.attendee);
  const text = words.moveUpPreview({ name, title: sessionTitle(context, session), passed: ahead ?? 0 });
  return {
    ...form,
    introduction: [{ kind: 'text', text }],
    fields: [],
    known: { session: session.id, person: given.person, agreed: true },
    submit: words.moveUp,
  };
}

async function waitingPeople(context: Context, { session }: Values, typed: string) {
  if (!isId(session)) return [];
  return await findPeople(context, {
    ...{ typed, roles: ['participant'] },
    who: { registrations: { some: { sessionId: session, waitingFor: { not: null } } } },
  });
}
