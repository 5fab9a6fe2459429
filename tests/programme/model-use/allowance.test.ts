/** What a person may make the language model work a day holds however many sentences come at once. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inTransaction, type PrismaClient } from '../../../prisma/client.js';
import { forgetModelCalls, settleModelCall, takeModelCall } from '../../../programme/model-use/allowance.sql.js';
import { createTestDatabase, type TestDatabase, waitingQueries } from '../../support/database.js';
import { buildPerson, buildProgramme, buildServices } from '../../support/factories.js';

let test: TestDatabase;
let personId: string;

const DAY = '2024-10-01';
const AT_ONCE = 5;
const most = { calls: 3, tokens: 1_000 };

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  const services = buildServices(test.app);
  personId = (await buildPerson(services, { programme: await buildProgramme(services) })).id;
});

const counted = async () =>
  await test.database.modelAllowance.findUniqueOrThrow({ where: { personId_day: { personId, day: new Date(DAY) } } });

const take = async (tokens = 10, day = DAY) => await takeModelCall(test.app, { personId, day, tokens }, most);

/** After the first call of the day, so that all of them meet its row, which is held until all wait for it. */
async function takenAtOnce(one: () => Promise<boolean>): Promise<number> {
  await take();
  const { began } = await inTransaction(test.database, async (transaction) => {
    await transaction.$executeRaw`SELECT FROM model_allowance FOR UPDATE`;
    const began = Array.from({ length: AT_ONCE }, async () => await one());
    await expect.poll(async () => await waitingQueries(test), { timeout: 8_000 }).toBe(AT_ONCE);
    return { began };
  });
  return (await Promise.all(began)).filter((taken) => taken).length;
}

it('lets as many pass as there are left for, of any number at once', async () => {
  expect(await takenAtOnce(take)).toBe(2);
  expect(await counted()).toMatchObject({ calls: 3, tokens: 30 });
});

/** The control: it looks first and counts afterwards, as if nobody else were asking. */
async function takeByLooking(database: PrismaClient): Promise<boolean> {
  if ((await counted()).calls >= most.calls) return false;
  await database.$executeRaw`UPDATE model_allowance SET calls = calls + 1 WHERE person_id = ${personId}::uuid`;
  return true;
}

it('would let more pass if it looked before it counts', async () => {
  expect(await takenAtOnce(async () => await takeByLooking(test.app))).toBe(AT_ONCE);
  expect((await counted()).calls).toBeGreaterThan(most.calls);
});

it('counts the first calls of a day that come at once, too', async () => {
  const taken = await Promise.all(Array.from({ length: AT_ONCE }, async () => await take()));
  expect(taken.filter((one) => one)).toHaveLength(most.calls);
});

it('lets nobody begin what may take more than is left, and counts what it took in its place', async () => {
  expect(await take(700)).toBe(true);
  expect(await take(400)).toBe(false);
  await settleModelCall(test.app, { personId, day: DAY, tokens: 700 }, 90);
  expect(await counted()).toMatchObject({ calls: 1, tokens: 90 });
  expect(await take(400)).toBe(true);
  expect(await take(1_001, '2024-10-02')).toBe(false);
});

it('begins anew each day, and is forgotten with its person or after five weeks', async () => {
  for (const _ of [1, 2, 3]) await take();
  expect([await take(), await take(10, '2024-10-02')]).toEqual([false, true]);
  await forgetModelCalls(test.app, new Date('2024-11-06T00:00:00Z'));
  expect(await test.database.modelAllowance.count({ where: { personId } })).toBe(1);
  await test.database.membership.deleteMany({ where: { personId } });
  await test.database.account.deleteMany({ where: { personId } });
  await test.database.person.delete({ where: { id: personId } });
  expect(await test.database.modelAllowance.count({ where: { personId } })).toBe(0);
});
