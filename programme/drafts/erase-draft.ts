/** Erases what a version says, with everything that was made of it; who sent it and when remains. */
import { asViewer, type Transaction } from '../../prisma/client.js';
import { eraseReview } from '../reviews/erase-review.js';
import type { SubmittedDraft } from './queries.js';

/**
 * To be called under the deliverable's lock, by who may take the version back: what the adviser wrote about it goes as well, which
 * the company could not reach. The bytes go with the file's row, or with the next sweep of the folder.
 */
export async function eraseDraft(
  transaction: Transaction,
  { id, file }: Pick<SubmittedDraft, 'id' | 'file'>,
  now: Date,
): Promise<void> {
  await asViewer(transaction, { kind: 'erasing', draftId: id }, async () => {
    await eraseReview(transaction, id);
    await transaction.draftText.deleteMany({ where: { draftId: id } });
    await transaction.draftCheck.deleteMany({ where: { draftId: id } });
    await transaction.checkMark.deleteMany({ where: { draftId: id } });
    await transaction.draftLook.deleteMany({ where: { draftId: id } });
    if (file !== null) await transaction.file.deleteMany({ where: { id: file.id } });
    await transaction.draft.update({ where: { id }, data: { erasedAt: now, sha256: null, fileId: null, note: '' } });
  });
}
