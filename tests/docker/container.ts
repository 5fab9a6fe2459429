/** Runs a command of a finished image as its container would: under an ordinary account, with the image's own settings. */
import { readFileSync } from 'node:fs';
import { cleanEnvironment, type Ended, type RunningProcess, startProcess } from '../support/process.js';
import type { BuiltStage } from './carry-out.js';

/** "nobody" on Debian; the container's own account has no counterpart here. */
const ordinary = { uid: 65_534, gid: 65_534 };

/** What `docker stop` waits for unless told otherwise. */
const GRACE_MILLISECONDS = 10_000;

export interface Container extends RunningProcess {
  /** Resolves with the time from the start in ms when the text is printed. */
  saysAfter(text: string): Promise<number>;
  /** In MB: now, and the most so far. Null where the system does not tell. */
  memory(): { readonly now: number; readonly most: number } | null;
  /** Asks it to end as `docker stop` does, and with SIGKILL after its grace. */
  stop(): Promise<Ended & { readonly milliseconds: number }>;
}

export function startContainer(
  { folder, stage }: BuiltStage,
  command: readonly string[],
  settings: Readonly<Record<string, string>>,
): Container {
  const began = performance.now();
  const child = startProcess(command, {
    cwd: folder,
    environment: { PATH: cleanEnvironment().PATH ?? '', ...stage.environment, ...settings },
    ...(process.getuid?.() === 0 && { account: ordinary }),
  });
  return {
    ...child,
    async saysAfter(text) {
      await child.says(text);
      return performance.now() - began;
    },
    memory() {
      if (process.platform !== 'linux') return null;
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
      return { now: Math.round(kilobytes('VmRSS') / 1024), most: Math.round(kilobytes('VmHWM') / 1024) };
    },
    async stop() {
      const asked = performance.now();
      child.signal('SIGTERM');
      const impatient = setTimeout(() => child.signal('SIGKILL'), GRACE_MILLISECONDS);
      const end = await child.ended;
      clearTimeout(impatient);
      return { ...end, milliseconds: performance.now() - asked };
    },
  };
}
