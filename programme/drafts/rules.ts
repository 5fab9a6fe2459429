/** Pure rules of drafts: what a further version does to the newest one, and who may still take one back. */
import type { SubmittedDraft } from './queries.js';

/**
 * Whether somebody's next version takes the place of the newest: their own, as long as no adviser has opened it. What a colleague has
 * sent stays, so that of two who send at once neither loses what they sent.
 */
export function replacesNewest(
  newest: Pick<SubmittedDraft, 'openedAt' | 'submittedBy'> | null,
  personId: string,
): boolean {
  return newest !== null && newest.openedAt === null && newest.submittedBy.id === personId;
}

/** As the original is called where it comes back: of what the company calls it nothing is told. */
export function originalName(code: string, number: number, ending: string): string {
  return `${code}-v${number}.${ending}`;
}
