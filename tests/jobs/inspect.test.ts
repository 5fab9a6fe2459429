/** The counts of the queues are what is in them, with and without a worker. */
import { expect } from 'vitest';
import { inspectQueues } from '../../jobs/inspect.js';
import { startWorker } from '../../jobs/worker.js';
import { createTestDatabase } from '../support/database.js';
import { addMembers, eventually, itOnEachStore, makeTestServices, planWelcomes, recordingGateway } from './support.js';

itOnEachStore('what is in work, what waits behind it and what starts later is counted', async (store) => {
  const test = await createTestDatabase();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const slack = recordingGateway('slack', async () => {
    await released;
    return { outcome: 'delivered', reference: {} };
  });
  const address = { databaseUrl: test.url, prefix: 'inspect', ...store() };
  const services = makeTestServices(test.database);
  const inspection = inspectQueues(address, services.log);
  const deliveries = async () => (await inspection.counts()).find(({ name }) => name === 'deliveries');
  try {
    const nothing = { waiting: 0, delayed: 0, active: 0, failed: 0 };
    expect(await inspection.counts()).toEqual([
      { name: 'deliveries', ...nothing },
      { name: 'sweeps', ...nothing },
    ]);
    await planWelcomes(test.database, await addMembers(test.database, 5));
    const worker = await startWorker(services, { slack }, { ...address, concurrency: 2 });
    await eventually(async () => (await deliveries())?.active === 2);
    expect(await deliveries()).toMatchObject({ waiting: 3, active: 2, failed: 0 });
    release();
    await worker.idle();
    await worker.close();
    expect(await deliveries()).toEqual({ name: 'deliveries', ...nothing });
    // The schedules stay for whichever worker comes next.
    expect((await inspection.counts()).find(({ name }) => name === 'sweeps')?.delayed).toBeGreaterThan(0);
  } finally {
    await inspection.close();
    await test.close();
  }
  await expect(inspection.counts()).rejects.toThrow('no longer looked at');
});
