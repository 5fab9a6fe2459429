/** P11: from typing `npm start` to a usable bot, cold and warm, beside a process that only loads what it cannot do without; and its memory. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { undoneAtEnd } from '../support/interrupted-runs.js';
import { temporaryDatabase, temporaryFolder } from './folder.js';
import { type Extent, median, report } from './measure.js';

const ROUNDS = { full: 5, few: 2 };
/** Times the floor. */
const COLD_LIMIT = 3;
const WARM_LIMIT = 2;
const MEMORY_LIMIT_MEGABYTES = 300;

/** After the start the process settles for so long before its memory is read. */
const SETTLING_MILLISECONDS = 2_000;

export async function benchStart({ full }: Extent): Promise<void> {
  const rounds = full ? ROUNDS.full : ROUNDS.few;
  const floors: number[] = [];
  const cold: number[] = [];
  const warm: number[] = [];
  const memory: number[] = [];
  const server = await temporaryDatabase();
  try {
    // What the first one compiles is kept on the disk.
    await startFloor(server.url);
    for (let round = 0; round < rounds; round += 1) {
      const folder = await temporaryFolder();
      floors.push(await startFloor(server.url));
      cold.push((await startOnce(folder.path)).seconds);
      const again = await startOnce(folder.path);
      warm.push(again.seconds);
      memory.push(again.megabytes);
      await folder.remove();
    }
  } finally {
    await server.stop();
  }
  const floor = median(floors);
  const line = (goal: string, limit: number, ours: number) =>
    report({ goal, unit: 's', floor, ours, rounds, limit: `<= ${limit} x`, met: ours <= limit * floor });
  line('P11 cold start', COLD_LIMIT, median(cold));
  line('P11 warm start', WARM_LIMIT, median(warm));
  report({
    ...{ goal: 'P11 memory', unit: 'MB', floor: MEMORY_LIMIT_MEGABYTES, ours: median(memory), rounds },
    ...{ limit: `<= ${MEMORY_LIMIT_MEGABYTES}`, met: median(memory) <= MEMORY_LIMIT_MEGABYTES },
  });
}

/** Seconds from the start of the process until it has opened the database. */
async function startFloor(databaseUrl: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'floor-start.ts'], {
    cwd: fileURLToPath(new URL('./', import.meta.url)),
    env: { ...environment(), FLOOR_DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== 'open') continue;
    const seconds = (performance.now() - began) / 1000;
    await ended;
    return seconds;
  }
  throw new Error(`the floor ended with ${await ended} before it had opened the database`);
}

async function startOnce(folder: string): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...environment(), SPP_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const forget = undoneAtEnd(async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await gone;
  });
  const health = await untilHealthy(child);
  const seconds = (performance.now() - began) / 1000;
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MILLISECONDS));
  const megabytes = await memoryOf(health.pid);
  process.kill(health.pid, 'SIGTERM');
  await gone;
  await forget();
  return { seconds, megabytes };
}

/** Without credentials, so that the playground opens. */
function environment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(SLACK_|TEAMS_|DATABASE_URL|REDIS_URL|NODE_ENV)/.test(name)),
  );
}

/** Reads the address from what the start prints, and asks it until it answers that all is well. */
async function untilHealthy(child: ChildProcess): Promise<{ readonly pid: number }> {
  if (child.stdout === null) throw new Error('the start has no output');
  let address: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    address = /Assistant\s+(http:\/\/\S+)/.exec(line)?.[1];
    if (address !== undefined) break;
  }
  child.stdout.resume();
  if (address === undefined) throw new Error('the start ended without saying where the assistant is');
  const response = await fetch(`${address}/health`);
  const answer: unknown = await response.json();
  if (response.status !== 200 || typeof answer !== 'object' || answer === null)
    throw new Error('the assistant is not well');
  const pid = await nodeBelow(child.pid ?? 0);
  if (pid === 0) throw new Error('the process of the assistant cannot be found');
  return { pid };
}

/** npm starts a shell that starts Node, which starts a worker of its own. */
async function nodeBelow(pid: number): Promise<number> {
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).split('\0');
  if (words.includes('playground/start.mjs')) return pid;
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')).trim().split(/\s+/);
  for (const child of children.filter(Boolean)) {
    const found = await nodeBelow(Number(child));
    if (found !== 0) return found;
  }
  return 0;
}

async function memoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]);
  if (!Number.isFinite(kilobytes)) throw new Error('the memory of the process cannot be read');
  return kilobytes / 1024;
}
