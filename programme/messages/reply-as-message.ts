/** A reply where only messages can go: a form becomes a button that opens it. */
import type { Language } from '../requests/context.js';
import type { Form, Message, Reply } from './message.js';
import { chatTexts } from './texts.js';

export function replyAsMessage(reply: Reply, language: Language): Message {
  if (reply.kind === 'message') return reply.message;
  const { form, errors, problem } = reply;
  return offer(form, [...Object.values(errors), ...(problem === null ? [] : [problem])], language);
}

/** As much of what was said as a button carries on every platform, in characters; Slack's carries least. */
const LONGEST_SAID = 600;

/** `wrong`: what was wrong with what was said so far, which otherwise stands at the fields. */
function offer(form: Form, wrong: readonly string[], language: Language): Message {
  const text = chatTexts[language].fillInAbove(form.title);
  const { said = {}, known } = form;
  const fits = JSON.stringify(said).length <= LONGEST_SAID;
  const open = {
    label: chatTexts[language].fillIn,
    action: form.action,
    input: fits ? { ...said, ...known } : known,
    emphasis: 'primary',
    form: true,
    offer: true,
  } as const;
  return {
    summary: [...wrong, text].join(' '),
    elements: [
      ...wrong.map((words) => ({ kind: 'text', text: words }) as const),
      { kind: 'text', text },
      ...(fits ? [] : [{ kind: 'note', text: chatTexts[language].enterAgain } as const]),
      { kind: 'buttons', buttons: [open] },
    ],
  };
}
