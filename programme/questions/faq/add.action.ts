/** Adds to the FAQ: from a question that was answered, or from scratch. */
import { z } from 'zod';
import { actingMember } from '../../members/acting-member.js';
import { plain, type Values } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { perhapsChosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { isId } from '../../requests/is-id.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { findAsked } from '../choose-question.js';
import { refuseCorrecting } from '../rules.js';
import { entryForm } from './entry-form.js';
import { entryInput, textsOf } from './entry-input.js';
import { addRecogniser } from './recognisers.js';
import { addEntry, type EntryTexts } from './save-entry.js';
import { faqTexts } from './texts.js';

export const addEntryAction = memberAction({
  name: 'faq.add',
  texts: faqTexts,
  command: 'add-faq',
  recognise: addRecogniser,
  who: ['adviser', 'secretariat'],
  input: z.object({ askedQuestion: perhapsChosen, ...entryInput, agreed: z.literal(true) }),
  confidential: true,
  offered: 'help',
  ask: addForm,
  // The form holds what everybody will read.
  confirm: 'always',
  run: async (context, { askedQuestion: question, keepNames, ...entry }) => {
    const { transaction, now, language } = context;
    const asked = question === undefined ? null : await answered(context, question);
    if (asked !== null && isRefusal(asked)) return asked;
    const writing = { texts: textsOf(entry), keepNames, by: actingMember(context), now };
    const added = await addEntry(transaction, { ...writing, questionId: question ?? null });
    return typeof added === 'string' ? { message: plain(faqTexts[language].added) } : added;
  },
});

async function answered(context: Context, id: string) {
  const question = await findAsked(context, id);
  if (isRefusal(question)) return question;
  return refuseCorrecting(question) ?? question;
}

async function addForm(context: Context, given: Values) {
  const texts = faqTexts[context.language];
  const prefilled = isId(given.askedQuestion) ? await textsFrom(context, given.askedQuestion) : {};
  if (isRefusal(prefilled)) return prefilled;
  return await entryForm(context, given, {
    ...{ action: 'faq.add', title: texts.actions['faq.add'].title, submit: texts.add, texts: prefilled },
    known: { ...(isId(given.askedQuestion) && { askedQuestion: given.askedQuestion }), agreed: true },
  });
}

/** Question and answer in the language in which they were written; the other one is left to the person who adds them. */
async function textsFrom(context: Context, id: string): Promise<Partial<EntryTexts> | Refusal> {
  const question = await answered(context, id);
  if (isRefusal(question)) return question;
  const [text, answer] = [question.text, question.answer?.text ?? ''];
  return /[ぁ-んァ-ヶ一-龠]/.test(text)
    ? { questionJa: text, answerJa: answer }
    : { questionEn: text, answerEn: answer };
}
