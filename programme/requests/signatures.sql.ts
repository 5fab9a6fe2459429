/** The raw SQL on signatures that have been seen, which every request of Slack passes. */
import type { PrismaClient } from '../../prisma/client.js';

/**
 * Whether it was not there before. The commit is not waited for on the disk: a crash of PostgreSQL itself may forget what came
 * in its last half second. The database's own time counts, since platforms sign the real one.
 */
export async function writeSignature(database: PrismaClient, signature: string, keepSeconds: number): Promise<boolean> {
  const inserted = await database.$executeRaw`
    WITH fast AS (SELECT set_config('synchronous_commit', 'off', true))
    INSERT INTO seen_signature (signature, expires_at)
    SELECT ${signature}, now() + make_interval(secs => ${keepSeconds}) FROM fast
    ON CONFLICT (signature) DO NOTHING`;
  return inserted === 1;
}

/** Deletes at most so many that are no longer good; returns how many. */
export async function deleteSignatures(database: PrismaClient, most: number): Promise<number> {
  return await database.$executeRaw`
    DELETE FROM seen_signature WHERE signature IN (
      SELECT signature FROM seen_signature WHERE expires_at < now() ORDER BY expires_at LIMIT ${most})`;
}
