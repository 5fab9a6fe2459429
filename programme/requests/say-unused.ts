/** Adds to a reply what of a command was not used, so that nothing that was typed is dropped without a word. */
import { elements, type Reply } from '../messages/message.js';
import type { Language } from './context.js';
import { requestTexts } from './texts.js';

export function sayUnused(reply: Reply, unused: string | undefined, language: Language): Reply {
  if (unused === undefined) return reply;
  const note = { kind: 'note', text: requestTexts[language].notUsed(unused) } as const;
  if (reply.kind === 'form') {
    return { ...reply, form: { ...reply.form, introduction: [note, ...reply.form.introduction] } };
  }
  const { message } = reply;
  const buttons = message.elements.findIndex(({ kind }) => kind === 'buttons');
  const at = buttons < 0 ? message.elements.length : buttons;
  const all = [...message.elements.slice(0, at), note, ...message.elements.slice(at)];
  return { ...reply, message: { ...message, elements: elements(...all) } };
}
