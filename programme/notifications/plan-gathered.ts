/** Plans a notification that says all there is to say at the moment when it is sent, so that it need not be sent for each of them. */
import type { Transaction } from '../../prisma/client.js';
import { lockByKey, wakeDispatcher, writeMoved } from './notifications.sql.js';
import { type Planned, plan } from './plan.js';

/**
 * Makes each of them still to be sent, also one that was suppressed as there was nothing to say. They are locked until the
 * transaction ends, so that no sender makes one of what there was before. Returns the keys of those that went out already, or are
 * being sent: what is new has to be said by another.
 */
export async function planGathered(
  transaction: Transaction,
  now: Date,
  planned: readonly Planned[],
): Promise<ReadonlySet<string>> {
  if (planned.length === 0) return new Set();
  // In one order, so that two who do this at once do not wait for each other.
  const ordered = planned.toSorted((one, other) => (one.key < other.key ? -1 : 1));
  await plan(transaction, now, ordered);
  const held = await lockByKey(
    transaction,
    ordered.map(({ key }) => key),
  );
  const byKey = new Map(ordered.map((row) => [row.key, row]));
  const revived = held.flatMap(({ id, key, state }) => {
    const row = byKey.get(key);
    if (state !== 'suppressed' || row === undefined) return [];
    const { dueAt, latestAt = null, data, accountId = null } = row;
    return [{ ...{ id, dueAt, latestAt, accountId }, data: { ...data }, faults: 0, reason: null }];
  });
  if (revived.length > 0) {
    await writeMoved(transaction, revived);
    await wakeDispatcher(transaction);
  }
  const isUnsent = (state: string) => state === 'pending' || state === 'queued' || state === 'suppressed';
  return new Set(held.filter(({ state }) => !isUnsent(state)).map(({ key }) => key));
}
