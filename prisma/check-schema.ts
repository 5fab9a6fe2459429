/** Part of `npm run check`: fails when the migrations do not make what prisma/schema.prisma says. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrateDatabase } from './migrate.js';
import { schemaDrift } from './schema-drift.js';
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
    const drift = await schemaDrift(server.url, resolve(schema));
    if (drift === null) process.stdout.write('The migrations make what the schema says.\n');
    else {
      process.stdout.write(`What the migrations lack to make what the schema says:\n\n${drift}\n`);
      process.exitCode = 1;
    }
  } finally {
    await server.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
