/** An adviser opens a version: from then on it cannot be replaced, and its round has begun. */
import type { Transaction } from '../../prisma/client.js';
import { holdDeliverable, recordEvent } from '../deliverables/record-event.js';
import { maySeeOf } from '../drafts/walls.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { type ReviewedDraft, readReviewedDraft } from './drafts.js';
import { refuseOpening } from './rules.js';

export interface OpenReview {
  readonly draftId: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface OpenedReview {
  readonly draft: ReviewedDraft;
  /** The version that this adviser had looked at last before this one; null where it is the first, or the same. */
  readonly lookedAt: string | null;
}

/**
 * Opens it, also once more. Whoever replaces or withdraws a version holds the same lock, so that none is opened and replaced at the
 * same time.
 */
export async function openReview(
  transaction: Transaction,
  { draftId, by, now }: OpenReview,
): Promise<OpenedReview | Refusal> {
  const seen = await readReviewedDraft(transaction, draftId);
  if (seen === null || by.role !== 'adviser') return refuse('not_found', {});
  const { companyId, deliverableId } = seen;
  if (!(await maySeeOf(transaction, by, { companyId, part: 'text' }))) return refuse('not_found', {});
  await holdDeliverable(transaction, deliverableId, now);
  const draft = (await readReviewedDraft(transaction, draftId)) ?? seen;
  const refused = refuseOpening(draft);
  if (refused) return refused;
  if (draft.round === null) await begin(transaction, draft, { by, now });
  const lookedAt = await look(transaction, draft, { personId: by.personId, now });
  return { draft: (await readReviewedDraft(transaction, draftId)) ?? draft, lookedAt };
}

async function begin(
  transaction: Transaction,
  { id, number, deliverableId, programmeId, companyId, openedAt }: ReviewedDraft,
  { by, now }: Pick<OpenReview, 'by' | 'now'>,
): Promise<void> {
  const { personId } = by;
  if (openedAt === null) {
    await transaction.draft.update({ where: { id }, data: { openedAt: now, openedById: personId } });
  }
  await transaction.review.create({
    data: { draftId: id, programmeId, companyId, reviewerId: personId, begunAt: now },
  });
  await recordEvent(transaction, deliverableId, { kind: 'opened', at: now, draftNumber: number, personId });
}

/** Notes that this person has now seen the version; returns the other one that they had seen last. */
async function look(
  transaction: Transaction,
  { id: draftId, deliverableId, programmeId, companyId }: ReviewedDraft,
  { personId, now: at }: { readonly personId: string; readonly now: Date },
): Promise<string | null> {
  const which = { deliverableId_personId: { deliverableId, personId } };
  const before = await transaction.draftLook.findUnique({ where: which, select: { draftId: true } });
  await transaction.draftLook.upsert({
    where: which,
    create: { deliverableId, personId, programmeId, companyId, draftId, at },
    update: { draftId, at },
  });
  return before === null || before.draftId === draftId ? null : before.draftId;
}
