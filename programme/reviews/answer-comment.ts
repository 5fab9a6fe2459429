/** Somebody of the company answers a comment, or ticks it off; once none is left, their advisers are told. */
import type { Transaction } from '../../prisma/client.js';
import { readAdvisersOf } from '../advisers/queries.js';
import { holdDeliverable } from '../deliverables/record-event.js';
import { maySeeOf } from '../drafts/walls.js';
import type { ActingMember } from '../members/acting-member.js';
import { plan } from '../notifications/plan.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { answerComments } from './answer-comments.js';
import { commentsAnswered } from './notifications.js';
import { type CommentEntry, openComments, readComment } from './queries.js';
import { refuseAnswer } from './refuse-answer.js';

export interface AnswerComment {
  readonly commentId: string;
  /** Empty: it is ticked off without words. */
  readonly words: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface AnsweredComment {
  readonly comment: CommentEntry;
  /** How many are left. */
  readonly open: number;
}

export async function answerComment(
  transaction: Transaction,
  { commentId, words, by, now }: AnswerComment,
): Promise<AnsweredComment | Refusal> {
  const seen = await readComment(transaction, commentId);
  if (seen === null) return refuseAnswer('answer_gone', {});
  const { companyId, deliverableId } = seen;
  const isOwn = by.role === 'participant' && by.companyId === companyId;
  // One that was not sent yet is not there for the company.
  if (!isOwn || seen.sentAt === null) return refuse('not_found', {});
  if (!(await maySeeOf(transaction, by, { companyId, part: 'comments' }))) return refuse('not_found', {});
  await holdDeliverable(transaction, deliverableId, now);
  const { personId } = by;
  const wasOpen = (await openComments(transaction, deliverableId)).length;
  const about = { deliverableId, commentIds: [commentId], words, draftId: null, personId, now };
  const answered = await answerComments(transaction, about);
  if (answered === 0) return refuseAnswer('answer_gone', {});
  const open = (await openComments(transaction, deliverableId)).length;
  if (open === 0 && wasOpen > 0) await tellAdvisers(transaction, seen, { by, now });
  return { comment: seen, open };
}

async function tellAdvisers(
  transaction: Transaction,
  { id, companyId, draftId: subjectId }: CommentEntry,
  { by, now }: Pick<AnswerComment, 'by' | 'now'>,
): Promise<void> {
  const { programmeId } = by;
  const advisers = await readAdvisersOf(transaction, { programmeId, companyId });
  await plan(
    transaction,
    now,
    advisers.map(({ adviser }) => ({
      // By the last comment: a later round has others.
      key: `${commentsAnswered.key}:${id}:${adviser.id}`,
      ...{ kind: commentsAnswered, programmeId, personId: adviser.id, subjectId, dueAt: now },
    })),
  );
}
