/** How much people may write of an answer that did not help. */

export const LONGEST_MISSING = 500;
