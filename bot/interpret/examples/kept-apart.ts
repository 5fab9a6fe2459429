/** Which sentences nothing is learnt from, so that they tell how well others are understood. */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;
const PARTS = 5;

/** One in five, by the sentence alone: the same one on every machine, whatever is written before or after it. */
export function isKeptApart(say: string): boolean {
  return fnv1a(say.normalize('NFKC').toLowerCase()) % PARTS === 0;
}

/** FNV-1a of the text in UTF-8, 32 bits. */
function fnv1a(text: string): number {
  return new TextEncoder().encode(text).reduce((hash, byte) => Math.imul(hash ^ byte, PRIME) >>> 0, OFFSET);
}
