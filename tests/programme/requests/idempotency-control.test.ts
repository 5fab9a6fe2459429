/** Without the constraints behind it, a repeated delivery has two effects. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { handleRequest } from '../../../programme/requests/handle-request.js';
import type { Request } from '../../../programme/requests/request.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  request,
  type TestServices,
} from '../../support/factories.js';

/** That the keys do it: the same deliveries without them have a double effect. */

let test: TestDatabase;
let services: TestServices;
let secretary: BuiltPerson;
let person: BuiltPerson;

beforeEach(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
  const programme = await buildProgramme(services);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  person = await buildPerson(services, { programme });
});

afterEach(async () => await test.close());

function inviting(options: Partial<Request> = {}): Request {
  return request(secretary, 'member.invite', { person: person.id }, { submitted: true, ...options });
}

/** The most effects that four simultaneous deliveries had in one of at most so many rounds; stops at the first double one. */
async function mostEffects(rounds: number, deliveries: () => readonly Request[]): Promise<number> {
  let most = 0;
  for (let round = 0; round < rounds && most < 2; round += 1) {
    await services.database.invitation.deleteMany();
    await Promise.all(deliveries().map((delivery) => handleRequest(services, delivery)));
    most = Math.max(most, await services.database.invitation.count());
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
  await services.database.$executeRaw`ALTER TABLE request DROP CONSTRAINT request_pkey`;
  expect(await mostEffects(30, sameKey)).toBeGreaterThan(1);
});

it('simultaneous deliveries under new keys have several effects without the fingerprint’s index', async () => {
  await services.database.$executeRaw`DROP INDEX request_fingerprint_key`;
  expect(await mostEffects(30, renamed)).toBeGreaterThan(1);
});

it('deliveries in a row have several effects when nothing is stored', async () => {
  const asked = inviting();
  for (const _ of [1, 2, 3, 4]) {
    await handleRequest(services, asked);
    await services.database.request.deleteMany();
  }
  expect(await services.database.invitation.count()).toBe(4);
});
