/** Without the constraints behind it, a repeated delivery has two effects. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import type { Request } from '../../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildHouse,
  buildPerson,
  buildProgramme,
  request,
  type TestHouse,
} from '../../support/factories.js';

/** That the keys do it: the same deliveries without them have a double effect. */

let test: TestDatabase;
let house: TestHouse;
let secretary: BuiltPerson;
let person: BuiltPerson;

beforeEach(async () => {
  test = await createTestDatabase();
  house = buildHouse(test.database);
  const programme = await buildProgramme(house);
  secretary = await buildPerson(house, { programme, role: 'secretariat' });
  person = await buildPerson(house, { programme });
});

afterEach(async () => await test.close());

function inviting(options: Partial<Request> = {}): Request {
  return request(secretary, 'member.invite', { person: person.id }, { submitted: true, ...options });
}

/** The most effects that four simultaneous deliveries had in one of at most so many rounds; stops at the first double one. */
async function mostEffects(rounds: number, deliveries: () => readonly Request[]): Promise<number> {
  let most = 0;
  for (let round = 0; round < rounds && most < 2; round += 1) {
    await house.database.invitation.deleteMany();
    await Promise.all(deliveries().map((delivery) => handleRequest(house, delivery)));
    most = Math.max(most, await house.database.invitation.count());
  }
  return most;
}

const sameKey = () => {
  const asked = inviting();
  return [asked, asked, asked, asked];
};

const renamed = () => {
  const fingerprint = inviting().key;
  return [1, 2, 3, 4].map(() => inviting({ fingerprint }));
};

it('simultaneous deliveries have one effect with the keys, in every round', async () => {
  expect(await mostEffects(5, sameKey)).toBe(1);
  expect(await mostEffects(5, renamed)).toBe(1);
});

it('simultaneous deliveries of one key have several effects without the primary key', async () => {
  await house.database.$executeRaw`ALTER TABLE request DROP CONSTRAINT request_pkey`;
  expect(await mostEffects(30, sameKey)).toBeGreaterThan(1);
});

it('simultaneous deliveries under new keys have several effects without the fingerprint’s index', async () => {
  await house.database.$executeRaw`DROP INDEX request_fingerprint_key`;
  expect(await mostEffects(30, renamed)).toBeGreaterThan(1);
});

it('deliveries in a row have several effects when nothing is stored', async () => {
  const asked = inviting();
  for (const _ of [1, 2, 3, 4]) {
    await handleRequest(house, asked);
    await house.database.request.deleteMany();
  }
  expect(await house.database.invitation.count()).toBe(4);
});
