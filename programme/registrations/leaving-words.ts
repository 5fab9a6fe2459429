/** What is said after cancelling and declining. */
import { elements, type Message } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { sessionTitle } from '../sessions/describe.js';
import { participantButtons } from '../sessions/participant-buttons.js';
import { nameOfOther, unreachedNote } from './attendee-words.js';
import type { Left } from './cancel-registration.js';
import { registrationTexts } from './texts.js';

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
