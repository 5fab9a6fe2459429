/** Two of the secretariat at once: groups are told once, and nobody is moved to a colleague; with the session not locked they would be. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, Prisma, type Session, type Transaction } from '../../../prisma/client.js';
import { movePerson } from '../../../programme/groups/move-person.js';
import { publishGroups } from '../../../programme/groups/publish-groups.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { acting } from '../../support/acting.js';
import { atOnce } from '../../support/at-once.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  buildSession,
  type TestServices,
} from '../../support/factories.js';
import { buildGroupPlan } from '../../support/groups.js';

interface Stage {
  readonly services: TestServices;
  readonly session: Session;
  /** Two of one company in groups 1 and 2, and another one in group 3. */
  readonly people: readonly [BuiltPerson, BuiltPerson, BuiltPerson];
  readonly by: ActingMember;
}

async function set({ database }: TestDatabase): Promise<Stage> {
  const services = buildServices(database);
  const programme = await buildProgramme(services);
  const [company, other] = [await buildCompany(services, programme), await buildCompany(services, programme)];
  const person = async (of: typeof company) => await buildPerson(services, { programme, company: of });
  const people = [await person(company), await person(company), await person(other)] as const;
  const session = await buildSession(services, programme);
  const now = services.clock.now();
  for (const { id: personId, company: of } of people) {
    const registered = { companyId: of?.id ?? null, mode: 'online', state: 'confirmed' } as const;
    const times = { registeredById: personId, createdAt: now, changedAt: now };
    await database.registration.create({ data: { sessionId: session.id, personId, ...registered, ...times } });
  }
  const secretary = await buildPerson(services, { programme, role: 'secretariat' });
  await buildGroupPlan(services, session, { people, groups: 3, madeById: secretary.id });
  return { services, session, people, by: acting(secretary, programme, 'secretariat') };
}

type Work = (transaction: Transaction) => Promise<object>;

const publish =
  ({ services, session, by }: Stage): Work =>
  async (transaction) =>
    await publishGroups(transaction, { sessionId: session.id, version: null, by, now: services.clock.now() });

/** Both colleagues into the third group. */
const move =
  ({ services, session, people, by }: Stage, which: 0 | 1): Work =>
  async (transaction) => {
    const about = { sessionId: session.id, personId: people[which].id, to: { number: 3 }, version: null };
    return await movePerson(transaction, { ...about, by, now: services.clock.now() });
  };

/** The first is done and not committed when the second begins; returns what the second was told. */
async function following({ services: { database } }: Stage, first: Work, second: Work): Promise<string> {
  return await atOnce({
    database,
    first: async (transaction) => expect(isRefusal(await first(transaction))).toBe(false),
    second: async () =>
      await inTransaction(database, second).then(
        (done) => (isRefusal(done) ? done.refused : 'done'),
        () => 'broken',
      ),
  });
}

async function messages({ services: { database }, session }: Stage): Promise<number> {
  return await database.notification.count({ where: { kind: 'groups.told', subjectId: session.id } });
}

describe('with the session locked', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(async () => await test.close());

  it('everyone is told once', async () => {
    const stage = await set(test);
    expect(await following(stage, publish(stage), publish(stage))).toBe('nothing_to_tell');
    expect(await messages(stage)).toBe(3);
  });

  it('the second of two colleagues who are moved into one group is refused in words', async () => {
    const stage = await set(test);
    expect(await following(stage, move(stage, 0), move(stage, 1))).toBe('with_colleague');
  });
});

describe('without the lock (the control)', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
    await test.database.$executeRaw(Prisma.sql`
      CREATE OR REPLACE FUNCTION lock_session(id uuid) RETURNS SETOF session LANGUAGE sql AS
      $$ SELECT * FROM session WHERE session.id = lock_session.id $$`);
  });
  afterAll(async () => await test.close());

  it('everyone is told twice', async () => {
    const stage = await set(test);
    expect(await following(stage, publish(stage), publish(stage))).toBe('done');
    expect(await messages(stage)).toBe(6);
  });

  it('the second of two colleagues breaks on a constraint', async () => {
    const stage = await set(test);
    expect(await following(stage, move(stage, 0), move(stage, 1))).toBe('broken');
  });
});
