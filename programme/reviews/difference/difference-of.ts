/** The difference between two versions, kept for a while in the process: versions never change, so that it never grows old. */
import { LRUCache } from 'lru-cache';
import type { DocumentText } from '../../../documents/document-text.js';
import { computedApart, type Transaction } from '../../../prisma/client.js';
import { compareDrafts, type DraftDifference } from '../../drafts/difference/compare-drafts.js';

/** The search for a finer difference ends after so long; what is left is shown as replaced. */
const MOST_MILLISECONDS = 1_000;

/** Characters of both texts of all that is kept: a difference takes a few bytes for each of them. */
const MOST_CHARACTERS = 4_000_000;

interface Kept {
  readonly difference: DraftDifference;
  readonly characters: number;
}

/** By both identifiers. It holds what only some may read, so that nobody gets it who was not checked before. */
const kept = new LRUCache<string, Kept>({
  max: 200,
  maxSize: MOST_CHARACTERS,
  sizeCalculation: ({ characters }) => Math.max(1, Math.min(characters, MOST_CHARACTERS)),
  ttl: 30 * 60_000,
});

/** What is being compared at this moment. */
const running = new Map<string, Promise<DraftDifference>>();

interface VersionText {
  readonly id: string;
  readonly text: DocumentText;
}

interface Versions {
  readonly older: VersionText;
  readonly newer: VersionText;
}

/** No transaction is open while two versions are compared: the one that asked reads everything again once they are. */
const comparedApart = computedApart(compareOnce);

/** For a transaction that has read both, and has checked that they may be read. */
export function differenceOf(transaction: Transaction, older: VersionText, newer: VersionText): DraftDifference {
  const key = keyOf({ older, newer });
  return kept.get(key)?.difference ?? comparedApart(transaction, key, { older, newer });
}

/** Of two that ask at once both get the same one; what failed is tried again by the next who asks. */
async function compareOnce(versions: Versions): Promise<DraftDifference> {
  const key = keyOf(versions);
  const before = kept.get(key)?.difference ?? running.get(key);
  if (before !== undefined) return await before;
  const { older, newer } = versions;
  const made = compareDrafts(older.text, newer.text, { milliseconds: MOST_MILLISECONDS });
  running.set(key, made);
  try {
    const difference = await made;
    kept.set(key, { difference, characters: charactersIn(older.text) + charactersIn(newer.text) });
    return difference;
  } finally {
    running.delete(key);
  }
}

function keyOf({ older, newer }: Versions): string {
  return `${older.id} ${newer.id}`;
}

function charactersIn({ paragraphs }: DocumentText): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0);
}
