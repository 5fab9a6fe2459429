/** `inTransaction` is the only way into a transaction, so that what each of them must begin with can be set in one place. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What is no code of the product: packages, builds, what Prisma generates, and tests, which set up what they like. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'generated', 'tests']);

/** Prisma's own, however it is reached: as a member, by destructuring or by its name in brackets. */
const opensOne = (code: string) => code.includes('$transaction');

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && !LEFT_OUT.has(entry.name)) yield* sources(path);
    if (entry.isFile() && /\.[cm]?tsx?$/.test(entry.name)) yield path;
  }
}

it('is what the product uses everywhere', () => {
  const read = [...sources(ROOT)].map((path) => ({ path: relative(ROOT, path), code: readFileSync(path, 'utf8') }));
  expect(read.filter(({ code }) => code.includes('inTransaction(')).length).toBeGreaterThan(5);
  // Which gives Prisma a transaction for each connection, and sends none of what that would send.
  const theFunction = join('prisma', 'models.ts');
  expect(read.filter(({ code }) => opensOne(code)).map(({ path }) => path)).toEqual([theFunction]);
});

it.each([
  'await database.$transaction(async (transaction) => work(transaction));',
  'const { $transaction } = database;',
  "database['$transaction']([one, two]);",
])('is looked for in any writing: %s', (code) => {
  expect(opensOne(code)).toBe(true);
});
