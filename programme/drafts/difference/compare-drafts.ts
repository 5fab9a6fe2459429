/** Compares two versions of a draft clause by clause. */
import type { DocumentText } from '../../../documents/document-text.js';
import type { RevisionRun } from '../../messages/message.js';
import type { ClausePair } from './clause-sides.js';
import { clausesOf, type DraftClause, MOST_PARAGRAPHS } from './clauses.js';
import { comparable } from './comparable.js';
import { Effort, type EffortLimits } from './effort.js';
import { pairClauses } from './pair-clauses.js';
import { runsBetween } from './runs.js';

export type ClauseChangeKind = 'unchanged' | 'changed' | 'added' | 'removed' | 'split' | 'merged';

/** What became of a clause. */
export interface ClauseChange {
  readonly kind: ClauseChangeKind;
  /** In the older version: none where it was added, several where they were merged. */
  readonly older: readonly DraftClause[];
  /** In the newer version: none where it was removed, several where it was split. */
  readonly newer: readonly DraftClause[];
  /**
   * Of its text without numbers; texts of several clauses are joined by a line break. Also an unchanged clause may have runs that
   * are not kept: spaces, and characters of another width.
   */
  readonly runs: readonly RevisionRun[];
  /** It stands at another place among those that stayed. */
  readonly moved: boolean;
  /** It has another number, or it has one where it had none. */
  readonly renumbered: boolean;
}

export interface DraftDifference {
  readonly older: readonly DraftClause[];
  readonly newer: readonly DraftClause[];
  /** In the order of the newer version, what was removed after what it followed. Every clause of both versions is in exactly one. */
  readonly changes: readonly ClauseChange[];
  /** Some clauses are shown as replaced, or as removed and added, since the texts are too long, or have too little in common, to be compared finely. */
  readonly isCoarse: boolean;
}

/**
 * The difference between any two versions. Work and memory are bounded by the texts' length; `milliseconds` ends the search for a
 * finer difference early.
 * @throws the signal's reason
 */
export async function compareDrafts(
  older: DocumentText,
  newer: DocumentText,
  limits: EffortLimits = {},
): Promise<DraftDifference> {
  const effort = new Effort(limits);
  const [before, after] = [clausesOf(older), clausesOf(newer)];
  await effort.turn();
  const pairs = await pairClauses(before, after, effort);
  const changes: ClauseChange[] = [];
  for (const pair of inReadingOrder(pairs, before, after)) {
    changes.push(changeOf(pair, before, after, effort));
    await effort.turn();
  }
  const isLong = Math.max(older.paragraphs.length, newer.paragraphs.length) > MOST_PARAGRAPHS;
  return { older: before, newer: after, changes, isCoarse: effort.wasLimited || isLong };
}

/** With those that have no partner, each where people look for it. */
function inReadingOrder(
  pairs: readonly ClausePair[],
  older: readonly DraftClause[],
  newer: readonly DraftClause[],
): readonly ClausePair[] {
  const tied = new Set(pairs.flatMap((pair) => pair.older));
  const byNewer = new Map(pairs.map((pair) => [pair.newer[0] ?? -1, pair] as const));
  const taken = new Set(pairs.flatMap((pair) => pair.newer));
  const ordered: ClausePair[] = [];
  const removeFrom = (at: number) => {
    for (let next = at; next < older.length && !tied.has(next); next += 1)
      ordered.push({ older: [next], newer: [], moved: false });
  };
  removeFrom(0);
  for (const at of newer.keys()) {
    const pair = byNewer.get(at);
    if (pair !== undefined) {
      ordered.push(pair);
      removeFrom((pair.older.at(-1) ?? 0) + 1);
    } else if (!taken.has(at)) ordered.push({ older: [], newer: [at], moved: false });
  }
  return ordered;
}

function changeOf(
  { older, newer, moved }: ClausePair,
  before: readonly DraftClause[],
  after: readonly DraftClause[],
  effort: Effort,
): ClauseChange {
  const one = older.flatMap((at) => before[at] ?? []);
  const other = newer.flatMap((at) => after[at] ?? []);
  const [oldText, newText] = [textOf(one), textOf(other)];
  const runs = runsBetween(oldText, newText, effort);
  const kind = kindOf(one, other, oldText, newText);
  const [from, to] = [numberOf(one[0]), numberOf(other[0])];
  return { kind, older: one, newer: other, runs, moved, renumbered: one.length > 0 && other.length > 0 && from !== to };
}

function kindOf(
  older: readonly DraftClause[],
  newer: readonly DraftClause[],
  oldText: string,
  newText: string,
): ClauseChangeKind {
  if (older.length === 0) return 'added';
  if (newer.length === 0) return 'removed';
  if (older.length > 1) return 'merged';
  if (newer.length > 1) return 'split';
  return oldText === newText || comparable(oldText) === comparable(newText) ? 'unchanged' : 'changed';
}

function textOf(clauses: readonly DraftClause[]): string {
  return clauses.map(({ text }) => text).join('\n');
}

function numberOf(clause: DraftClause | undefined): string {
  return comparable(clause?.number ?? '');
}
