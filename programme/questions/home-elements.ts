/** What Home shows of questions to advisers: how many wait, and the way to them. */
import type { Element } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { askedHere } from './inbox.action.js';
import { countWaiting } from './questions.sql.js';
import { questionTexts } from './texts.js';

/** Nothing where none waits, and to nobody but advisers: the secretariat's overview counts them. */
export async function questionElements(context: Context): Promise<readonly Element[]> {
  const { membership, language } = context;
  if (membership.role !== 'adviser') return [];
  const waiting = await countWaiting(context.transaction, askedHere(context));
  if (waiting === 0) return [];
  const { home, actions } = questionTexts[language];
  return [
    { kind: 'text', text: home(waiting) },
    { kind: 'buttons', buttons: [{ label: actions['question.inbox'].title, action: 'question.inbox', input: {} }] },
  ];
}
