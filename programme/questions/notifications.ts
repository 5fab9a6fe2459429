/** The kinds of notifications about questions: what waits, to those who are asked, and what became of it, to the asker. */
import { z } from 'zod';
import { elements, type Message } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext } from '../requests/context.js';
import { readQuestion } from './queries.js';
import { type ListedQuestion, readWaiting } from './questions.sql.js';
import { questionTexts } from './texts.js';
import { addressee, answerer, listedAsker, quoted } from './words.js';

/** To an adviser or the secretariat: all that waits for them as it is sent. */
export const questionAsked = notificationKind('question.asked', {
  name: { ja: '質問が届きました', en: 'questions wait' },
  compose: composeAsked,
});

/** To who asked, with question and answer. */
export const questionAnswered = notificationKind('question.answered', {
  name: { ja: '質問への回答', en: 'a question was answered' },
  compose: async (context, notification) => await composeAnswer(context, notification, 'answered'),
});

/** To who asked. */
export const answerCorrected = notificationKind('question.answer-corrected', {
  name: { ja: '回答の訂正', en: 'an answer was corrected' },
  compose: async (context, notification) => await composeAnswer(context, notification, 'corrected'),
});

/** To who asked: who has it now. */
export const questionPassed = notificationKind('question.passed', {
  name: { ja: '質問の引き継ぎ', en: 'a question was handed over' },
  compose: composePassed,
});

/** As many as a notice shows; the list has the rest. */
const MOST_SHOWN = 5;

async function composeAsked(context: BaseContext, { subjectId, personId }: Composing): Promise<Message | null> {
  const { transaction, language } = context;
  if (subjectId === null) return null;
  const programmeId = subjectId;
  const roles = await transaction.membership.findMany({
    where: { programmeId, personId, endedAt: null, role: { in: ['adviser', 'secretariat'] } },
    select: { role: true },
    orderBy: { role: 'asc' },
  });
  const waiting: ListedQuestion[] = [];
  let total = 0;
  for (const { role } of roles) {
    const of = role === 'adviser' ? { adviserId: personId } : ('secretariat' as const);
    const rows = await readWaiting(transaction, { programmeId, of, from: 0, size: MOST_SHOWN });
    total += rows[0]?.total ?? 0;
    waiting.push(...rows);
  }
  if (total === 0) return null;
  const { notices, reply } = questionTexts[language];
  const text = notices.waiting(total);
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      {
        kind: 'list',
        items: waiting.slice(0, MOST_SHOWN).map((one) => ({
          title: listedAsker(context, one),
          lines: [quoted(one.text)],
          buttons: [{ label: reply, action: 'question.reply', input: { askedQuestion: one.id }, form: true }],
        })),
      },
      { kind: 'buttons', buttons: [{ label: notices.open, action: 'question.inbox', input: {} }] },
    ),
  };
}

const versionData = z.object({ version: z.int() });

async function composeAnswer(
  context: BaseContext,
  { subjectId, personId, data }: Composing,
  which: 'answered' | 'corrected',
): Promise<Message | null> {
  const { transaction, language } = context;
  const question = subjectId === null ? null : await readQuestion(transaction, subjectId);
  if (question === null || question.answer === null || question.personId !== personId) return null;
  // A later correction has a notification of its own.
  if (question.answer.version !== versionData.parse(data).version) return null;
  const { notices, actions } = questionTexts[language];
  const said = notices[which]({ to: answerer(context, question.answer), question: quoted(question.text) });
  const own = { label: actions['question.mine'].title, action: 'question.mine', input: {} };
  const again = { label: questionTexts[language].askSomething, action: 'question.ask', input: {}, form: true };
  return {
    summary: said.split('\n')[0] ?? said,
    elements: elements(
      { kind: 'text', text: said },
      { kind: 'text', text: question.answer.text },
      { kind: 'buttons', buttons: [own, again] },
    ),
  };
}

async function composePassed(context: BaseContext, { subjectId, personId }: Composing): Promise<Message | null> {
  const { transaction, language } = context;
  const question = subjectId === null ? null : await readQuestion(transaction, subjectId);
  // Once it is answered, the answer says all.
  if (question === null || question.personId !== personId || question.state !== 'waiting') return null;
  const { notices } = questionTexts[language];
  const said = notices.passed({ to: addressee(context, question.adviser), question: quoted(question.text) });
  return { summary: said.split('\n')[0] ?? said, elements: [{ kind: 'text', text: said }] };
}
