/** How often one delivery waits for PostgreSQL: a figure that does not depend on the machine. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase } from '../../prisma/client.js';
import { claimDue } from '../../programme/notifications/claim.js';
import { deliver } from '../../programme/notifications/deliver.js';
import { buildAnnouncement } from '../support/announcements.js';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { addMembers, countStates, makeTestServices, planWelcomes, recordingGateway, stoppedClock } from './support.js';

/** Taking the row up, reading what is said, the commit before the send, and the outcome after it. */
const OF_AN_ANNOUNCEMENT = 4;
/** Each of its three parts is read with its relations, and whether its programme is announced. */
const OF_A_WELCOME = 9;

let test: TestDatabase;
let proxy: CountingProxy;
let counted: OpenDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  proxy = await startCountingProxy(test.url);
  counted = openDatabase(proxy.url, { poolSize: 1 });
});
afterAll(async () => {
  await counted.close();
  await proxy.close();
  await test.close();
});

/** How often each of the deliveries that are due waits, after a first one that prepares the statements. */
async function waitsEach(): Promise<readonly number[]> {
  const services = makeTestServices(counted.database, stoppedClock());
  const gateways = { slack: recordingGateway() };
  const waits: number[] = [];
  for (const claimed of await claimDue(services, 10)) {
    proxy.take();
    expect(await deliver(services, gateways, claimed)).toEqual({ state: 'delivered' });
    waits.push(proxy.take());
  }
  expect(gateways.slack.sent).toHaveLength(waits.length);
  return waits.slice(1);
}

it('an announcement’s message waits four times: two statements and a commit before the send, one after it', async () => {
  const members = await addMembers(test.database, 3);
  const [programme] = await test.database.programme.findMany();
  const [author] = members;
  if (programme === undefined || author === undefined) throw new Error('nobody');
  const services = { database: test.database, clock: { now: () => new Date() } };
  const id = await buildAnnouncement(services, {
    ...{ programme, createdById: author.id, state: 'sending', messages: 'pending' },
    to: members.map((member) => member.id),
  });
  expect(await test.database.notification.count({ where: { bulkId: id, state: 'pending' } })).toBe(3);
  expect(await waitsEach()).toEqual([OF_AN_ANNOUNCEMENT, OF_AN_ANNOUNCEMENT]);
  expect(await countStates(test.database)).toEqual({ delivered: 3 });
});

it('a welcome waits for no more than what it says is read with', async () => {
  await planWelcomes(test.database, await addMembers(test.database, 3));
  for (const waits of await waitsEach()) expect(waits).toBeLessThanOrEqual(OF_A_WELCOME);
});
