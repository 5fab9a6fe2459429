/** Ends a round: the company gets its outcome with all comments, and more time where the review was late. */
import type { ReviewOutcome, Transaction } from '../../prisma/client.js';
import { readPeopleOf } from '../advisers/queries.js';
import { moveDueDate } from '../deliverables/extensions/move-due-date.js';
import { recordEvent } from '../deliverables/record-event.js';
import { keepForCompany } from '../files/keep-files.js';
import type { ActingMember } from '../members/acting-member.js';
import { plan } from '../notifications/plan.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { newestVersion, type ReviewedDraft } from './drafts.js';
import { type LateReview, lateReview } from './late-review.js';
import { reviewEnded } from './notifications.js';
import { unsentComments } from './queries.js';
import { refuseEnding } from './rules.js';
import { holdRound } from './write-comment.js';

export interface EndReview {
  readonly draftId: string;
  readonly outcome: ReviewOutcome;
  readonly words: string;
  /** What the adviser sent to be attached; null for nothing. */
  readonly fileId: string | null;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface EndedReview {
  readonly draft: ReviewedDraft;
  /** How many comments the company gets with it. */
  readonly comments: number;
  readonly late: LateReview | null;
}

/** A round ends once: who comes second finds it ended, under the lock of the deliverable. */
export async function endReview(transaction: Transaction, asked: EndReview): Promise<EndedReview | Refusal> {
  const { outcome, words, fileId, by, now } = asked;
  const held = await holdRound(transaction, asked);
  if (isRefusal(held)) return held;
  const { draft, round } = held;
  const { deliverableId, programmeId, companyId, number: draftNumber } = draft;
  const newest = await newestVersion(transaction, deliverableId);
  // Also those that were written on a version before, whose round a newer one had overtaken.
  const comments = await unsentComments(transaction, deliverableId);
  const refused = refuseEnding(draft, { newest, outcome, words, comments: comments.length });
  if (refused) return refused;
  const late = await lateReview(transaction, draft, now);
  if (fileId !== null) await keepForCompany(transaction, [{ id: fileId }], { programmeId, companyId, kind: 'review' });
  await transaction.review.update({
    where: { id: round.id },
    data: { endedAt: now, outcome, words, fileId, reviewerId: by.personId, version: { increment: 1 } },
  });
  await transaction.reviewComment.updateMany({
    where: { id: { in: comments.map(({ id }) => id) } },
    data: { sentAt: now },
  });
  const kind = outcome === 'confirmed' ? 'confirmed' : 'revision_asked';
  await recordEvent(transaction, deliverableId, { kind, at: now, draftNumber, personId: by.personId });
  if (late !== null) {
    const about = { deliverableId, programmeId, companyId, until: late.until, reason: '', byId: null, now };
    await moveDueDate(transaction, { ...about, state: 'by_late_review' });
  }
  await tellCompany(transaction, draft, { reviewId: round.id, now });
  return { draft, comments: comments.length, late };
}

async function tellCompany(
  transaction: Transaction,
  { programmeId, companyId, id: subjectId }: ReviewedDraft,
  { reviewId, now }: { readonly reviewId: string; readonly now: Date },
): Promise<void> {
  const people = await readPeopleOf(transaction, { programmeId, companyId });
  await plan(
    transaction,
    now,
    people.map((personId) => ({
      key: `${reviewEnded.key}:${reviewId}:${personId}`,
      ...{ kind: reviewEnded, programmeId, personId, subjectId, dueAt: now },
    })),
  );
}
