/** Finds what a comment quotes in the text of a version, whatever the width of its signs and its spaces. */
import type { DocumentText } from '../../documents/document-text.js';
import type { Transaction } from '../../prisma/client.js';
import { readDocumentText } from '../drafts/draft-text.js';

/** Null where it is erased or has none. */
export async function readDraftText(transaction: Transaction, draftId: string): Promise<DocumentText | null> {
  const found = await transaction.draftText.findUnique({ where: { draftId } });
  return found && readDocumentText({ paragraphs: found.paragraphs, pages: found.pages });
}

/** Quotation marks, spaces and invisible signs come and go as text is copied. */
function comparableQuotation(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s"'“”‘’«»「」『』\p{Default_Ignorable_Code_Point}]/gu, '');
}

/** The whole text as quotations are looked for in it, made once for however many of them. */
export function quotable({ paragraphs: all }: DocumentText): string {
  return comparableQuotation(all.map(({ text }) => text).join(''));
}

/** @param text of `quotable` */
export function holdsQuotation(text: string, quotation: string): boolean {
  const sought = comparableQuotation(quotation);
  return sought !== '' && text.includes(sought);
}

/** Of a paragraph no more is shown as the nearest. */
const LONGEST_NEAREST = 120;
/** Below this likeness nothing is near. */
const NEAR = 0.35;

/** The sentence that has the most in common with what was quoted; '' where none is near. */
export function nearestSentence({ paragraphs: all }: DocumentText, quotation: string): string {
  const sought = neighbours(comparableQuotation(quotation));
  if (sought.size === 0) return '';
  let best = { sentence: '', likeness: NEAR };
  for (const { text } of all) {
    for (const sentence of text.split(/(?<=[。．.!?！？])|\n/u)) {
      const likeness = alike(sought, neighbours(comparableQuotation(sentence)));
      if (likeness > best.likeness) best = { sentence: sentence.trim(), likeness };
    }
  }
  return best.sentence.slice(0, LONGEST_NEAREST);
}

/** Pairs of neighbouring signs: of texts in either language, however they are spaced. */
function neighbours(text: string): ReadonlySet<string> {
  const signs = Array.from(text.slice(0, 2_000));
  return new Set(signs.slice(1).map((sign, position) => `${signs[position]}${sign}`));
}

/** From 0 to 1 (Dice's coefficient). */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (other.size === 0) return 0;
  let common = 0;
  for (const pair of one) if (other.has(pair)) common += 1;
  return (2 * common) / (one.size + other.size);
}
