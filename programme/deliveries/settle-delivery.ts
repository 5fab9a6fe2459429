/** Decides about a notification that was left to people: it arrived after all, or it is to be sent once more. */
import type { Transaction } from '../../prisma/client.js';
import { wakeDispatcher } from '../notifications/notifications.sql.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseDelivery } from './refuse-delivery.js';

/** A person has seen that it arrived. */
export async function noteArrived(transaction: Transaction, id: string): Promise<Refusal | null> {
  const { count } = await transaction.notification.updateMany({
    where: { id, state: 'unknown' },
    data: { state: 'delivered', reason: 'seen by people' },
  });
  return count === 0 ? refuseDelivery('settled_meanwhile', {}) : null;
}

/**
 * Due again at once, as long as it is of use; one of a stopped announcement once that is resumed (`isStopped`). One of which it is
 * not known whether it arrived says that it may be there twice.
 */
export async function sendAgain(
  transaction: Transaction,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<{ readonly isStopped: boolean } | Refusal> {
  const late = await transaction.notification.count({ where: { id, latestAt: { lte: now } } });
  if (late > 0) return refuseDelivery('too_late_to_send', {});
  const afresh = { dueAt: now, faults: 0, reason: null, settledAt: null, paceKey: null, calledAt: null } as const;
  const again = { ...afresh, state: 'pending', calledById: null } as const;
  const unknown = await transaction.notification.updateMany({
    where: { id, state: 'unknown' },
    data: { ...again, mayRepeat: true },
  });
  const failed =
    unknown.count > 0
      ? unknown
      : await transaction.notification.updateMany({ where: { id, state: 'failed' }, data: again });
  if (failed.count === 0) return refuseDelivery('settled_meanwhile', {});
  await wakeDispatcher(transaction);
  const { state } = await transaction.notification.findUniqueOrThrow({ where: { id }, select: { state: true } });
  return { isStopped: state === 'stopped' };
}
