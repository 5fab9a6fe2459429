/** A reply where only messages can go: a form becomes a button that opens it. */
import type { Language } from '../requests/context.js';
import type { Form, Message, Reply } from './message.js';
import { chatTexts } from './texts.js';

export function replyAsMessage(reply: Reply, language: Language): Message {
  if (reply.kind === 'message') return reply.message;
  const { form, errors, problem } = reply;
  return offer(form, [...Object.values(errors), ...(problem === null ? [] : [problem])], language);
}

/** `wrong`: what was wrong with what was said so far, which otherwise stands at the fields. */
function offer(form: Form, wrong: readonly string[], language: Language): Message {
  const text = chatTexts[language].fillInAbove(form.title);
  const open = {
    label: chatTexts[language].fillIn,
    action: form.action,
    input: form.known,
    emphasis: 'primary',
    form: true,
    offer: true,
  } as const;
  return {
    summary: [...wrong, text].join(' '),
    elements: [
      ...wrong.map((words) => ({ kind: 'text', text: words }) as const),
      { kind: 'text', text },
      { kind: 'buttons', buttons: [open] },
    ],
  };
}
