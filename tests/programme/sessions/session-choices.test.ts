/** Which sessions a form offers where there are more than it holds. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Prisma, Programme } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  fieldOf,
  opened,
  type TestServices,
} from '../../support/factories.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;

beforeAll(async () => {
  test = await createTestDatabase();
});

afterAll(async () => await test.close());

beforeEach(async () => {
  services = buildServices(test.database);
  programme = await buildProgramme(services);
});

/** Two hours, so many days from now. */
async function inDays(days: number, given: Partial<Prisma.SessionUncheckedCreateInput> = {}) {
  const startsAt = new Date(services.clock.now().getTime() + days * 86_400_000);
  const endsAt = new Date(startsAt.getTime() + 7_200_000);
  return await buildSession(services, programme, { code: `D${days}`, startsAt, endsAt, deadline: startsAt, ...given });
}

async function offered(role: 'secretariat' | 'participant', action: 'session.attendees' | 'session.register') {
  const field = fieldOf(await opened(services, await buildPerson(services, { programme, role }), action), 'session');
  return 'choices' in field ? field.choices.map(({ label }) => label.replace(/^.* (D-?\d+) .*$/, '$1')) : [];
}

it('offers those to come first, then those that are over, each from the nearest on', async () => {
  for (const days of [-30, 2, -1, 1]) await inDays(days);
  expect(await offered('secretariat', 'session.attendees')).toEqual(['D1', 'D2', 'D-1', 'D-30']);
});

it('leaves out the oldest where there are more than fifty', async () => {
  for (let days = 1; days <= 50; days += 1) await inDays(-days);
  await inDays(1);
  const codes = await offered('secretariat', 'session.attendees');
  expect(codes).toHaveLength(50);
  expect(codes[0]).toBe('D1');
  expect(codes.at(-1)).toBe('D-49');
});

it('offers a participant theirs, though fifty that are not theirs come before', async () => {
  for (let days = 1; days <= 50; days += 1) await inDays(days, { audience: 'management' });
  await inDays(60, { audience: 'working' });
  expect(await offered('participant', 'session.register')).toEqual(['D60']);
});
