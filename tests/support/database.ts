/** A fresh database for one test file, on the PostgreSQL server of the run. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type PrismaClient } from '../../prisma/client.js';
import { withDatabase } from './address.js';

export interface TestDatabase {
  /** For another process or a raw client of the same database. */
  url: string;
  /** As the owner of the tables, who sees and may do everything: for what a test makes and compares. */
  database: PrismaClient;
  /** As the app opens it. */
  app: PrismaClient;
  /** Closes the client and drops the database, even while others are connected. */
  close(): Promise<void>;
}

/**
 * Copies the migrated template (about 30 ms).
 * @param empty without the migrations, for tests of migrating itself
 */
export async function createTestDatabase({
  empty = false,
  poolSize,
}: {
  empty?: boolean;
  poolSize?: number;
} = {}): Promise<TestDatabase> {
  const name = `spp_test_${randomBytes(8).toString('hex')}`;
  await administrate(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template0' : inject('templateDatabase')}`);
  const url = withDatabase(inject('administrationUrl'), name);
  const size = poolSize === undefined ? {} : { poolSize };
  const { database, close } = openDatabase(url, { ...size, asOwner: true });
  const app = openDatabase(url, size);
  return {
    url,
    database,
    app: app.database,
    async close() {
      await Promise.all([close(), app.close()]);
      await administrate(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}

/** Lets everything that reads or writes the table wait until it is released. */
export async function lockTable({ url }: Pick<TestDatabase, 'url'>, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE "${table}" IN ACCESS EXCLUSIVE MODE`);
  return async () => {
    await client.query('COMMIT');
    await client.end();
  };
}

/** How many queries wait for a lock. */
export async function waitingQueries({ database }: Pick<TestDatabase, 'database'>): Promise<number> {
  const [row] = await database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return row?.count ?? 0;
}

/** Runs one statement that no Prisma client can, such as CREATE or ALTER DATABASE, in the server's administration database. */
export async function administrate(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('administrationUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
