/** The database shows a programme's knowledge to its own members and to nobody else, and lets its secretariat alone write it. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inTransaction, type Programme, type Transaction } from '../../../prisma/client.js';
import type { Viewer } from '../../../prisma/viewer.js';
import { mergePeople } from '../../../programme/roster/merge-people.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import { buildSource } from '../../support/knowledge.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let sourceId: string;

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  services = buildServices(test.app);
  programme = await buildProgramme(services);
  sourceId = await buildSource(services, programme);
});

const as = async <T>(viewer: Viewer | null, work: (transaction: Transaction) => Promise<T>) =>
  await inTransaction(test.app, work, { viewer });

const counted = async (transaction: Transaction) => [
  await transaction.knowledgeSource.count({ where: { programmeId: programme.id } }),
  await transaction.knowledgePassage.count({ where: { sourceId } }),
];

async function everyMember(): Promise<readonly Viewer[]> {
  const company = await buildCompany(services, programme);
  const people = [await buildPerson(services, { programme, company })];
  for (const role of ['adviser', 'secretariat', 'speaker'] as const) {
    people.push(await buildPerson(services, { programme, role }));
  }
  return people.map(({ id }) => ({ kind: 'person', personId: id }));
}

it('is there for every member of the programme, and for what works for it', async () => {
  const viewers = [...(await everyMember()), { kind: 'programme', programmeId: programme.id } as const];
  for (const viewer of viewers) expect(await as(viewer, counted)).toEqual([1, 1]);
});

it('is not there for anybody else, those who have left included', async () => {
  const other = await buildProgramme(services);
  const outsiders = [
    await buildPerson(services, { programme: other, role: 'secretariat' }),
    await buildPerson(services, { programme, role: 'adviser', endedAt: services.clock.now() }),
  ];
  const viewers: readonly (Viewer | null)[] = [
    ...outsiders.map(({ id }) => ({ kind: 'person', personId: id }) as const),
    ...[{ kind: 'programme', programmeId: other.id } as const, { kind: 'housekeeping' } as const, null],
  ];
  for (const viewer of viewers) expect(await as(viewer, counted)).toEqual([0, 0]);
});

it('is written by the secretariat alone', async () => {
  const viewers = await everyMember();
  const wrote = [];
  for (const viewer of viewers) {
    const { count } = await as(viewer, async (own) =>
      own.knowledgeSource.updateMany({ where: { id: sourceId }, data: { title: 'Another' } }),
    );
    const added = as(viewer, async (own) =>
      own.knowledgePassage.createMany({ data: [{ sourceId, position: wrote.length + 2, text: 'More.' }] }),
    );
    wrote.push([
      count,
      await added.then(
        () => true,
        () => false,
      ),
    ]);
  }
  expect(wrote).toEqual([
    [0, false],
    [0, false],
    [1, true],
    [0, false],
  ]);
});

it('of one title or content stands once, no matter who writes it', async () => {
  const viewer = { kind: 'programme', programmeId: programme.id } as const;
  const about = { programmeId: programme.id, kind: 'plain', language: 'en', addedAt: services.clock.now() } as const;
  const writes = (title: string, sha256: string) =>
    as(viewer, async (own) => await own.knowledgeSource.create({ data: { ...about, title, sha256 } }));
  await writes('Guide', 'a');
  await expect(writes('GUIDE', 'b')).rejects.toThrow();
  await expect(writes('Another', 'a')).rejects.toThrow();
  await writes('Another', 'b');
});

it('says who added it, also once they are one with somebody else', async () => {
  const [from, into, by] = [
    await buildPerson(services, { programme, role: 'secretariat' }),
    await buildPerson(services, { programme, role: 'secretariat' }),
    await buildPerson(services, { programme, role: 'secretariat' }),
  ];
  const own = await buildSource(services, programme, { by: from.id });
  const acting = {
    id: by.id,
    memberships: [{ programmeId: programme.id, role: 'secretariat', level: null, companyId: null }],
  } as const;
  const merging = {
    fromId: from.id,
    intoId: into.id,
    by: acting,
    programmeId: programme.id,
    now: services.clock.now(),
  };
  await as({ kind: 'person', personId: by.id }, (transaction) => mergePeople(transaction, merging));
  const { addedById } = await test.database.knowledgeSource.findUniqueOrThrow({ where: { id: own } });
  expect(addedById).toBe(into.id);
});
