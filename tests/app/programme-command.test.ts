/** `npm run programme -- import`: what it writes, what a dry run leaves, and what it says about faulty files. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createTestDatabase } from '../support/database.js';
import { homeWithDatabase } from './home.js';

const sample = (name: string) => fileURLToPath(new URL(`../../prisma/sample/${name}`, import.meta.url));
const files = [sample('programme.json'), sample('roster.csv')];

const place = homeWithDatabase();

const run = async (...words: readonly string[]) =>
  await place.home.start(['programme', ...words], { DATABASE_URL: place.test.url }).ended;

describe('importing', () => {
  it('tells in a dry run what it would do, and does it without one, once', async () => {
    const dry = await run('import', ...files, '--dry-run', '--lang', 'en');
    expect(dry, dry.complaints).toMatchObject({ code: 0, complaints: '' });
    const lines = dry.output.trimEnd().split('\n');
    const changes = lines.length - 1;
    expect(changes).toBeGreaterThan(70);
    expect(lines.at(-1)).toBe(`${changes} changes would be made; nothing was written.`);
    expect(await place.test.database.programme.count()).toBe(0);

    const real = await run('import', ...files, '--lang', 'en');
    expect(real, real.complaints).toMatchObject({ code: 0, complaints: '' });
    expect(real.output.trimEnd().split('\n')).toEqual([...lines.slice(0, -1), `${changes} changes made.`]);
    expect(await place.test.database.programme.count()).toBe(1);

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
    writeFileSync(join(place.home.folder, 'broken.csv'), roster.join('\n'));
    for (const language of ['ja', 'en']) {
      const words = ['programme', 'import', files[0] ?? '', 'broken.csv', '--lang', language];
      const { code, output, complaints } = await place.home.start(words, { DATABASE_URL: url }).ended;
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

describe('an address that changed', () => {
  /** The sample with another address for its first participant, in a database into which the sample was imported. */
  async function changed() {
    const { database, url, close } = await createTestDatabase();
    const start = async (...words: readonly string[]) =>
      await place.home.start(['programme', 'import', ...words, '--lang', 'en'], { DATABASE_URL: url }).ended;
    expect(await start(...files)).toMatchObject({ code: 0 });
    const person = await database.person.findFirstOrThrow({
      where: { memberships: { some: { role: 'participant' } } },
      orderBy: { email: 'asc' },
      include: { memberships: true },
    });
    const old = person.email ?? '';
    const roster = readFileSync(files[1] ?? '', 'utf8');
    expect(roster.split(old)).toHaveLength(2);
    writeFileSync(join(place.home.folder, 'changed.csv'), roster.replace(old, 'corrected@new.example'));
    const again = async (...words: readonly string[]) => await start(files[0] ?? '', 'changed.csv', ...words);
    const now = async () => ({
      person: await database.person.findUniqueOrThrow({ where: { id: person.id }, include: { memberships: true } }),
      newcomer: await database.person.findFirst({
        where: { email: 'corrected@new.example', id: { not: person.id } },
        include: { memberships: true },
      }),
    });
    return { old, person, again, now, close };
  }

  it('is asked about with the words that answer, and nothing is written before', async () => {
    const { old, person, again, now, close } = await changed();
    const answers = [`  --same ${old}=corrected@new.example`, '  --other corrected@new.example'];
    const dry = await again('--dry-run');
    expect(dry).toMatchObject({ code: 0, complaints: '' });
    expect(dry.output.split('\n')).toEqual(expect.arrayContaining(answers));
    const real = await again();
    expect(real).toMatchObject({ code: 1, output: '' });
    expect(real.complaints.split('\n')).toEqual(expect.arrayContaining(answers));
    expect(await now()).toEqual({ person, newcomer: null });
    await close();
  });

  it('is the same person’s after --same, in whatever case it is typed', async () => {
    const { old, person, again, now, close } = await changed();
    const done = await again('--same', `${old.toUpperCase()}=Corrected@new.example`);
    expect(done, done.complaints).toMatchObject({ code: 0, complaints: '' });
    expect(done.output).toContain('1 change made.');
    const { person: after, newcomer } = await now();
    expect(after).toMatchObject({ email: 'corrected@new.example', memberships: person.memberships });
    expect(newcomer).toBeNull();
    await close();
  });

  it('is somebody else’s after --other: one ends and the other begins', async () => {
    const { old, again, now, close } = await changed();
    const done = await again('--other', 'Corrected@new.example');
    expect(done, done.complaints).toMatchObject({ code: 0, complaints: '' });
    const { person: after, newcomer } = await now();
    expect(after.email).toBe(old);
    expect(after.memberships.map(({ endedAt }) => endedAt)).toEqual([expect.any(Date)]);
    expect(newcomer?.memberships.map(({ endedAt }) => endedAt)).toEqual([null]);
    await close();
  });
});

describe('a command that is not understood', () => {
  const usage = [
    'npm run programme -- import PROGRAMME.json ROSTER.csv|ROSTER.xlsx [--dry-run] [--same OLD=NEW] [--other NEW] [--lang ja|en]',
    'npm run programme -- export FOLDER [--programme CODE] [--lang ja|en]',
    'In a build or a container: node dist/main.js programme import …',
  ];

  it.each([
    ['without words', [], 'A programme is imported from two files:'],
    ['with one file', ['import', 'programme.json'], 'A programme is imported from two files:'],
    ['with a third', ['import', ...files, 'more.csv'], 'A programme is imported from two files:'],
    ['with a mistyped --dry-run', ['import', ...files, '--dryrun'], "Unknown option '--dryrun'"],
    ['with an answer in halves', ['import', ...files, '--same', 'old@one.example'], 'An answer is --same OLD=NEW'],
    ['with an answer too long', ['import', ...files, '--same', 'a@b.c=d@e.f=g@h.i'], 'An answer is --same OLD=NEW'],
    ['with an unknown language', ['import', ...files, '--lang', 'fr'], 'There is no language "fr".'],
  ])('%s tells the usage and writes nothing', async (_, words, reason) => {
    const before = await place.test.database.programme.count();
    const { code, complaints } = await run(...words);
    expect(code).toBe(1);
    expect(complaints.trimEnd().split('\n')).toEqual([expect.stringContaining(reason), ...usage]);
    expect(await place.test.database.programme.count()).toBe(before);
  });

  it('names the file that cannot be read', async () => {
    const { code, complaints } = await run('import', files[0] ?? '', 'nowhere.csv');
    expect({ code, complaints }).toEqual({ code: 1, complaints: 'Cannot read nowhere.csv.\n' });
  });
});
