/** The pure rules of a review: which version can be opened, commented on and ended now. */
import type { ReviewOutcome } from '../../prisma/client.js';
import type { Refusal } from '../requests/refusal.js';
import type { DraftVersion, ReviewedDraft } from './drafts.js';
import { refuseReview } from './refuse-review.js';
import { reviewTexts } from './texts.js';

export const reviewOutcomes = ['confirmed', 'to_be_revised'] as const satisfies readonly ReviewOutcome[];

/** Null where the version can be opened, also once more. */
export function refuseOpening({ isGone }: Pick<ReviewedDraft, 'isGone'>): Refusal | null {
  return isGone ? refuseReview('draft_gone', {}) : null;
}

/** Null where comments can be written on it. */
export function refuseComments({ isGone, round }: Pick<ReviewedDraft, 'isGone' | 'round'>): Refusal | null {
  if (isGone) return refuseReview('draft_gone', {});
  if (round === null) return refuseReview('not_opened', {});
  return round.endedAt === null ? null : refuseReview('round_ended', {});
}

interface Ending {
  readonly newest: DraftVersion | null;
  readonly outcome: ReviewOutcome | null;
  readonly words: string;
  /** How many comments it would send. */
  readonly comments: number;
}

/** Null where the round can be ended so; without an outcome, where it can be ended at all. */
export function refuseEnding(draft: ReviewedDraft, { newest, outcome, words, comments }: Ending): Refusal | null {
  const refused = refuseComments(draft);
  if (refused) return refused;
  if (newest !== null && newest.number > draft.number) {
    const offer = { action: 'review.open', input: { draft: newest.id }, atOnce: true };
    const label = { ja: reviewTexts.ja.openNewer, en: reviewTexts.en.openNewer };
    return { ...refuseReview('newer_version', newest), offer: { ...offer, label } };
  }
  if (outcome === 'to_be_revised' && comments === 0 && words === '') {
    return refuseReview('nothing_to_revise', {}, { field: 'words' });
  }
  return null;
}
