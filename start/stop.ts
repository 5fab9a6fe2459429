/** Waits for Ctrl-C or for whoever manages the process to ask for its end. */

/** A second Ctrl-C while closing ends the process at once. */
export async function untilToldToStop(): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  process.once('SIGINT', () => process.exit(130));
}
