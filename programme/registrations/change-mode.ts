/** Changes how somebody attends; where the other mode is full they keep their place and wait for it. */
import { z } from 'zod';
import { memberAction } from '../requests/action.js';
import { chosen, perhapsChosen } from '../requests/chosen.js';
import { isRefusal, refuse } from '../requests/context.js';
import { sessionTitle } from '../sessions/describe.js';
import { findSession, lockSession, subjectOfSession } from '../sessions/find-session.js';
import { refuseMode, refuseTooLate } from '../sessions/rules.js';
import { attendeeChoices, modeChoices } from '../sessions/session-choices.js';
import { activeRegistration, attendeeFacts, registrationForm } from './own-registration.js';
import { notifyAttendee } from './register-attendee.js';
import { situation, takeSeat } from './registrations.js';
import { seatedMessage } from './seat-messages.js';

export const changeMode = memberAction({
  name: 'session.change-mode',
  command: 'mode',
  who: ['participant', 'secretariat'],
  subject: subjectOfSession,
  input: z.object({
    session: chosen,
    mode: z.enum(['onsite', 'online']),
    person: perhapsChosen,
  }),
  offered: 'help',
  ask: async (context, given) =>
    await registrationForm(context, given, {
      action: 'session.change-mode',
      fields: [
        {
          kind: 'choice',
          name: 'mode',
          label: context.texts.sessions.labels.mode,
          choices: modeChoices(context, ['onsite', 'online']),
          ...(typeof given.mode === 'string' && { initial: given.mode }),
        },
      ],
    }),
  search: (context, _field, typed) => attendeeChoices(context, typed),
  confirm: {
    weighty: false,
    show: async (context, { session, mode, person }) => {
      const found = await findSession(context, session);
      if (found === null) return refuse('not_found', {});
      const { labels, modes } = context.texts.sessions;
      return [
        {
          kind: 'facts',
          facts: [
            { label: labels.session, value: sessionTitle(context, found) },
            ...(await attendeeFacts(context, person)),
            { label: labels.newMode, value: modes[mode] },
          ],
        },
      ];
    },
  },
  run: async (context, { session: id, mode, person }) => {
    const { transaction, membership, now } = context;
    const session = await lockSession(transaction, id);
    const refused = refuseTooLate(session, membership, now) ?? refuseMode(session, mode);
    if (refused) return { ...refused, field: 'mode' };
    const registered = await activeRegistration(context, session, person);
    if (isRefusal(registered)) return registered;
    const { attendee } = registered;
    const seated = await takeSeat(transaction, session, await situation(transaction, id, attendee.personId), {
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
