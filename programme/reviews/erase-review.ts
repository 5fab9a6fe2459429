/** Erases what a review of a version said: its words, its comments with their quotations, their history and answers, and its attachment. */
import type { Transaction } from '../../prisma/client.js';

/** That there was a round, and how it ended, remains. To be called under the deliverable's lock. */
export async function eraseReview(transaction: Transaction, draftId: string): Promise<void> {
  const comments = { comment: { draftId } };
  await transaction.reviewCommentVersion.deleteMany({ where: comments });
  await transaction.commentAnswer.updateMany({ where: comments, data: { words: '' } });
  await transaction.reviewComment.updateMany({
    where: { draftId },
    data: { target: 'whole', element: null, quotation: '', words: '', writtenBy: '', documentKey: null },
  });
  const attached = await transaction.review.findUnique({ where: { draftId }, select: { fileId: true } });
  // While the round still names it: what belongs to no version is out of reach here.
  if (attached?.fileId != null) await transaction.file.deleteMany({ where: { id: attached.fileId } });
  await transaction.review.updateMany({ where: { draftId }, data: { words: '', fileId: null } });
}
