/** Two at once: a question is answered once, and withdrawn or answered; each with a negative control. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../../programme/members/acting-member.js';
import { answerQuestion } from '../../../programme/questions/answer-question.js';
import { passQuestion } from '../../../programme/questions/pass-question.js';
import { withdrawQuestion } from '../../../programme/questions/withdraw-question.js';
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
  readonly asker: ActingMember;
  readonly adviserId: string;
  readonly secretaries: readonly [ActingMember, ActingMember];
}

async function set({ database }: TestDatabase): Promise<Stage> {
  const services = buildServices(database);
  const programme = await buildProgramme(services);
  const company = await buildCompany(services, programme);
  const person = await buildPerson(services, { programme, company });
  const adviser = await buildPerson(services, { programme, role: 'adviser' });
  await buildAssignment(services, { company, adviserId: adviser.id });
  const secretary = async () =>
    acting(await buildPerson(services, { programme, role: 'secretariat' }), programme, 'secretariat');
  return {
    services,
    questionId: await buildQuestion(services, { programme, company, personId: person.id }),
    asker: acting(person, programme),
    adviserId: adviser.id,
    secretaries: [await secretary(), await secretary()],
  };
}

type Work = (transaction: Transaction) => Promise<object | null>;

const answer =
  ({ questionId, secretaries, services }: Stage, which: 0 | 1): Work =>
  async (transaction) =>
    await answerQuestion(transaction, {
      ...{ questionId, answer: `Answer ${which}`, by: secretaries[which], now: services.clock.now() },
    });

const withdraw =
  ({ questionId, asker: by, services }: Stage): Work =>
  async (transaction) =>
    await withdrawQuestion(transaction, { questionId, by, now: services.clock.now() });

const pass =
  ({ questionId, adviserId: to, secretaries, services }: Stage): Work =>
  async (transaction) =>
    await passQuestion(transaction, { questionId, to, note: '', by: secretaries[1], now: services.clock.now() });

/** The first is done and not committed when the second begins; returns what the second was told. */
async function following({ services: { database } }: Stage, first: Work, second: Work): Promise<string> {
  const told = await atOnce({
    database,
    first: async (transaction) => {
      const done = await first(transaction);
      expect(done !== null && isRefusal(done)).toBe(false);
    },
    second: async () =>
      await inTransaction(database, second).then(
        (done) => (done !== null && isRefusal(done) ? done.refused : 'done'),
        () => 'broken',
      ),
  });
  return told;
}

describe('under the lock', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(async () => await test.close());

  it('the second of two answers is told that there is one', async () => {
    const stage = await set(test);
    expect(await following(stage, answer(stage, 0), answer(stage, 1))).toBe('already_answered');
    const answers = await test.database.questionAnswer.findMany({ where: { questionId: stage.questionId } });
    expect(answers.map(({ text }) => text)).toEqual(['Answer 0']);
  });

  it('a withdrawal after an answer, and an answer after a withdrawal, are refused', async () => {
    const stage = await set(test);
    expect(await following(stage, answer(stage, 0), withdraw(stage))).toBe('already_answered');
    const other = await set(test);
    expect(await following(other, withdraw(other), answer(other, 0))).toBe('question_withdrawn');
    expect(await test.database.questionText.count({ where: { questionId: other.questionId } })).toBe(0);
  });

  it('who answers while it is handed over is not asked any more', async () => {
    const stage = await set(test);
    expect(await following(stage, pass(stage), answer(stage, 0))).toBe('not_found');
  });
});

describe('without it (the control)', () => {
  let test: TestDatabase;
  let stages: readonly [Stage, Stage, Stage];
  beforeAll(async () => {
    test = await createTestDatabase();
    stages = [await set(test), await set(test), await set(test)];
    // What hangs on the row, and its trigger-made view cannot carry.
    await takeRowLocksOut(test.database, {
      table: 'question',
      key: 'id',
      columns: ['state', 'answered_at', 'answered_by_id', 'withdrawn_at', 'adviser_id'],
    });
  });
  afterAll(async () => await test.close());

  it('nobody is told in words: the second is done as well, or breaks on a key', async () => {
    const [answers, withdrawal, passing] = stages;
    expect(await following(answers, answer(answers, 0), answer(answers, 1))).toBe('broken');
    expect(await following(withdrawal, answer(withdrawal, 0), withdraw(withdrawal))).toBe('broken');
    expect(await following(passing, pass(passing), answer(passing, 0))).toBe('done');
  });
});
