/** The clauses of two versions beside each other, and what is known of which belong together. */
import type { DraftClause } from './clauses.js';

/** Positions in the two versions; several on one side where a clause was split or some were merged. */
export interface ClausePair {
  readonly older: readonly number[];
  readonly newer: readonly number[];
  /** It stands in another order among the others than before. */
  readonly moved: boolean;
}

export interface Sides {
  readonly older: readonly DraftClause[];
  readonly newer: readonly DraftClause[];
  readonly olderKeys: readonly string[];
  readonly newerKeys: readonly string[];
  /** Between which two unchanged clauses each stands. */
  readonly gaps: { readonly older: readonly number[]; readonly newer: readonly number[] };
  /** From positions in the older version to those in the newer one. */
  readonly partners: Map<number, number>;
}
