/** Stored requests are kept while a platform may repeat them, and no longer. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetRequests } from '../../../programme/requests/idempotency.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { buildServices } from '../../support/factories.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

it('deletes what is older than two days by the app’s clock, however much it is', async () => {
  const services = buildServices(test.database);
  const now = services.clock.now().getTime();
  const stored = (age: number) => ({
    ...{ key: randomUUID(), accountId: randomUUID(), action: 'help.show', parameters: '', reply: {} },
    createdAt: new Date(now - age),
  });
  const twoDays = 2 * 86_400_000;
  const kept = [stored(0), stored(twoDays - 60_000)];
  await test.database.request.createMany({
    data: [...kept, ...Array.from({ length: 2_500 }, () => stored(twoDays + 60_000))],
  });
  expect(await forgetRequests(services)).toBe(2_500);
  const left = await test.database.request.findMany({ orderBy: { createdAt: 'desc' }, select: { key: true } });
  expect(left.map(({ key }) => key)).toEqual(kept.map(({ key }) => key));
  expect(await forgetRequests(services)).toBe(0);
});
