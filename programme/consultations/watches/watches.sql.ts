/** The raw SQL on watches: the lock under which turns are given out. */
import { executePipelined, Prisma, type Transaction } from '../../../prisma/client.js';

/** Lets one transaction at a time give out or give up turns in this programme; to be taken after the advisers' locks. */
export async function lockWatches(transaction: Transaction, programmeId: string): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`watches:${programmeId}`}::text, 0))`,
  );
}
