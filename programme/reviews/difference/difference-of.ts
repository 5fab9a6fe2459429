/** The difference between two versions, kept for a while in the process: versions never change, so that it never grows old. */
import { LRUCache } from 'lru-cache';
import type { DocumentText } from '../../../documents/document-text.js';
import { compareDrafts, type DraftDifference } from '../../drafts/difference/compare-drafts.js';

/** The search for a finer difference ends after so long; what is left is shown as replaced. */
const MOST_MILLISECONDS = 1_000;

/** Characters of both texts of all that is kept: a difference takes a few bytes for each of them. */
const MOST_CHARACTERS = 4_000_000;

interface Kept {
  readonly made: Promise<DraftDifference>;
  readonly characters: number;
}

/** By both identifiers. It holds what only some may read, so that nobody gets it who was not checked before. */
const kept = new LRUCache<string, Kept>({
  max: 200,
  maxSize: MOST_CHARACTERS,
  sizeCalculation: ({ characters }) => Math.max(1, Math.min(characters, MOST_CHARACTERS)),
  ttl: 30 * 60_000,
});

interface VersionText {
  readonly id: string;
  readonly text: DocumentText;
}

/** Of two that ask at once both get the same one. */
export async function differenceOf(older: VersionText, newer: VersionText): Promise<DraftDifference> {
  const key = `${older.id} ${newer.id}`;
  const known = kept.get(key);
  if (known !== undefined) return await known.made;
  const made = compareDrafts(older.text, newer.text, { milliseconds: MOST_MILLISECONDS });
  kept.set(key, { made, characters: charactersIn(older.text) + charactersIn(newer.text) });
  // What failed is tried again by the next who asks.
  made.catch(() => kept.delete(key));
  return await made;
}

function charactersIn({ paragraphs }: DocumentText): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}
