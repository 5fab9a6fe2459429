/** Lets long work be done in slices, so that what arrives meanwhile is not kept waiting. */
import { setImmediate } from 'node:timers/promises';

/** In milliseconds: as long as a slice lasts. */
const SLICE = 10;

/** What the work awaits between its steps: it goes on at once until the slice is over, and then after what has arrived. */
export function givingWay(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < SLICE) return;
    await setImmediate();
    began = performance.now();
  };
}
