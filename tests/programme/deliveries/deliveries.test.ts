/** What the secretariat sees of notifications that did not simply arrive, and decides about them. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { inTransaction, type NotificationState, type OpenDatabase, openDatabase } from '../../../prisma/client.js';
import { noteArrived, sendAgain } from '../../../programme/deliveries/settle-delivery.js';
import { deliveryTexts } from '../../../programme/deliveries/texts.js';
import { atOnce } from '../../support/at-once.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
  wordsOf,
} from '../../support/factories.js';
import { takeRowLocksOut } from '../../support/unlocked.js';

let place: TestDatabase;
let services: TestServices;
let programme: Awaited<ReturnType<typeof buildProgramme>>;
let participant: BuiltPerson;
let secretary: BuiltPerson;

beforeAll(async () => {
  place = await createTestDatabase();
});
afterAll(async () => await place.close());
beforeEach(async () => {
  services = buildServices(place.database);
  programme = await buildProgramme(services);
  const company = await buildCompany(services, programme, { nameEn: 'Minato', nameJa: 'ミナト' });
  participant = await buildPerson(services, { programme, company, nameEn: 'Hana Mori', nameJa: '森 花' });
  secretary = await buildPerson(services, { programme, role: 'secretariat', language: 'en' });
});

async function left(state: NotificationState): Promise<string> {
  const now = services.clock.now();
  const { id } = await services.database.notification.create({
    data: {
      ...{ key: randomUUID(), kind: 'session.promoted', programmeId: programme.id, personId: participant.id, data: {} },
      ...{ dueAt: now, createdAt: now, settledAt: now, state, faults: 3, reason: 'timeout', round: 1 },
    },
  });
  return id;
}

async function stateOf(id: string) {
  return await services.database.notification.findUniqueOrThrow({ where: { id } });
}

test('the list names who and what, not what was written, and offers what fits the state', async () => {
  await left('unknown');
  await left('failed');
  await left('missed');
  await left('delivered');
  const said = wordsOf(await ask(services, secretary, 'delivery.problems', {}));
  expect(said).toContain('3 notifications need a look');
  expect(said).toContain('moved up from the waitlist');
  expect(said).toContain('Hana Mori');
  expect(said).toContain('Minato');
  const { became, arrived, sendAgain: again } = deliveryTexts.en;
  for (const words of [became.unknown('').slice(-40), became.failed('').slice(-20), became.missed('').slice(-20)])
    expect(said).toContain(words);
  expect(said.split(arrived)).toHaveLength(2);
  expect(said.split(again)).toHaveLength(3);
});

test('nothing to look at is said in words', async () => {
  expect(wordsOf(await ask(services, secretary, 'delivery.problems', {}))).toContain(deliveryTexts.en.none);
});

test('what was seen to have arrived counts as delivered', async () => {
  const notification = await left('unknown');
  await ask(services, secretary, 'delivery.arrived', { notification });
  expect(await stateOf(notification)).toMatchObject({ state: 'delivered', reason: 'seen by people' });
});

test.each(['unknown', 'failed'] as const)(
  'what is %s is sent again, and says whether it may be there twice',
  async (state) => {
    const notification = await left(state);
    await ask(services, secretary, 'delivery.again', { notification });
    expect(await stateOf(notification)).toMatchObject({
      ...{ state: 'pending', faults: 0, reason: null, mayRepeat: state === 'unknown' },
    });
  },
);

test.each(['delivered', 'pending', 'missed', 'suppressed'] as const)('what is %s is left as it is', async (state) => {
  const notification = await left(state);
  const said = wordsOf(await ask(services, secretary, 'delivery.again', { notification }));
  expect(said).toContain(deliveryTexts.en.refusals.settled_meanwhile());
  expect(await stateOf(notification)).toMatchObject({ state, faults: 3 });
});

test.each(['unknown', 'failed'] as const)('what is %s and of no use any more is not sent again', async (state) => {
  const notification = await left(state);
  const now = services.clock.now();
  await place.database.notification.update({ where: { id: notification }, data: { latestAt: now } });
  const said = wordsOf(await ask(services, secretary, 'delivery.again', { notification }));
  expect(said).toContain(deliveryTexts.en.refusals.too_late_to_send());
  expect(await stateOf(notification)).toMatchObject({ state, faults: 3 });
  const latestAt = new Date(now.getTime() + 1_000);
  await place.database.notification.update({ where: { id: notification }, data: { latestAt } });
  await ask(services, secretary, 'delivery.again', { notification });
  expect((await stateOf(notification)).state).toBe('pending');
});

describe('two of the secretariat decide at once', () => {
  let own: TestDatabase;
  let elsewhere: OpenDatabase;
  beforeEach(async () => {
    own = await createTestDatabase();
    elsewhere = openDatabase(own.url);
    services = buildServices(own.database);
    programme = await buildProgramme(services);
    participant = await buildPerson(services, { programme });
  });
  afterEach(async () => {
    await elsewhere.close();
    await own.close();
  });

  /** What the second is told, and the state that is left. */
  async function race(id: string): Promise<readonly unknown[]> {
    const now = services.clock.now();
    const second = await atOnce({
      database: own.database,
      first: async (transaction) => expect(await noteArrived(transaction, id)).toBeNull(),
      second: async () => await inTransaction(elsewhere.database, (late) => sendAgain(late, { id, now })),
    });
    return [second, (await stateOf(id)).state];
  }

  it('and only the first of the two decisions counts', async () => {
    expect(await race(await left('unknown'))).toMatchObject([{ refused: 'settled_meanwhile' }, 'delivered']);
  });

  it('and both would count if the state were looked at before the row is locked', async () => {
    const id = await left('unknown');
    await takeRowLocksOut(own.database, { table: 'notification', key: 'id', columns: ['state'] });
    expect(await race(id)).toEqual([{ isStopped: false }, 'pending']);
  });
});

test('those of another programme do not exist', async () => {
  const notification = await left('unknown');
  const stranger = await buildPerson(services, {
    programme: await buildProgramme(services),
    ...{ role: 'secretariat', language: 'en' },
  });
  await ask(services, stranger, 'delivery.again', { notification });
  expect((await stateOf(notification)).state).toBe('unknown');
});
