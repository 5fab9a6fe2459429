/** Remembers which signed requests have come, for every process and across restarts, for as long as their signatures are good. */
import type { PrismaClient } from '../../prisma/client.js';
import type { Services } from './services.js';
import { deleteSignatures, writeSignature } from './signatures.sql.js';

/** Rows deleted in one statement, so that none holds its locks for long. */
const FORGET_BATCH = 1_000;

/** Whether this signature comes for the first time; of two processes that ask at once, one is told so. */
export async function seesFirst(database: PrismaClient, signature: string, keepSeconds: number): Promise<boolean> {
  return await writeSignature(database, signature, keepSeconds);
}

/** Lets a request come once more, because it was not answered. */
export async function forgetSeen(database: PrismaClient, signature: string): Promise<void> {
  await database.seenSignature.deleteMany({ where: { signature } });
}

/** Deletes the signatures that are no longer good; returns how many. */
export async function forgetSignatures({ database }: Pick<Services, 'database'>): Promise<number> {
  for (let forgotten = 0; ; ) {
    const batch = await deleteSignatures(database, FORGET_BATCH);
    forgotten += batch;
    if (batch < FORGET_BATCH) return forgotten;
  }
}
