/** Reads what a document says, whatever was sent: in a thread of its own, within limits of time and memory. */
import type { DocumentFault } from './document-fault.js';
import type { DocumentText } from './document-text.js';
import { inWorker, type WorkerLimits } from './in-worker.js';
import type { DocumentKind } from './type-of-document.js';

export interface ReadOptions extends WorkerLimits {
  /** As its sender calls it: an ending that says another kind than the bytes is refused. */
  readonly name?: string;
}

/**
 * The text of a Word document (.docx), a PDF, Markdown or a plain text. Never throws for what is in `content`.
 * @throws what the signal says, where it is aborted
 */
export async function readDocument(
  content: Uint8Array,
  { name, ...limits }: ReadOptions = {},
): Promise<
  | { readonly ok: true; readonly kind: DocumentKind; readonly text: DocumentText }
  | { readonly ok: false; readonly fault: DocumentFault }
> {
  const answer = await inWorker('text', content, name, limits);
  if (answer.ok && !('text' in answer)) throw new TypeError('The thread answered another question.');
  return answer;
}

/** A bullet of any look. */
const bullet = /^[^\p{L}\p{N}]$/u;

/**
 * A paragraph a line, its label in front; where a paragraph is broken into lines, so is this.
 * @param headings `marked` is for those who read plain text: `#` before headings, as in Markdown, and empty lines between paragraphs
 */
export function plainText(
  { paragraphs }: DocumentText,
  { headings }: { readonly headings: 'marked' | 'plain' } = { headings: 'plain' },
): string {
  const lines = paragraphs.map(({ heading, label, text }) => {
    const mark = headings === 'marked' && heading !== null ? `${'#'.repeat(Math.min(heading, 6))} ` : '';
    const shown = label === null ? '' : bullet.test(label) ? '・' : `${label} `;
    return mark + shown + text;
  });
  return lines.join(headings === 'marked' ? '\n\n' : '\n');
}
