/** The controls of races that a lock decides: the same database, in which the lock locks nothing. */
import { expect } from 'vitest';
import { inTransaction, Prisma, type PrismaClient } from '../../prisma/client.js';
import { waitingQueries } from './database.js';

/**
 * The database's address for connections whose advisory locks lock nothing: a function of that name is found before the server's
 * own. Their writes of bookings and hours pause, so that another change can read in between; where the lock holds, it could not.
 */
export async function unlockedAddress(database: PrismaClient, url: string): Promise<string> {
  for (const statement of [
    Prisma.sql`CREATE SCHEMA IF NOT EXISTS unlocked`,
    Prisma.sql`GRANT USAGE ON SCHEMA unlocked TO PUBLIC`,
    Prisma.sql`CREATE OR REPLACE FUNCTION unlocked.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT'`,
    Prisma.sql`CREATE OR REPLACE FUNCTION unlocked.pause() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF current_setting('search_path') LIKE 'unlocked%' THEN PERFORM pg_sleep(0.02); END IF;
        RETURN NULL;
      END $$`,
    Prisma.sql`CREATE OR REPLACE TRIGGER pause BEFORE INSERT OR UPDATE ON booking EXECUTE FUNCTION unlocked.pause()`,
    Prisma.sql`CREATE OR REPLACE TRIGGER pause BEFORE UPDATE ON consultation_slot EXECUTE FUNCTION unlocked.pause()`,
  ]) {
    await database.$executeRaw(statement);
  }
  const address = new URL(url);
  address.searchParams.set('options', '-c search_path=unlocked,public,pg_catalog');
  return address.href;
}

interface Unlocked {
  readonly table: 'notification' | 'pace' | 'place_post' | 'deliverable' | 'question' | 'assignment' | 'answer_rating';
  readonly key: 'id' | 'key';
  /** Those that the changes in question write; what they write to others is lost. */
  readonly columns: readonly string[];
}

/**
 * From now on a table of this database is read without locks, and its rows are written without a second look at the condition
 * by which they were found: it stands behind a view, through which PostgreSQL does neither.
 */
export async function takeRowLocksOut(database: PrismaClient, { table, key, columns }: Unlocked): Promise<void> {
  const [rows, view, name] = [Prisma.raw(`${table}_row`), Prisma.raw(table), Prisma.raw(key)];
  const [write, add] = [Prisma.raw(`write_${table}`), Prisma.raw(`add_${table}`)];
  const written = Prisma.raw(columns.map((column) => `${column} = NEW.${column}`).join(', '));
  for (const statement of [
    Prisma.sql`ALTER TABLE ${view} RENAME TO ${rows}`,
    Prisma.sql`CREATE VIEW ${view} AS WITH found AS MATERIALIZED (SELECT * FROM ${rows}) SELECT * FROM found`,
    Prisma.sql`CREATE FUNCTION ${write}() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN UPDATE ${rows} SET ${written} WHERE ${name} = NEW.${name}; RETURN NEW; END $$`,
    Prisma.sql`CREATE TRIGGER write_row INSTEAD OF UPDATE ON ${view} FOR EACH ROW EXECUTE FUNCTION ${write}()`,
    // Nothing is added in these races, but a statement that could is refused without it.
    Prisma.sql`CREATE FUNCTION ${add}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$`,
    Prisma.sql`CREATE TRIGGER add_row INSTEAD OF INSERT ON ${view} FOR EACH ROW EXECUTE FUNCTION ${add}()`,
  ]) {
    await database.$executeRaw(statement);
  }
}

/**
 * Runs what writes rows of a table whose locks are taken out, so many times at once, each after all have read: nobody writes before
 * the others wait to.
 */
export async function allAtOnce<T>(
  database: PrismaClient,
  table: Unlocked['table'],
  works: readonly (() => Promise<T>)[],
): Promise<readonly T[]> {
  const { began } = await inTransaction(database, async (transaction) => {
    await transaction.$executeRaw`SELECT FROM ${Prisma.raw(`${table}_row`)} FOR UPDATE`;
    const began = works.map(async (work) => await work());
    await expect.poll(async () => await waitingQueries({ database }), { timeout: 8_000 }).toBe(works.length);
    return { began };
  });
  return await Promise.all(began);
}
