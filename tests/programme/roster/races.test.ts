/** A registration, a merge, a cancellation and a move-up at the same instant; each control takes out what keeps them apart. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type OpenDatabase, openDatabase, type Programme, type Session } from '../../../prisma/client.js';
import { moveUp } from '../../../programme/registrations/move-up.js';
import { mergePeople } from '../../../programme/roster/merge-people.js';
import { atOnce } from '../../support/at-once.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  ask,
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  done,
  outcomeOf,
  type TestServices,
} from '../../support/factories.js';

let test: TestDatabase;
let other: OpenDatabase;
let services: TestServices;
let elsewhere: TestServices;
let programme: Programme;
let session: Session;
let secretary: BuiltPerson;
let people: readonly BuiltPerson[];

beforeEach(async () => {
  test = await createTestDatabase();
  other = openDatabase(test.url);
  services = buildServices(test.database);
  elsewhere = buildServices(other.database);
  programme = await buildProgramme(services);
  session = await buildSession(services, programme, { roomCapacity: 1 });
  const company = await buildCompany(services, programme);
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
  const built: BuiltPerson[] = [];
  for (let number = 0; number < 4; number += 1) built.push(await buildPerson(services, { programme, company }));
  people = built;
});
afterEach(async () => {
  await other.close();
  await test.close();
});

function personAt(index: number): BuiltPerson {
  const person = people[index];
  if (person === undefined) throw new Error('nobody');
  return person;
}

const secretariat = () => ({
  ...({
    programmeId: programme.id,
    role: 'secretariat',
    level: null,
    companyId: null,
    personId: secretary.id,
  } as const),
});

describe('a merge, and a registration of the duplicate that waits for it', () => {
  const race = async (): Promise<string> => {
    const [from, into] = [personAt(0), personAt(1)];
    return await atOnce({
      database: services.database,
      first: async (transaction) => {
        const by = { id: secretary.id, memberships: [secretariat()] };
        const ids = { fromId: from.id, intoId: into.id };
        await mergePeople(transaction, { ...ids, by, programmeId: programme.id, now: services.clock.now() });
      },
      second: async () =>
        outcomeOf(await ask(elsewhere, from, 'session.register', { session: session.id, mode: 'online' })),
    });
  };

  const lost = async () =>
    await test.database.registration.count({ where: { person: { mergedIntoId: { not: null } }, state: 'confirmed' } });

  it('leaves no place to somebody who is no more', async () => {
    expect(await race()).toBe('refused');
    expect(await lost()).toBe(0);
  });

  it('would, if the registration did not look again once it has the lock', async () => {
    await test.database.$executeRaw`
      CREATE OR REPLACE FUNCTION takes_part(programme uuid, person uuid) RETURNS boolean LANGUAGE plpgsql VOLATILE AS
      $$ BEGIN RETURN true; END $$`;
    expect(await race()).toBe('done');
    expect(await lost()).toBe(1);
  });
});

describe('a move-up, and a cancellation at the same instant', () => {
  const race = async (): Promise<number> => {
    for (const index of [0, 1, 2, 3]) {
      await done(services, personAt(index), 'session.register', { session: session.id, mode: 'onsite' });
    }
    await atOnce({
      database: services.database,
      first: async (transaction) => {
        const input = { sessionId: session.id, personId: personAt(3).id, by: secretariat(), now: services.clock.now() };
        expect(await moveUp(transaction, input)).toMatchObject({ mode: 'onsite' });
      },
      second: async () =>
        await ask(elsewhere, personAt(0), 'session.cancel', { session: session.id }, { submitted: true }),
    });
    const seated = await test.database.registration.findMany({ where: { state: 'confirmed' } });
    expect(seated).toHaveLength(1);
    return people.findIndex(({ id }) => id === seated[0]?.personId);
  };

  it('gives the place to the one who was moved up', async () => {
    expect(await race()).toBe(3);
  });

  it('would pass them over without the session’s lock', async () => {
    await test.database.$executeRaw`
      CREATE OR REPLACE FUNCTION lock_session(id uuid) RETURNS SETOF session LANGUAGE sql AS
      $$ SELECT * FROM session WHERE session.id = lock_session.id $$`;
    expect(await race()).toBe(1);
  });
});

it('a person who is moved up twice, or by a number that was used, is told of each promotion', async () => {
  for (const index of [0, 1, 2]) {
    await done(services, personAt(index), 'session.register', { session: session.id, mode: 'onsite' });
  }
  const move = async () =>
    await done(services, secretary, 'session.move-up', { session: session.id, person: personAt(2).id, agreed: true });
  await move();
  await done(services, personAt(0), 'session.cancel', { session: session.id });
  // The place was theirs; they give it up and wait again.
  await done(services, personAt(2), 'session.cancel', { session: session.id });
  await done(services, personAt(0), 'session.register', { session: session.id, mode: 'onsite' });
  await done(services, personAt(2), 'session.register', { session: session.id, mode: 'onsite' });
  await move();
  await done(services, personAt(1), 'session.cancel', { session: session.id });
  const told = await test.database.notification.count({
    where: { kind: 'session.promoted', personId: personAt(2).id },
  });
  expect(told).toBe(2);
});
