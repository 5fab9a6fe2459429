/** Remembers which signed requests have come, for every process and across restarts, for as long as their signatures are good. */
import type { PrismaClient } from '../../prisma/client.js';
import type { Services } from './services.js';

/** Rows deleted in one statement, so that none holds its locks for long. */
const FORGET_BATCH = 1_000;

/**
 * Whether this signature comes for the first time; of two processes that ask at once, one is told so. The commit is not waited
 * for on the disk: a crash of PostgreSQL itself may forget what came in its last half second. The real time counts, which
 * the platform signs.
 */
export async function seesFirst(database: PrismaClient, signature: string, keepSeconds: number): Promise<boolean> {
  const inserted = await database.$executeRaw`
    WITH fast AS (SELECT set_config('synchronous_commit', 'off', true))
    INSERT INTO seen_signature (signature, expires_at)
    SELECT ${signature}, now() + make_interval(secs => ${keepSeconds}) FROM fast
    ON CONFLICT (signature) DO NOTHING`;
  return inserted === 1;
}

/** Lets a request come once more, because it was not answered. */
export async function forgetSeen(database: PrismaClient, signature: string): Promise<void> {
  await database.seenSignature.deleteMany({ where: { signature } });
}

/** Deletes the signatures that are no longer good; returns how many. */
export async function forgetSignatures({ database }: Pick<Services, 'database'>): Promise<number> {
  for (let forgotten = 0; ; ) {
    const batch = await database.$executeRaw`
      DELETE FROM seen_signature WHERE signature IN (
        SELECT signature FROM seen_signature WHERE expires_at < now() ORDER BY expires_at LIMIT ${FORGET_BATCH})`;
    forgotten += batch;
    if (batch < FORGET_BATCH) return forgotten;
  }
}
