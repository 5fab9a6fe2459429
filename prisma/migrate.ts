/** Brings a database to the newest migration when a process starts, without Prisma's command line. */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { connectionSettings } from './connection.js';

/** The advisory lock that Prisma's own `migrate deploy` takes, so that it and this never run at once. */
const MIGRATION_LOCK = 72707369;

/** Creating the table as Prisma does lets its `migrate status` and `migrate deploy` read what was applied here. */
const CREATE_LEDGER = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedMigration {
  name: string;
  checksum: string;
  finished: boolean;
}

/** The database and this release do not fit together, and only a person can decide what to do. The message says so in one sentence. */
export class MigrationRefused extends Error {
  override name = 'MigrationRefused';
}

/**
 * Applies the migrations that the database lacks, in the order of their names, each in one transaction together with its
 * row in `_prisma_migrations`. Safe in several processes at once: one works, the others wait for it. Therefore
 * `CREATE INDEX CONCURRENTLY` cannot stand in a migration.
 * @returns the names of the migrations applied by this call
 * @throws {MigrationRefused} if an applied migration was edited afterwards, if the database is newer than this release, or
 *   if a migration of Prisma's command line was left unfinished
 */
export async function migrateDatabase(url: string, { folder }: { folder?: string } = {}): Promise<string[]> {
  const migrations = await readMigrations(folder ?? findMigrations());
  const { config } = connectionSettings(url);
  const client = new pg.Client(config);
  // A lost connection also fails the statement in flight, which is where it is reported.
  client.on('error', () => {});
  await client.connect();
  try {
    // A large table may be rewritten, and a second process waits for as long as the first one works.
    await client.query('SET statement_timeout = 0; SET lock_timeout = 0');
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(CREATE_LEDGER);
    const missing = missingMigrations(migrations, await readApplied(client));
    // What waits behind a lock that a migration waits for is the running bot: fail soon and let the next start try again.
    await client.query("SET lock_timeout = '30s'");
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/**
 * The names of the migrations that the next start would apply. Changes nothing.
 * @throws {MigrationRefused} as `migrateDatabase` does
 */
export async function pendingMigrations(url: string): Promise<string[]> {
  const migrations = await readMigrations(findMigrations());
  const client = new pg.Client(connectionSettings(url).config);
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ made: boolean }>(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS made",
    );
    const applied = rows[0]?.made ? await readApplied(client) : [];
    return missingMigrations(migrations, applied).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/** Which migrations the database lacks; refuses when the two histories disagree. */
function missingMigrations(migrations: Migration[], applied: AppliedMigration[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum, finished } of applied) {
    const migration = known.get(name);
    if (migration === undefined) {
      throw new MigrationRefused(
        `The database has the migration ${name}, which this release does not know: it was opened by a newer release. Start that release, or restore a backup from before.`,
      );
    }
    if (!finished) {
      throw new MigrationRefused(
        `The migration ${name} was started by Prisma's command line and did not finish: settle it with "npx prisma migrate resolve".`,
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationRefused(
        `The migration ${name} was changed after it was applied to this database: restore its file and put the change into a new migration.`,
      );
    }
  }
  const done = new Set(applied.map((migration) => migration.name));
  return migrations.filter((migration) => !done.has(migration.name));
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const content = await readFile(join(folder, name, 'migration.sql'));
      return { name, sql: content.toString('utf8'), checksum: createHash('sha256').update(content).digest('hex') };
    }),
  );
}

async function readApplied(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('BEGIN');
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw new Error(`The migration ${name} could not be applied, and was undone: ${String(error)}`, { cause: error });
  }
}

/** Beside this file in the source; beside it or up in the project when this file was built into dist/prisma/. */
function findMigrations(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  const looked: string[] = [];
  for (;;) {
    for (const candidate of [join(folder, 'migrations'), join(folder, 'prisma', 'migrations')]) {
      if (existsSync(join(candidate, 'migration_lock.toml'))) return candidate;
      looked.push(candidate);
    }
    const parent = dirname(folder);
    if (existsSync(join(folder, 'package.json')) || parent === folder) break;
    folder = parent;
  }
  throw new Error(`The database migrations are missing; looked in ${looked.join(', ')}.`);
}
