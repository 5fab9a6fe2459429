/** `npm start` without anything opens the playground, opens it again where it was left, and leaves nothing behind when it ends. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { removeData } from '../../../prisma/server.js';
import { addressIn, openHome } from '../../../tests/app/home.js';
import { descendantsOf, killProcesses, livingAmong } from '../../../tests/support/process.js';
import { showTime } from '../../clock.js';
import type { ServerEvent } from '../../page/protocol.js';

const home = openHome();

afterEach(killProcesses);
afterAll(async () => {
  await removeData(join(home.folder, '.data', 'postgres'));
  home.remove();
});

/** The last words of a start. */
const greeting = 'README.md tells step by step';
const memory = (): unknown => JSON.parse(readFileSync(join(home.folder, '.data', 'playground.json'), 'utf8'));
const standIns = (said: string) => said.match(/http:\/\/\S+(?= \(stand-in\))/g);

it('prints where its page is, closes on Ctrl-C, and comes back as it was', async () => {
  const first = home.start([], {});
  const said = await first.says(greeting);
  expect(said).toContain('The playground is open');
  expect(said).toContain('Ctrl-C closes it');
  expect((await fetch(pageIn(said))).status).toBe(200);
  expect(said).toMatch(/\(stand-in\): [1-9]\d* participants, such as /);
  expect((await fetch(`${addressIn(`${/Assistant +(\S+)/.exec(said)?.[1]} `)}/health`)).status).toBe(200);
  const before = memory();
  first.signal('SIGINT');
  first.signal('SIGINT');
  const ended = await first.ended;
  expect(ended, ended.complaints).toMatchObject({ code: 0, complaints: '' });

  const second = home.start([], {});
  const saidAgain = await second.says(greeting);
  expect(saidAgain).not.toContain('Preparing a database');
  expect(standIns(saidAgain)).toEqual(standIns(said));
  expect(memory()).toMatchObject({ ...Object(before), time: expect.any(String) });
  second.signal('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0, complaints: '' });
});

/** As the page does it, with the same requests. */
async function command(said: string, body: object): Promise<unknown> {
  const response = await fetch(`${pageIn(said)}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return await response.json();
}

function pageIn(said: string): string {
  const [, address = ''] = /Open this page +(\S+)/.exec(said) ?? [];
  return address;
}

const done = { error: null };

/** The programme's time when it was left. */
function remembered(): string {
  return z.object({ time: z.iso.datetime() }).parse(memory()).time;
}

/** Resolves once the page tells that a scenario is being loaded, before anything of the run that stands is taken away. */
async function beingLoaded(said: string): Promise<void> {
  const page = pageIn(said);
  const socket = new WebSocket(`${page.replace('http', 'ws')}/live`, { origin: page });
  try {
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data) => {
        const event: ServerEvent = JSON.parse(String(data));
        if (event.type === 'scenario' && event.words?.en.includes('Loading what was stored')) resolve();
      });
    });
  } finally {
    socket.close();
  }
}

it('keeps the time of a scenario that replaced the run, and is ended in the middle of the next', async () => {
  const child = home.start([], {});
  const said = await child.says(greeting);
  expect(await command(said, { scenario: 'registration-week' })).toMatchObject(done);
  await expect.poll(remembered).toContain('2024-10-30');

  const loading = command(said, { scenario: 'closing-meeting' }).catch(() => null);
  await beingLoaded(said);
  const below = descendantsOf(child.pid);
  child.signal('SIGTERM');
  const ended = await child.ended;
  expect(ended, ended.complaints).toMatchObject({ code: 0, complaints: '' });
  await loading;
  // Some hear of it by their closed pipe.
  await expect.poll(() => livingAmong(below)).toEqual([]);
  // Of which of the two, by what the database holds: stored-scenario.test.ts.
  expect(remembered()).toMatch(/2024-10-30|2025-04-22/);
});

it('is where that was given up, and leaves no process behind after its worker was killed and started', async () => {
  const left = remembered();
  const child = home.start([], {});
  const said = await child.says(greeting);
  expect(said).toContain(`It is ${showTime(new Date(left)).slice(0, 'YYYY-MM-DD'.length)}`);
  const before = descendantsOf(child.pid);
  expect(await command(said, { worker: 'kill' })).toMatchObject(done);
  expect(await command(said, { worker: 'start' })).toMatchObject(done);
  const below = descendantsOf(child.pid);
  // The database's own processes come and go meanwhile.
  expect(below.filter((pid) => !before.includes(pid))).not.toEqual([]);
  child.signal('SIGTERM');
  expect(await child.ended).toMatchObject({ code: 0, complaints: '' });
  await expect.poll(() => livingAmong(below)).toEqual([]);
});
