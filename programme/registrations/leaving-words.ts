/** What cancelling and declining show before and say afterwards. */
import { type Element, elements, type Message } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { sessionFacts, sessionTitle } from '../sessions/describe.js';
import { participantButtons } from '../sessions/participant-buttons.js';
import { attendeeFacts, nameOfOther, type Previewed, previewed, unreachedNote } from './attendee-words.js';
import type { Left } from './cancel-registration.js';
import { refusals } from './rules.js';
import { registrationTexts } from './texts.js';

export async function leavePreview(
  context: Context,
  input: Previewed,
  action: 'session.cancel' | 'session.decline',
): Promise<readonly Element[] | Refusal> {
  const found = await previewed(context, input, refusals[action]);
  if (isRefusal(found)) return found;
  const { session } = found;
  return [
    { kind: 'text', text: sessionTitle(context, session) },
    { kind: 'facts', facts: [...(await attendeeFacts(context, input.person)), ...sessionFacts(context, session)] },
  ];
}

export function leftMessage(context: Context, { session, attendee }: Left, how: 'cancelled' | 'declined'): Message {
  const name = nameOfOther(context, attendee);
  const text = registrationTexts[context.language].left[how]({ name, title: sessionTitle(context, session) });
  const left = { state: how, mode: null, waitingFor: null };
  return {
    summary: text,
    elements: elements({ kind: 'text', text }, unreachedNote(context, [attendee]), {
      kind: 'buttons',
      buttons: name === null ? participantButtons(context, session, left) : [],
    }),
  };
}
