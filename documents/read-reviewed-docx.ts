/** Reads a commented Word document, with the limits of every other one. */
import type { DocumentFault } from './document-fault.js';
import type { ReviewedDocx } from './docx/read-reviewed.js';
import { inWorker } from './in-worker.js';
import type { ReadOptions } from './read-document.js';

/**
 * Comments with their answers, and tracked insertions and deletions. Never throws for what is in `content`.
 * @throws what the signal says, where it is aborted
 */
export async function readReviewedDocx(
  content: Uint8Array,
  { name, ...limits }: ReadOptions = {},
): Promise<
  { readonly ok: true; readonly reviewed: ReviewedDocx } | { readonly ok: false; readonly fault: DocumentFault }
> {
  const answer = await inWorker('review', content, name, limits);
  if (answer.ok && !('reviewed' in answer)) throw new TypeError('The thread answered another question.');
  return answer;
}
