/** Row-level security lets only those write about a draft who may, only under what belongs to the same company, and asks once a statement. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asViewer, inTransaction, type Programme, type Transaction, type Viewer } from '../../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import {
  buildDraftPeople,
  buildWalledDrafts,
  type DraftPeople,
  type WalledDrafts,
} from '../../support/walled-drafts.js';

let test: TestDatabase;
let services: TestServices;
let programme: Programme;
let own: DraftPeople;
let others: DraftPeople;
let drafts: WalledDrafts;
let foreign: WalledDrafts;
let secretary: BuiltPerson;

beforeAll(async () => {
  test = await createTestDatabase();
  services = buildServices(test.database);
  // Who may read everything may not therefore write it.
  programme = await buildProgramme(services, { openDrafts: true });
  own = await buildDraftPeople(services, programme);
  others = await buildDraftPeople(services, programme);
  drafts = await buildWalledDrafts(services, programme, own, 'CANARY');
  foreign = await buildWalledDrafts(services, programme, others, 'of another company');
  secretary = await buildPerson(services, { programme, role: 'secretariat' });
});
afterAll(async () => await test.close());

type Who = 'company' | 'adviser' | 'secretariat' | 'another company' | 'nobody';

const everybody: readonly Who[] = ['company', 'adviser', 'secretariat', 'another company', 'nobody'];

function viewerOf(who: Who): Viewer | null {
  const people = {
    company: own.member,
    adviser: own.adviser,
    secretariat: secretary,
    'another company': others.member,
  };
  return who === 'nobody' ? null : { kind: 'person', personId: people[who].id };
}

class TakenBack extends Error {}

/** 'done', and taken back again; 'refused' by a policy; or how many rows it reached. */
async function attempt(viewer: Viewer | null, work: (transaction: Transaction) => Promise<unknown>): Promise<unknown> {
  let done: unknown;
  try {
    await inTransaction(
      test.app,
      async (transaction) => {
        done = await work(transaction);
        throw new TakenBack();
      },
      { viewer },
    );
  } catch (error) {
    if (error instanceof TakenBack) return typeof done === 'number' ? done : 'done';
    if (error instanceof Error && error.message.includes('row-level security')) return 'refused';
    throw error;
  }
}

const at = new Date('2024-10-01T00:00:00Z');
const ofCompany = ({ programmeId, companyId }: WalledDrafts) => ({ programmeId, companyId });

/** Adds a row about a company's draft: `of` says whose row it is, `under` what it hangs on. */
const adding: Readonly<
  Record<string, (transaction: Transaction, of: WalledDrafts, under: WalledDrafts) => Promise<unknown>>
> = {
  event: async (transaction, of, { deliverableId }) =>
    await transaction.deliverableEvent.create({
      data: { ...ofCompany(of), deliverableId, position: 2, kind: 'begun', at },
    }),
  extension: async (transaction, of, { deliverableId }) =>
    await transaction.dueExtension.create({
      data: { ...ofCompany(of), deliverableId, state: 'by_late_review', until: at, askedAt: at },
    }),
  draft: async (transaction, of, { deliverableId }) =>
    await transaction.draft.create({
      data: {
        ...{ ...ofCompany(of), deliverableId, number: 3, source: 'plain', language: 'ja', sha256: 'ab' },
        ...{ submittedById: own.member.id, submittedAt: at },
      },
    }),
  text: async (transaction, of, { draftIds: [draftId] }) => {
    await asViewer(transaction, { kind: 'erasing', draftId }, async () => {
      await transaction.draftText.deleteMany({ where: { draftId } });
    });
    await transaction.draftText.create({ data: { ...ofCompany(of), draftId, paragraphs: [], characters: 0 } });
  },
  declaration: async (transaction, of, { deliverableId }) =>
    await transaction.draftDeclaration.create({
      data: { ...ofCompany(of), deliverableId, element: 'E03', words: '', personId: own.member.id, at },
    }),
  mark: async (transaction, of, { draftId }) =>
    await transaction.checkMark.create({
      data: {
        ...{ ...ofCompany(of), draftId, element: 'E03', kind: 'missed', sentence: '' },
        ...{ personId: own.adviser.id, at },
      },
    }),
  review: async (transaction, of, { draftIds: [draftId] }) =>
    await transaction.review.create({
      data: { ...ofCompany(of), draftId, reviewerId: own.adviser.id, begunAt: at },
    }),
  comment: async (transaction, of, { deliverableId, draftId, reviewId }) =>
    await transaction.reviewComment.create({
      data: {
        ...{ ...ofCompany(of), deliverableId, draftId, reviewId, number: 3, target: 'whole', words: '' },
        ...{ authorId: own.adviser.id, at },
      },
    }),
  correction: async (transaction, of, { sentCommentId: commentId }) =>
    await transaction.reviewCommentVersion.create({
      data: { ...ofCompany(of), commentId, version: 2, words: '', until: at },
    }),
  answer: async (transaction, of, { sentCommentId: commentId }) => {
    await transaction.commentAnswer.deleteMany({ where: { commentId } });
    await transaction.commentAnswer.create({
      data: { ...ofCompany(of), commentId, words: '', personId: own.member.id, at },
    });
  },
  original: async (transaction, of) => await addFile(transaction, of, 'draft'),
  attachment: async (transaction, of) => await addFile(transaction, of, 'review'),
};

async function addFile(transaction: Transaction, of: WalledDrafts, kind: string): Promise<void> {
  const about = { name: 'policy.docx', contentType: '', size: 1, sha256: '', createdAt: at };
  await transaction.file.create({
    data: { ...ofCompany(of), ...about, kind, chunks: { create: { position: 0, bytes: Buffer.from('x') } } },
  });
}

const staged: readonly Who[] = ['company', 'adviser', 'secretariat'];

/** Who adds it. */
const whoAdds: readonly (readonly [string, readonly Who[]])[] = [
  ['event', staged],
  ['extension', staged],
  ['draft', ['company']],
  ['text', ['company']],
  ['declaration', ['company']],
  ['mark', ['adviser']],
  ['review', ['adviser']],
  ['comment', ['adviser']],
  ['correction', ['adviser']],
  ['answer', ['company']],
  ['original', ['company']],
  ['attachment', ['adviser']],
];

describe.each(whoAdds)('what is added: %s', (name, allowed) => {
  const add = (of: () => WalledDrafts, under: () => WalledDrafts) => async (transaction: Transaction) =>
    await adding[name]?.(transaction, of(), under());

  it.each(everybody)('by %s', async (who) => {
    const outcome = await attempt(
      viewerOf(who),
      add(
        () => drafts,
        () => drafts,
      ),
    );
    // An answer that is to be replaced and is not seen stays, so that its key is taken before the policy is asked.
    expect(outcome).toBe(allowed.includes(who) ? 'done' : 'refused');
  });

  it('never under what is another company’s', async () => {
    const isFile = name === 'original' || name === 'attachment';
    for (const who of allowed) {
      if (isFile || who === 'secretariat') continue;
      expect(
        await attempt(
          viewerOf(who),
          add(
            () => drafts,
            () => foreign,
          ),
        ),
      ).toBe('refused');
      expect(
        await attempt(
          viewerOf(who),
          add(
            () => foreign,
            () => foreign,
          ),
        ),
      ).toBe('refused');
    }
  });
});

/** How many rows of the company each statement reaches, and for whom it reaches any. */
const changing: readonly (readonly [
  string,
  readonly Who[],
  (transaction: Transaction) => Promise<{ count: number }>,
])[] = [
  [
    'a version is opened, replaced or withdrawn',
    ['company', 'adviser'],
    async (transaction) =>
      await transaction.draft.updateMany({ where: { id: drafts.draftId }, data: { openedAt: at } }),
  ],
  [
    'a version is deleted with its number',
    [],
    async (transaction) => await transaction.draft.deleteMany({ where: { id: drafts.draftId } }),
  ],
  [
    'a text is taken out',
    ['company'],
    async (transaction) => await transaction.draftText.deleteMany({ where: { draftId: drafts.draftId } }),
  ],
  [
    'the words of a sent comment are changed',
    ['adviser'],
    async (transaction) =>
      await transaction.reviewComment.updateMany({ where: { id: drafts.sentCommentId }, data: { words: 'other' } }),
  ],
  [
    'a round is ended',
    ['adviser'],
    async (transaction) =>
      await transaction.review.updateMany({
        where: { id: drafts.reviewId },
        data: { endedAt: at, outcome: 'confirmed' },
      }),
  ],
  [
    'an answer is changed',
    ['company'],
    async (transaction) =>
      await transaction.commentAnswer.updateMany({
        where: { commentId: drafts.sentCommentId },
        data: { words: 'other' },
      }),
  ],
  [
    'an original is deleted',
    ['company'],
    async (transaction) => await transaction.file.deleteMany({ where: { id: drafts.originalId } }),
  ],
  [
    'a due date is moved',
    staged,
    async (transaction) =>
      await transaction.deliverable.updateMany({ where: { id: drafts.deliverableId }, data: { dueOn: at } }),
  ],
];

describe.each(changing)('%s', (_what, allowed, change) => {
  it.each(everybody)('by %s', async (who) => {
    const reached = await attempt(viewerOf(who), async (transaction) => (await change(transaction)).count);
    expect(reached).toBe(allowed.includes(who) ? 1 : 0);
  });
});

it('gives no company’s rows to another company', async () => {
  const move = async (transaction: Transaction) =>
    await transaction.draft.updateMany({
      where: { id: drafts.draftId },
      data: { companyId: foreign.companyId },
    });
  for (const who of ['company', 'adviser'] as const) expect(await attempt(viewerOf(who), move)).toBe('refused');
});

describe('the viewer', () => {
  it.each([
    ['draft_text', `draft_id = ANY ('{}'::uuid[])`],
    ['draft', 'true'],
    ['review_comment', 'sent_at IS NOT NULL'],
    ['review_comment_version', 'true'],
    ['deliverable_event', 'true'],
    ['file', `kind = 'draft'`],
    ['file_chunk', 'true'],
  ])('is looked up once a statement, not once a row: %s', async (table, condition) => {
    const plan = await inTransaction(
      test.app,
      async (transaction) =>
        await transaction.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
          `EXPLAIN (COSTS OFF, VERBOSE) SELECT * FROM ${table} WHERE ${condition}`,
        ),
      { viewer: viewerOf('company') },
    );
    const lines = plan.map((line) => line['QUERY PLAN']);
    expect(lines.join('\n')).toContain('InitPlan');
    // A function that stands in a filter is asked row by row.
    const filters = lines.filter((line) => /(?:Filter|Cond):/.test(line));
    expect(filters.filter((line) => /\bviewer/.test(line))).toEqual([]);
  });

  it('finds a version by its index', async () => {
    const plan = await inTransaction(
      test.app,
      async (transaction) => {
        await transaction.$executeRaw`SET LOCAL enable_seqscan = off`;
        return await transaction.$queryRaw<{ 'QUERY PLAN': string }[]>`
          EXPLAIN (COSTS OFF) SELECT * FROM draft_text WHERE draft_id = '11111111-1111-4111-8111-111111111111'`;
      },
      { viewer: viewerOf('company') },
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('Index Cond: (draft_id = ');
  });
});
