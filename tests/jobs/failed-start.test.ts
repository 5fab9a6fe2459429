/** A worker that cannot be started leaves nothing of it behind, so that starting it can be tried again. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorker } from '../../jobs/worker.js';
import { systemClock } from '../../programme/requests/context.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildServices } from '../support/factories.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

async function connectionsOfWorkers(): Promise<number> {
  const rows = await test.database.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pg_stat_activity
    WHERE datname = current_database() AND application_name IN ('spp-queue', 'spp-dispatcher')`;
  return rows[0]?.count ?? 0;
}

it('lets go of every connection when the last step of its start fails', async () => {
  const services = {
    ...buildServices(test.database),
    clock: systemClock,
    log: { info() {}, warn() {}, error() {} },
  };
  // The queue refuses a schedule without a pause.
  const intervals = { forget: 0 };
  await expect(startWorker(services, {}, { databaseUrl: test.url, intervals })).rejects.toThrow(/every/);
  await expect.poll(connectionsOfWorkers).toBe(0);

  const worker = await startWorker(services, {}, { databaseUrl: test.url });
  expect(await connectionsOfWorkers()).toBeGreaterThan(0);
  await worker.close();
});
