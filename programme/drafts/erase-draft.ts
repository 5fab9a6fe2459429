/** Erases what a version says, with everything that was made of it; who sent it and when remains. */
import type { Transaction } from '../../prisma/client.js';
import { eraseReview } from '../reviews/erase-review.js';
import type { SubmittedDraft } from './queries.js';

/** To be called under the deliverable's lock. The bytes go with the file's row, or with the next sweep of the folder. */
export async function eraseDraft(
  transaction: Transaction,
  { id, file }: Pick<SubmittedDraft, 'id' | 'file'>,
  now: Date,
): Promise<void> {
  await eraseReview(transaction, id);
  await transaction.draftText.deleteMany({ where: { draftId: id } });
  await transaction.draftCheck.deleteMany({ where: { draftId: id } });
  await transaction.checkMark.deleteMany({ where: { draftId: id } });
  await transaction.draftLook.deleteMany({ where: { draftId: id } });
  await transaction.draft.update({ where: { id }, data: { erasedAt: now, sha256: null, fileId: null, note: '' } });
  if (file !== null) await transaction.file.deleteMany({ where: { id: file.id } });
}
