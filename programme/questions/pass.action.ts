/** Asks to whom a question is handed over, and hands it over. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { initialChoice, initialText } from '../messages/initial.js';
import { type Choice, type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { chooseWaiting, findAsked } from './choose-question.js';
import { passQuestion } from './pass-question.js';
import { type AskedQuestion, readAskable } from './queries.js';
import { passRecogniser } from './recognisers.js';
import { refuseQuestion } from './refuse-question.js';
import { LONGEST_PASS_NOTE, refuseSettling, SECRETARIAT } from './rules.js';
import { questionTexts } from './texts.js';
import { addressee, askerOf } from './words.js';

export const passAction = memberAction({
  name: 'question.pass',
  texts: questionTexts,
  command: 'pass-question',
  recognise: passRecogniser,
  who: ['adviser', 'secretariat'],
  input: z.object({
    askedQuestion: chosen,
    to: z.string({ error: 'required' }).max(40, { error: 'not_a_choice' }),
    note: z.string().trim().max(LONGEST_PASS_NOTE, { error: 'too_long' }).default(''),
  }),
  confidential: true,
  offered: 'help',
  ask: passForm,
  // The form shows what is handed over, and who is told.
  confirm: 'always',
  run: async (context, { askedQuestion: questionId, to, note }) => {
    const { transaction, now, language } = context;
    const question = await findAsked(context, questionId);
    if (isRefusal(question)) return question;
    const name = (await receivers(context, question)).find(({ value }) => value === to)?.label ?? '';
    const refused = await passQuestion(transaction, { questionId, to, note, by: actingMember(context), now });
    return refused ?? { message: plain(questionTexts[language].passed(name)) };
  },
});

/** Whom it can be handed to: an adviser hands it to the secretariat, which hands it to an adviser of the company. */
async function receivers(context: Context, { programmeId, companyId }: AskedQuestion): Promise<readonly Choice[]> {
  const { transaction, membership, language } = context;
  if (membership.role === 'adviser') return [{ value: SECRETARIAT, label: questionTexts[language].secretariat }];
  const advisers = await readAskable(transaction, { programmeId, companyId });
  return advisers.map((adviser) => ({ value: adviser.id, label: addressee(context, adviser) }));
}

async function passForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = questionTexts[language];
  const frame = {
    ...{ action: 'question.pass', title: texts.actions['question.pass'].title },
    cancel: chatTexts[language].close,
  };
  if (!isId(given.askedQuestion)) return await chooseWaiting(context, frame);
  const question = await findAsked(context, given.askedQuestion);
  if (isRefusal(question)) return question;
  const refused = refuseSettling(question);
  if (refused !== null) return refused;
  const choices = await receivers(context, question);
  if (choices.length === 0) return refuseQuestion('no_adviser_there', {});
  return {
    ...frame,
    introduction: [
      { kind: 'text', text: texts.asks(askerOf(context, question), question.text) },
      { kind: 'note', text: texts.passesTo },
    ],
    fields: [
      {
        ...{ kind: 'choice', name: 'to', label: texts.labels.to, choices },
        ...(choices.length === 1 && { initial: choices[0]?.value ?? '' }),
        ...initialChoice(given.to, choices),
      },
      {
        ...{ kind: 'long text', name: 'note', label: texts.labels.note, hint: texts.hints.note, optional: true },
        ...{ maximum: LONGEST_PASS_NOTE, ...initialText(given.note, LONGEST_PASS_NOTE) },
      },
    ],
    known: { askedQuestion: question.id },
    submit: texts.pass,
  };
}
