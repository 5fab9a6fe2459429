/** Tries what is written only to show what it would do, and takes it back, within a transaction that goes on. */
import type { Transaction } from '../../prisma/client.js';

/**
 * Does the work and takes back what it wrote; what it locked is free again, too. The work may take something back itself: each
 * time its own beginning is forgotten, or the outer one would go back to where an inner one began.
 */
export async function takenBack<T>(transaction: Transaction, work: () => Promise<T>): Promise<T> {
  await transaction.$executeRaw`SAVEPOINT taken_back`;
  try {
    return await work();
  } finally {
    await transaction.$executeRaw`ROLLBACK TO SAVEPOINT taken_back`;
    await transaction.$executeRaw`RELEASE SAVEPOINT taken_back`;
  }
}
