/** Starts, kills and asks processes of the app; compiled once, since loading a thousand files of TypeScript takes longer than a case. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { compile } from '../../playground/compile.js';
import { type AppSettings, readToParent, type ToApp, type ToParent } from './app-messages.js';

const PROJECT = new URL('../../', import.meta.url);
/** Below the packages, so that what is compiled finds them. */
const CACHE = new URL('node_modules/.cache/spp-assistant-crowd/', PROJECT);
const ENTRY = 'tests/crowd/app-process.ts';

export interface AppProcess {
  readonly url: string;
  readonly processId: number;
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
  jump(ahead: number): void;
  /** What it holds at this moment. */
  megabytes(): Promise<number>;
}

export interface AppProcesses {
  start(settings: AppSettings): Promise<AppProcess>;
  /** How often each sentence was logged as an error, by all of them. */
  readonly errors: ReadonlyMap<string, number>;
  killAll(): Promise<void>;
}

export async function appProcesses(): Promise<AppProcesses> {
  const folder = await compile(PROJECT, CACHE, [ENTRY]);
  const file = fileURLToPath(new URL(`${folder}/app-process.js`, CACHE));
  const errors = new Map<string, number>();
  const running = new Set<AppProcess>();

  async function start(settings: AppSettings): Promise<AppProcess> {
    const child = fork(file, {
      // As `npm start` starts the app.
      execArgv: ['--optimize-for-size', '--initial-old-space-size=120'],
      env: { ...process.env, CROWD: JSON.stringify(settings) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    child.on('message', (message) => {
      const told = readToParent(message);
      if (told.tell !== 'log' || told.level !== 'error') return;
      errors.set(told.sentence, (errors.get(told.sentence) ?? 0) + 1);
    });
    const tell = (message: ToApp) => child.connected && child.send(message, () => {});
    const { url } = await heard(child, 'ready');
    const one: AppProcess = {
      url,
      processId: child.pid ?? 0,
      async kill() {
        running.delete(one);
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      },
      jump: (ahead) => void tell({ tell: 'jump', ahead }),
      async megabytes() {
        const answer = heard(child, 'memory');
        tell({ tell: 'tell memory' });
        return (await answer).megabytes;
      },
    };
    running.add(one);
    return one;
  }

  return {
    start,
    errors,
    async killAll() {
      await Promise.all([...running].map((one) => one.kill()));
    },
  };
}

/** The next message of this kind. @throws where the process ends before */
async function heard<Kind extends ToParent['tell']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<ToParent, { tell: Kind }>> {
  return await new Promise((resolve, reject) => {
    const over = (code: number | null, signal: string | null) => {
      child.off('message', hear);
      reject(new Error(`a process of the app ended with ${code ?? signal} before it said ${kind}`));
    };
    const hear = (message: unknown) => {
      const told = readToParent(message);
      if (!isOf(told, kind)) return;
      child.off('message', hear);
      child.off('exit', over);
      resolve(told);
    };
    child.on('message', hear);
    child.once('exit', over);
  });
}

function isOf<Kind extends ToParent['tell']>(told: ToParent, kind: Kind): told is Extract<ToParent, { tell: Kind }> {
  return told.tell === kind;
}
