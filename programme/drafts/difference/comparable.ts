/** Makes texts comparable: one form of each character and space, and how much two texts have in common. */

const invisible = /(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}/gu;
const JAPANESE = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\u3000-\u303Fー、。・「」『』【】()]';
const besideJapanese = new RegExp(`(?<=${JAPANESE}) | (?=${JAPANESE})`, 'gu');

/** Two texts with the same form differ in width, spacing or kind of quotation mark alone, as files of two programs do. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(invisible, '')
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/[“”]/gu, '"')
    .replaceAll(/[‐‑]/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(besideJapanese, '')
    .trim();
}

/** Of no longer text more than the beginning is held against others. */
const LONGEST_COMPARED = 2_000;

/** Pairs of neighbouring characters, each once. Of a text of one character that character. */
export type Pairs = ReadonlySet<number>;

export function pairsOf(text: string): Pairs {
  const pairs = new Set<number>();
  const end = Math.min(text.length, LONGEST_COMPARED);
  if (end === 1) pairs.add(text.charCodeAt(0));
  for (let at = 1; at < end; at += 1) pairs.add(text.charCodeAt(at - 1) * 65_536 + text.charCodeAt(at));
  return pairs;
}

function pairsInCommon(one: Pairs, other: Pairs): number {
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  let common = 0;
  for (const pair of fewer) if (more.has(pair)) common += 1;
  return common;
}

/** From 0, nothing in common, to 1 (Dice's coefficient). */
export function likeness(one: Pairs, other: Pairs): number {
  const size = one.size + other.size;
  return size === 0 ? 1 : (2 * pairsInCommon(one, other)) / size;
}

/** How much of the one stands in the other, from 0 to 1. */
export function share(of: Pairs, within: Pairs): number {
  return of.size === 0 ? 0 : pairsInCommon(of, within) / of.size;
}

export function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}
