/** Loaded before what imports the generated Prisma client: makes it where an install without scripts, or a changed schema, left none that fits. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const { resolve } = createRequire(import.meta.url);

/** The file that Prisma writes last; it holds the schema and the release that it was made from. */
const GENERATED = join(here, 'generated', 'internal', 'class.ts');

if (!isUpToDate()) generate();

function isUpToDate(): boolean {
  if (!existsSync(GENERATED)) return false;
  const generated = readFileSync(GENERATED, 'utf8');
  const [, schema] = /"inlineSchema": ("(?:[^"\\]|\\.)*")/.exec(generated) ?? [];
  const [, release] = /"clientVersion": "([^"]*)"/.exec(generated) ?? [];
  if (schema === undefined || release === undefined) return false;
  return (
    release === JSON.parse(readFileSync(resolve('@prisma/client/package.json'), 'utf8')).version &&
    withoutSpace(JSON.parse(schema)) === withoutSpace(readFileSync(join(here, 'schema.prisma'), 'utf8'))
  );
}

/** Prisma aligns the columns of the schema that it keeps. */
function withoutSpace(schema: string): string {
  return schema.replace(/\s+/g, '');
}

function generate(): void {
  process.stderr.write('Making the database client …\n');
  const prisma = join(dirname(resolve('prisma/package.json')), 'build', 'index.js');
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate'], {
    encoding: 'utf8',
    cwd: dirname(here),
    // What was loaded into this process has no business in that one.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  if (status === 0) return;
  const why = error?.message ?? `${stdout}${stderr}`.trim();
  process.stderr.write(`The database client could not be made, which "npx prisma generate" does as well: ${why}\n`);
  process.exit(1);
}
