/** The form that asks which entry of the FAQ is meant. */
import type { Form } from '../../messages/message.js';
import { inOneLine } from '../../messages/shortened.js';
import { chatTexts } from '../../messages/texts.js';
import type { Context, Language } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { readEntries, type ShownEntry } from './entries.js';
import { entryWords, lackedLanguage } from './entry-words.js';
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
  const { labels, next, newest } = faqTexts[language];
  const shown = { shown: MOST_CHOICES, of: entries.length };
  const choices = entries.slice(0, MOST_CHOICES).map((entry) => ({ value: entry.id, label: labelOf(language, entry) }));
  return {
    ...{
      ...frame,
      introduction: entries.length > MOST_CHOICES ? [{ kind: 'note', text: newest(shown) }] : [],
      known: {},
      submit: next,
      cancel: chatTexts[language].close,
    },
    fields: [{ kind: 'choice', name: 'faqEntry', label: labels.entry, choices }],
  };
}

/** One that lacks a language says so. */
function labelOf(language: Language, entry: ShownEntry): string {
  const lacked = lackedLanguage(entry);
  const mark = lacked === null ? '' : ` (${faqTexts[language].lacking[lacked]})`;
  return `${inOneLine(entryWords(language, entry).question, LONGEST_CHOICE - mark.length)}${mark}`;
}
