import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { describe, expect } from 'vitest';
import { startWorker } from '../../jobs/worker.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startRedis } from '../support/redis-server.js';
import {
  addMembers,
  countStates,
  eventually,
  itOnEachStore,
  planWelcomes,
  recordingGateway,
  testHouse,
} from './support.js';

/** A store of its own, to be wiped as a whole. */
async function ownStore(kind: 'PostgreSQL' | 'Redis', test: TestDatabase) {
  if (kind === 'PostgreSQL') {
    const wipe = async () => void (await test.database.$executeRaw`DROP SCHEMA bullmq CASCADE`);
    return { address: {}, wipe, close: async () => {} };
  }
  const folder = await mkdtemp(join(tmpdir(), 'spp-test-wipe-'));
  const server = await startRedis(folder);
  if ('missing' in server) throw new Error(server.missing);
  const client = new Redis(server.url);
  return {
    address: { redisUrl: server.url },
    wipe: async () => void (await client.flushall()),
    close: async () => {
      client.disconnect();
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}

describe('a queue store wiped in the middle of 300 deliveries', () => {
  itOnEachStore(
    'loses nothing, repeats nothing, is rebuilt within 60 s',
    async (_store, kind) => {
      const test = await createTestDatabase();
      const store = await ownStore(kind, test);
      const keys = await planWelcomes(test.database, await addMembers(test.database, 300));
      const slack = recordingGateway('slack', async () => {
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { outcome: 'delivered', reference: {} };
      });
      const house = testHouse(test.database);
      const worker = await startWorker(house, { slack }, { databaseUrl: test.url, concurrency: 5, ...store.address });
      await eventually(() => slack.sent.length >= 60);
      await store.wipe();
      const wiped = performance.now();
      expect((await countStates(test.database)).queued).toBeGreaterThan(100);
      await worker.idle();
      expect(performance.now() - wiped).toBeLessThan(60_000);
      expect(slack.sent).toHaveLength(300);
      expect(new Set(slack.sent.map(({ key }) => key))).toEqual(new Set(keys));

      // The clockwork runs on as before.
      await planWelcomes(test.database, await addMembers(test.database, 5));
      await eventually(() => slack.sent.length === 305, 2_000);
      await worker.close();
      await store.close();
      await test.close();
    },
    70_000,
  );
});
