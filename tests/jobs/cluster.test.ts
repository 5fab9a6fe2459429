/** The queue on a Redis cluster of three masters: all its keys share a slot, and it outlives a restart of the master that has them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorker } from '../../jobs/worker.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { describeWithRedis } from '../support/redis.js';
import { type RunningRedis, startRedis } from '../support/redis-server.js';
import { addMembers, countStates, eventually, makeTestServices, planWelcomes, recordingGateway } from './support.js';

/** Slots 0 to 16383, in three parts. */
const SLOTS = [
  ['0', '5460'],
  ['5461', '10922'],
  ['10923', '16383'],
] as const;

describeWithRedis('three masters', () => {
  let test: TestDatabase;
  let folder: string;
  const masters: RunningRedis[] = [];

  const startMaster = async (place: number, port: number): Promise<RunningRedis> => {
    const files = [
      '--cluster-config-file',
      `nodes-${place}.conf`,
      '--appenddirname',
      `aof-${place}`,
      '--appendonly',
      'yes',
    ];
    const cluster = [
      '--cluster-enabled',
      'yes',
      '--cluster-announce-ip',
      '127.0.0.1',
      '--cluster-node-timeout',
      '2000',
    ];
    const server = await startRedis(folder, ['--port', String(port), ...cluster, ...files]);
    if ('missing' in server) throw new Error(server.missing);
    return { ...server, port, url: `redis://127.0.0.1:${port}` };
  };

  beforeAll(async () => {
    test = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'spp-test-cluster-'));
    for (const [place, [from, to]] of SLOTS.entries()) {
      const master = await startMaster(place, await lowPort());
      masters.push(master);
      await asked(master, async (node) => {
        await node.call('CLUSTER', 'ADDSLOTSRANGE', from, to);
        const [first] = masters;
        if (first !== undefined && first !== master)
          await node.call('CLUSTER', 'MEET', '127.0.0.1', String(first.port));
      });
    }
    await eventually(isWhole);
  });
  afterAll(async () => {
    await Promise.all(masters.map((master) => master.stop()));
    await test.close();
    await rm(folder, { recursive: true, force: true });
  });

  const isWhole = async (): Promise<boolean> => {
    const told = await Promise.all(
      masters.map((one) => asked(one, async (node) => String(await node.call('CLUSTER', 'INFO')))),
    );
    return told.every((info) => info.includes('cluster_state:ok') && info.includes('cluster_known_nodes:3'));
  };

  it('hold all jobs in one slot, run them, and run them again after that master was away', async () => {
    const slack = recordingGateway();
    const redisUrl = masters.map(({ url }) => url).join(',');
    const services = makeTestServices(test.database);
    const worker = await startWorker(services, { slack }, { databaseUrl: test.url, redisUrl });
    await planWelcomes(test.database, await addMembers(test.database, 50));
    await worker.idle();
    expect(slack.sent).toHaveLength(50);

    const keys = await Promise.all(masters.map((one) => asked(one, (node) => node.keys('*'))));
    const place = keys.findIndex((some) => some.length > 0);
    const slots = new Set<unknown>();
    for (const key of keys.flat()) {
      const [master] = masters;
      if (master !== undefined) slots.add(await asked(master, (node) => node.call('CLUSTER', 'KEYSLOT', key)));
    }
    expect(slots.size).toBe(1);
    expect(keys.filter((some) => some.length > 0)).toHaveLength(1);

    // Nobody takes its place while it is away, as it has no replica.
    const away = masters[place];
    if (away === undefined) throw new Error('no master has the keys');
    await away.stop();
    await planWelcomes(test.database, await addMembers(test.database, 20));
    await eventually(() => services.errors.includes('due notifications could not be queued'));
    // The health check says so, although the other two masters answer.
    await eventually(() => !worker.ready());
    masters[place] = await startMaster(place, away.port);
    await eventually(isWhole);
    await eventually(async () => (await countStates(test.database)).delivered === 70);
    expect(slack.sent).toHaveLength(70);
    await eventually(() => worker.ready());
    await worker.close();
  });
});

/** A free one; the nodes speak with each other on the one ten thousand above it. */
async function lowPort(): Promise<number> {
  for (;;) {
    const probe = createServer();
    await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
    const address = probe.address();
    await new Promise((resolve) => probe.close(resolve));
    if (typeof address === 'object' && address !== null && address.port <= 55_535) return address.port;
  }
}

async function asked<T>({ url }: RunningRedis, ask: (node: Redis) => Promise<T>): Promise<T> {
  const node = new Redis(url);
  try {
    return await ask(node);
  } finally {
    node.disconnect();
  }
}
