/** Starts the playground's worker as a process of its own, and sees to it that it never outlives the playground. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Log } from '../../programme/requests/services.js';
import type { JumpingClock } from '../clock.js';
import { type Failure, readFromWorker, type ToWorker, type WorkerProcessConfiguration } from './worker-messages.js';

export interface ForkedWorker {
  readonly processId: number;
  /** Resolves when the process has ended, however it came to that. */
  readonly ended: Promise<void>;
  wake(): void;
  /** Resolves when the process says that nothing is due, queued or being sent; rejects when it ends before. */
  idle(): Promise<void>;
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
 * @throws Error with the name and message of what went wrong there, or when `signal` is aborted
 */
export async function forkWorker({ configuration, clock, log, signal }: ForkOptions): Promise<ForkedWorker> {
  signal.throwIfAborted();
  const child = fork(fileURLToPath(new URL('../start-worker.mjs', import.meta.url)), {
    // As `npm start` starts the bot: little memory, and no collection of the whole heap before it has its usual size.
    execArgv: ['--optimize-for-size', '--initial-old-space-size=120'],
    // Errors travel as errors.
    serialization: 'advanced',
    // Its log travels by IPC; only a crash is written to the terminal.
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
  const idles = new Map<number, (failure: Failure | null) => void>();
  let asked = 0;
  const ready = hear(child, log, (number, failure) => {
    idles.get(number)?.(failure);
    idles.delete(number);
  });
  tell({ tell: 'open', configuration, ahead: ahead() });
  try {
    await Promise.race([ready, endsBefore(ended, 'it could take work'), unwanted(signal)]);
  } catch (error) {
    kill();
    await ended;
    throw error;
  }
  return {
    processId: child.pid ?? 0,
    ended,
    wake: () => tell({ tell: 'wake' }),
    async idle() {
      asked += 1;
      const number = asked;
      const answer = new Promise<Failure | null>((resolve) => idles.set(number, resolve));
      tell({ tell: 'wait for idle', number });
      const failure = await Promise.race([answer, endsBefore(ended, 'it was idle')]);
      if (failure !== null) throw errorOf(failure);
    },
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

/** Resolves when the process is ready; its log and its answers about idleness are passed on for as long as it lives. */
function hear(child: ChildProcess, log: Log, onIdle: (number: number, failure: Failure | null) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: unknown) => {
      const told = readFromWorker(message);
      switch (told.tell) {
        case 'ready':
          resolve();
          break;
        case 'failed':
          reject(errorOf(told.failure));
          break;
        case 'idle':
          onIdle(told.number, told.failure);
          break;
        case 'log':
          log[told.level](told.fields, told.sentence);
      }
    });
  });
}

/** Under its own name, by which a start that is refused finds the sentence for people. */
function errorOf({ name, message }: Failure): Error {
  return Object.assign(new Error(message), { name });
}

async function endsBefore(ended: Promise<void>, what: string): Promise<never> {
  await ended;
  throw new Error(`The worker was killed or ended before ${what}.`);
}

async function unwanted(signal: AbortSignal): Promise<never> {
  await once(signal, 'abort');
  throw signal.reason;
}
