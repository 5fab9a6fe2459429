/** Asks which question to withdraw, and withdraws it once it was said that its content is erased. */
import { z } from 'zod';
import { type Form, plain, type Values } from '../messages/message.js';
import { inOneLine } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { readOwnQuestions, readQuestion } from './queries.js';
import { withdrawRecogniser } from './recognisers.js';
import { refuseQuestion } from './refuse-question.js';
import { refuseSettling } from './rules.js';
import { questionTexts } from './texts.js';
import { withdrawQuestion } from './withdraw-question.js';
import { quoted } from './words.js';

/** As many as a form offers. */
const MOST_CHOICES = 20;
const LONGEST_CHOICE = 70;

export const withdrawAction = memberAction({
  name: 'question.withdraw',
  texts: questionTexts,
  command: 'withdraw-question',
  recognise: withdrawRecogniser,
  who: ['participant', 'adviser', 'speaker'],
  input: z.object({
    ownQuestion: chosen,
    /** The form has said that it is erased. */
    agreed: z.literal(true),
  }),
  confidential: true,
  offered: 'help',
  ask: withdrawForm,
  confirm: 'always',
  run: async ({ transaction, person, now, language }, { ownQuestion: questionId }) => {
    const refused = await withdrawQuestion(transaction, { questionId, by: { personId: person.id }, now });
    return refused ?? { message: plain(questionTexts[language].withdrawn) };
  },
});

async function withdrawForm(context: Context, { ownQuestion }: Values): Promise<Form | Refusal> {
  const { transaction, membership, person, language } = context;
  const texts = questionTexts[language];
  const frame = {
    ...{ action: 'question.withdraw', title: texts.actions['question.withdraw'].title },
    cancel: chatTexts[language].close,
  };
  if (!isId(ownQuestion)) {
    const own = { programmeId: membership.programmeId, personId: person.id, state: 'waiting' } as const;
    const { items, total } = await readOwnQuestions(transaction, own, { from: 0, size: MOST_CHOICES });
    if (items.length === 0) return refuseQuestion('nothing_to_withdraw', {});
    const choices = items.map(({ id, text }) => ({ value: id, label: inOneLine(text, LONGEST_CHOICE) }));
    const field = { kind: 'choice' as const, name: 'ownQuestion', label: texts.labels.which, choices };
    const text = texts.someOf({ shown: items.length, of: total });
    const introduction = items.length < total ? [{ kind: 'note' as const, text }] : [];
    return { ...frame, introduction, fields: [field], known: {}, submit: texts.next };
  }
  const question = await readQuestion(transaction, ownQuestion);
  if (question === null || question.personId !== person.id) return refuse('not_found', {});
  const refused = refuseSettling(question);
  if (refused !== null) return refused;
  return {
    ...frame,
    introduction: [{ kind: 'text', text: `${texts.withdraws(quoted(question.text))}\n${texts.erased}` }],
    fields: [],
    known: { ownQuestion, agreed: true },
    submit: texts.withdraw,
  };
}
