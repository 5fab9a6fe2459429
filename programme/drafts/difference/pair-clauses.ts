/** Finds for each clause of one version what became of it in the other: the same, changed, moved, split or merged. */
import { diffArrays } from 'diff';
import type { ClausePair, Sides } from './clause-sides.js';
import type { DraftClause } from './clauses.js';
import { comparable } from './comparable.js';
import type { Effort } from './effort.js';
import { joinNeighbours } from './join-neighbours.js';
import { risingChain } from './rising-chain.js';
import { pairSimilar } from './similar-clauses.js';

/** More clauses that came and went between equal ones are not sought in the best order. */
const MOST_EDITS = 1_000;

/** Shorter clauses stand in many places (以上, n/a) and are found again only where they stood, or where there is one. */
const LEAST_TO_MOVE = 8;

/** Pairs in the order of the newer version; clauses without a partner are in none. */
export async function pairClauses(
  older: readonly DraftClause[],
  newer: readonly DraftClause[],
  effort: Effort,
): Promise<readonly ClausePair[]> {
  const olderKeys = older.map(keyOf);
  await effort.turn();
  const newerKeys = newer.map(keyOf);
  await effort.turn();
  const partners = new Map<number, number>();
  pairInOrder(olderKeys, newerKeys, partners, effort);
  const gaps = gapsBetween(partners, older.length, newer.length);
  pairElsewhere(olderKeys, newerKeys, partners);
  await effort.turn();
  const sides = { older, newer, olderKeys, newerKeys, gaps, partners };
  await pairSimilar(sides, effort);
  pairByNumber(sides);
  const groups = joinNeighbours(sides, effort);
  return withMoves(groups, olderKeys);
}

/** What has the same key is the same clause but for its number, width and spacing. */
function keyOf({ text, number }: DraftClause): string {
  const key = comparable(text);
  return key === '' ? `#${comparable(number ?? '')}` : key;
}

function pairInOrder(
  olderKeys: readonly string[],
  newerKeys: readonly string[],
  partners: Map<number, number>,
  effort: Effort,
): void {
  // What only one version has cannot be paired, and would cost most where nothing is in common.
  const [inOlder, inNewer] = [new Set(olderKeys), new Set(newerKeys)];
  const left = [...olderKeys.keys()].filter((at) => inNewer.has(olderKeys[at] ?? ''));
  const right = [...newerKeys.keys()].filter((at) => inOlder.has(newerKeys[at] ?? ''));
  const maxEditLength = effort.editsUpTo(MOST_EDITS);
  const found = diffArrays(
    left.map((at) => olderKeys[at]),
    right.map((at) => newerKeys[at]),
    { maxEditLength },
  );
  const edits = found?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0);
  effort.spendEdits(edits ?? null, maxEditLength);
  if (found === undefined) {
    pairUnique(olderKeys, newerKeys, partners);
    return;
  }
  let [one, other] = [0, 0];
  for (const { added, removed, count } of found) {
    for (let step = 0; step < count && !added && !removed; step += 1)
      partners.set(left[one + step] ?? -1, right[other + step] ?? -1);
    if (!added) one += count;
    if (!removed) other += count;
  }
}

/** By clauses that each version has once, in the longest order that both share. */
function pairUnique(olderKeys: readonly string[], newerKeys: readonly string[], partners: Map<number, number>): void {
  const [inOlder, inNewer] = [placesOf(olderKeys), placesOf(newerKeys)];
  const pairs = [...inOlder].flatMap(([key, [one, ...more]]) => {
    const [other, ...others] = inNewer.get(key) ?? [];
    const isUnique = one !== undefined && other !== undefined && more.length === 0 && others.length === 0;
    return isUnique ? [{ older: one, newer: other, weight: 1 }] : [];
  });
  for (const { older, newer } of risingChain(pairs)) partners.set(older, newer);
}

function placesOf(keys: readonly string[], isFree: (at: number) => boolean = () => true): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, key] of keys.entries()) {
    if (!isFree(at)) continue;
    const some = places.get(key);
    if (some === undefined) places.set(key, [at]);
    else some.push(at);
  }
  return places;
}

function gapsBetween(partners: ReadonlyMap<number, number>, olderCount: number, newerCount: number): Sides['gaps'] {
  const count = (length: number, anchors: ReadonlySet<number>) => {
    let gap = 0;
    return Array.from({ length }, (_, at) => (anchors.has(at) ? ++gap : gap));
  };
  return {
    older: count(olderCount, new Set(partners.keys())),
    newer: count(newerCount, new Set(partners.values())),
  };
}

/** The same text at another place. */
function pairElsewhere(
  olderKeys: readonly string[],
  newerKeys: readonly string[],
  partners: Map<number, number>,
): void {
  const taken = new Set(partners.values());
  const free = placesOf(newerKeys, (at) => !taken.has(at));
  for (const [key, places] of placesOf(olderKeys, (at) => !partners.has(at))) {
    const others = free.get(key) ?? [];
    if (key.length < LEAST_TO_MOVE && (places.length > 1 || others.length > 1)) continue;
    for (const [at, place] of places.entries()) {
      const other = others[at];
      if (other !== undefined) partners.set(place, other);
    }
  }
}

/** A clause that was rewritten from beginning to end at its place is still 第3条. */
function pairByNumber({ older, newer, gaps, partners }: Sides): void {
  const taken = new Set(partners.values());
  const nameOf = (clause: DraftClause, gap: number) => `${gap} ${clause.isTitle} ${comparable(clause.path.join(' '))}`;
  const free = new Map<string, number>();
  for (const [at, clause] of newer.entries())
    if (!taken.has(at) && clause.number !== null) free.set(nameOf(clause, gaps.newer[at] ?? 0), at);
  for (const [at, clause] of older.entries()) {
    if (partners.has(at) || clause.number === null) continue;
    const name = nameOf(clause, gaps.older[at] ?? 0);
    const other = free.get(name);
    if (other === undefined) continue;
    partners.set(at, other);
    free.delete(name);
  }
}

/** Of two that changed places, the longer one stays. */
function withMoves(groups: readonly Omit<ClausePair, 'moved'>[], olderKeys: readonly string[]): readonly ClausePair[] {
  const weighed = groups.map((group) => ({
    group,
    older: group.older[0] ?? 0,
    newer: group.newer[0] ?? 0,
    weight: group.older.reduce((sum, at) => sum + (olderKeys[at]?.length ?? 0) + 1, 0),
  }));
  const staying = new Set(risingChain(weighed));
  return weighed
    .sort((one, other) => one.newer - other.newer)
    .map((one) => ({ ...one.group, moved: !staying.has(one) }));
}
