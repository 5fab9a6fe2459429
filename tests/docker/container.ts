/** Runs a command of a finished image as its container would: under an ordinary account, with nothing of this shell's settings. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type BuiltStage, cleanEnvironment } from './carry-out.js';

/** "nobody" on Debian; the container's own account has no counterpart here. */
const ORDINARY = 65_534;

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly complaints: string;
}

export interface Container {
  /** Resolves with the time from the start in ms when the text is printed; rejects when the process ends before. */
  says(text: string): Promise<number>;
  /** In MB: now, and the most so far. Linux only; elsewhere null. */
  memory(): { readonly now: number; readonly most: number } | null;
  /** Asks it to end as `docker stop` does, and with SIGKILL after its grace. */
  stop(): Promise<Ended & { readonly milliseconds: number }>;
  readonly ended: Promise<Ended>;
}

/** What `docker stop` waits for unless told otherwise. */
const GRACE_MILLISECONDS = 10_000;

const START_MILLISECONDS = 60_000;

const running = new Set<ChildProcess>();

export function startContainer(
  { folder, stage }: BuiltStage,
  command: readonly string[],
  settings: Readonly<Record<string, string>>,
): Container {
  const [program = '', ...words] = command;
  const began = performance.now();
  const child = spawn(program, words, {
    cwd: folder,
    env: { PATH: cleanEnvironment().PATH, ...stage.environment, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(process.getuid?.() === 0 && { uid: ORDINARY, gid: ORDINARY }),
  });
  running.add(child);
  let output = '';
  let complaints = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal, output, complaints });
    });
  });
  return {
    ended,
    async says(text) {
      const said = new Promise<number>((resolve) => {
        const look = () => output.includes(text) && resolve(performance.now() - began);
        listeners.add(look);
        look();
      });
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(
          () => reject(new Error(`"${text}" was never said.\n${output}${complaints}`)),
          START_MILLISECONDS,
        );
      });
      const over = ended.then(({ code }) => {
        throw new Error(`It ended with ${code} before it said "${text}".\n${output}${complaints}`);
      });
      return await Promise.race([said, late, over]).finally(() => clearTimeout(timer));
    },
    memory() {
      if (process.platform !== 'linux') return null;
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
      return { now: Math.round(kilobytes('VmRSS') / 1024), most: Math.round(kilobytes('VmHWM') / 1024) };
    },
    async stop() {
      const asked = performance.now();
      child.kill('SIGTERM');
      const impatient = setTimeout(() => child.kill('SIGKILL'), GRACE_MILLISECONDS);
      const end = await ended;
      clearTimeout(impatient);
      return { ...end, milliseconds: performance.now() - asked };
    },
  };
}

/** For the end of a check that failed in the middle. */
export async function killContainers(): Promise<void> {
  for (const child of running) child.kill('SIGKILL');
}
