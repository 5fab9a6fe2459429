/** Tells what became of the clauses to which a comment was made. */
import type { DraftClause } from './clauses.js';
import type { ClauseChange, DraftDifference } from './compare-drafts.js';
import { locateAmong } from './locate-quotation.js';

export interface QuotedChange {
  /** `gone`: the quoted text stands in neither version. Of several clauses the one that changed most tells. */
  readonly outcome: 'unchanged' | 'changed' | 'moved' | 'removed' | 'gone';
  /** Of the clauses over which the quotation goes, in their order; none where it is gone. */
  readonly changes: readonly ClauseChange[];
  /** The quoted words still stand in the newer version, there or elsewhere. */
  readonly isStillThere: boolean;
  /** False: the words stand nowhere as quoted, and the clause most like them was taken. */
  readonly isExact: boolean;
}

/** Goes by the older version, on which comments are written, and by the newer one where the older has no such words. */
export function clauseChangeFor(difference: DraftDifference, quotation: string): QuotedChange {
  const before = locateAmong(difference.older, quotation);
  const after = locateAmong(difference.newer, quotation);
  const isStillThere = after?.isExact === true;
  const place = before?.isExact === true || !isStillThere ? before : after;
  if (place === null) return { outcome: 'gone', changes: [], isStillThere, isExact: false };
  const changes = difference.changes.filter(({ older, newer }) => {
    const some: readonly DraftClause[] = place === before ? older : newer;
    return some.some((clause) => place.clauses.includes(clause));
  });
  return { outcome: outcomeOf(changes), changes, isStillThere, isExact: place.isExact };
}

function outcomeOf(changes: readonly ClauseChange[]): QuotedChange['outcome'] {
  if (changes.some(({ kind }) => kind !== 'unchanged' && kind !== 'removed')) return 'changed';
  const removed = changes.filter(({ kind }) => kind === 'removed').length;
  if (removed > 0) return removed === changes.length ? 'removed' : 'changed';
  return changes.some(({ moved }) => moved) ? 'moved' : 'unchanged';
}
