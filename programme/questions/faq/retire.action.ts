/** Takes an entry out of the FAQ, once it was said which one. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { secretariat } from '../../members/roles.js';
import { type Form, plain, type Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import type { Refusal } from '../../requests/refusal.js';
import { chooseEntry } from './choose-entry.js';
import { readEntry } from './entries.js';
import { entryWords } from './entry-words.js';
import { retireRecogniser } from './recognisers.js';
import { refuseFaq } from './refuse-faq.js';
import { retireEntry } from './save-entry.js';
import { faqTexts } from './texts.js';

export const retireEntryAction = memberAction({
  name: 'faq.retire',
  texts: faqTexts,
  command: 'retire-faq',
  recognise: retireRecogniser,
  who: secretariat,
  input: z.object({
    faqEntry: chosen,
    /** The form has said which one. */
    agreed: z.literal(true),
  }),
  offered: 'help',
  ask: retireForm,
  confirm: 'always',
  run: async (context, { faqEntry: entryId }) => {
    const { transaction, now, language } = context;
    const refused = await retireEntry(transaction, { entryId, by: actingMember(context), now });
    return refused ?? { message: plain(faqTexts[language].retired) };
  },
});

async function retireForm(context: Context, { faqEntry }: Values): Promise<Form | Refusal> {
  const { transaction, language } = context;
  const texts = faqTexts[language];
  const frame = { action: 'faq.retire', title: texts.actions['faq.retire'].title };
  if (!isId(faqEntry)) return await chooseEntry(context, frame);
  const entry = await readEntry(transaction, faqEntry);
  if (entry === null) return refuseFaq('entry_gone', {});
  return {
    ...{ ...frame, fields: [], known: { faqEntry, agreed: true }, submit: texts.retire },
    introduction: [
      { kind: 'text', text: `${texts.retires(entryWords(language, entry).question)}\n${texts.retiresTold}` },
    ],
    cancel: chatTexts[language].close,
  };
}
