/** The form that asks which entry of the FAQ is meant. */
import type { Form } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { shortened } from '../words.js';
import { readEntries } from './entries.js';
import { entryWords } from './entry-words.js';
import { refuseFaq } from './refuse-faq.js';
import { faqTexts } from './texts.js';

/** As many as a platform's list of choices holds; the others are found in the list of all. */
const MOST_CHOICES = 50;
const LONGEST_CHOICE = 70;

export async function chooseEntry(
  { transaction, membership, language }: Context,
  frame: Pick<Form, 'action' | 'title'>,
): Promise<Form | Refusal> {
  const entries = await readEntries(transaction, membership.programmeId);
  if (entries.length === 0) return refuseFaq('no_entries', {});
  const { labels, next } = faqTexts[language];
  const choices = entries
    .slice(0, MOST_CHOICES)
    .map((entry) => ({ value: entry.id, label: shortened(entryWords(language, entry).question, LONGEST_CHOICE) }));
  return {
    ...{ ...frame, introduction: [], known: {}, submit: next, cancel: chatTexts[language].close },
    fields: [{ kind: 'choice', name: 'faqEntry', label: labels.entry, choices }],
  };
}
