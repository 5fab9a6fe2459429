/** Sums a difference up for a message: how much of what, and the changed clauses, each as short as it can be read. */
import type { RevisionRun } from '../../messages/message.js';
import type { ClauseChange, DraftDifference } from './compare-drafts.js';

export interface DifferenceCounts {
  /** Also those that were split or merged. A clause that was changed and moved counts as both. */
  readonly changed: number;
  readonly added: number;
  readonly removed: number;
  readonly moved: number;
  /** Nothing but the number is new. */
  readonly renumbered: number;
  /** Neither text, place nor number is new. */
  readonly unchanged: number;
}

export interface ShownChange {
  readonly change: ClauseChange;
  /** Shortened: “…” stands where text was left out. */
  readonly runs: readonly RevisionRun[];
}

export interface DifferenceSummary {
  readonly counts: DifferenceCounts;
  /** What was changed, added, removed or moved, in reading order. */
  readonly shown: readonly ShownChange[];
  /** How many more of those there are. */
  readonly left: number;
}

export interface SummaryRoom {
  /** For all runs together. */
  readonly characters: number;
  readonly clauses: number;
}

/** Counts of clauses of the newer version, and of the older one where they were removed. */
export function countChanges({ changes }: DraftDifference): DifferenceCounts {
  const count = (holds: (change: ClauseChange) => boolean) => changes.filter(holds).length;
  return {
    changed: count(({ kind }) => kind === 'changed' || kind === 'split' || kind === 'merged'),
    added: count(({ kind }) => kind === 'added'),
    removed: count(({ kind }) => kind === 'removed'),
    moved: count(({ moved }) => moved),
    renumbered: count(({ kind, moved, renumbered }) => kind === 'unchanged' && renumbered && !moved),
    unchanged: count(({ kind, moved, renumbered }) => kind === 'unchanged' && !renumbered && !moved),
  };
}

/** The text of the clause or its place is new; a number alone is not worth a line. */
export function isWorthShowing({ kind, moved }: ClauseChange): boolean {
  return kind !== 'unchanged' || moved;
}

/** Nothing is shown in part that has no room: it counts as left. */
export function summariseDifference(
  difference: DraftDifference,
  { characters, clauses }: SummaryRoom,
): DifferenceSummary {
  const worth = difference.changes.filter(isWorthShowing);
  const shown: ShownChange[] = [];
  let room = characters;
  for (const change of worth.slice(0, clauses)) {
    const runs = shortenRuns(change);
    room -= lengthOf(runs);
    if (room < 0) break;
    shown.push({ change, runs });
  }
  return { counts: countChanges(difference), shown, left: worth.length - shown.length };
}

/** Characters of unchanged text that are shown beside a change. */
const AROUND = 24;

/** What was removed or added is shown with so many characters, and so is a clause that was only moved. */
const LONGEST_RUN = 200;

/** All runs of one clause. */
const LONGEST_CLAUSE = 600;

function shortenRuns({ kind, runs }: ClauseChange): readonly RevisionRun[] {
  if (kind === 'unchanged') {
    const text = runs.flatMap((run) => (run.kind === 'removed' ? [] : [run.text])).join('');
    return text === '' ? [] : [{ kind: 'kept', text: shorten(text, AROUND * 2, 0) }];
  }
  const found: RevisionRun[] = [];
  let room = LONGEST_CLAUSE;
  for (const [at, run] of runs.entries()) {
    const [start, end] = [at === 0 ? 0 : AROUND, at === runs.length - 1 ? 0 : AROUND];
    const text = run.kind === 'kept' ? shorten(run.text, start, end) : shorten(run.text, LONGEST_RUN, 0);
    if (room < text.length) return [...found, { kind: 'kept', text: '…' }];
    room -= text.length;
    found.push({ kind: run.kind, text });
  }
  return found;
}

/** Keeps so many characters of the beginning and the end; “…” is never longer than what it stands for. */
function shorten(text: string, start: number, end: number): string {
  if (text.length <= start + end + 1) return text;
  const head = text.slice(0, start).replace(/[\uD800-\uDBFF]$/u, '');
  const tail = end === 0 ? '' : text.slice(-end).replace(/^[\uDC00-\uDFFF]/u, '');
  return `${head}…${tail}`;
}

function lengthOf(runs: readonly RevisionRun[]): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}
