/** The time limit for an acknowledgement to Slack. */

/** Slack shows an error after three seconds; a request that takes longer than this is acknowledged and answered later. What is left is for the look at replays before, and the language and the acknowledgement after, while the database stands still. */
export const QUICK_MILLISECONDS = 1500;

/** The result of the work if it ends in time, otherwise null; the work goes on. Throws what the work throws in time. */
export async function inTime<T>(work: Promise<T>, milliseconds = QUICK_MILLISECONDS): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, milliseconds, null);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
