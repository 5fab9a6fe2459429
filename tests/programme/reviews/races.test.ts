/** Two at once: a round is ended once and a request decided once; each with a negative control. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Draft, inTransaction, Prisma, type Transaction } from '../../../prisma/client.js';
import { decideExtension } from '../../../programme/deliverables/extensions/decide-extension.js';
import { extendDueDate } from '../../../programme/deliverables/extensions/extend-due-date.js';
import { findReading } from '../../../programme/drafts/received-documents.js';
import { type DraftSubmission, submitDraft } from '../../../programme/drafts/submit-draft.js';
import { findReceivedFiles } from '../../../programme/files/received-file.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { isRefusal, type Refusal } from '../../../programme/requests/refusal.js';
import { endReview } from '../../../programme/reviews/end-review.js';
import { openReview } from '../../../programme/reviews/open-review.js';
import { acting } from '../../support/acting.js';
import { atOnce } from '../../support/at-once.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import { sendDocument } from '../../support/drafts.js';
import {
  type BuiltPerson,
  buildAssignment,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import { buildPolicy, buildRound, buildVersion } from '../../support/reviews.js';
import { takeRowLocksOut } from '../../support/unlocked.js';

interface Stage {
  readonly test: TestDatabase;
  readonly services: TestServices;
  readonly advisers: readonly [ActingMember, ActingMember];
  readonly secretaries: readonly [ActingMember, ActingMember];
  readonly participants: readonly [ActingMember, ActingMember];
  readonly typeId: string;
  readonly draft: Draft;
}

let test: TestDatabase;
let stage: Stage;

async function set(on: TestDatabase): Promise<Stage> {
  const services = buildServices(on.database);
  const programme = await buildProgramme(services);
  const company = await buildCompany(services, programme);
  const member = async (role: 'adviser' | 'secretariat' | 'participant') =>
    await buildPerson(services, { programme, role, company: role === 'participant' ? company : null });
  const advising = async () => {
    const one = await member('adviser');
    await buildAssignment(services, { company, adviserId: one.id });
    return acting(one, programme, 'adviser');
  };
  const [first, second] = [await member('participant'), await member('participant')];
  const of = (one: BuiltPerson, role: 'secretariat' | 'participant') => acting(one, programme, role);
  const typeId = await buildPolicy(services, programme);
  const draft = await buildVersion(services, { typeId, company, personId: first.id });
  const advisers = [await advising(), await advising()] as const;
  await buildRound(services, draft, { adviserId: advisers[0].personId, words: 'Name the scope' });
  const secretaries = [of(await member('secretariat'), 'secretariat'), of(await member('secretariat'), 'secretariat')];
  const [one, other] = secretaries;
  if (one === undefined || other === undefined) throw new Error('two of the secretariat');
  const participants = [of(first, 'participant'), of(second, 'participant')] as const;
  return { test: on, services, advisers, secretaries: [one, other], participants, typeId, draft };
}

type UseCase<T> = (transaction: Transaction, by: ActingMember) => Promise<T | Refusal>;

/** Both do the same at once; returns what the second was told: 'done' or the reason. */
async function twice<T extends object>(
  { database }: TestDatabase,
  [one, other]: readonly [ActingMember, ActingMember],
  work: UseCase<T>,
): Promise<string> {
  const told = await atOnce({
    database,
    first: async (transaction) => {
      const done = await work(transaction, one);
      expect(isRefusal(done)).toBe(false);
    },
    second: async () => await inTransaction(database, async (transaction) => await work(transaction, other)),
  });
  return isRefusal(told) ? told.refused : 'done';
}

const end = ({ draft, services }: Stage): UseCase<object> => {
  const about = { draftId: draft.id, outcome: 'to_be_revised', words: '', fileId: null } as const;
  return async (transaction, by) => await endReview(transaction, { ...about, by, now: services.clock.now() });
};

const ask = ({ typeId, draft, services }: Stage): UseCase<object> => {
  const about = { typeId, companyId: draft.companyId, until: '2025-04-10', reason: 'The board meets late' };
  return async (transaction, by) => await extendDueDate(transaction, { ...about, by, now: services.clock.now() });
};

const decide =
  (extensionId: string, { services, secretaries }: Stage): UseCase<object> =>
  async (transaction, by) => {
    // The one grants it, the other refuses it.
    const granted = by.personId === secretaries[0].personId;
    const about = { extensionId, granted, answer: 'The board meets on the 8th', by, now: services.clock.now() };
    return await decideExtension(transaction, about);
  };

async function asked({ services, draft, participants }: Stage): Promise<string> {
  const { deliverableId, programmeId, companyId } = draft;
  const askedAt = services.clock.now();
  const { id } = await services.database.dueExtension.create({
    data: {
      ...{ deliverableId, programmeId, companyId, state: 'asked', until: new Date('2025-04-10'), reason: 'late' },
      ...{ askedById: participants[0].personId, askedAt },
    },
  });
  return id;
}

const open = ({ draft, services }: Stage): UseCase<object> => {
  const about = { draftId: draft.id, now: services.clock.now() };
  return async (transaction, by) => await openReview(transaction, { ...about, by });
};

/** The next version of who sent the one that nobody has opened yet. */
async function submit({ services, typeId, participants }: Stage): Promise<UseCase<DraftSubmission>> {
  const [{ personId }] = participants;
  const fileId = await sendDocument(services, personId, '当社は、人権を尊重し、支持します。');
  return async (transaction, by) => {
    const [file] = (await findReceivedFiles(transaction, personId, [fileId])) ?? [];
    const reading = await findReading(transaction, fileId);
    if (file === undefined || reading?.ok !== true) throw new Error('the document was not read');
    const about = { typeId, file, reading, note: '', answers: [], by, now: services.clock.now() };
    return await submitDraft(transaction, about);
  };
}

/** The first is done and not committed when the second begins; returns what the second was told. */
async function following<T extends object>(
  { database }: TestDatabase,
  first: readonly [UseCase<object>, ActingMember],
  second: readonly [UseCase<T>, ActingMember],
): Promise<T | Refusal> {
  return await atOnce({
    database,
    first: async (transaction) => expect(isRefusal(await first[0](transaction, first[1]))).toBe(false),
    second: async () => await inTransaction(database, async (transaction) => await second[0](transaction, second[1])),
  });
}

/** A version that nobody has opened. */
async function unopened(built: Stage): Promise<Stage> {
  const { services, typeId, participants, draft } = built;
  const company = { id: draft.companyId, programmeId: draft.programmeId };
  const version = await buildVersion(services, { typeId, company, personId: participants[0].personId });
  return { ...built, draft: version };
}

const versionOf = async ({ services, draft }: Stage) =>
  await services.database.draft.findUniqueOrThrow({ where: { id: draft.id } });

const events = async ({ services, draft }: Stage, kind: 'revision_asked' | 'due_moved') =>
  await services.database.deliverableEvent.count({ where: { deliverableId: draft.deliverableId, kind } });

beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());
beforeEach(async () => {
  stage = await set(test);
});

describe('two advisers who end one round', () => {
  it('end it once', async () => {
    expect(await twice(test, stage.advisers, end(stage))).toBe('round_ended');
    expect(await events(stage, 'revision_asked')).toBe(1);
  });
});

describe('two of a company who ask for more time', () => {
  it('ask once', async () => {
    expect(await twice(test, stage.participants, ask(stage))).toBe('asked_already');
    expect(await stage.services.database.dueExtension.count({ where: { companyId: stage.draft.companyId } })).toBe(1);
  });
});

describe('two of the secretariat who decide on one request', () => {
  it('decide once', async () => {
    const extension = await asked(stage);
    expect(await twice(test, stage.secretaries, decide(extension, stage))).toBe('decided_already');
    expect(await stage.services.database.dueExtension.findUniqueOrThrow({ where: { id: extension } })).toMatchObject({
      ...{ state: 'granted', decidedById: stage.secretaries[0].personId },
    });
  });
});

describe('an adviser who opens a version and a company that replaces it', () => {
  it('leave it opened, where that came first: what is sent is a version of its own', async () => {
    const built = await unopened(stage);
    const work = await submit(built);
    const sent = await following(test, [open(built), built.advisers[0]], [work, built.participants[0]]);
    expect(isRefusal(sent) || sent.hasReplaced).toBe(false);
    expect(await versionOf(built)).toMatchObject({ openedAt: expect.any(Date), replacedAt: null });
  });

  it('leave it replaced, where that came first: it cannot be opened any more', async () => {
    const built = await unopened(stage);
    const work = await submit(built);
    const told = await following(test, [work, built.participants[0]], [open(built), built.advisers[0]]);
    expect(isRefusal(told) && told.refused).toBe('draft_gone');
    expect(await versionOf(built)).toMatchObject({ openedAt: null, replacedAt: expect.any(Date) });
  });
});

describe('the control, without the lock of the deliverable', () => {
  let unlocked: TestDatabase;
  let built: Stage;

  beforeAll(async () => {
    unlocked = await createTestDatabase();
    const columns = ['stage', 'stage_at', 'version', 'due_on', 'draft_count', 'comment_count'];
    built = await set(unlocked);
    await takeRowLocksOut(unlocked.database, { table: 'deliverable', key: 'id', columns });
    // It keeps two events from having one place, and would hide that both were written.
    await unlocked.database.$executeRaw(Prisma.sql`DROP INDEX deliverable_event_deliverable_id_position_key`);
  });
  afterAll(async () => await unlocked.close());

  it('ends a round twice, and decides a request twice', async () => {
    expect(await twice(unlocked, built.advisers, end(built))).toBe('done');
    expect(await events(built, 'revision_asked')).toBe(2);
    const extension = await asked(built);
    expect(await twice(unlocked, built.secretaries, decide(extension, built))).toBe('done');
  });

  it('leaves a version opened and replaced', async () => {
    const version = await unopened(built);
    const work = await submit(version);
    const told = await following(unlocked, [work, built.participants[0]], [open(version), built.advisers[0]]);
    expect(isRefusal(told)).toBe(false);
    expect(await versionOf(version)).toMatchObject({ openedAt: expect.any(Date), replacedAt: expect.any(Date) });
  });
});
