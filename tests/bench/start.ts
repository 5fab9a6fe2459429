/** P11: from typing `npm start` to a usable bot, cold and warm, and the memory of the process. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { temporaryFolder } from './folder.js';
import { type Extent, median, report } from './measure.js';

const ROUNDS = { full: 5, few: 2 };
const COLD_LIMIT_SECONDS = 10;
const WARM_LIMIT_SECONDS = 4;
const MEMORY_LIMIT_MEGABYTES = 300;

/** After the start the process settles for so long before its memory is read. */
const SETTLING_MILLISECONDS = 2_000;

export async function benchStart({ full }: Extent): Promise<void> {
  const rounds = full ? ROUNDS.full : ROUNDS.few;
  const cold: number[] = [];
  const warm: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const folder = await temporaryFolder();
    cold.push((await startOnce(folder)).seconds);
    const again = await startOnce(folder);
    warm.push(again.seconds);
    memory.push(again.megabytes);
    await rm(folder, { recursive: true, force: true });
  }
  const line = (goal: string, unit: string, limit: number, values: readonly number[]) => {
    const ours = median(values);
    report({ goal, unit, floor: limit, ours, rounds, limit: `<= ${limit}`, met: ours <= limit });
  };
  line('P11 cold start', 's', COLD_LIMIT_SECONDS, cold);
  line('P11 warm start', 's', WARM_LIMIT_SECONDS, warm);
  line('P11 memory', 'MB', MEMORY_LIMIT_MEGABYTES, memory);
}

async function startOnce(folder: string): Promise<{ readonly seconds: number; readonly megabytes: number }> {
  const began = performance.now();
  const child = spawn('npm', ['start', '--silent'], {
    env: { ...environment(), SPP_DATA: folder, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const health = await untilHealthy(child);
  const seconds = (performance.now() - began) / 1000;
  await new Promise((resolve) => setTimeout(resolve, SETTLING_MILLISECONDS));
  const megabytes = await memoryOf(health.pid);
  process.kill(health.pid, 'SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
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
  if (words.includes('playground/main.ts')) return pid;
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
