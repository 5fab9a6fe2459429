/** Compares the lists of files in CONTRIBUTING.md with the files of the example room, and counts them. */
import { readdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';

/** Where a file of the lists stands in the example: the room's folder is this one, its table is a file, its test lists it. */
const inExample = new Map([
  ['prisma/schema.prisma', 'table.sql'],
  ['prisma/migrations/<timestamp>_<what>/migration.sql', 'table.sql'],
  ['programme/rooms.ts', 'example-room.test.ts'],
]);

const folder = new URL('./', import.meta.url);
const contributing = await readFile(new URL('../../CONTRIBUTING.md', import.meta.url), 'utf8');
const files = await readdir(folder);

/** The files of one list, between its two comments. */
function listed(title: string): readonly string[] {
  const [, list = ''] = contributing.split(`<!-- files of ${title} -->`);
  const items = (list.split('<!-- end -->')[0] ?? '').split('\n').filter((line) => /^\d+\. /.test(line));
  return items.map((item) => /^\d+\. `([^`]+)`/.exec(item)?.[1] ?? `no file in: ${item}`);
}

/** The file of the example that stands for a listed one, where the use case has this name. */
function exampleOf(path: string, useCase: string): string {
  const named = path.replace('programme/<room>/', '').replace('<room>', 'parking').replace('verb-noun', useCase);
  return inExample.get(path) ?? named;
}

const lists = [
  { title: "a room's first action", most: 10, useCase: 'reserve-space' },
  { title: 'a later action', most: 5, useCase: 'release-space' },
] as const;

it.each(lists)('$title needs at most $most files, none of them in bot/ or jobs/', ({ title, most, useCase }) => {
  const paths = listed(title);
  expect(paths.length).toBeGreaterThan(3);
  expect(paths.length).toBeLessThanOrEqual(most);
  expect(new Set(paths).size).toBe(paths.length);
  for (const path of paths) expect(path).toMatch(/^(programme|prisma)\//);
  expect(files).toEqual(expect.arrayContaining(paths.map((path) => exampleOf(path, useCase))));
});

it('the example has no file that the lists do not name', () => {
  const named = lists.flatMap(({ title, useCase }) => listed(title).map((path) => exampleOf(path, useCase)));
  expect(files.filter((file) => !file.endsWith('.test.ts')).sort()).toEqual(
    [...new Set(named)].filter((file) => !file.endsWith('.test.ts')).sort(),
  );
});

it('the example imports nothing of bot/ and jobs/, its tests apart', async () => {
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    expect(await readFile(new URL(file, folder), 'utf8'), file).not.toMatch(/from '[./]*\/(?:bot|jobs)\//);
  }
});
