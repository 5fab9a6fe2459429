/** Row-level security around drafts and reviews shows and takes what the one table in the code says, and nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type Programme, type Transaction, type Viewer } from '../../../prisma/client.js';
import { type DraftPart, type DraftStanding, draftParts, maySee, standingOf } from '../../../programme/drafts/walls.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildAccount,
  buildAssignment,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import { storeReceivedFile } from '../../support/files.js';
import { walledKnowledge } from '../../support/knowledge.js';
import { walledQuestions } from '../../support/questions.js';
import {
  buildDraftPeople,
  buildWalledDrafts,
  type DraftPeople,
  type WalledDrafts,
  walledTables,
} from '../../support/walled-drafts.js';

let test: TestDatabase;
/** As the owner, to build. */
let services: TestServices;
let programme: Programme;
let own: DraftPeople;
let others: DraftPeople;
let drafts: WalledDrafts;
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
  programme = await buildProgramme(services);
  own = await buildDraftPeople(services, programme);
  others = await buildDraftPeople(services, programme);
  drafts = await buildWalledDrafts(services, programme, own, 'CANARY');
  await buildWalledDrafts(services, programme, others, 'of another company');
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});
afterAll(async () => await test.close());

const accountOf = ({ account: { platform, tenant, userId } }: Pick<BuiltPerson, 'account'>): Viewer => {
  return { kind: 'account', platform, tenant, userId };
};
const personOf = ({ id: personId }: Pick<BuiltPerson, 'id'>): Viewer => ({ kind: 'person', personId });

async function as<T>(viewer: Viewer | null, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return await inTransaction(test.app, work, { viewer });
}

/** How many rows of the company's each part consists of, as far as the transaction sees them. */
const rowsOf: Readonly<Record<DraftPart, (transaction: Transaction, of: WalledDrafts) => Promise<readonly number[]>>> =
  {
    received: async (transaction, { receivedId }) => [
      await transaction.file.count({ where: { id: receivedId } }),
      await transaction.fileChunk.count({ where: { fileId: receivedId } }),
      await transaction.receivedDocument.count({ where: { fileId: receivedId } }),
    ],
    stage: async (transaction, { companyId, deliverableId }) => [
      await transaction.deliverable.count({ where: { companyId } }),
      await transaction.deliverableEvent.count({ where: { deliverableId } }),
      await transaction.dueExtension.count({ where: { deliverableId } }),
      await transaction.publicationLook.count({ where: { deliverableId } }),
    ],
    original: async (transaction, { companyId, originalId }) => [
      await transaction.draft.count({ where: { companyId } }),
      await transaction.file.count({ where: { id: originalId } }),
      await transaction.fileChunk.count({ where: { fileId: originalId } }),
      await transaction.fileOpening.count({ where: { fileId: originalId } }),
    ],
    text: async (transaction, { companyId }) => [await transaction.draftText.count({ where: { companyId } })],
    difference: async (transaction, { draftIds }) => [
      await transaction.draftText.count({ where: { draftId: { in: [...draftIds] } } }),
    ],
    check: async (transaction, { companyId, deliverableId }) => [
      await transaction.draftCheck.count({ where: { companyId } }),
      await transaction.draftDeclaration.count({ where: { deliverableId } }),
    ],
    comments: async (transaction, { reviewId, sentCommentId, attachmentId }) => [
      await transaction.review.count({ where: { id: reviewId } }),
      await transaction.reviewComment.count({ where: { id: sentCommentId } }),
      await transaction.reviewCommentVersion.count({ where: { commentId: sentCommentId } }),
      await transaction.commentAnswer.count({ where: { commentId: sentCommentId } }),
      await transaction.file.count({ where: { id: attachmentId } }),
      await transaction.fileChunk.count({ where: { fileId: attachmentId } }),
    ],
    unsent: async (transaction, { unsentCommentId }) => [
      await transaction.reviewComment.count({ where: { id: unsentCommentId } }),
      await transaction.reviewCommentVersion.count({ where: { commentId: unsentCommentId } }),
    ],
    marks: async (transaction, { companyId }) => [await transaction.checkMark.count({ where: { companyId } })],
  };

/** Of each part whether its rows are there: all of them or none. */
async function partsSeen(database: Transaction): Promise<Readonly<Record<string, boolean | 'in part'>>> {
  const seen = await inTurn(draftParts, async (part) => {
    const rows = await rowsOf[part](database, drafts);
    const full = rows.every((count) => count > 0);
    return [part, full || (rows.some((count) => count > 0) ? ('in part' as const) : false)] as const;
  });
  return Object.fromEntries(seen);
}

async function inTurn<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const done: R[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}

/** What the table in the code says for somebody of this standing. */
const byTable = (standing: DraftStanding | null) =>
  Object.fromEntries(draftParts.map((part) => [part, maySee(part, standing)]));

/** The standing that the code gives a person in any of their roles. */
async function standingIn({ id: personId }: Pick<BuiltPerson, 'id'>): Promise<DraftStanding | null> {
  const { companyId, programmeId } = drafts;
  const { openDrafts } = await test.database.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const assigned = await test.database.assignment.findMany({ where: { companyId, endedAt: null } });
  const wall = { programmeId, companyId, openDrafts, adviserIds: assigned.map(({ adviserId }) => adviserId) };
  const memberships = await test.database.membership.findMany({ where: { personId, endedAt: null } });
  return memberships.map((one) => standingOf({ ...one, personId }, wall)).find((standing) => standing !== null) ?? null;
}

interface Case {
  readonly who: string;
  readonly standing: DraftStanding | null;
  readonly person: () => Promise<BuiltPerson> | BuiltPerson;
}

const cases: readonly Case[] = [
  { who: 'one of the company', standing: 'company', person: () => own.member },
  { who: 'a colleague', standing: 'company', person: () => buildPerson(services, { programme, company: own.company }) },
  { who: 'its adviser', standing: 'adviser', person: () => own.adviser },
  { who: 'the secretariat', standing: 'secretariat', person: () => secretary },
  { who: 'one of another company', standing: null, person: () => others.member },
  { who: 'the adviser of another company', standing: null, person: () => others.adviser },
  {
    who: 'one who has left the company',
    standing: null,
    person: () => buildPerson(services, { programme, company: own.company, endedAt: services.clock.now() }),
  },
  {
    who: 'an adviser who does not look after it any more',
    standing: null,
    person: async () => {
      const adviser = await buildPerson(services, { programme, role: 'adviser' });
      const { id } = await buildAssignment(services, { company: own.company, adviserId: adviser.id });
      await test.database.assignment.update({ where: { id }, data: { endedAt: services.clock.now() } });
      return adviser;
    },
  },
  {
    who: 'an adviser who has left the programme, with an assignment that nobody ended',
    standing: null,
    person: async () => {
      const endedAt = services.clock.now();
      const adviser = await buildPerson(services, { programme, role: 'adviser', endedAt });
      await buildAssignment(services, { company: own.company, adviserId: adviser.id });
      return adviser;
    },
  },
  { who: 'a speaker', standing: null, person: () => buildPerson(services, { programme, role: 'speaker' }) },
  {
    who: 'the secretariat of another programme',
    standing: null,
    person: async () => buildPerson(services, { programme: await buildProgramme(services), role: 'secretariat' }),
  },
];

describe.each(cases)('$who', ({ standing, person }) => {
  it('sees what the table says, as an account and as a person who is notified', async () => {
    const somebody = await person();
    expect(await standingIn(somebody)).toBe(standing);
    for (const viewer of [accountOf(somebody), personOf(somebody)]) {
      expect(await as(viewer, partsSeen)).toEqual(byTable(standing));
    }
  });
});

it('the secretariat sees what the table says where the programme opens drafts to it, and no longer than that', async () => {
  await test.database.programme.update({ where: { id: programme.id }, data: { openDrafts: true } });
  expect(await standingIn(secretary)).toBe('open secretariat');
  expect(await as(accountOf(secretary), partsSeen)).toEqual(byTable('open secretariat'));
  await test.database.programme.update({ where: { id: programme.id }, data: { openDrafts: false } });
  expect(await as(accountOf(secretary), partsSeen)).toEqual(byTable('secretariat'));
});

it('who has dropped a file sees it beside what their company sees, until it is handed in', async () => {
  for (const viewer of [accountOf(own.sender), personOf(own.sender)]) {
    expect(await as(viewer, partsSeen)).toEqual({ ...byTable('company'), received: maySee('received', 'sender') });
  }
  // Nor does an adviser see what another adviser of the same company has dropped.
  const adviser = await buildPerson(services, { programme, role: 'adviser' });
  await buildAssignment(services, { company: own.company, adviserId: adviser.id });
  const content = Buffer.from('CANARY');
  const id = await storeReceivedFile(services, adviser.id, { name: 'a.txt', type: 'text', content });
  const seen = async ({ id: personId }: BuiltPerson) =>
    await as({ kind: 'person', personId }, async (transaction) => await transaction.file.count({ where: { id } }));
  expect([await seen(adviser), await seen(own.adviser), await seen(own.member), await seen(secretary)]).toEqual([
    ...[1, 0, 0, 0],
  ]);
});

it('who has dropped a file keeps what was read of it, and nobody writes, changes or deletes it for them', async () => {
  const { receivedId } = drafts;
  const write = (transaction: Transaction) =>
    transaction.receivedDocument.updateMany({ where: { fileId: receivedId }, data: { source: 'docx' } });
  const remove = (transaction: Transaction) =>
    transaction.receivedDocument.deleteMany({ where: { fileId: receivedId } });
  const take = (transaction: Transaction) =>
    transaction.file.updateMany({ where: { id: receivedId }, data: { personId: own.member.id } });
  for (const one of [own.member, own.adviser, secretary]) {
    for (const change of [write, remove, take]) {
      expect((await as(personOf(one), async (transaction) => await change(transaction))).count).toBe(0);
    }
    const row = { fileId: receivedId, source: 'plain', text: { paragraphs: [], pages: null } } as const;
    const bytes = Buffer.from('another');
    await expect(
      as(personOf(one), (transaction) =>
        transaction.fileChunk.create({ data: { fileId: receivedId, position: 9, bytes } }),
      ),
    ).rejects.toThrow('row-level security');
    await expect(
      as(personOf(one), (transaction) => transaction.receivedDocument.create({ data: row })),
    ).rejects.toThrow(/row-level security|Unique constraint/);
  }
  expect((await as(personOf(own.sender), async (transaction) => await write(transaction))).count).toBe(1);
});

it('a person who was merged into one of the company is that one', async () => {
  const duplicate = await buildPerson(services, { programme, company: others.company });
  await test.database.person.update({ where: { id: duplicate.id }, data: { mergedIntoId: own.member.id } });
  for (const viewer of [accountOf(duplicate), personOf(duplicate)]) {
    expect(await as(viewer, partsSeen)).toEqual(byTable('company'));
  }
});

it('an account that opens another programme alone sees nothing, also where it is a member’s', async () => {
  const elsewhere = await buildProgramme(services);
  const account = await buildAccount(services, own.member);
  const { id: accountId } = await test.database.account.findFirstOrThrow({ where: { userId: account.userId } });
  const grant = { accountId, createdAt: services.clock.now() };
  await test.database.accountGrant.create({ data: { ...grant, programmeId: elsewhere.id } });
  expect(await as(accountOf({ account }), partsSeen)).toEqual(byTable(null));
  // What the secretariat of this programme has granted opens it as well.
  await test.database.accountGrant.updateMany({ where: { accountId }, data: { issuedById: secretary.id } });
  expect(await as(accountOf({ account }), partsSeen)).toEqual(byTable('company'));
});

describe('nobody', () => {
  it('is whoever asks outside of a transaction, or in one that says of no one that it works for them', async () => {
    expect(await partsSeen(test.app)).toEqual(byTable(null));
    expect(await as(null, partsSeen)).toEqual(byTable(null));
    expect(await as({ kind: 'person', personId: drafts.companyId }, partsSeen)).toEqual(byTable(null));
    expect(await as({ kind: 'account', platform: 'slack', tenant: 'T-0', userId: 'U-0' }, partsSeen)).toEqual(
      byTable(null),
    );
  });

  it('is not the owner of these tables here, a superuser: the control', async () => {
    expect(Object.values(await partsSeen(test.database)).every((seen) => seen === true)).toBe(true);
  });

  it('is whom every one of these tables is closed to, their owner included where no superuser owns them', async () => {
    const rows = await test.database.$queryRaw<{ name: string }[]>`
      SELECT relname::text AS name FROM pg_class
      WHERE relnamespace = 'public'::regnamespace AND relrowsecurity AND relforcerowsecurity ORDER BY relname`;
    const walled = [...walledTables, ...walledQuestions, ...walledKnowledge, 'last_shown'];
    expect(rows.map(({ name }) => name)).toEqual(walled.sort());
  });
});

describe('what works for no person', () => {
  it('reads stages and dates of its programme, and nothing of a draft', async () => {
    const seen = await as({ kind: 'programme', programmeId: programme.id }, partsSeen);
    expect(seen).toEqual({ ...byTable(null), stage: true });
    const elsewhere = await buildProgramme(services);
    expect(await as({ kind: 'programme', programmeId: elsewhere.id }, partsSeen)).toEqual(byTable(null));
  });

  it('opens by a link the one file that it is for', async () => {
    const link: Viewer = { kind: 'link', fileId: drafts.originalId };
    const files = await as(link, async (transaction) => await transaction.file.findMany({ select: { id: true } }));
    expect(files).toEqual([{ id: drafts.originalId }]);
    const chunks = await as(link, async (transaction) => await transaction.fileChunk.findMany());
    expect(chunks.map(({ fileId, bytes }) => [fileId, Buffer.from(bytes).toString()])).toEqual([
      [drafts.originalId, 'CANARY'],
    ]);
    const { original: _original, ...rest } = byTable(null);
    expect(await as(link, partsSeen)).toEqual({ ...rest, original: 'in part' });
  });

  it('keeps house among files without a byte of them, and deletes only what has a time', async () => {
    const seen = await as({ kind: 'housekeeping' }, async (transaction) => ({
      files: await transaction.file.count({ where: { id: drafts.originalId } }),
      bytes: await transaction.fileChunk.count(),
      texts: await transaction.draftText.count(),
      deleted: (await transaction.file.deleteMany({ where: { id: drafts.originalId } })).count,
    }));
    expect(seen).toEqual({ files: 1, bytes: 0, texts: 0, deleted: 0 });
  });

  it('erases the content of one version, and reaches no other', async () => {
    const erasing: Viewer = { kind: 'erasing', draftId: drafts.draftId };
    const seen = await as(erasing, async (transaction) => [
      await transaction.draft.findMany({ select: { id: true } }),
      await transaction.draftText.findMany({ select: { draftId: true } }),
      await transaction.checkMark.findMany({ select: { draftId: true } }),
      await transaction.deliverable.count(),
      await transaction.draftDeclaration.count(),
    ]);
    const { draftId } = drafts;
    expect(seen).toEqual([[{ id: draftId }], [{ draftId }], [{ draftId }], 0, 0]);
  });

  it('makes one of two people wherever they are named, and where others are named not', async () => {
    const stays = await buildPerson(services, { programme, company: own.company });
    const merging: Viewer = { kind: 'merging', fromId: own.adviser.id, intoId: stays.id };
    const moved = await inTransaction(
      test.app,
      rolledBack(async (transaction) => {
        const where = { authorId: own.adviser.id };
        const comments = await transaction.reviewComment.updateMany({ where, data: { authorId: stays.id } });
        return [comments.count, await transaction.commentAnswer.count(), await transaction.draftText.count()];
      }),
      { viewer: merging },
    ).catch(resultOf);
    expect(moved).toEqual([2, 0, 0]);
  });
});

class RolledBackWith extends Error {
  constructor(readonly result: unknown) {
    super('rolled back on purpose');
  }
}

const rolledBack = (work: (transaction: Transaction) => Promise<unknown>) => async (transaction: Transaction) => {
  throw new RolledBackWith(await work(transaction));
};

const resultOf = (error: unknown): unknown => {
  if (error instanceof RolledBackWith) return error.result;
  throw error;
};
