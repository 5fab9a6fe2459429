/** What a person is told after asking for a place. */
import { elements, type Message } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { linkFacts, sessionButton, sessionTitle, when, where } from '../sessions/describe.js';
import { participantButtons, registrationButtons } from '../sessions/participant-buttons.js';
import { sessionTexts } from '../sessions/texts.js';
import { nameOfOther, unreachedNote } from './attendee-words.js';
import type { Seated } from './registrations.js';
import type { SeatedAttendee } from './seat-attendee.js';
import { registrationTexts } from './texts.js';

export function seatedMessage(context: Context, { session, attendee, seated }: SeatedAttendee): Message {
  const name = nameOfOther(context, attendee);
  const own = name === null;
  const title = sessionTitle(context, session);
  const { registration, decision } = seated;
  const waits = registration.waitingFor;
  const text =
    waits !== null
      ? registrationTexts[context.language].waits({
          name,
          title,
          mode: sessionTexts[context.language].modes[waits],
          before: seated.before ?? 0,
          already: decision === 'unchanged',
        })
      : seatedText(context, name, title, seated);
  const meanwhile =
    waits !== null && registration.state === 'confirmed' && registration.mode !== null
      ? registrationTexts[context.language].meanwhile(sessionTexts[context.language].modes[registration.mode])
      : '';
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: meanwhile },
      unreachedNote(context, [attendee]),
      {
        kind: 'facts',
        facts: [
          { label: sessionTexts[context.language].labels.when, value: when(context, session) },
          { label: sessionTexts[context.language].labels.where, value: where(context, session) },
          ...(own ? linkFacts(context, session, registration) : []),
        ],
      },
      {
        kind: 'buttons',
        buttons: own
          ? participantButtons(context, session, registration)
          : [
              ...registrationButtons(context, session, registration, attendee.personId),
              sessionButton(context, 'session.show', session),
            ],
      },
    ),
  };
}

function seatedText(
  { language }: Context,
  name: string | null,
  title: string,
  { decision, held, registration }: Seated,
): string {
  const registrations = registrationTexts[language];
  const mode = sessionTexts[language].modes[registration.mode ?? 'onsite'];
  if (held !== null && held !== registration.mode) return registrations.modeChanged({ name, title, mode });
  return registrations.seated({ name, title, mode, already: decision === 'unchanged' });
}
