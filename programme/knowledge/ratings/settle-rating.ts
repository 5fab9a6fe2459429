/** The secretariat has nothing more to do about an answer that did not help. */
import type { Transaction } from '../../../prisma/client.js';
import type { Refusal } from '../../requests/refusal.js';
import { refuseKnowledge } from '../refuse-knowledge.js';

interface Settling {
  readonly ratingId: string;
  /** What its author has said after this was not seen. */
  readonly seenAt: Date;
  readonly byId: string;
  readonly now: Date;
}

export async function settleRating(
  transaction: Transaction,
  { ratingId: id, seenAt, byId, now }: Settling,
): Promise<Refusal | null> {
  const { count } = await transaction.answerRating.updateMany({
    where: { id, helpful: false, answeredAt: { lte: seenAt }, settledAt: null },
    data: { settledAt: now, settledById: byId },
  });
  if (count === 1) return null;
  const settled = await transaction.answerRating.count({ where: { id, settledAt: { not: null } } });
  return settled > 0 ? refuseKnowledge('rating_settled', {}) : refuseKnowledge('rating_changed', {});
}
