/** What a person's overview says of what their company hands in: each with its stage and due date, until it is published. */
import { deliverableTexts } from '../deliverables/texts.js';
import { pick } from '../messages/bilingual.js';
import { type Element, elements } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { ownDeliverables } from './prepare-submission.js';
import { draftTexts } from './texts.js';
import { dayWords } from './words.js';

/** For participants; nothing for others. */
export async function draftElements(context: Context): Promise<readonly Element[]> {
  const { membership, language } = context;
  if (membership.role !== 'participant') return [];
  const open = (await ownDeliverables(context)).filter(({ stage }) => stage !== 'published');
  const { home } = draftTexts[language];
  const { stages } = deliverableTexts[language];
  const lines = open.map(({ title, stage, dueOn }) =>
    home(pick(language, title), stages[stage], dayWords(language, dueOn)),
  );
  return elements({ kind: 'text', text: lines.join('\n') });
}
