/** Keeps what Microsoft's library writes to the console out of it: stacks and public keys of every refused token, beside a log that is JSON. */
import { AsyncLocalStorage } from 'node:async_hooks';

type Hear = (error: Error) => void;

const listening = new AsyncLocalStorage<Hear>();
let replaced = false;

/** Does the work of the library; what it would write to the console is dropped, and the errors among it are told to `hear`. */
export async function withoutConsole<T>(work: () => Promise<T>, hear: Hear): Promise<T> {
  replaceConsole();
  return await listening.run(hear, work);
}

/** Once for the process: whatever is written outside of such work goes to the console as before. */
function replaceConsole(): void {
  if (replaced) return;
  replaced = true;
  for (const method of ['error', 'warn'] as const) {
    // biome-ignore lint/suspicious/noConsole: the library's console is what is replaced.
    const write = console[method].bind(console);
    console[method] = (...parts: unknown[]) => {
      const hear = listening.getStore();
      if (hear === undefined) return write(...parts);
      for (const part of parts) if (part instanceof Error) hear(part);
    };
  }
}
