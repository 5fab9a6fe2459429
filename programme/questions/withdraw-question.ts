/** Takes a question back before it is answered; what it said is erased. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { lockQuestion } from './questions.sql.js';
import { refuseSettling } from './rules.js';

interface WithdrawQuestion {
  readonly questionId: string;
  readonly by: Pick<ActingMember, 'personId'>;
  readonly now: Date;
}

/** Null where it is withdrawn. */
export async function withdrawQuestion(
  transaction: Transaction,
  { questionId, by, now }: WithdrawQuestion,
): Promise<Refusal | null> {
  const held = await lockQuestion(transaction, questionId);
  if (held === null || held.personId !== by.personId) return refuse('not_found', {});
  const refused = refuseSettling(held);
  if (refused !== null) return refused;
  await transaction.questionText.deleteMany({ where: { questionId } });
  await transaction.question.update({ where: { id: questionId }, data: { state: 'withdrawn', withdrawnAt: now } });
  return null;
}
