/** A reply where only messages can go: a form becomes a button that opens it. */
import type { Language } from './context.js';
import { textsFor } from './locale/texts.js';
import type { Form, Message, Reply } from './message.js';

export function replyAsMessage(reply: Reply, language: Language): Message {
  return reply.kind === 'form' ? offer(reply.form, language) : reply.message;
}

function offer(form: Form, language: Language): Message {
  const { chat } = textsFor(language);
  const text = chat.fillInAbove(form.title);
  const open = { label: chat.fillIn, action: form.action, input: form.known, emphasis: 'primary', form: true } as const;
  return {
    summary: text,
    elements: [
      { kind: 'text', text },
      { kind: 'buttons', buttons: [open] },
    ],
  };
}
