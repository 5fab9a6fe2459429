/** Takes a start step by step: says which one takes long, and takes one again whose time ran out while this process could not run. */
import { say } from './say.js';

/** How long a step may take without a word, and how long it then goes on without another. */
const QUIET_MILLISECONDS = 5_000;
const REPEAT_MILLISECONDS = 15_000;

const TICK_MILLISECONDS = 100;

/** A machine with something to do besides is late by a hundredth; one that loads modules meanwhile, or shares its cores, by much more. */
const HELD_SHARE = 0.1;

export interface StepOptions {
  /** Told what takes long; the terminal unless told. */
  readonly log?: (line: string) => void;
  readonly quietMilliseconds?: number;
  readonly repeatMilliseconds?: number;
}

/**
 * Does the work. Limits on what others may take (Slack's first answer, a connection) are there for others that do not answer: where
 * this process's own event loop was held up meanwhile, they say nothing of them, and the work is done again however often it takes.
 * @param doing what is being done, as in "Connecting to the database"
 * @param work leaves nothing open when it fails
 */
export async function takeStep<T>(doing: string, work: () => Promise<T>, options: StepOptions = {}): Promise<T> {
  const { log = say, quietMilliseconds = QUIET_MILLISECONDS, repeatMilliseconds = REPEAT_MILLISECONDS } = options;
  const began = performance.now();
  let timer = setTimeout(function tell() {
    log(`${doing} … (${Math.round((performance.now() - began) / 1_000)} s)`);
    timer = setTimeout(tell, repeatMilliseconds);
  }, quietMilliseconds);
  try {
    for (;;) {
      const loop = watchLoop();
      try {
        return await work();
      } catch (error) {
        if (!loop.wasHeldUp() || !ranOutOfTime(error)) throw error;
        log(`${doing} took longer than it may, as this machine is busy: trying again …`);
      } finally {
        loop.stop();
      }
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Whether the error, or what caused it, says that something did not come in time. Node, PostgreSQL, Prisma, Redis and Slack word it alike. */
export function ranOutOfTime(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    /timed? ?out|in time/i.test(`${error.name} ${code} ${error.message}`) ||
    (error instanceof AggregateError && error.errors.some(ranOutOfTime)) ||
    ranOutOfTime(error.cause)
  );
}

function watchLoop(): { readonly wasHeldUp: () => boolean; readonly stop: () => void } {
  const began = performance.now();
  let last = began;
  let held = 0;
  const look = () => {
    const now = performance.now();
    held += Math.max(0, now - last - TICK_MILLISECONDS);
    last = now;
  };
  const timer = setInterval(look, TICK_MILLISECONDS);
  return {
    wasHeldUp() {
      look();
      return held > (last - began) * HELD_SHARE;
    },
    stop: () => clearInterval(timer),
  };
}
