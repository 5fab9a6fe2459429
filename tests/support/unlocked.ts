/** The control of races that a lock decides: the same database, in which the lock locks nothing. */
import { Prisma, type PrismaClient } from '../../prisma/client.js';

/** The database's address for connections whose advisory locks lock nothing: a function of that name is found before the server's own. */
export async function unlockedAddress(database: PrismaClient, url: string): Promise<string> {
  await database.$executeRaw(Prisma.sql`CREATE SCHEMA IF NOT EXISTS unlocked`);
  await database.$executeRaw(
    Prisma.sql`CREATE OR REPLACE FUNCTION unlocked.pg_advisory_xact_lock(bigint) RETURNS void LANGUAGE sql AS 'SELECT'`,
  );
  const address = new URL(url);
  address.searchParams.set('options', '-c search_path=unlocked,public,pg_catalog');
  return address.href;
}
