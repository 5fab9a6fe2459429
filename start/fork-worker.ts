/** Starts the playground's worker as a process of its own, and sees to it that it never outlives the playground. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { JumpingClock } from '../playground/clock.js';
import type { Log } from '../programme/house.js';
import { readFromWorker, type ToWorker, type WorkerProcessConfiguration } from './worker-messages.js';

export interface ForkedWorker {
  readonly processId: number;
  /** Resolves when the process has ended, however it came to that. */
  readonly ended: Promise<void>;
  wake(): void;
  /** `kill -9`; resolves when the process is gone. */
  kill(): Promise<void>;
  /** Finishes what is being sent, then ends. */
  close(): Promise<void>;
}

export interface ForkOptions {
  readonly configuration: WorkerProcessConfiguration;
  /** The process follows its jumps. */
  readonly clock: JumpingClock;
  /** What the process has to say goes here. */
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** More than a send may take at most, as in `jobs/worker.ts`. */
const CLOSING_MILLISECONDS = 40_000;

/**
 * Resolves when the process takes work.
 * Waits for as long as the process lives: a second on a machine with nothing else to do, many on one that is busy.
 * @throws Error where it cannot start, or `signal` says that it is no longer wanted
 */
export async function forkWorker({ configuration, clock, log, signal }: ForkOptions): Promise<ForkedWorker> {
  signal.throwIfAborted();
  const child = fork(fileURLToPath(new URL('./playground-worker.ts', import.meta.url)), {
    // Where `tsx` is found.
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    execArgv: ['--optimize-for-size', '--import', 'tsx'],
    // Errors travel as errors.
    serialization: 'advanced',
    // The terminal belongs to whoever acts in it; only a crash speaks there.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const kill = () => void child.kill('SIGKILL');
  const ended = endOf(child);
  const tell = (message: ToWorker) => {
    if (child.connected) child.send(message, () => {});
  };
  const ahead = () => clock.now().getTime() - Date.now();
  const stopFollowing = clock.onJump(() => tell({ tell: 'jump', ahead: ahead() }));
  // A process that hangs does not hear that its channel is closed.
  process.on('exit', kill);
  void ended.then(() => {
    stopFollowing();
    process.off('exit', kill);
  });
  const ready = readiness(child, log);
  tell({ tell: 'open', configuration, ahead: ahead() });
  try {
    await Promise.race([ready, endsBeforeReady(ended), unwanted(signal)]);
  } catch (error) {
    kill();
    await ended;
    throw error;
  }
  return {
    processId: child.pid ?? 0,
    ended,
    wake: () => tell({ tell: 'wake' }),
    async kill() {
      kill();
      await ended;
    },
    async close() {
      tell({ tell: 'close' });
      const late = new AbortController();
      await Promise.race([ended, pause(CLOSING_MILLISECONDS, undefined, { signal: late.signal }).catch(() => {})]);
      late.abort();
      kill();
      await ended;
    },
  };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.on('exit', () => resolve());
    // Where it cannot even be started there is an error and no exit.
    child.on('error', () => child.pid === undefined && resolve());
  });
}

/** Resolves when the process says so; from then on it only has things to log. */
function readiness(child: ChildProcess, log: Log): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: unknown) => {
      const told = readFromWorker(message);
      if (told.tell === 'ready') resolve();
      else if (told.tell === 'failed') reject(new Error(`The worker could not be started: ${told.why}`));
      else log[told.level](told.fields, told.sentence);
    });
  });
}

async function endsBeforeReady(ended: Promise<void>): Promise<never> {
  await ended;
  throw new Error('The worker ended before it could take work.');
}

async function unwanted(signal: AbortSignal): Promise<never> {
  await once(signal, 'abort');
  throw signal.reason;
}
