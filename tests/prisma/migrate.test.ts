/** Migrations are applied once, in order, by however many processes, and altered ones are refused. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MigrationRefused, migrateDatabase } from '../../prisma/migrate.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const FIRST = `
  CREATE EXTENSION IF NOT EXISTS btree_gist;
  CREATE TABLE room (id int PRIMARY KEY, seats int NOT NULL);
  CREATE FUNCTION count_rooms() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM room; $$;
  INSERT INTO room VALUES (1, 12)`;
const SECOND = 'ALTER TABLE room ADD COLUMN name text; SELECT pg_sleep(0.2); UPDATE room SET seats = seats + 1';

let test: TestDatabase;
let folder: string;

beforeEach(async () => {
  test = await createTestDatabase({ empty: true });
  folder = mkdtempSync(join(tmpdir(), 'spp-migrations-'));
  writeFileSync(join(folder, 'migration_lock.toml'), 'provider = "postgresql"');
  put('20240102000000_second', SECOND);
  put('20240101000000_first', FIRST);
});

afterEach(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('migrateDatabase', () => {
  it('applies what is missing in the order of the names, once', async () => {
    expect(await migrateDatabase(test.url, { folder })).toEqual(['20240101000000_first', '20240102000000_second']);
    expect(await migrateDatabase(test.url, { folder })).toEqual([]);
    put('20240103000000_third', 'UPDATE room SET seats = seats * 2');
    expect(await migrateDatabase(test.url, { folder })).toEqual(['20240103000000_third']);
    expect(await query('SELECT * FROM room')).toEqual([{ id: 1, seats: 26, name: null }]);
  });

  it("keeps the record that Prisma's command line reads", async () => {
    await migrateDatabase(test.url, { folder });
    const rows = await query(
      `SELECT migration_name AS name, checksum, applied_steps_count AS steps, finished_at >= started_at AS finished,
              length(id) AS id_length, logs, rolled_back_at FROM _prisma_migrations ORDER BY 1`,
    );
    const row = (name: string, sql: string) => ({
      name,
      checksum: createHash('sha256').update(sql).digest('hex'),
      steps: 1,
      finished: true,
      id_length: 36,
      logs: null,
      rolled_back_at: null,
    });
    expect(rows).toEqual([row('20240101000000_first', FIRST), row('20240102000000_second', SECOND)]);
  });

  it('is safe in five processes at once', async () => {
    const worker = new URL('migrate-worker.ts', import.meta.url).pathname;
    const outputs = await Promise.all(
      Array.from({ length: 5 }, () =>
        promisify(execFile)(process.execPath, ['--import', 'tsx', worker, test.url, folder]),
      ),
    );
    const applied: unknown[] = outputs.map(({ stdout }) => JSON.parse(stdout));
    expect(applied.flat().sort()).toEqual(['20240101000000_first', '20240102000000_second']);
    expect(await query('SELECT seats FROM room')).toEqual([{ seats: 13 }]);
    expect(await query('SELECT count(*)::int AS count FROM _prisma_migrations')).toEqual([{ count: 2 }]);
  });

  it('undoes a migration that fails, keeps those before it, and can be tried again', async () => {
    put('20240102000000_second', `${SECOND}; SELECT 1 / 0`);
    await expect(migrateDatabase(test.url, { folder })).rejects.toThrow(
      /20240102000000_second could not be applied, and was undone: .*division by zero/,
    );
    expect(await query('SELECT * FROM room')).toEqual([{ id: 1, seats: 12 }]);
    put('20240102000000_second', SECOND);
    expect(await migrateDatabase(test.url, { folder })).toEqual(['20240102000000_second']);
  });

  it('leaves no lock behind after a failure', async () => {
    put('20240102000000_second', 'SELECT 1 / 0');
    await expect(migrateDatabase(test.url, { folder })).rejects.toThrow();
    expect(await query('SELECT pg_try_advisory_lock(72707369) AS free')).toEqual([{ free: true }]);
  });

  it('refuses when an applied migration was edited', async () => {
    await migrateDatabase(test.url, { folder });
    put('20240101000000_first', `${FIRST} -- edited`);
    await refused(/20240101000000_first was changed after it was applied/);
  });

  it('refuses a database that a newer release has migrated', async () => {
    await migrateDatabase(test.url, { folder });
    rmSync(join(folder, '20240102000000_second'), { recursive: true });
    await refused(/20240102000000_second, which this release does not know/);
  });

  it("refuses what Prisma's command line left unfinished, and ignores what it rolled back", async () => {
    await migrateDatabase(test.url, { folder });
    const note = (name: string, rolledBack: string) =>
      query(
        `INSERT INTO _prisma_migrations (id, checksum, migration_name, rolled_back_at) VALUES ('${name}', 'x', '${name}', ${rolledBack})`,
      );
    put('20240103000000_third', 'SELECT 3');
    await note('20240103000000_third', 'now()');
    expect(await migrateDatabase(test.url, { folder })).toEqual(['20240103000000_third']);
    put('20240104000000_fourth', 'SELECT 4');
    await note('20240104000000_fourth', 'NULL');
    await refused(/20240104000000_fourth was started by Prisma's command line and did not finish/);
  });

  it('creates nothing but the record and what the migrations say', async () => {
    rmSync(join(folder, '20240101000000_first'), { recursive: true });
    rmSync(join(folder, '20240102000000_second'), { recursive: true });
    expect(await migrateDatabase(test.url, { folder })).toEqual([]);
    expect(
      await query("SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1"),
    ).toEqual([{ name: '_prisma_migrations' }, { name: '_prisma_migrations_pkey' }]);
  });

  it("finds the project's own migrations by itself", async () => {
    const applied = await migrateDatabase(test.url);
    expect(applied.length).toBeGreaterThan(0);
    expect(await query('SELECT count(*)::int AS count FROM programme')).toEqual([{ count: 0 }]);
  });
});

function put(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function refused(reason: RegExp): Promise<void> {
  const error: unknown = await migrateDatabase(test.url, { folder }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(MigrationRefused);
  expect(error).toHaveProperty('message', expect.stringMatching(reason));
}

async function query(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
