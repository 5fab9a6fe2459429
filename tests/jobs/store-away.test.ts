/** A queue store that is away or wiped is told in a sentence, and rebuilt from the outbox. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { QueueUnreachable, startWorker } from '../../jobs/worker.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { describeWithRedis } from '../support/redis.js';
import { type RunningRedis, startRedis } from '../support/redis-server.js';
import { addMembers, countStates, eventually, makeTestServices, planWelcomes, recordingGateway } from './support.js';

let test: TestDatabase;
let folder: string;

beforeAll(async () => {
  test = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'spp-test-away-'));
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

it('says that Redis cannot be reached, without its password', async () => {
  const start = startWorker(
    makeTestServices(test.database),
    {},
    { databaseUrl: test.url, redisUrl: 'redis://me:secret@127.0.0.1:9' },
  );
  const error: unknown = await start.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(QueueUnreachable);
  expect(String(error)).toMatch(
    /^QueueUnreachable: Redis at 127\.0\.0\.1:9 cannot be reached \(.*ECONNREFUSED.*\)\. Start it/,
  );
  expect(String(error)).not.toContain('secret');
});

it('says that PostgreSQL cannot be reached', async () => {
  const databaseUrl = 'postgresql://me:secret@127.0.0.1:9/none';
  await expect(startWorker(makeTestServices(test.database), {}, { databaseUrl })).rejects.toThrow(QueueUnreachable);
});

describeWithRedis('Redis away while the worker runs', () => {
  let started: RunningRedis[] = [];

  afterEach(async () => {
    await Promise.all(started.map((server) => server.stop()));
    started = [];
  });

  const start = async (extra: string[] = []): Promise<RunningRedis> => {
    const server = await startRedis(folder, extra);
    if ('missing' in server) throw new Error(server.missing);
    started.push(server);
    return server;
  };

  it('keeps the rows, and sends them when it is back', async () => {
    const redis = await start();
    const slack = recordingGateway();
    const worker = await startWorker(
      makeTestServices(test.database),
      { slack },
      { databaseUrl: test.url, redisUrl: redis.url },
    );
    await worker.idle();
    await redis.stop();
    await planWelcomes(test.database, await addMembers(test.database, 20));
    await eventually(() => !worker.ready());
    await start(['--port', String(redis.port)]);
    await eventually(async () => (await countStates(test.database)).delivered === 20);
    expect(slack.sent).toHaveLength(20);
    await worker.close();
  });

  it('closes all the same', async () => {
    const redis = await start();
    const worker = await startWorker(
      makeTestServices(test.database),
      {},
      { databaseUrl: test.url, redisUrl: redis.url },
    );
    await redis.stop();
    await eventually(() => !worker.ready());
    await worker.close();
    expect(worker.ready()).toBe(false);
  });

  it('works on a cluster', async () => {
    const redis = await start(['--cluster-enabled', 'yes', '--cluster-announce-ip', '127.0.0.1']);
    const node = new Redis(redis.url);
    await node.call('CLUSTER', 'ADDSLOTSRANGE', '0', '16383');
    await eventually(async () => String(await node.call('CLUSTER', 'INFO')).includes('cluster_state:ok'));
    node.disconnect();
    const slack = recordingGateway();
    const redisUrl = `${redis.url},${redis.url}`;
    const worker = await startWorker(makeTestServices(test.database), { slack }, { databaseUrl: test.url, redisUrl });
    await planWelcomes(test.database, await addMembers(test.database, 30));
    await worker.idle();
    expect(slack.sent).toHaveLength(30);
    await worker.close();
  });
});
