/** Waits of the cases and benches: for a condition, within a limit that is itself a result. */
import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MILLISECONDS = 50;

/** In seconds until the condition held; null where it did not within the limit. */
export async function secondsUntil(condition: () => boolean | Promise<boolean>, limit: number): Promise<number | null> {
  const began = performance.now();
  for (;;) {
    const seconds = (performance.now() - began) / 1000;
    if (await condition()) return seconds;
    if (seconds > limit) return null;
    await pause(LOOK_MILLISECONDS);
  }
}

/** The same where everything rests on it. */
export async function until(what: string, condition: () => boolean | Promise<boolean>, limit = 240): Promise<number> {
  const seconds = await secondsUntil(condition, limit);
  if (seconds === null) throw new Error(`Within ${limit} s it was not so that ${what}.`);
  return seconds;
}
