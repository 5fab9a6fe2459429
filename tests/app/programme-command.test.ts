/** `npm run programme -- import`: what it writes, what a dry run leaves, and what it says about faulty files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { killProcesses } from '../support/process.js';
import { type Home, openHome } from './home.js';

const sample = (name: string) => fileURLToPath(new URL(`../../prisma/sample/${name}`, import.meta.url));
const files = [sample('programme.json'), sample('roster.csv')];

let home: Home;
let test: TestDatabase;

beforeAll(async () => {
  home = openHome();
  test = await createTestDatabase();
});
afterEach(killProcesses);
afterAll(async () => {
  await test.close();
  home.remove();
});

const run = async (...words: readonly string[]) =>
  await home.start(['programme', ...words], { DATABASE_URL: test.url }).ended;

describe('importing', () => {
  it('tells in a dry run what it would do, and does it without one, once', async () => {
    const dry = await run('import', ...files, '--dry-run', '--lang', 'en');
    expect(dry, dry.complaints).toMatchObject({ code: 0, complaints: '' });
    const lines = dry.output.trimEnd().split('\n');
    const changes = lines.length - 1;
    expect(changes).toBeGreaterThan(70);
    expect(lines.at(-1)).toBe(`${changes} changes would be made; nothing was written.`);
    expect(await test.database.programme.count()).toBe(0);

    const real = await run('import', ...files, '--lang', 'en');
    expect(real, real.complaints).toMatchObject({ code: 0, complaints: '' });
    expect(real.output.trimEnd().split('\n')).toEqual([...lines.slice(0, -1), `${changes} changes made.`]);
    expect(await test.database.programme.count()).toBe(1);

    const again = await run('import', ...files);
    expect(again.output).toContain('0件の変更を行いました');
  });

  it('says where each fault is, in either language, and writes nothing', async () => {
    const { database, url, close } = await createTestDatabase();
    const roster = readFileSync(files[1] ?? '', 'utf8').split('\n');
    const broken = [2, 5, 9].map((line) => {
      roster[line - 1] = (roster[line - 1] ?? '').replace('@', ' at ');
      return line;
    });
    writeFileSync(join(home.folder, 'broken.csv'), roster.join('\n'));
    for (const language of ['ja', 'en']) {
      const words = ['programme', 'import', files[0] ?? '', 'broken.csv', '--lang', language];
      const { code, output, complaints } = await home.start(words, { DATABASE_URL: url }).ended;
      expect({ code, output }).toEqual({ code: 1, output: '' });
      const said = complaints.trimEnd().split('\n');
      expect(said).toHaveLength(broken.length);
      for (const [place, line] of broken.entries()) {
        expect(said[place]).toContain('broken.csv');
        expect(said[place]).toMatch(new RegExp(`\\b${line}\\b`));
      }
    }
    expect(await database.programme.count()).toBe(0);
    await close();
  });
});

describe('a command that is not understood', () => {
  const usage = [
    'npm run programme -- import PROGRAMME.json ROSTER.csv|ROSTER.xlsx [--dry-run] [--same OLD=NEW] [--other NEW] [--lang ja|en]',
    'In a build or a container: node dist/main.js programme import …',
  ];

  it.each([
    ['without words', [], 'A programme is imported from two files:'],
    ['with one file', ['import', 'programme.json'], 'A programme is imported from two files:'],
    ['with a third', ['import', ...files, 'more.csv'], 'A programme is imported from two files:'],
    ['with a mistyped --dry-run', ['import', ...files, '--dryrun'], "Unknown option '--dryrun'"],
    ['with an unknown language', ['import', ...files, '--lang', 'fr'], 'There is no language "fr".'],
  ])('%s tells the usage and writes nothing', async (_, words, reason) => {
    const before = await test.database.programme.count();
    const { code, complaints } = await run(...words);
    expect(code).toBe(1);
    expect(complaints.trimEnd().split('\n')).toEqual([expect.stringContaining(reason), ...usage]);
    expect(await test.database.programme.count()).toBe(before);
  });

  it('names the file that cannot be read', async () => {
    const { code, complaints } = await run('import', files[0] ?? '', 'nowhere.csv');
    expect({ code, complaints }).toEqual({ code: 1, complaints: 'Cannot read nowhere.csv.\n' });
  });
});
