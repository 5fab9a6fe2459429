/** Someone registered online presses the button to join: they are recorded as having come, and get the link. */
import { z } from 'zod';
import { elements, type Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { type Context, refuse } from '../requests/context.js';
import { sessionTitle } from '../sessions/describe.js';
import { lockSession, subjectOfSession } from '../sessions/find-session.js';
import { isOn, refuseOutsideCheckIn, titleOf } from '../sessions/rules.js';
import { sessionChoices, sessionField } from '../sessions/session-choices.js';
import { recordAttendance } from './attendance.js';

export const joinOnline = memberAction({
  name: 'session.join',
  command: 'join',
  who: ['participant'],
  subject: (transaction, given) => subjectOfSession(transaction, { session: given.session }),
  input: z.object({ session: chosen }),
  offered: 'help',
  complete,
  ask: async (context) => {
    const { person, now, texts } = context;
    const choices = await sessionChoices(context, {
      endsAt: { gte: now },
      registrations: { some: { personId: person.id, state: 'confirmed', mode: 'online' } },
    });
    if (choices.length === 0) return refuse('no_open_session', {});
    return {
      action: 'session.join',
      title: texts.actions['session.join'].title,
      introduction: [],
      fields: [sessionField(context, choices)],
      known: {},
      submit: texts.sessions.joinNow,
      cancel: texts.chat.close,
    };
  },
  // Pressing it twice changes nothing, and the secretariat can correct it.
  confirm: 'never',
  run: async (context, { session: id }) => {
    const { transaction, membership, person, now, texts } = context;
    const session = await lockSession(transaction, id);
    const refused = refuseOutsideCheckIn(session, now);
    if (refused) return refused;
    const registration = await transaction.registration.findUnique({
      where: { sessionId_personId: { sessionId: id, personId: person.id } },
    });
    if (registration?.state !== 'confirmed' || registration.mode !== 'online') {
      return refuse('not_registered_online', { title: titleOf(session) });
    }
    await recordAttendance(transaction, {
      sessionId: id,
      personId: person.id,
      companyId: membership.companyId,
      came: 'online',
      source: 'online_button',
      byId: person.id,
      now,
    });
    const title = sessionTitle(context, session);
    const text = session.link === '' ? texts.sessions.joinedNoLink(title) : texts.sessions.joined(title);
    return {
      message: {
        summary: text,
        elements: elements(
          { kind: 'text', text },
          {
            kind: 'buttons',
            buttons: session.link === '' ? [] : [{ label: texts.sessions.joinNow, link: session.link }],
          },
        ),
      },
    };
  },
});

/** The one session whose doors are open, where there is just one that the person can join. */
async function complete({ transaction, membership, person, now }: Context, given: Values): Promise<Values> {
  if (given.session !== undefined) return given;
  const running = await transaction.session.findMany({
    where: {
      programmeId: membership.programmeId,
      state: 'scheduled',
      endsAt: { gte: now },
      registrations: { some: { personId: person.id, state: 'confirmed', mode: 'online' } },
    },
  });
  const [only, other] = running.filter((session) => isOn(session, now));
  return only === undefined || other !== undefined ? given : { ...given, session: only.id };
}
