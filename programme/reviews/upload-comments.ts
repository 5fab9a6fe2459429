/** Takes the comments of a document for a round; what was taken before is left out, so that a document sent twice adds nothing. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import type { DocumentedComment } from './documented-comments.js';
import { holdsQuotation, quotable, readDraftText } from './quotation.js';
import { refuseComment } from './refuse-comment.js';
import { refuseUpload } from './refuse-upload.js';
import { addComments, holdRound, MOST_COMMENTS } from './write-comment.js';

export interface UploadComments {
  readonly draftId: string;
  readonly comments: readonly DocumentedComment[];
  readonly by: ActingMember;
  readonly now: Date;
}

/** Those that were not taken for this version before. */
export async function newComments(
  transaction: Transaction,
  draftId: string,
  comments: readonly DocumentedComment[],
): Promise<readonly DocumentedComment[]> {
  const keys = comments.map(({ document }) => document.key);
  const rows = await transaction.reviewComment.findMany({
    where: { draftId, documentKey: { in: keys } },
    select: { documentKey: true },
  });
  const known = new Set(rows.map(({ documentKey }) => documentKey));
  return comments.filter(({ document }) => !known.has(document.key));
}

/** Returns how many were taken. */
export async function uploadComments(
  transaction: Transaction,
  { draftId, comments, by, now }: UploadComments,
): Promise<number | Refusal> {
  const held = await holdRound(transaction, { draftId, by, now });
  if (isRefusal(held)) return held;
  const fresh = await newComments(transaction, draftId, comments);
  if (fresh.length === 0) return refuseUpload('document_known', {}, { field: 'files' });
  const text = await readDraftText(transaction, draftId);
  const quoted = text === null ? '' : quotable(text);
  // What the document quotes and the version does not have is kept in the comment's words.
  const taken = fresh.map((comment) =>
    comment.quotation === '' || holdsQuotation(quoted, comment.quotation) ? comment : asWords(comment),
  );
  const written = await addComments(transaction, { ...held, by, now }, taken);
  return written.length === 0 ? refuseComment('comments_full', { most: MOST_COMMENTS }) : written.length;
}

function asWords({ quotation, words, ...comment }: DocumentedComment): DocumentedComment {
  return { ...comment, quotation: '', words: words.includes(quotation) ? words : `「${quotation}」: ${words}` };
}
