/** Changes an entry of the FAQ. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { secretariat } from '../../members/roles.js';
import { type Form, plain, type Values } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import type { Refusal } from '../../requests/refusal.js';
import { chooseEntry } from './choose-entry.js';
import { readEntry } from './entries.js';
import { entryForm } from './entry-form.js';
import { entryInput, textsOf } from './entry-input.js';
import { changeRecogniser } from './recognisers.js';
import { refuseFaq } from './refuse-faq.js';
import { changeEntry } from './save-entry.js';
import { faqTexts } from './texts.js';

export const changeEntryAction = memberAction({
  name: 'faq.change',
  texts: faqTexts,
  command: 'change-faq',
  recognise: changeRecogniser,
  who: secretariat,
  input: z.object({ faqEntry: chosen, ...entryInput, version: z.coerce.number().int().min(1) }),
  offered: 'help',
  ask: changeForm,
  // The form holds what is there.
  confirm: 'always',
  run: async (context, { faqEntry: entryId, version, keepNames, ...entry }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const refused = await changeEntry(transaction, { entryId, version, texts: textsOf(entry), keepNames, by, now });
    return refused ?? { message: plain(faqTexts[language].changed) };
  },
});

async function changeForm(context: Context, given: Values): Promise<Form | Refusal> {
  const texts = faqTexts[context.language];
  const frame = { action: 'faq.change', title: texts.actions['faq.change'].title };
  if (!isId(given.faqEntry)) return await chooseEntry(context, frame);
  const entry = await readEntry(context.transaction, given.faqEntry);
  if (entry === null) return refuseFaq('entry_gone', {});
  const known = { faqEntry: entry.id, version: entry.version };
  return await entryForm(context, given, { ...frame, submit: texts.save, known, texts: entry });
}
