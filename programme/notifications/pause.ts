/** How long to wait after a send that failed. */

const FIRST_MILLISECONDS = 2_000;
const LONGEST_MILLISECONDS = 15 * 60_000;

/** Doubles with every fault before this one, up to a quarter of an hour. */
export function pauseAfterFault(faultsBefore: number): number {
  return Math.min(FIRST_MILLISECONDS * 2 ** Math.min(faultsBefore, 20), LONGEST_MILLISECONDS);
}
