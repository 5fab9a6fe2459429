/** What a person is told after asking for a place. */
import type { Session } from '../../prisma/client.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Message } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import {
  linkFacts,
  participantButtons,
  registrationButtons,
  sessionButton,
  sessionTitle,
  when,
  where,
} from '../sessions/describe.js';
import type { Attendee } from './find-attendee.js';
import type { Seated } from './registrations.js';

export function seatedMessage(context: Context, session: Session, attendee: Attendee, seated: Seated): Message {
  const { sessions, members } = context.texts;
  const own = attendee.personId === context.person.id;
  const name = own ? null : members.personName(pick(context.language, attendee.name));
  const title = sessionTitle(context, session);
  const { registration, decision } = seated;
  const waits = registration.waitingFor;
  const text =
    waits !== null
      ? sessions.waits({
          name,
          title,
          mode: sessions.modes[waits],
          before: seated.before ?? 0,
          already: decision === 'unchanged',
        })
      : seatedText(context, name, title, seated);
  const meanwhile =
    waits !== null && registration.state === 'confirmed' && registration.mode !== null
      ? sessions.meanwhile(sessions.modes[registration.mode])
      : '';
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: meanwhile },
      {
        kind: 'facts',
        facts: [
          { label: sessions.labels.when, value: when(context, session) },
          { label: sessions.labels.where, value: where(context, session) },
          ...(own ? linkFacts(context, session, registration) : []),
        ],
      },
      {
        kind: 'buttons',
        buttons: own
          ? participantButtons(context, session, registration)
          : [
              ...registrationButtons(context, session, registration, { person: attendee.personId }),
              sessionButton(context, 'session.show', session),
            ],
      },
    ),
  };
}

function seatedText(
  { texts: { sessions } }: Context,
  name: string | null,
  title: string,
  { decision, held, registration }: Seated,
): string {
  const mode = sessions.modes[registration.mode ?? 'onsite'];
  if (held !== null && held !== registration.mode) return sessions.modeChanged({ name, title, mode });
  return sessions.seated({ name, title, mode, already: decision === 'unchanged' });
}
