/** The playground's worker: a process of its own, which the page kills and starts again. */
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningWorker } from '../../jobs/worker.js';
import type { WorkerState } from '../page/protocol.js';
import type { ForkedWorker, ForkOptions } from './fork-worker.js';

export interface KillableWorker extends RunningWorker {
  state(): WorkerState;
  /** Settles with the first start, which is not tried again: rejects with what `fork` threw, unless it was closed meanwhile. */
  readonly started: Promise<void>;
  /** Null while there is none. */
  processId(): number | null;
  /** `kill -9`, in the middle of whatever is being sent. */
  kill(): Promise<void>;
  /** @throws WorkerNotStarted */
  start(): Promise<void>;
  /** Calls back whenever the state is another one, until the returned function is called. */
  onChange(listener: () => void): () => void;
  /** As always, but rejects when the worker has been killed: nothing becomes idle then. */
  idle(): Promise<void>;
}

/** It could not be started, most likely since a platform does not answer; the cause says more. */
export class WorkerNotStarted extends Error {
  override readonly name = 'WorkerNotStarted';
}

type Fork = (options: Pick<ForkOptions, 'signal'>) => Promise<ForkedWorker>;

/**
 * At its start a worker asks Slack whether its token is right; a restart is tried for so long while Slack is in trouble, and once more
 * where a busy machine took longer than that for the first try.
 */
const TRYING_MILLISECONDS = 15_000;
const PAUSE_MILLISECONDS = 500;

/** Starts the worker, and returns before it takes work. */
export function startKillable(fork: Fork): KillableWorker {
  const closing = new AbortController();
  const listeners = new Set<() => void>();
  let state: WorkerState = 'starting';
  let child: ForkedWorker | null = null;
  let last: Promise<void> = Promise.resolve();

  function become(next: WorkerState): void {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  }

  /** One after another: two hurried kills are one. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    const turn = last.then(step);
    last = turn.catch(() => {});
    return turn;
  }

  async function open(): Promise<void> {
    const forked = await fork({ signal: closing.signal });
    child = forked;
    become('running');
    void forked.ended.then(() => {
      if (child !== forked) return;
      child = null;
      become('killed');
    });
  }

  async function tryToStart(): Promise<void> {
    const end = performance.now() + TRYING_MILLISECONDS;
    for (let tries = 1; ; tries += 1) {
      try {
        return await open();
      } catch (error) {
        if (closing.signal.aborted || (tries > 1 && performance.now() + PAUSE_MILLISECONDS > end)) {
          throw new WorkerNotStarted('The worker could not be started.', { cause: error });
        }
        await pause(PAUSE_MILLISECONDS);
      }
    }
  }

  /** No start is under way once this one has failed. */
  async function orKilled(starting: Promise<void>): Promise<void> {
    try {
      await starting;
    } catch (error) {
      become('killed');
      throw error;
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    await last;
    await child?.close();
  }

  const started = inTurn(() => orKilled(open())).catch((error: unknown) => {
    if (!closing.signal.aborted) throw error;
  });
  let closed: Promise<void> | null = null;
  return {
    state: () => state,
    started,
    processId: () => child?.processId ?? null,
    kill: () =>
      inTurn(async () => {
        if (closing.signal.aborted) return;
        await child?.kill();
      }),
    start: () =>
      inTurn(async () => {
        if (child !== null || closing.signal.aborted) return;
        become('starting');
        await orKilled(tryToStart());
      }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: () => child !== null,
    wake: () => child?.wake(),
    async idle() {
      await last;
      if (closing.signal.aborted) throw new Error('The worker is closed: nothing becomes idle any more.');
      if (child === null) throw new Error('The worker has been killed: nothing becomes idle any more.');
      await child.idle();
    },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
