/** Answers a question, once; the asker is told with question and answer. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { plan } from '../notifications/plan.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { answerCorrected, questionAnswered } from './notifications.js';
import { type AskedQuestion, readQuestion } from './queries.js';
import { lockQuestion, type QuestionRow } from './questions.sql.js';
import { refuseQuestion } from './refuse-question.js';
import { isAsked, refuseCorrecting, refuseSettling } from './rules.js';
import { refuseText } from './wording.js';

interface Answering {
  readonly questionId: string;
  readonly answer: string;
  readonly by: ActingMember;
  readonly now: Date;
}

/** Under its lock, so that of two who answer at once the second is told of the first. */
export async function answerQuestion(
  transaction: Transaction,
  { questionId, answer, by, now }: Answering,
): Promise<AskedQuestion | Refusal> {
  const held = await lockQuestion(transaction, questionId);
  if (held === null || !isAsked(held, by)) return refuse('not_found', {});
  const refused = refuseText(answer, 'answer') ?? refuseSettling(held);
  if (refused !== null) return refused;
  const { personId: byId } = by;
  await transaction.question.update({
    where: { id: questionId },
    // Whom it was asked in the place of has no part in it any more.
    data: { state: 'answered', answeredAt: now, answeredById: byId, adviserId: held.adviserId },
  });
  await transaction.questionAnswer.create({ data: { questionId, version: 1, text: answer, byId, at: now } });
  await tellAsker(transaction, held, { version: 1, by, now });
  return (await readQuestion(transaction, questionId)) ?? refuse('not_found', {});
}

interface CorrectAnswer extends Answering {
  /** The version of the answer that the form showed. */
  readonly version: number;
}

/** The asker is told of the correction. Who had seen an older answer than there is now is told of that. */
export async function correctAnswer(
  transaction: Transaction,
  { questionId, answer, version, by, now }: CorrectAnswer,
): Promise<AskedQuestion | Refusal> {
  const held = await lockQuestion(transaction, questionId);
  if (held === null || !isAsked(held, by)) return refuse('not_found', {});
  const refused = refuseText(answer, 'answer') ?? refuseCorrecting(held);
  if (refused !== null) return refused;
  const seen = await readQuestion(transaction, questionId);
  if (seen === null || seen.answer === null) return refuse('not_found', {});
  if (seen.answer.version !== version) return refuseQuestion('answer_changed', {}, { field: 'answer' });
  if (seen.answer.text === answer) return refuseQuestion('same_answer', {}, { field: 'answer' });
  const { personId: byId } = by;
  await transaction.questionAnswer.create({
    data: { questionId, version: version + 1, text: answer, byId, at: now },
  });
  await tellAsker(transaction, held, { version: version + 1, by, now });
  return seen;
}

async function tellAsker(
  transaction: Transaction,
  { id, programmeId, personId }: QuestionRow,
  { version, by, now }: { readonly version: number; readonly by: ActingMember; readonly now: Date },
): Promise<void> {
  if (personId === null || personId === by.personId) return;
  const kind = version === 1 ? questionAnswered : answerCorrected;
  const about = { programmeId, personId, subjectId: id, data: { version }, dueAt: now };
  await plan(transaction, now, [{ key: `${kind.key}:${id}:${version}`, kind, ...about }]);
}
