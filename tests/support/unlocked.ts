/** The control of races that a lock decides: the same database, in which the lock locks nothing. */
import { Prisma, type PrismaClient } from '../../prisma/client.js';

/**
 * The database's address for connections whose advisory locks lock nothing: a function of that name is found before the server's
 * own. Their writes of bookings and hours pause, so that another change can read in between; where the lock holds, it could not.
 */
export async function unlockedAddress(database: PrismaClient, url: string): Promise<string> {
  for (const statement of [
    Prisma.sql`CREATE SCHEMA IF NOT EXISTS unlocked`,
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
