/** Counts the jobs in the queues, to be shown. It works on none, so it goes on while no worker runs. */
import type { Log } from '../programme/requests/services.js';
import type { JobCounts, QueueAddress, QueueStore } from './connection.js';
import { jobs, type QueueName } from './jobs.js';

export type QueueCounts = JobCounts & { readonly name: QueueName };

export interface QueueInspection {
  readonly kind: 'Redis' | 'PostgreSQL';
  /** One short query a queue. Throws while the store is away. */
  counts(): Promise<readonly QueueCounts[]>;
  close(): Promise<void>;
}

const names: readonly QueueName[] = [...new Set(Object.values(jobs).map(({ queue }) => queue))];

/** Loads what connects, and connects, at the first count, so that it costs nothing where nobody looks. */
export function inspectQueues(address: QueueAddress, log: Log): QueueInspection {
  let opening: Promise<QueueStore> | null = null;
  let closed = false;

  function open(): Promise<QueueStore> {
    if (closed) return Promise.reject(new Error('The queues are no longer looked at.'));
    opening ??= connect(address, log).catch((error: unknown) => {
      // Another look may find the store again.
      opening = null;
      throw error;
    });
    return opening;
  }

  return {
    kind: address.redisUrl ? 'Redis' : 'PostgreSQL',
    async counts() {
      const store = await open();
      return await Promise.all(names.map(async (name) => ({ name, ...(await store.count(name)) })));
    },
    async close() {
      closed = true;
      const store = await opening?.catch(() => null);
      await store?.close(Promise.resolve());
    },
  };
}

async function connect(address: QueueAddress, log: Log): Promise<QueueStore> {
  const { openQueueStore } = await import('./connection.js');
  return await openQueueStore(address, log);
}
