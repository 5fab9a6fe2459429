/** A question, or its answer, at the instant at which the adviser is withdrawn or the notice is sent; each with a negative control. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import { withdrawAdviser } from '../../../programme/advisers/withdraw-adviser.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { claimForSending } from '../../../programme/notifications/claim-for-sending.js';
import { answerQuestion } from '../../../programme/questions/answer-question.js';
import { askQuestion } from '../../../programme/questions/ask-question.js';
import { SECRETARIAT } from '../../../programme/questions/rules.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { acting } from '../../support/acting.js';
import { atOnce } from '../../support/at-once.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  buildAssignment,
  buildCompany,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import { buildQuestion } from '../../support/questions.js';
import { takeRowLocksOut } from '../../support/unlocked.js';

interface Stage {
  readonly services: TestServices;
  readonly questionId: string;
  readonly assignmentId: string;
  readonly asker: ActingMember;
  readonly adviser: ActingMember;
  readonly secretary: ActingMember;
}

async function set({ database }: TestDatabase): Promise<Stage> {
  const services = buildServices(database);
  const programme = await buildProgramme(services);
  const company = await buildCompany(services, programme);
  const person = await buildPerson(services, { programme, company });
  const adviser = await buildPerson(services, { programme, role: 'adviser' });
  const secretary = await buildPerson(services, { programme, role: 'secretariat' });
  const { id: assignmentId } = await buildAssignment(services, { company, adviserId: adviser.id });
  return {
    ...{ services, assignmentId, asker: acting(person, programme), adviser: acting(adviser, programme, 'adviser') },
    secretary: acting(secretary, programme, 'secretariat'),
    questionId: await buildQuestion(services, { programme, company, personId: person.id, adviserId: adviser.id }),
  };
}

type Work = (transaction: Transaction) => Promise<object | null>;

const withdraw =
  ({ assignmentId, secretary: by, services }: Stage): Work =>
  async (transaction) =>
    await withdrawAdviser(transaction, { assignmentId, reason: '', by, now: services.clock.now() });

const answer =
  ({ questionId, adviser: by, services }: Stage): Work =>
  async (transaction) =>
    await answerQuestion(transaction, { questionId, answer: 'It is.', by, now: services.clock.now() });

const ask =
  ({ asker: by, services }: Stage, to: string): Work =>
  async (transaction) =>
    await askQuestion(transaction, { to, question: 'And this?', by, now: services.clock.now() });

/** The first is done and not committed when the second begins; returns what the second was told. */
async function following({ services: { database } }: Stage, first: Work, second: Work): Promise<string> {
  return await atOnce({
    database,
    first: async (transaction) => {
      const done = await first(transaction);
      expect(done !== null && isRefusal(done)).toBe(false);
    },
    second: async () =>
      await inTransaction(database, second).then((done) => (done !== null && isRefusal(done) ? done.refused : 'done')),
  });
}

/** Those of the adviser that wait still, though nobody was told. */
async function left({ services: { database }, adviser }: Stage): Promise<number> {
  return await database.question.count({ where: { adviserId: adviser.personId, state: 'waiting' } });
}

/** What the secretariat is told of two questions, of which the second is asked while the notice of the first is made. */
async function sentMeanwhile(stage: Stage): Promise<string> {
  const { services } = stage;
  const key = { startsWith: 'question.asked:', contains: stage.secretary.personId };
  const row = await services.database.notification.findFirstOrThrow({ where: { key } });
  await services.database.notification.update({ where: { id: row.id }, data: { state: 'queued', round: 1 } });
  const claimed = await atOnce({
    database: services.database,
    first: ask(stage, SECRETARIAT),
    second: async () => await claimForSending(services, { id: row.id, round: 1 }),
  });
  return 'message' in claimed ? claimed.message.summary : JSON.stringify(claimed);
}

async function noticePlanned(stage: Stage): Promise<Stage> {
  await inTransaction(stage.services.database, ask(stage, SECRETARIAT));
  return stage;
}

describe('under the locks', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(async () => await test.close());

  it('an adviser who is withdrawn meanwhile answers no more, and an answer that came first stays hers', async () => {
    const stage = await set(test);
    expect(await following(stage, withdraw(stage), answer(stage))).toBe('not_found');
    const other = await set(test);
    expect(await following(other, answer(other), withdraw(other))).toBe('done');
    const kept = await test.database.question.findUniqueOrThrow({ where: { id: other.questionId } });
    expect(kept).toMatchObject({ state: 'answered', adviserId: other.adviser.personId });
  });

  it('who asks her meanwhile is told so, and what was asked before goes to the secretariat', async () => {
    const stage = await set(test);
    expect(await following(stage, withdraw(stage), ask(stage, stage.adviser.personId))).toBe('not_your_adviser');
    const other = await set(test);
    expect(await following(other, ask(other, other.adviser.personId), withdraw(other))).toBe('done');
    expect(await left(other)).toBe(0);
  });

  it('a notice that is made meanwhile waits for the question and tells of it', async () => {
    expect(await sentMeanwhile(await noticePlanned(await set(test)))).toBe('2 questions wait for your answer.');
  });
});

describe('without them (the controls)', () => {
  let test: TestDatabase;
  let stages: readonly [Stage, Stage, Stage];
  beforeAll(async () => {
    test = await createTestDatabase();
    stages = [await set(test), await set(test), await noticePlanned(await set(test))];
  });
  afterAll(async () => await test.close());

  it('a notice is made without the question, which nobody hears of', async () => {
    const columns = ['state', 'round', 'claimed_until', 'channel', 'tenant', 'account_id'];
    await takeRowLocksOut(test.database, { table: 'notification', key: 'id', columns });
    expect(await sentMeanwhile(stages[2])).toBe('1 question waits for your answer.');
  });

  it('an adviser who is withdrawn is asked and left with the question', async () => {
    const columns = ['ended_at', 'ended_by_id', 'ended_reason'];
    await takeRowLocksOut(test.database, { table: 'assignment', key: 'id', columns });
    const [stage] = stages;
    expect(await following(stage, withdraw(stage), ask(stage, stage.adviser.personId))).toBe('done');
    expect(await left(stage)).toBe(1);
  });

  it('an adviser who is withdrawn answers all the same', async () => {
    const columns = ['state', 'answered_at', 'answered_by_id', 'withdrawn_at', 'adviser_id'];
    await takeRowLocksOut(test.database, { table: 'question', key: 'id', columns });
    expect(await following(stages[1], withdraw(stages[1]), answer(stages[1]))).toBe('done');
  });
});
