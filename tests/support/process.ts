/** Runs programs as children of a test: what they say, how they end, and nothing of this shell's settings. */
import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  readonly complaints: string;
}

export interface RunningProcess {
  readonly pid: number;
  /** Resolves with everything said so far once the text is among it; rejects when the process ends before, or says it never. */
  says(text: string): Promise<string>;
  signal(signal: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

export interface ProcessOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** How long a text may not be said; less than a test may take, so that a failure tells what was said. */
const PATIENCE_MILLISECONDS = 240_000;

const running = new Set<ChildProcessByStdio<null, Readable, Readable>>();

export function startProcess(
  [program = '', ...words]: readonly string[],
  { cwd, environment }: ProcessOptions,
): RunningProcess {
  const child = spawn(program, words, { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
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
    pid: child.pid ?? 0,
    ended,
    signal: (signal) => void child.kill(signal),
    async says(text) {
      const said = new Promise<string>((resolve) => {
        const look = () => output.includes(text) && resolve(output);
        listeners.add(look);
        look();
      });
      const failure = (why: string) => new Error(`${why} "${text}".\n${output}${complaints}`);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => reject(failure('It never said')), PATIENCE_MILLISECONDS);
      });
      const over = ended.then(({ code, signal }) => {
        throw failure(`It ended with ${code ?? signal} before it said`);
      });
      return await Promise.race([said, late, over]).finally(() => clearTimeout(timer));
    },
  };
}

/** Every process below this one, at any depth. */
export function descendantsOf(ancestor: number): readonly number[] {
  const all = livingProcesses();
  const below = (pid: number): readonly number[] =>
    all.flatMap((one) => (one.parent === pid ? [one.pid, ...below(one.pid)] : []));
  return below(ancestor);
}

/** Which of these still run. */
export function livingAmong(pids: readonly number[]): readonly number[] {
  return livingProcesses().flatMap(({ pid }) => (pids.includes(pid) ? [pid] : []));
}

/** Without those that have ended and only wait to be collected by their parent. */
function livingProcesses(): readonly { readonly pid: number; readonly parent: number }[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state = 'Z']) => !state.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}

/** For the end of a test that failed in the middle. */
export async function killProcesses(): Promise<void> {
  for (const child of running) child.kill('SIGKILL');
}

/** This shell's variables without what npm, the tests and the project's own settings put there. */
export function cleanEnvironment(): Record<string, string> {
  const unwanted =
    /^(npm_(package|lifecycle|command|execpath|node_execpath)|npm_config_(local_prefix|prefix|global)|INIT_CWD$|NODE_(ENV|OPTIONS|PATH)$|VITEST|TEST|CI$|DATABASE_URL$|REDIS_URL$|SLACK_|TEAMS_|HOST$|PORT$|SPP_|LOG_LEVEL$|PRISMA_)/;
  const kept = Object.entries(process.env).flatMap(([name, value]) =>
    value === undefined || unwanted.test(name) ? [] : [[name, value] as const],
  );
  // `npm run` puts the project's own programs first, which would hide that one is missing elsewhere.
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: path.join(':') };
}
