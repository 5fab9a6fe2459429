/** The dispatcher is woken at the commit by what is planned for soon, and by nothing else. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { inTransaction } from '../../../prisma/client.js';
import { memberWelcome } from '../../../programme/members/welcome.js';
import { plan } from '../../../programme/notifications/plan.js';
import { layReminders } from '../../../programme/reminders/reminders.sql.js';
import { addMembers, eventually, type Member } from '../../jobs/support.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';

const now = new Date('2026-11-02T00:00:00Z');
const END = 'end';

let test: TestDatabase;
let member: Member | undefined;
let listener: pg.Client;
let heard: (string | undefined)[];

beforeAll(async () => {
  test = await createTestDatabase();
  [member] = await addMembers(test.database, 1);
});
afterAll(async () => await test.close());

beforeEach(async () => {
  heard = [];
  listener = new pg.Client(test.url);
  listener.on('notification', ({ payload }) => heard.push(payload));
  await listener.connect();
  await listener.query('LISTEN notifications');
});
afterEach(async () => await listener.end());

/** What was heard of what is committed until now: announcements come in the order of the commits. */
async function heardSoFar(): Promise<readonly (string | undefined)[]> {
  // Another one each time: the last one's would end the wait for this.
  const end = `${END} ${randomUUID()}`;
  await test.database.$executeRaw`SELECT pg_notify('notifications', ${end})`;
  await eventually(async () => heard.at(-1) === end);
  return heard.slice(0, -1);
}

async function planFor(dueAt: Date): Promise<void> {
  await inTransaction(test.database, async (transaction) => {
    const personId = member?.id ?? '';
    await plan(transaction, now, [
      { key: randomUUID(), kind: memberWelcome, programmeId: null, personId, subjectId: null, dueAt },
    ]);
  });
}

it('by what is due at once or within a minute', async () => {
  await planFor(now);
  expect(await heardSoFar()).toEqual(['']);
  await planFor(new Date(now.getTime() + 60_000));
  expect((await heardSoFar()).filter((payload) => payload === '')).toHaveLength(2);
});

it('not by what is due later, which is found without', async () => {
  await planFor(new Date(now.getTime() + 60_001));
  expect(await heardSoFar()).toEqual([]);
});

it('not by a statement that finds nothing to plan', async () => {
  await inTransaction(test.database, async (transaction) => {
    await layReminders(transaction, { programmeId: randomUUID(), subjectIds: null, personIds: null }, now);
  });
  expect(await heardSoFar()).toEqual([]);
});
