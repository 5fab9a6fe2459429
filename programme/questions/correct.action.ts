/** Corrects an answer that was given, and tells who asked. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { initialText } from '../messages/initial.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { correctAnswer } from './answer-question.js';
import { chooseAnswered, findAsked } from './choose-question.js';
import { correctRecogniser } from './recognisers.js';
import { LONGEST_ANSWER, refuseCorrecting } from './rules.js';
import { questionTexts } from './texts.js';
import { askerOf } from './words.js';

export const correctAction = memberAction({
  name: 'question.correct',
  texts: questionTexts,
  command: 'correct-answer',
  recognise: correctRecogniser,
  who: ['adviser', 'secretariat'],
  input: z.object({
    askedQuestion: chosen,
    answer: z.string().trim().min(1, { error: 'required' }).max(LONGEST_ANSWER, { error: 'too_long' }),
    /** Which answer the form showed. */
    version: z.coerce.number().int().min(1),
  }),
  confidential: true,
  offered: 'help',
  ask: correctForm,
  // The form shows the answer that is there.
  confirm: 'always',
  run: async (context, { askedQuestion: questionId, answer, version }) => {
    const { transaction, now, language } = context;
    const by = actingMember(context);
    const corrected = await correctAnswer(transaction, { questionId, answer, version, by, now });
    if (isRefusal(corrected)) return corrected;
    return { message: plain(questionTexts[language].correctedDone(askerOf(context, corrected))) };
  },
});

async function correctForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = questionTexts[language];
  const frame = {
    ...{ action: 'question.correct', title: texts.actions['question.correct'].title },
    cancel: chatTexts[language].close,
  };
  if (!isId(given.askedQuestion)) return await chooseAnswered(context, frame);
  const question = await findAsked(context, given.askedQuestion);
  if (isRefusal(question)) return question;
  const refused = refuseCorrecting(question);
  if (refused !== null) return refused;
  const { text = '', version = 1 } = question.answer ?? {};
  return {
    ...frame,
    introduction: [{ kind: 'text', text: texts.asks(askerOf(context, question), question.text) }],
    fields: [
      {
        ...{ kind: 'long text', name: 'answer', label: texts.labels.answer, hint: texts.hints.answer },
        ...{ maximum: LONGEST_ANSWER, initial: text, ...initialText(given.answer, LONGEST_ANSWER) },
      },
    ],
    known: { askedQuestion: question.id, version },
    submit: texts.correct,
  };
}
