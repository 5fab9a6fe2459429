/** Registrations at the same instant never fill a session over its capacity, and without the lock they do. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase, type Programme } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  outcomeOf,
  type TestServices,
} from '../../support/factories.js';

/** Many ask at the same instant, each through one of several connection pools, as several processes would. */

const POOLS = 3;
const PEOPLE = 18;
const CAPACITY = 5;

let test: TestDatabase;
let pools: OpenDatabase[];
let houses: TestServices[];
let programme: Programme;
let people: BuiltPerson[];

beforeEach(async () => {
  test = await createTestDatabase({ poolSize: 2 });
  pools = Array.from({ length: POOLS }, () => openDatabase(test.url, { poolSize: 6 }));
  houses = pools.map(({ database }) => buildServices(database));
  const services = houseOf(0);
  programme = await buildProgramme(services);
  const company = await buildCompany(services, programme);
  people = [];
  for (let number = 0; number < PEOPLE; number += 1) people.push(await buildPerson(services, { programme, company }));
});

afterEach(async () => {
  for (const { close } of pools) await close();
  await test.close();
});

function houseOf(number: number): TestServices {
  const services = houses[number % POOLS];
  if (services === undefined) throw new Error('no services');
  return services;
}

interface Round {
  readonly confirmed: number;
  readonly waiting: number;
  readonly queueNumbers: readonly (number | null)[];
}

/** Everyone registers for the room of a new session at once. */
async function everyoneAtOnce(): Promise<Round> {
  const session = await buildSession(houseOf(0), programme, { roomCapacity: CAPACITY });
  const input = { session: session.id, mode: 'onsite' };
  const performed = await Promise.all(
    people.map((person, number) => ask(houseOf(number), person, 'session.register', input)),
  );
  expect(performed.map(outcomeOf)).toEqual(Array(PEOPLE).fill('done'));
  const rows = await test.database.registration.findMany({ where: { sessionId: session.id } });
  const waiting = rows.filter(({ state }) => state === 'waiting');
  return {
    confirmed: rows.filter(({ state }) => state === 'confirmed').length,
    waiting: waiting.length,
    queueNumbers: waiting.map(({ queueNumber }) => queueNumber),
  };
}

describe('the last places', () => {
  it('are never given to more people than there are places', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { confirmed, waiting, queueNumbers } = await everyoneAtOnce();
      expect([confirmed, waiting]).toEqual([CAPACITY, PEOPLE - CAPACITY]);
      expect(new Set(queueNumbers).size).toBe(waiting);
    }
  });

  it('are given to too many when the session is not locked, which is why it is', async () => {
    await test.database.$executeRaw`
      CREATE OR REPLACE FUNCTION lock_session(id uuid) RETURNS SETOF session LANGUAGE sql AS
      $$ SELECT * FROM session WHERE session.id = lock_session.id $$`;
    let most = 0;
    for (let round = 0; round < 20 && most <= CAPACITY; round += 1) {
      most = Math.max(most, (await everyoneAtOnce()).confirmed);
    }
    expect(most).toBeGreaterThan(CAPACITY);
  });

  it('stay sound while people come, go, change and send others at once', async () => {
    const session = await buildSession(houseOf(0), programme, { roomCapacity: CAPACITY, onlineCapacity: 2 });
    const about = { session: session.id };
    const [comers, substitutes] = [people.slice(0, 14), people.slice(14)];
    await Promise.all(
      comers.map((person, number) =>
        ask(houseOf(number), person, 'session.register', { ...about, mode: number % 3 === 0 ? 'online' : 'onsite' }),
      ),
    );
    await Promise.all(
      comers.flatMap((person, number) => {
        const agreed = { submitted: true };
        const substitute = substitutes[number % substitutes.length]?.id;
        const services = houseOf(number);
        return [
          ask(
            services,
            person,
            'session.change-mode',
            { ...about, mode: number % 2 === 0 ? 'online' : 'onsite' },
            agreed,
          ),
          ...(number % 3 === 1 ? [ask(services, person, 'session.cancel', about, agreed)] : []),
          ...(number % 4 === 2 ? [ask(services, person, 'session.substitute', { ...about, substitute }, agreed)] : []),
        ];
      }),
    );
    const rows = await test.database.registration.findMany({ where: { sessionId: session.id } });
    for (const [mode, capacity] of [
      ['onsite', CAPACITY],
      ['online', 2],
    ] as const) {
      const held = rows.filter((row) => row.state === 'confirmed' && row.mode === mode).length;
      expect(held).toBeLessThanOrEqual(capacity);
      if (rows.some(({ waitingFor }) => waitingFor === mode)) expect(held).toBe(capacity);
    }
    const promoted = await test.database.notification.findMany({ where: { kind: 'session.promoted' } });
    expect(promoted.length, 'the storm promoted someone').toBeGreaterThan(0);
    expect(new Set(promoted.map(({ key }) => key)).size).toBe(promoted.length);
  });
});
