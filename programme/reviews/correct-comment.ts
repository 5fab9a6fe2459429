/** Corrects a comment: before it is sent in its place, afterwards with its history, and the company is told. */
import type { Transaction } from '../../prisma/client.js';
import { readPeopleOf } from '../advisers/queries.js';
import { holdDeliverable } from '../deliverables/record-event.js';
import { maySeeOf } from '../drafts/walls.js';
import type { ActingMember } from '../members/acting-member.js';
import { plan } from '../notifications/plan.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { commentCorrected } from './notifications.js';
import { type CommentEntry, readComment } from './queries.js';
import { refuseComment } from './refuse-comment.js';

export interface CorrectComment {
  readonly commentId: string;
  /** Empty: an unsent comment is deleted. */
  readonly words: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface CorrectedComment {
  readonly comment: CommentEntry;
  readonly became: 'corrected' | 'rewritten' | 'deleted';
}

export async function correctComment(
  transaction: Transaction,
  { commentId, words, by, now }: CorrectComment,
): Promise<CorrectedComment | Refusal> {
  const seen = await readComment(transaction, commentId);
  if (seen === null) return refuseComment('comment_gone', {});
  const { companyId, deliverableId } = seen;
  if (!(await maySeeOf(transaction, by, { companyId, part: 'unsent' }))) return refuse('not_found', {});
  await holdDeliverable(transaction, deliverableId, now);
  const comment = await readComment(transaction, commentId);
  if (comment === null) return refuseComment('comment_gone', {});
  if (comment.words === words) return refuseComment('comment_same', {}, { field: 'words' });
  if (comment.sentAt === null) return await rewrite(transaction, comment, words);
  if (words === '') return refuseComment('comment_sent', {}, { field: 'words' });
  await correct(transaction, comment, { words, by, now });
  return { comment, became: 'corrected' };
}

async function rewrite(transaction: Transaction, comment: CommentEntry, words: string): Promise<CorrectedComment> {
  const which = { where: { id: comment.id } };
  if (words === '') {
    await transaction.reviewComment.delete(which);
    return { comment, became: 'deleted' };
  }
  await transaction.reviewComment.update({ ...which, data: { words } });
  return { comment, became: 'rewritten' };
}

async function correct(
  transaction: Transaction,
  { id, words: was, companyId, corrections }: CommentEntry,
  { words, by, now }: Omit<CorrectComment, 'commentId'>,
): Promise<void> {
  const { programmeId } = by;
  const version = corrections + 1;
  await transaction.reviewCommentVersion.create({
    data: { commentId: id, version, programmeId, companyId, words: was, until: now },
  });
  await transaction.reviewComment.update({ where: { id }, data: { words } });
  const people = await readPeopleOf(transaction, { programmeId, companyId });
  await plan(
    transaction,
    now,
    people.map((personId) => ({
      key: `${commentCorrected.key}:${id}:${version}:${personId}`,
      ...{ kind: commentCorrected, programmeId, personId, subjectId: id, data: { version }, dueAt: now },
    })),
  );
}
