/** Searches what is asked often, or lists all of it. */
import { z } from 'zod';
import { everyRole } from '../../members/roles.js';
import { type Button, elements, type Item } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import type { Context } from '../../requests/context.js';
import { page, pageStart } from '../../requests/page.js';
import { readEntries, type ShownEntry } from './entries.js';
import { entryWords, lackedLanguage } from './entry-words.js';
import { searchRecogniser } from './recognisers.js';
import { searchFaq } from './search-faq.js';
import { faqTexts } from './texts.js';

const PER_PAGE = 5;
const LONGEST_SEARCH = 300;

export const searchAction = memberAction({
  name: 'faq.search',
  texts: faqTexts,
  command: 'faq',
  recognise: searchRecogniser,
  who: everyRole,
  input: z.object({
    /** Empty: all. */
    words: z.string().trim().max(LONGEST_SEARCH, { error: 'too_long' }).default(''),
    from: pageStart,
  }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { words, from }) => {
    const { transaction, membership, language } = context;
    const { programmeId } = membership;
    const entries =
      words === ''
        ? await readEntries(transaction, programmeId)
        : await searchFaq(transaction, { programmeId, words, language });
    const shown = page(entries.slice(from, from + PER_PAGE), entries.length, { from, size: PER_PAGE });
    const texts = faqTexts[language];
    const summary = words === '' ? texts.all(entries.length) : texts.found(entries.length, words);
    const isStaff = membership.role === 'secretariat';
    const ask = { label: texts.ask, action: 'question.ask', input: {}, form: true };
    const add = { label: texts.actions['faq.add'].title, action: 'faq.add', input: {}, form: true };
    const more = { label: texts.more, action: 'faq.search', input: { words, from: shown.next } };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: texts.actions['faq.search'].title },
          { kind: 'text', text: summary },
          { kind: 'list', items: shown.items.map((entry) => entryItem(context, entry)) },
          !isStaff && { kind: 'note', text: texts.askAnyway },
          { kind: 'buttons', buttons: [...(shown.next === null ? [] : [more]), isStaff ? add : ask] },
        ),
      },
    };
  },
});

function entryItem({ language, membership }: Context, entry: ShownEntry): Item {
  const { change, retire, lacks } = faqTexts[language];
  const isStaff = membership.role === 'secretariat';
  const lacked = isStaff ? lackedLanguage(entry) : null;
  const { question, answer, hint } = entryWords(language, entry);
  const input = { faqEntry: entry.id };
  const buttons: readonly Button[] = [
    { label: change, action: 'faq.change', input, form: true },
    { label: retire, action: 'faq.retire', input, form: true },
  ];
  return {
    title: question,
    // Who can add what is missing is told that, in place of what its reader is.
    lines: [answer, ...(lacked !== null ? [lacks[lacked]] : hint === '' ? [] : [hint])],
    buttons: isStaff ? buttons : [],
  };
}
