/** Judges the ledger against the platforms' own: what was lost, what came twice, and what is said to be unknown. */
import type { Entry } from './crowd.js';

export interface Verdict {
  /** Delivered, and there. */
  readonly done: number;
  /** Said to be delivered and not there, or forgotten. */
  readonly lost: number;
  /** Messages beyond one for a notification. */
  readonly duplicated: number;
  /** Those of them of which the ledger does not say that they may be there twice. */
  readonly unadmitted: number;
  /** Of which the ledger says that nobody knows whether they arrived, also where it was looked up since. */
  readonly unknown: number;
}

/** Ended for a reason that the row gives; none of these needs to be there. */
const explained: ReadonlySet<string> = new Set(['unknown', 'failed', 'missed', 'suppressed', 'unreachable']);

export function judge(entries: readonly Entry[]): Verdict {
  const verdict = { done: 0, lost: 0, duplicated: 0, unadmitted: 0, unknown: 0 };
  for (const { state, arrived, mayRepeat, lookedUp } of entries) {
    const extra = Math.max(0, arrived - 1);
    verdict.duplicated += extra;
    if (!mayRepeat) verdict.unadmitted += extra;
    if (state === 'delivered' && arrived > 0) verdict.done += 1;
    if (state === 'unknown' || lookedUp) verdict.unknown += 1;
    if (arrived === 0 && !explained.has(state)) verdict.lost += 1;
  }
  return verdict;
}
