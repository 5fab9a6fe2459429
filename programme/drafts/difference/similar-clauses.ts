/** Pairs clauses that were changed with what they were before, near or far, by the characters that they have in common. */

import type { Sides } from './clause-sides.js';
import { likeness, type Pairs, pairsOf, share } from './comparable.js';
import type { Effort } from './effort.js';

/** From which likeness on two clauses are one that was changed. */
const LIKE_IN_PLACE = 0.4;
const LIKE_ELSEWHERE = 0.6;

/** Shorter clauses have too little to be recognised by elsewhere. */
const LEAST_TO_MOVE = 10;

/** In a clause that grew, or was cut, as much of the shorter one has to be left. */
const LEAST_SHARE = 0.75;

/** So many of a clause's rarest pairs of characters are looked up, each in so many clauses at most. */
const RAREST = 24;
const MOST_PLACES = 100;
/** So many clauses that share most of them are looked at closely. */
const MOST_CANDIDATES = 6;

interface Scored {
  readonly older: number;
  readonly newer: number;
  readonly score: number;
}

/** The likest first. Adds to the partners. */
export async function pairSimilar(sides: Sides, effort: Effort): Promise<void> {
  const { olderKeys, newerKeys, partners } = sides;
  const taken = new Set(partners.values());
  const free = [...olderKeys.keys()].filter((at) => !partners.has(at));
  const others = [...newerKeys.keys()].filter((at) => !taken.has(at));
  if (free.length === 0 || others.length === 0) return;
  const pairs = new Map<number, Pairs>();
  const places = new Map<number, number[]>();
  for (const at of free) {
    const own = pairsOf(olderKeys[at] ?? '');
    if (!effort.spend(own.size)) break;
    pairs.set(at, own);
    for (const pair of own) {
      const some = places.get(pair);
      if (some === undefined) places.set(pair, [at]);
      else some.push(at);
    }
    await effort.turn();
  }
  const neighbours = neighboursOf(free, sides);
  const scored: Scored[] = [];
  for (const newer of others) {
    const own = pairsOf(newerKeys[newer] ?? '');
    if (!effort.spend(own.size)) break;
    const candidates = candidatesFor(own, places, effort);
    for (const near of neighbours(newer)) candidates.add(near);
    for (const older of candidates) {
      const other = pairs.get(older);
      if (other === undefined || !effort.spend(Math.min(own.size, other.size))) continue;
      const score = scoreOf(sides, { older, newer }, { older: other, newer: own });
      if (score > 0) scored.push({ older, newer, score });
    }
    await effort.turn();
  }
  scored.sort((one, other) => other.score - one.score || one.newer - other.newer || one.older - other.older);
  for (const { older, newer } of scored) {
    if (partners.has(older) || taken.has(newer)) continue;
    partners.set(older, newer);
    taken.add(newer);
  }
}

function candidatesFor(own: Pairs, places: ReadonlyMap<number, readonly number[]>, effort: Effort): Set<number> {
  const rarest = [...own]
    .map((pair) => places.get(pair) ?? [])
    .filter(({ length }) => length > 0 && length <= MOST_PLACES)
    .sort((one, other) => one.length - other.length)
    .slice(0, RAREST);
  const counts = new Map<number, number>();
  for (const some of rarest) {
    if (!effort.spend(some.length)) break;
    for (const at of some) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const likeliest = [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]);
  return new Set(likeliest.slice(0, MOST_CANDIDATES).map(([at]) => at));
}

/** So many clauses in one gap are held against each other, in the order in which they stand. */
const MOST_NEIGHBOURS = 3;

/** Clauses at about the same place of the same gap, for texts in which nothing is rare. */
function neighboursOf(free: readonly number[], { gaps }: Sides): (newer: number) => readonly number[] {
  const byGap = new Map<number, number[]>();
  for (const at of free) {
    const gap = gaps.older[at] ?? 0;
    const some = byGap.get(gap);
    if (some === undefined) byGap.set(gap, [at]);
    else some.push(at);
  }
  const seen = new Map<number, number>();
  return (newer) => {
    const gap = gaps.newer[newer] ?? 0;
    const place = seen.get(gap) ?? 0;
    seen.set(gap, place + 1);
    return byGap.get(gap)?.slice(Math.max(0, place - MOST_NEIGHBOURS), place + MOST_NEIGHBOURS + 1) ?? [];
  };
}

/** 0: these are two clauses. */
function scoreOf(
  { older, newer, olderKeys, newerKeys, gaps }: Sides,
  at: { readonly older: number; readonly newer: number },
  pairs: { readonly older: Pairs; readonly newer: Pairs },
): number {
  const like = likeness(pairs.older, pairs.newer);
  const isInPlace = gaps.older[at.older] === gaps.newer[at.newer];
  const [fewer, more] = pairs.older.size <= pairs.newer.size ? [pairs.older, pairs.newer] : [pairs.newer, pairs.older];
  const shortest = Math.min(olderKeys[at.older]?.length ?? 0, newerKeys[at.newer]?.length ?? 0);
  const isPart = isInPlace && shortest >= LEAST_TO_MOVE && share(fewer, more) >= LEAST_SHARE;
  const isLike = isInPlace ? like >= LIKE_IN_PLACE : like >= LIKE_ELSEWHERE && shortest >= LEAST_TO_MOVE;
  if (!isLike && !isPart) return 0;
  const [one, other] = [older[at.older], newer[at.newer]];
  const isNamedSame = one?.number !== null && one?.number === other?.number;
  const isSameKind = one?.isTitle === other?.isTitle;
  return like + (isInPlace ? 0.1 : 0) + (isNamedSame ? 0.05 : 0) + (isSameKind ? 0.05 : 0);
}
