/** What an interrupted bench leaves is ended and removed: by itself at a signal, by the next run where it was killed. */
import { existsSync } from 'node:fs';
import net from 'node:net';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import { removeInterruptedRuns } from './interrupted-runs.js';
import { cleanEnvironment, killProcesses, startProcess } from './process.js';

afterAll(killProcesses);

const entry = fileURLToPath(new URL('interrupted-process.ts', import.meta.url));
const told = z.object({ path: z.string(), port: z.number() });

async function bench() {
  const cwd = fileURLToPath(new URL('../../', import.meta.url));
  const one = startProcess([process.execPath, '--import', 'tsx', entry], { cwd, environment: cleanEnvironment() });
  const [line = ''] = (await one.says('open')).split('\n');
  return { one, ...told.parse(JSON.parse(line)) };
}

const answers = async (port: number): Promise<boolean> =>
  await new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** Which of its folder and its server are there. */
const left = async ({ path, port }: { readonly path: string; readonly port: number }) => [
  existsSync(path),
  await answers(port),
];

it('at a signal nothing stays; of a killed one the next run removes all, and nothing of one that runs', async () => {
  const [interrupted, killed, running] = await Promise.all([bench(), bench(), bench()]);
  interrupted.one.signal('SIGINT');
  killed.one.signal('SIGKILL');
  expect((await interrupted.one.ended).code).toBe(130);
  expect(await left(interrupted)).toEqual([false, false]);
  await killed.one.ended;
  expect(await left(killed)).toEqual([true, true]);
  expect(basename(killed.path).startsWith(`spp-bench-${killed.one.pid}-`)).toBe(true);
  await removeInterruptedRuns('spp-bench-');
  expect(await left(killed)).toEqual([false, false]);
  expect(await left(running)).toEqual([true, true]);
  running.one.signal('SIGTERM');
  expect((await running.one.ended).code).toBe(143);
  expect(await left(running)).toEqual([false, false]);
});
