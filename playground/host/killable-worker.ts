/** The playground's worker: in the playground's own process until it is killed for the first time, from then on in one of its own. */
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningWorker } from '../../jobs/worker.js';
import { countUnderWay } from '../../programme/notifications/claim.js';
import type { House } from '../../programme/requests/services.js';
import type { WorkerState } from '../page/protocol.js';
import type { ForkedWorker, ForkOptions } from './fork-worker.js';

export interface KillableWorker extends RunningWorker {
  state(): WorkerState;
  /** Null while there is none. */
  processId(): number | null;
  /**
   * `kill -9`, in the middle of whatever is being sent. The first time the work is handed over to a process of its own before that;
   * what the playground's own process is sending then is finished.
   */
  kill(): Promise<void>;
  /** @throws WorkerNotStarted */
  start(): Promise<void>;
  /** Calls back whenever the state is another one, until the returned function is called. */
  onChange(listener: () => void): () => void;
  /** As always, but rejects where the worker has been killed: nothing becomes idle then. */
  idle(): Promise<void>;
}

/** It could not be started, most likely since a platform does not answer; the cause says more. */
export class WorkerNotStarted extends Error {
  override readonly name = 'WorkerNotStarted';
}

export type Fork = (options: Pick<ForkOptions, 'signal'>) => Promise<ForkedWorker>;

/** At its start a worker asks Slack whether its token is right, and for so long is tried again where Slack is in trouble. */
const TRYING_MILLISECONDS = 15_000;
const PAUSE_MILLISECONDS = 500;

const FIRST_LOOK_MILLISECONDS = 5;
const LAST_LOOK_MILLISECONDS = 200;

export function makeKillable(inside: RunningWorker, house: House, fork: Fork): KillableWorker {
  const closing = new AbortController();
  const listeners = new Set<() => void>();
  let state: WorkerState = 'running';
  let child: ForkedWorker | null = null;
  let handedOver = false;
  let last: Promise<void> = Promise.resolve();

  function become(next: WorkerState): void {
    if (state === next) return;
    state = next;
    for (const listener of listeners) listener();
  }

  /** One after another: who kills twice in a hurry kills once. */
  function inTurn(deed: () => Promise<void>): Promise<void> {
    const turn = last.then(deed);
    last = turn.catch(() => {});
    return turn;
  }

  async function open(): Promise<ForkedWorker> {
    const forked = await fork({ signal: closing.signal });
    void forked.ended.then(() => {
      if (child !== forked) return;
      child = null;
      become('killed');
    });
    return forked;
  }

  async function handOver(): Promise<void> {
    // Nobody takes the work over while Slack is in trouble.
    const successor = await open().catch((error: unknown) => {
      house.log.warn({ error }, 'the worker has no successor and just stops');
      return null;
    });
    handedOver = true;
    await inside.close();
    child = successor;
  }

  async function tryToStart(): Promise<ForkedWorker> {
    const end = performance.now() + TRYING_MILLISECONDS;
    for (;;) {
      try {
        return await open();
      } catch (error) {
        if (closing.signal.aborted || performance.now() + PAUSE_MILLISECONDS > end) {
          throw new WorkerNotStarted('The worker could not be started.', { cause: error });
        }
        await pause(PAUSE_MILLISECONDS);
      }
    }
  }

  function wake(): void {
    if (child !== null) child.wake();
    else if (!handedOver) inside.wake();
  }

  async function close(): Promise<void> {
    closing.abort();
    await Promise.all([inside.close(), last]);
    await child?.close();
  }

  let closed: Promise<void> | null = null;
  return {
    state: () => state,
    processId: () => (handedOver ? (child?.processId ?? null) : process.pid),
    kill: () =>
      inTurn(async () => {
        if (state === 'killed' || closing.signal.aborted) return;
        if (!handedOver) await handOver();
        await child?.kill();
        child = null;
        become('killed');
      }),
    start: () =>
      inTurn(async () => {
        if (state !== 'killed' || closing.signal.aborted) return;
        become('starting');
        try {
          child = await tryToStart();
          become('running as a process of its own');
        } catch (error) {
          become('killed');
          throw error;
        }
      }),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ready: () => (handedOver ? child !== null : inside.ready()),
    wake,
    async idle() {
      for (let look = FIRST_LOOK_MILLISECONDS; ; look = Math.min(look * 1.5, LAST_LOOK_MILLISECONDS)) {
        if (closing.signal.aborted) throw new Error('The worker is closed: nothing becomes idle any more.');
        if (state === 'killed') throw new Error('The worker has been killed: nothing becomes idle any more.');
        if (!handedOver) {
          const idle = await inside.idle().then(
            () => true,
            (error: unknown) => {
              // Closed in the middle of it, as another takes over.
              if (!handedOver) throw error;
              return false;
            },
          );
          if (idle) return;
        } else {
          wake();
          if ((await countUnderWay(house)) === 0) return;
          await pause(look);
        }
      }
    },
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
