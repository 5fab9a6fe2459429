/** `npm run teams:package` knows what stands in .env, as `npm start` does. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { cleanEnvironment, killProcesses, startProcess } from '../support/process.js';
import { type Home, openHome } from './home.js';

const project = new URL('../../', import.meta.url);
const { scripts } = z
  .object({ scripts: z.object({ 'teams:package': z.string() }) })
  .parse(JSON.parse(readFileSync(new URL('package.json', project), 'utf8')));

let home: Home;

beforeEach(() => {
  home = openHome();
  writeFileSync(join(home.folder, 'package.json'), '{"version":"1.2.3"}');
});
afterEach(async () => {
  await killProcesses();
  home.remove();
});

/** The script of package.json, with its files where they are. */
async function run() {
  const words = scripts['teams:package'].split(' ').map((word) => {
    if (word === 'tsx') return import.meta.resolve('tsx');
    return word.endsWith('.ts') ? fileURLToPath(new URL(word, project)) : word;
  });
  return await startProcess(words, { cwd: home.folder, environment: cleanEnvironment() }).ended;
}

it('makes the package from what .env says, also where the rest of .env.example stands in it', async () => {
  const example = readFileSync(new URL('.env.example', project), 'utf8');
  const filled = example
    .replace('\nTEAMS_APP_ID=\n', '\nTEAMS_APP_ID=0e4c1f6a-5b7d-4a53-9c51-2a8f5d1b7e10\n')
    .replace('\nPUBLIC_URL=\n', '\nPUBLIC_URL=https://spp.example.org\n');
  writeFileSync(join(home.folder, '.env'), filled);
  expect(await run()).toMatchObject({ code: 0, complaints: '' });
  expect(existsSync(join(home.folder, 'out', 'spp-assistant-teams.zip'))).toBe(true);
});

it('says what is missing without one, and that one cannot be read', async () => {
  expect(await run()).toMatchObject({
    code: 1,
    complaints: expect.stringMatching(/^TEAMS_APP_ID: .*\nPUBLIC_URL: .*\n$/),
  });
  mkdirSync(join(home.folder, '.env'));
  expect(await run()).toMatchObject({
    code: 1,
    complaints: expect.stringMatching(/^The file \.env cannot be read \(.*\)\.\n$/),
  });
  expect(await home.start([]).ended).toMatchObject({
    code: 1,
    complaints: expect.stringMatching(/^The file \.env .*\.\n$/),
  });
});
