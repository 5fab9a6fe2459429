/** Ends and removes what runs leave behind that were interrupted: at the signal, or at the next run where there was no time for that. */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlreadyRunning, removeData, startDatabaseServer } from '../../prisma/server.js';
import { stopLeftRedis } from './redis-server.js';

/** Below a run's folder, so that the next run finds a server that is still there. */
const DATABASE = 'postgres';

/** Named after this process, which tells the next run whose it was; another account, as the database server's, may enter. */
export function runFolder(prefix: string): string {
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  chmodSync(folder, 0o755);
  return folder;
}

type Step = () => Promise<unknown>;

/** What is still to be undone, the latest last. */
const steps: Step[] = [];

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Undoes it when the returned function is called, or when a signal ends the process before; once, and both wait for it. */
export function undoneAtEnd(step: Step): Step {
  if (steps.length === 0) for (const signal of signals) process.once(signal, end);
  let undoing: Promise<unknown> | undefined;
  const once: Step = async () => {
    undoing ??= step().finally(() => {
      steps.splice(steps.indexOf(once), 1);
      if (steps.length === 0) for (const signal of signals) process.off(signal, end);
    });
    await undoing;
  };
  steps.push(once);
  return once;
}

/** A second signal, as of somebody who does not want to wait, ends the process at once. */
function end(signal: NodeJS.Signals): void {
  const undo = async () => {
    for (let step = steps.at(-1); step !== undefined; step = steps.at(-1)) {
      await step().catch((error: unknown) => process.stderr.write(`Not undone: ${String(error)}\n`));
    }
    process.exit(128 + constants.signals[signal]);
  };
  void undo();
}

/** A database server with nothing in it, in a folder of its own that goes with it. */
export async function temporaryServer(
  prefix: string,
  options: { readonly durable?: boolean } = {},
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = runFolder(prefix);
  const data = join(folder, DATABASE);
  const removed = undoneAtEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const server = await startDatabaseServer({ folder: data, ...options });
  const stopped = undoneAtEnd(async () => await server.stop());
  return {
    url: server.url,
    async stop() {
      await stopped();
      await removed();
    },
  };
}

/** A run that was killed could not clean up; its process id is in the names of its folders. */
export async function removeInterruptedRuns(prefix: string): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? /^(\d+)-/.exec(name.slice(prefix.length))?.[1] : undefined;
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), name);
    try {
      stopLeftRedis(folder);
      await removeData(join(folder, DATABASE));
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      // Another run cleans up at this moment, or the folder is another account's.
      if (!(error instanceof AlreadyRunning)) process.stderr.write(`${folder} was not removed: ${String(error)}\n`);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
