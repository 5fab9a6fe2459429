/** Takes back one notification that something else has told meanwhile. */
import type { Transaction } from '../../prisma/client.js';

/** Its identifier; null where it was sent already, or is being sent at this moment. */
export async function settleUnsent(transaction: Transaction, key: string, now: Date): Promise<string | null> {
  const row = await transaction.notification.findUnique({ where: { key }, select: { id: true } });
  if (row === null) return null;
  const { count } = await transaction.notification.updateMany({
    where: { id: row.id, state: 'pending', claimedUntil: null },
    data: { state: 'suppressed', reason: 'said with a reply', settledAt: now },
  });
  return count === 0 ? null : row.id;
}
