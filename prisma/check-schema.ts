/** Part of `npm run check`: fails when the migrations do not make what prisma/schema.prisma says. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrateDatabase } from './migrate.js';
import { schemaDifferences } from './schema-check/compare.js';
import { readDatamodel } from './schema-check/datamodel.js';
import { startDatabaseServer } from './server.js';

const here = dirname(fileURLToPath(import.meta.url));
const [schema = join(here, 'schema.prisma'), migrations = join(here, 'migrations')] = process.argv.slice(2);

// So that the server's own hook at exit runs on Ctrl-C.
process.once('SIGINT', () => process.exit(130));

const folder = mkdtempSync(join(tmpdir(), 'spp-check-schema-'));
chmodSync(folder, 0o755);
try {
  const server = await startDatabaseServer({ folder: join(folder, 'postgres'), durable: false });
  try {
    await migrateDatabase(server.url, { folder: resolve(migrations) });
    const found = prismaEngineIsHere()
      ? prismaDifferences(server.url, resolve(schema))
      : await schemaDifferences(server.url, await readDatamodel(resolve(schema)));
    for (const difference of found) process.stdout.write(`${difference}\n`);
    if (found.length > 0) process.exitCode = 1;
    else process.stdout.write('The migrations make what the schema says.\n');
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Prisma compares best, with a native engine that it downloads from a host that not every network lets through. */
function prismaEngineIsHere(): boolean {
  if (process.env.PRISMA_SCHEMA_ENGINE_BINARY) return true;
  const engines = dirname(createRequire(import.meta.url).resolve('@prisma/engines/package.json'));
  return readdirSync(engines).some((name) => name.startsWith('schema-engine-'));
}

function prismaDifferences(url: string, schemaFile: string): string[] {
  const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [prisma, 'migrate', 'diff', '--from-config-datasource', '--to-schema', schemaFile, '--exit-code'],
    { encoding: 'utf8', cwd: dirname(here), env: { ...process.env, DATABASE_URL: url } },
  );
  if (status === 0) return [];
  if (status === 2) return [stdout.trim()];
  throw new Error(`Prisma could not compare the schema with the migrations: ${stderr.trim()}`);
}
