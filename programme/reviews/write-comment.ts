/** Writes comments on a version whose round is open; the company sees none of them before the round ends. */
import type { ReviewTarget, Transaction } from '../../prisma/client.js';
import { holdDeliverable } from '../deliverables/record-event.js';
import { checklistNamed } from '../drafts/checklists/by-name.js';
import { maySeeOf } from '../drafts/walls.js';
import type { ActingMember } from '../members/acting-member.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { newestVersion, type ReviewedDraft, type ReviewRound, readReviewedDraft } from './drafts.js';
import { holdsQuotation, nearestSentence, quotable, readDraftText } from './quotation.js';
import { refuseComment } from './refuse-comment.js';
import { refuseComments } from './rules.js';

/** As many as `queries.ts` shows of one deliverable. */
export const MOST_COMMENTS = 200;
export const LONGEST_COMMENT = 3_000;
export const LONGEST_QUOTATION = 1_000;

export interface NewComment {
  /** Of the checklist; null where it is about none. */
  readonly element: string | null;
  /** Empty where it quotes nothing. */
  readonly quotation: string;
  readonly words: string;
  /** Who wrote it in an uploaded document, and by which key it is known again. */
  readonly document?: { readonly writtenBy: string; readonly key: string };
}

interface About {
  readonly draftId: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface WriteComment extends About {
  readonly comment: NewComment;
}

export interface WrittenComment {
  readonly id: string;
  readonly number: number;
  readonly draft: ReviewedDraft;
  /** The number of a version that arrived after this one; null where there is none. */
  readonly newer: number | null;
}

/** The version with its open round, held until the transaction ends; refused where nobody may comment on it. */
export async function holdRound(
  transaction: Transaction,
  { draftId, by, now }: About,
): Promise<{ readonly draft: ReviewedDraft; readonly round: ReviewRound } | Refusal> {
  const seen = await readReviewedDraft(transaction, draftId);
  if (seen === null) return refuse('not_found', {});
  const { companyId, deliverableId } = seen;
  if (!(await maySeeOf(transaction, by, { companyId, part: 'unsent' }))) return refuse('not_found', {});
  await holdDeliverable(transaction, deliverableId, now);
  const draft = (await readReviewedDraft(transaction, draftId)) ?? seen;
  const refused = refuseComments(draft);
  if (refused) return refused;
  return draft.round === null ? refuse('not_found', {}) : { draft, round: draft.round };
}

/** A comment belongs to the version that it names, also where a newer one has arrived. */
export async function writeComment(transaction: Transaction, asked: WriteComment): Promise<WrittenComment | Refusal> {
  const held = await holdRound(transaction, asked);
  if (isRefusal(held)) return held;
  const { draft, round } = held;
  const { comment } = asked;
  const refused = refuseElement(draft, comment) ?? (await refuseQuotation(transaction, draft, comment));
  if (refused) return refused;
  const [written] = await addComments(transaction, { draft, round, by: asked.by, now: asked.now }, [comment]);
  if (written === undefined) return refuseComment('comments_full', { most: MOST_COMMENTS });
  const newest = await newestVersion(transaction, draft.deliverableId);
  return { ...written, draft, newer: newest !== null && newest.number > draft.number ? newest.number : null };
}

function refuseElement({ checklist }: ReviewedDraft, { element }: NewComment): Refusal | null {
  if (element === null) return null;
  const isKnown = checklistNamed(checklist)?.elements.some(({ id }) => id === element) ?? false;
  return isKnown ? null : refuseComment('element_unknown', {}, { field: 'element' });
}

async function refuseQuotation(
  transaction: Transaction,
  { id }: ReviewedDraft,
  { quotation }: NewComment,
): Promise<Refusal | null> {
  if (quotation === '') return null;
  const text = await readDraftText(transaction, id);
  if (text === null) return refuseComment('quotation_no_text', {}, { field: 'quotation' });
  if (holdsQuotation(quotable(text), quotation)) return null;
  const nearest = nearestSentence(text, quotation);
  return refuseComment('quotation_unknown', { nearest }, { field: 'quotation' });
}

interface Round extends Omit<About, 'draftId'> {
  readonly draft: ReviewedDraft;
  readonly round: ReviewRound;
}

/** Under the deliverable's lock, from which their numbers come. None where they would be too many. */
export async function addComments(
  transaction: Transaction,
  { draft, round, by, now }: Round,
  comments: readonly NewComment[],
): Promise<readonly { readonly id: string; readonly number: number }[]> {
  const { id: draftId, deliverableId, programmeId, companyId } = draft;
  const { comments: last } = await transaction.deliverable.update({
    where: { id: deliverableId },
    data: { comments: { increment: comments.length } },
    select: { comments: true },
  });
  if (last > MOST_COMMENTS) return [];
  const first = last - comments.length + 1;
  return await transaction.reviewComment.createManyAndReturn({
    data: comments.map(({ element, quotation, words, document }, position) => ({
      ...{ deliverableId, programmeId, companyId, draftId, reviewId: round.id, number: first + position },
      ...{ authorId: by.personId, target: targetOf({ element, quotation }), element, quotation, words, at: now },
      ...(document && { writtenBy: document.writtenBy, documentKey: document.key }),
    })),
    select: { id: true, number: true },
  });
}

function targetOf({ element, quotation }: Pick<NewComment, 'element' | 'quotation'>): ReviewTarget {
  if (quotation !== '') return 'quotation';
  return element === null ? 'whole' : 'element';
}
