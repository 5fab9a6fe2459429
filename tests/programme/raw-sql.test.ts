/** Raw SQL stands in the files that are named for it, and what it returns is parsed, so that no statement escapes the eye and no row is believed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** What is no code of the product, and Prisma's own folder, through which every statement goes. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'tests', 'prisma']);

/** Prisma's ways to send and to build raw statements, however they are reached: as a member, by destructuring or in brackets. */
const RAW = /\$(query|execute)Raw|\bPrisma\.(sql|raw|join|empty|Sql)\b|\bsql`|\bexecutePipelined\b/;

/** A query whose rows have any other type than the one that says nothing of them. */
const BELIEVED = /\$queryRaw(?!<unknown\[\]>`)/;

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && !LEFT_OUT.has(entry.name)) yield* sources(path);
    if (entry.isFile() && /\.[cm]?tsx?$/.test(entry.name)) yield path;
  }
}

const withSql = [...sources(ROOT)]
  .map((path) => ({ path: relative(ROOT, path).split(sep).join('/'), code: readFileSync(path, 'utf8') }))
  .filter(({ code }) => RAW.test(code));

it('stands in files named for it, of the rooms and the host alone', () => {
  expect(withSql.length).toBeGreaterThan(5);
  const strays = withSql.filter(
    ({ path }) => !/^(programme|playground)\/[^/]+\/(?:[^/]+\/)?[^/]+\.sql\.ts$/.test(path),
  );
  expect(strays.map(({ path }) => path)).toEqual([]);
});

it('returns rows that are parsed', () => {
  expect(withSql.filter(({ code }) => BELIEVED.test(code)).map(({ path }) => path)).toEqual([]);
});

it.each([
  'await database.$queryRaw`SELECT 1`;',
  'const { $executeRaw } = transaction;',
  "await database['$queryRawUnsafe']('SELECT 1');",
  'await executePipelined(transaction, statement);',
  'const part = Prisma.sql`id = 1`;',
  'const { sql } = Prisma; sql`id = 1`;',
])('is found in any writing: %s', (code) => {
  expect(RAW.test(code)).toBe(true);
});

it.each([
  'const rows: unknown = await database.$queryRaw`SELECT 1`;',
  'await database.$queryRaw<Row[]>`SELECT 1`;',
  "await database.$queryRawUnsafe<unknown[]>('SELECT 1');",
])('does not pass unparsed: %s', (code) => {
  expect(BELIEVED.test(code)).toBe(true);
});
