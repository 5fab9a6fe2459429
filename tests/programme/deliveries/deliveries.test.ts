/** What the secretariat sees of notifications that did not simply arrive, and decides about them. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { inTransaction, type NotificationState, type Transaction } from '../../../prisma/client.js';
import { noteArrived, sendAgain } from '../../../programme/deliveries/settle-delivery.js';
import { deliveryTexts } from '../../../programme/deliveries/texts.js';
import type { Refusal } from '../../../programme/requests/refusal.js';
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
  const { id } = await place.database.notification.create({
    data: {
      ...{ key: randomUUID(), kind: 'session.promoted', programmeId: programme.id, personId: participant.id, data: {} },
      ...{ dueAt: now, createdAt: now, settledAt: now, state, faults: 3, reason: 'timeout', round: 1 },
    },
  });
  return id;
}

async function stateOf(id: string) {
  return await place.database.notification.findUniqueOrThrow({ where: { id } });
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

describe('two of the secretariat decide at once', () => {
  type Decide = (id: string) => Promise<boolean>;
  const decide: Record<'arrived' | 'again', Decide> = {
    arrived: async (id) => await locked(async (transaction) => await noteArrived(transaction, id)),
    again: async (id) => await locked(async (transaction, now) => await sendAgain(transaction, { id, now })),
  };
  async function locked(work: (transaction: Transaction, now: Date) => Promise<Refusal | null>): Promise<boolean> {
    const now = services.clock.now();
    return (await inTransaction(place.database, async (transaction) => await work(transaction, now))) === null;
  }

  it('and only one of the two decisions counts', async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await left('unknown');
      const done = await Promise.all([decide.arrived(id), decide.again(id)]);
      expect(done.filter(Boolean)).toHaveLength(1);
      expect((await stateOf(id)).state).toBe(done[0] ? 'delivered' : 'pending');
    }
  });

  it('and both would count if the state were looked at first and written afterwards', async () => {
    const id = await left('unknown');
    const unlocked = async (state: NotificationState) => {
      const seen = await stateOf(id);
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (seen.state !== 'unknown') return false;
      await place.database.notification.update({ where: { id }, data: { state } });
      return true;
    };
    expect(await Promise.all([unlocked('delivered'), unlocked('pending')])).toEqual([true, true]);
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
