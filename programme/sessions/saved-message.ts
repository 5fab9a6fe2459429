/** Says that a session was saved, and how it stands now. */
import type { Session } from '../../prisma/client.js';
import { nobody, type Reach, unreachedWords } from '../members/reach.js';
import { elements, type Message } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { sessionFacts, staffButtons } from './describe.js';

/** `told`: who is notified of it, so that the others are named. */
export function savedMessage(context: Context, session: Session, text: string, told: Reach = nobody): Message {
  const unreached = unreachedWords(context.language, told.unreached);
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      unreached !== null && { kind: 'text', text: unreached },
      { kind: 'facts', facts: sessionFacts(context, session) },
      { kind: 'buttons', buttons: staffButtons(context, context.membership, session) },
    ),
  };
}
