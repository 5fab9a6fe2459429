/** What Home shows of questions to advisers: how many wait, and the way to them. */
import type { Element } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { readInbox } from './inbox.action.js';
import { questionTexts } from './texts.js';

/** Nothing where none waits, and to nobody but advisers: the secretariat's overview counts them. */
export async function questionElements(context: Context): Promise<readonly Element[]> {
  const { membership, language } = context;
  if (membership.role !== 'adviser') return [];
  const [first] = await readInbox(context, 0, 1);
  if (first === undefined) return [];
  const { home, actions } = questionTexts[language];
  return [
    { kind: 'text', text: home(first.total) },
    { kind: 'buttons', buttons: [{ label: actions['question.inbox'].title, action: 'question.inbox', input: {} }] },
  ];
}
