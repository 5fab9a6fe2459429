/** `npm start` without anything opens the playground, and opens it again where it was left. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { removeData } from '../../prisma/server.js';
import { killProcesses } from '../support/process.js';
import { addressIn, openHome } from './front-door.js';

const home = openHome();

afterEach(killProcesses);
afterAll(async () => {
  await removeData(join(home.folder, '.data', 'postgres'));
  home.remove();
});

const greeting = 'Type help';
const standIns = (said: string) => said.match(/http:\/\/\S+(?= \(stand-in\))/g);

it('opens without a terminal, closes on Ctrl-C, and comes back as it was', { timeout: 90_000 }, async () => {
  const first = home.start([], {});
  const said = await first.says(greeting);
  expect(said).toContain('The playground is open');
  expect(said).toMatch(/\(stand-in\): [1-9]\d* participants, such as /);
  expect((await fetch(`${addressIn(`${/Assistant +(\S+)/.exec(said)?.[1]} `)}/health`)).status).toBe(200);
  const memory = () => readFileSync(join(home.folder, '.data', 'playground.json'), 'utf8');
  const before: unknown = JSON.parse(memory());
  first.signal('SIGINT');
  first.signal('SIGINT');
  const ended = await first.ended;
  expect(ended, ended.complaints).toMatchObject({ code: 0, complaints: '' });

  const second = home.start([], {});
  const saidAgain = await second.says(greeting);
  expect(saidAgain).not.toContain('Preparing a database');
  expect(standIns(saidAgain)).toEqual(standIns(said));
  expect(JSON.parse(memory())).toMatchObject({ ...Object(before), time: expect.any(String) });
  second.signal('SIGTERM');
  expect(await second.ended).toMatchObject({ code: 0, complaints: '' });
});
