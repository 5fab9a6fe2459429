/** The queue store of a crowd's processes, Redis or PostgreSQL, of its own so that it may be held up and wiped. */
import { rmSync } from 'node:fs';
import { Redis } from 'ioredis';
import type { PrismaClient } from '../../prisma/client.js';
import { removeInterruptedRuns, runFolder, undoneAtEnd } from '../support/interrupted-runs.js';
import { startRedis } from '../support/redis-server.js';
import { holdQueue, wipeQueue } from './queues.sql.js';

export type Backend = 'redis' | 'postgres';

export interface QueueStore {
  readonly redisUrl: string | null;
  /** Takes nothing until the returned function is called; what was waiting by then is forgotten. */
  hold(): Promise<() => Promise<void>>;
  /** Loses everything, as FLUSHALL does. */
  wipe(): Promise<void>;
  readonly close: () => Promise<void>;
}

const PREFIX = 'spp-crowd-';

export async function startQueues(backend: Backend, database: PrismaClient): Promise<QueueStore> {
  if (backend === 'postgres') {
    return {
      redisUrl: null,
      hold: () => holdQueue(database),
      wipe: () => wipeQueue(database),
      close: async () => {},
    };
  }
  await removeInterruptedRuns(PREFIX);
  const folder = runFolder(PREFIX);
  const removed = undoneAtEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const server = await startRedis(folder);
  if ('missing' in server) throw new Error(server.missing);
  const stopped = undoneAtEnd(server.stop);
  const client = new Redis(server.url);
  return {
    redisUrl: server.url,
    async hold() {
      await client.call('CLIENT', 'PAUSE', '600000', 'WRITE');
      return async () => {
        // Those who wait are cut off first, or what they asked for would be done now.
        await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
        await client.call('CLIENT', 'UNPAUSE');
      };
    },
    wipe: async () => void (await client.flushall()),
    async close() {
      client.disconnect();
      await stopped();
      await removed();
    },
  };
}
