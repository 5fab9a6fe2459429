/** A worker that is killed in the middle loses nothing and repeats at most what it was sending. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { expect } from 'vitest';
import { type RunningWorker, startWorker } from '../../jobs/worker.js';
import { compile } from '../../playground/compile.js';
import { isRetryable } from '../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { startRedis } from '../support/redis-server.js';
import { gatewayTo, startPlatform } from './platform.js';
import {
  addMembers,
  closedGate,
  countStates,
  eventually,
  itOnEachStore,
  makeTestServices,
  planWelcomes,
  recordingGateway,
  type StoreKind,
} from './support.js';

const CONCURRENCY = 10;

const PROJECT = new URL('../../', import.meta.url);
/** Below the packages, so that what is compiled finds them. */
const CACHE = new URL('node_modules/.cache/spp-assistant-sender/', PROJECT);

/** Once for both stores: loading a thousand files of TypeScript took most of a test. */
let compiled: Promise<string> | undefined;

async function startSender(settings: object): Promise<ChildProcess> {
  compiled ??= compile(PROJECT, CACHE, ['tests/jobs/sender-process.ts']);
  const file = new URL(`${await compiled}/sender-process.js`, CACHE);
  return spawn(process.execPath, [fileURLToPath(file)], {
    env: { ...process.env, SENDER: JSON.stringify(settings) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

itOnEachStore('kill -9 amid 40 deliveries loses nothing and repeats no more than was in flight', async (store) => {
  const test = await createTestDatabase();
  const platform = await startPlatform(15);
  const configuration = { databaseUrl: test.url, concurrency: CONCURRENCY, prefix: 'crash', ...store() };
  const keys = await planWelcomes(test.database, await addMembers(test.database, 40));
  const sender = await startSender({ ...configuration, platform: platform.url });
  let survivor: RunningWorker | null = null;
  try {
    await eventually(() => platform.unanswered() === CONCURRENCY);
    sender.kill('SIGKILL');
    await once(sender, 'exit');
    platform.answer();
    const inFlight = (await countStates(test.database)).sending ?? 0;
    expect(inFlight).toBe(CONCURRENCY);

    survivor = await startWorker(makeTestServices(test.app), { slack: gatewayTo(platform.url) }, configuration);
    await survivor.idle();
    expect(await countStates(test.database)).toEqual({ delivered: 40 });
    expect(new Set(platform.arrived)).toEqual(new Set(keys));
    const repeated = platform.arrived.filter((key, place) => platform.arrived.indexOf(key) !== place);
    expect(repeated.length).toBeLessThanOrEqual(inFlight);
    // Whatever may have arrived twice says so.
    const admitted = await test.database.notification.findMany({ where: { mayRepeat: true }, select: { key: true } });
    expect(admitted).toHaveLength(inFlight);
    expect(admitted.map(({ key }) => key)).toEqual(expect.arrayContaining(repeated));
  } finally {
    sender.kill('SIGKILL');
    await survivor?.close();
    await platform.close();
    await test.close();
  }
});

/** A store of its own, to be wiped as a whole. */
async function ownStore(kind: StoreKind, test: TestDatabase) {
  if (kind === 'PostgreSQL') {
    // A worker that holds one of its tables may be waiting for another: PostgreSQL then ends one of the two.
    const wipe = async () =>
      await eventually(async () => {
        try {
          await test.database.$executeRaw`DROP SCHEMA bullmq CASCADE`;
          return true;
        } catch (error) {
          if (isRetryable(error)) return false;
          throw error;
        }
      });
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

itOnEachStore(
  'a queue store wiped amid 50 deliveries loses nothing, repeats nothing, and is rebuilt',
  async (_store, kind) => {
    const test = await createTestDatabase();
    const store = await ownStore(kind, test);
    const keys = await planWelcomes(test.database, await addMembers(test.database, 50));
    const gate = closedGate();
    const slack = recordingGateway('slack', async () => {
      if (slack.sent.length > 15) await gate.passed;
      return { outcome: 'delivered', reference: {} };
    });
    const services = makeTestServices(test.app);
    // The watchdog looks as it always does, and sooner than every twenty seconds.
    const more = { intervals: { watchdog: '*/6 * * * * *' }, ...store.address };
    const worker = await startWorker(services, { slack }, { databaseUrl: test.url, concurrency: 5, ...more });
    await eventually(() => slack.sent.length === 20);
    await store.wipe();
    expect((await countStates(test.database)).queued).toBe(50 - 20);
    gate.open();
    await worker.idle();
    expect(slack.sent).toHaveLength(50);
    expect(new Set(slack.sent.map(({ key }) => key))).toEqual(new Set(keys));

    // The worker runs on as before.
    await planWelcomes(test.database, await addMembers(test.database, 5));
    await eventually(() => slack.sent.length === 55);
    await worker.close();
    await store.close();
    await test.close();
  },
);
