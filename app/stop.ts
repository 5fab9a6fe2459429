/** Ends the process on Ctrl-C, SIGTERM or a closed terminal: at once while it starts, in good order once it runs. */

/** SIGHUP comes when the terminal's window is closed; by itself it would end this process and leave a private database running. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** npm passes on the Ctrl-C that the terminal has sent to everyone already: so soon, a second one is no second wish. */
const ECHO_MILLISECONDS = 1_000;

/** Through the listeners of `exit`, one of which stops a private database; the signal itself would leave it running. */
function endAtOnce(_signal: NodeJS.Signals, number: number): void {
  process.exit(128 + number);
}

/** For as long as nothing runs that would have to be closed. */
export function endAtOnceWhenTold(): void {
  // A terminal that is gone takes nothing more; the error would end the process before everything is closed.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  for (const signal of signals) process.on(signal, endAtOnce);
}

/** Runs what ends by itself when it is told to. A second Ctrl-C while everything is being closed afterwards ends the process at once. */
async function endingItself(run: () => Promise<void>): Promise<void> {
  for (const signal of signals) {
    // In this order: without a listener for a moment, Node would drop a signal that has come and is not told of yet.
    process.on(signal, () => {});
    process.off(signal, endAtOnce);
  }
  try {
    await run();
  } finally {
    setTimeout(() => process.on('SIGINT', endAtOnce), ECHO_MILLISECONDS).unref();
  }
}

/** Waits for Ctrl-C, for the end of the terminal, or for the process manager to ask for the end. */
export async function untilToldToStop(): Promise<void> {
  await endingItself(
    () =>
      new Promise((resolve) => {
        for (const signal of signals) process.once(signal, () => resolve());
      }),
  );
}
