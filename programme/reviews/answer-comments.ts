/** The company's answers to comments: each ticks its comment off, whether a version answers it or words alone. */
import type { Transaction } from '../../prisma/client.js';

export interface AnswerComments {
  readonly deliverableId: string;
  readonly commentIds: readonly string[];
  readonly words: string;
  /** The version that answers them; null where words alone do. */
  readonly draftId: string | null;
  readonly personId: string;
  readonly now: Date;
}

/**
 * Answers those of the comments that the company was sent about this deliverable, in place of an earlier answer; returns how many.
 * To be called under the deliverable's lock.
 */
export async function answerComments(
  transaction: Transaction,
  { deliverableId, commentIds, words, draftId, personId, now }: AnswerComments,
): Promise<number> {
  if (commentIds.length === 0) return 0;
  const sent = await transaction.reviewComment.findMany({
    where: { id: { in: [...commentIds] }, deliverableId, sentAt: { not: null }, draft: { erasedAt: null } },
    select: { id: true, programmeId: true, companyId: true, answer: { select: { draftId: true } } },
  });
  await transaction.commentAnswer.deleteMany({ where: { commentId: { in: sent.map(({ id }) => id) } } });
  await transaction.commentAnswer.createMany({
    data: sent.map(({ id: commentId, answer, ...owner }) => ({
      ...{ commentId, ...owner, words, personId, at: now },
      // Other words leave the version that answered it before.
      draftId: draftId ?? answer?.draftId ?? null,
    })),
  });
  return sent.length;
}
