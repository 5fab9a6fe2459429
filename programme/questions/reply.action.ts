/** Asks which question to answer and how, and sends the answer to who asked. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { initialText } from '../messages/initial.js';
import { elements, type Form, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { answerQuestion } from './answer-question.js';
import { chooseWaiting, findAsked } from './choose-question.js';
import { replyRecogniser } from './recognisers.js';
import { LONGEST_ANSWER, refuseSettling } from './rules.js';
import { questionTexts } from './texts.js';
import { askerOf } from './words.js';

export const replyAction = memberAction({
  name: 'question.reply',
  texts: questionTexts,
  command: 'reply-question',
  recognise: replyRecogniser,
  who: ['adviser', 'secretariat'],
  input: z.object({
    askedQuestion: chosen,
    answer: z.string().trim().min(1, { error: 'required' }).max(LONGEST_ANSWER, { error: 'too_long' }),
  }),
  confidential: true,
  offered: 'help',
  ask: replyForm,
  confirm: { when: 'words', show: showAnswer },
  run: async (context, { askedQuestion: questionId, answer }) => {
    const { transaction, now, language } = context;
    const answered = await answerQuestion(transaction, { questionId, answer, by: actingMember(context), now });
    if (isRefusal(answered)) return answered;
    const texts = questionTexts[language];
    const summary = texts.answered(askerOf(context, answered));
    const input = { askedQuestion: questionId };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          {
            kind: 'buttons',
            buttons: [
              { label: texts.toFaq, action: 'faq.add', input, form: true },
              { label: texts.correct, action: 'question.correct', input, form: true },
              { label: texts.actions['question.inbox'].title, action: 'question.inbox', input: {} },
            ],
          },
        ),
      },
    };
  },
});

async function showAnswer(
  context: Context,
  { askedQuestion: id, answer }: { readonly askedQuestion: string; readonly answer: string },
) {
  const question = await findAsked(context, id);
  if (isRefusal(question)) return question;
  const refused = refuseSettling(question);
  if (refused !== null) return refused;
  const texts = questionTexts[context.language];
  return {
    does: texts.sendsAnswer(askerOf(context, question)),
    elements: [
      { kind: 'text' as const, text: answer },
      { kind: 'note' as const, text: texts.asks(askerOf(context, question), question.text) },
    ],
  };
}

async function replyForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = questionTexts[language];
  const frame = {
    ...{ action: 'question.reply', title: texts.actions['question.reply'].title },
    cancel: chatTexts[language].close,
  };
  if (!isId(given.askedQuestion)) return await chooseWaiting(context, frame);
  const question = await findAsked(context, given.askedQuestion);
  if (isRefusal(question)) return question;
  const refused = refuseSettling(question);
  if (refused !== null) return refused;
  return {
    ...frame,
    introduction: [{ kind: 'text', text: texts.asks(askerOf(context, question), question.text) }],
    fields: [
      {
        ...{ kind: 'long text', name: 'answer', label: texts.labels.answer, hint: texts.hints.answer },
        ...{ maximum: LONGEST_ANSWER, ...initialText(given.answer, LONGEST_ANSWER) },
      },
    ],
    known: { askedQuestion: question.id },
    submit: texts.sendAnswer,
  };
}
