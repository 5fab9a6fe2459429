/** Recognises a clause that was split into neighbouring ones, and neighbouring ones that were merged. */

import type { ClausePair, Sides } from './clause-sides.js';
import { likeness, pairsOf, share } from './comparable.js';
import type { Effort } from './effort.js';

/** A clause is split into no more parts, and no more are merged. */
const MOST_PARTS = 6;

/** So much of a part has to stand in the whole, or of what the whole still lacks in the part, which then has to be as much of it. */
const LEAST_SHARE = 0.75;
const LEAST_OF_PART = 0.4;

/** Shorter parts stand in anything. */
const SHORTEST_PART = 4;

/** The pairs, those that were split or merged with all their parts. */
export function joinNeighbours(
  { olderKeys, newerKeys, partners }: Sides,
  effort: Effort,
): readonly Omit<ClausePair, 'moved'>[] {
  const [tied, taken] = [new Set(partners.keys()), new Set(partners.values())];
  return [...partners].map(([older, newer]) => {
    const [one, other] = [olderKeys[older] ?? '', newerKeys[newer] ?? ''];
    if (one === other || !effort.spend(1)) return { older: [older], newer: [newer] };
    const parts = partsAround(one, newer, newerKeys, taken, effort);
    if (parts.length > 1) return { older: [older], newer: parts };
    return { older: partsAround(other, older, olderKeys, tied, effort), newer: [newer] };
  });
}

/** The position with those before and after it that are nobody's partner and make it more like the whole. */
function partsAround(
  whole: string,
  position: number,
  keys: readonly string[],
  taken: Set<number>,
  effort: Effort,
): readonly number[] {
  const parts = [position];
  const within = pairsOf(whole);
  const join = (at: number, inOrder: (key: string) => string): boolean => {
    const key = keys[at];
    if (key === undefined || taken.has(at) || key.length < SHORTEST_PART || parts.length >= MOST_PARTS) return false;
    if (!effort.spend(whole.length + key.length)) return false;
    const now = parts.map((part) => keys[part] ?? '').join('');
    const [part, before] = [pairsOf(key), pairsOf(now)];
    const lacking = new Set([...within].filter((pair) => !before.has(pair)));
    const belongs = share(part, within);
    if (belongs < LEAST_SHARE && (belongs < LEAST_OF_PART || share(lacking, part) < LEAST_SHARE)) return false;
    return likeness(pairsOf(inOrder(now)), within) > likeness(before, within);
  };
  for (let at = position + 1; join(at, (now) => now + (keys[at] ?? '')); at += 1) parts.push(at);
  for (let at = position - 1; join(at, (now) => (keys[at] ?? '') + now); at -= 1) parts.unshift(at);
  for (const part of parts) taken.add(part);
  return parts;
}
