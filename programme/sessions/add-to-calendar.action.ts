/** Gives a participant the calendar file of a session in which they hold a place, as often as they ask. */
import { z } from 'zod';
import { elements } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { refusalsOf } from '../requests/refusal.js';
import { sessionCalendarTexts } from './calendar-texts.js';
import { chooseSessionForm } from './choose-session.js';
import { sessionButton, sessionTitle } from './describe.js';
import { readOwnSession } from './queries.js';
import { refusePast, titleOf } from './rules.js';
import { hasPlace, sessionInvitation } from './session-invitation.js';

const refuseCalendar = refusalsOf(sessionCalendarTexts);

export const addSessionToCalendar = memberAction({
  name: 'session.calendar',
  texts: sessionCalendarTexts,
  command: 'calendar',
  who: ['participant'],
  input: z.object({ session: chosen }),
  offered: 'help',
  // Another form of what can be read anyway; only that it was given is written down.
  confirm: 'never',
  ask: async (context) => {
    const { now, person, language } = context;
    const held = { registrations: { some: { personId: person.id, state: 'confirmed' } } } as const;
    const where = { state: 'scheduled', endsAt: { gt: now }, ...held } as const;
    const submit = sessionCalendarTexts[language].send;
    return await chooseSessionForm(context, 'session.calendar', { where, submit });
  },
  run: async (context, { session: id }) => {
    const { transaction, person, language, now } = context;
    const { session, own } = await readOwnSession(transaction, id, { personId: person.id });
    const stands = hasPlace(session, own, now);
    const given = await sessionInvitation(context, id, { personId: person.id, onlyUpdates: false });
    if (given.length === 0)
      return refusePast(session, now) ?? refuseCalendar('no_place_held', { title: titleOf(session) });
    const { ready, gone } = sessionCalendarTexts[language];
    const summary = (stands ? ready : gone)(sessionTitle(context, session));
    const buttons = [sessionButton(context, 'session.show', session)];
    return {
      message: { summary, elements: elements({ kind: 'text', text: summary }, ...given, { kind: 'buttons', buttons }) },
    };
  },
});
