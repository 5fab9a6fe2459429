/** Says that a session was saved, and how it stands now. */
import type { Session } from '../../prisma/client.js';
import { elements, type Message } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { sessionFacts, staffButtons } from './describe.js';

export function savedMessage(context: Context, session: Session, text: string): Message {
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'facts', facts: sessionFacts(context, session) },
      { kind: 'buttons', buttons: staffButtons(context, context.membership, session) },
    ),
  };
}
