/** Two changes at the same instant, in an order that a test decides: the second begins while the first is done and not committed. */
import { expect } from 'vitest';
import { inTransaction, type PrismaClient, type Transaction } from '../../prisma/client.js';
import { waitingQueries } from './database.js';

interface AtOnce<T> {
  /** Of the first; the second takes another connection. */
  readonly database: PrismaClient;
  readonly first: (transaction: Transaction) => Promise<unknown>;
  /** Begins once the first is done, and before that is committed. */
  readonly second: () => Promise<T>;
}

/** Commits the first as soon as the second waits for a lock or is over; returns what the second did. */
export async function atOnce<T>({ database, first, second }: AtOnce<T>): Promise<T> {
  const { began } = await inTransaction(database, async (transaction) => {
    await first(transaction);
    let isOver = false;
    const began = second().finally(() => {
      isOver = true;
    });
    // Whether it fails is seen where it is waited for.
    began.catch(() => {});
    const isWaiting = async () => isOver || (await waitingQueries({ database })) > 0;
    await expect.poll(isWaiting, { timeout: 8_000 }).toBe(true);
    return { began };
  });
  return await began;
}
