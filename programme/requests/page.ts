/** Long lists page by page: where one begins, and where the next one does. */
import { z } from 'zod';

/** The input of a list that is shown page by page: how many entries come before. */
export const pageStart = z.coerce.number().int().min(0).max(1_000_000).default(0);

export interface PageOf {
  readonly from: number;
  readonly size: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** How many there are on all pages. */
  readonly total: number;
  /** Where the next page begins; null on the last one. */
  readonly next: number | null;
}

/** The page that these items are, of so many in all. */
export function page<T>(items: readonly T[], total: number, { from, size }: PageOf): Page<T> {
  return { items, total, next: from + size < total ? from + size : null };
}
