/** What the secretariat does about an answer that did not help: an entry of the FAQ that begins with the question, or nothing more. */
import { languageOf } from '../feedback/rules.js';
import type { ActionButton } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import type { ListRow } from './overview.sql.js';
import { programmeOverviewTexts } from './texts.js';

/** None for what is no such answer. */
export function ratingButtons(
  { language }: Pick<Context, 'language'>,
  { id, words, at }: ListRow,
): readonly ActionButton[] {
  if (words === null || at === null) return [];
  const { addToFaq, settle } = programmeOverviewTexts[language].ratings;
  const question = languageOf(words) === 'ja' ? { questionJa: words } : { questionEn: words };
  const settling = { answerRating: id, seenAt: at.toISOString() };
  return [
    { label: addToFaq, action: 'faq.add', input: question, form: true },
    { label: settle, action: 'knowledge.settle-rating', input: settling },
  ];
}
