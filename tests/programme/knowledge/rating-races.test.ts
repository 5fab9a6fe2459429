/** Two at once: an answer is rated once by a person, and settled once and as it was shown; each with a negative control. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, type Programme, type Transaction } from '../../../prisma/client.js';
import { type Rating, rateAnswer } from '../../../programme/knowledge/ratings/ratings.sql.js';
import { settleRating } from '../../../programme/knowledge/ratings/settle-rating.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { atOnce } from '../../support/at-once.js';
import { createTestDatabase, type TestDatabase } from '../../support/database.js';
import {
  type BuiltPerson,
  buildPerson,
  buildProgramme,
  buildServices,
  type TestServices,
} from '../../support/factories.js';
import { buildRating } from '../../support/knowledge.js';
import { takeRowLocksOut } from '../../support/unlocked.js';

interface Stage {
  readonly services: TestServices;
  readonly programme: Programme;
  readonly author: BuiltPerson;
  readonly secretary: BuiltPerson;
}

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

async function set(): Promise<Stage> {
  const services = buildServices(test.database);
  const programme = await buildProgramme(services);
  const author = await buildPerson(services, { programme });
  return { services, programme, author, secretary: await buildPerson(services, { programme, role: 'secretariat' }) };
}

const ratingOf = ({ services, programme, author }: Stage, more: Partial<Rating>): Rating => ({
  ...{ programmeId: programme.id, personId: author.id, words: 'remedy', helpful: true, missing: '' },
  ...{ now: services.clock.now(), ...more },
});

type Work = (transaction: Transaction) => Promise<object | null>;

async function settling(stage: Stage): Promise<Work> {
  const { services, programme, author, secretary } = stage;
  const { answerRating: ratingId, seenAt } = await buildRating(services, programme, { personId: author.id });
  const given = { ratingId, seenAt: new Date(seenAt), byId: secretary.id, now: services.clock.now() };
  return async (transaction) => await settleRating(transaction, given);
}

/** The first is done and not committed when the second begins; returns what the second was told. */
async function following(first: (transaction: Transaction) => Promise<unknown>, second: Work): Promise<string> {
  const { database } = test;
  return await atOnce({
    ...{ database, first },
    second: async () => {
      const told = await inTransaction(database, second);
      return told !== null && isRefusal(told) ? told.refused : 'done';
    },
  });
}

const rows = async ({ programme }: Stage) =>
  await test.database.answerRating.findMany({ where: { programmeId: programme.id } });

describe('a person who presses twice at once', () => {
  const twice = async (stage: Stage, write: (transaction: Transaction, rating: Rating) => Promise<void>) => {
    const { database } = test;
    await atOnce({
      database,
      first: async (transaction) => await write(transaction, ratingOf(stage, {})),
      second: async () =>
        await inTransaction(database, async (transaction) => {
          await write(transaction, ratingOf(stage, { helpful: false, missing: 'All.' }));
        }),
    });
    return await rows(stage);
  };

  it('has rated once, as pressed last', async () => {
    expect(await twice(await set(), rateAnswer)).toMatchObject([{ helpful: false, missing: 'All.' }]);
  });

  it('has rated twice where the constraint is gone (the control)', async () => {
    await test.database.$executeRaw`DROP INDEX answer_rating_once`;
    const looked = await twice(await set(), async (transaction, { now: answeredAt, ...rating }) => {
      const { programmeId, personId, words } = rating;
      const before = await transaction.answerRating.findFirst({ where: { programmeId, personId, words } });
      if (before === null) await transaction.answerRating.create({ data: { ...rating, answeredAt } });
    });
    expect(looked).toHaveLength(2);
    await test.database.$executeRaw`DELETE FROM answer_rating`;
    await test.database
      .$executeRaw`CREATE UNIQUE INDEX answer_rating_once ON answer_rating (programme_id, person_id, words)`;
  });
});

describe('what is settled', () => {
  it('is refused to who settles it at the same time', async () => {
    const settle = await settling(await set());
    expect(await following(settle, settle)).toBe('rating_settled');
  });

  it('is refused while its author says more', async () => {
    const stage = await set();
    const settle = await settling(stage);
    const now = new Date(stage.services.clock.now().getTime() + 1);
    const says = ratingOf(stage, { helpful: false, missing: 'Who pays.', now });
    expect(await following(async (transaction) => await rateAnswer(transaction, says), settle)).toBe('rating_changed');
    expect(await rows(stage)).toMatchObject([{ missing: 'Who pays.', settledAt: null }]);
  });

  // The last one: from then on the table stands behind a view.
  it('is settled twice, and unseen, where the row is looked at once only (the control)', async () => {
    const [both, unseen] = [await settling(await set()), await settling(await set())];
    await takeRowLocksOut(test.database, { table: 'answer_rating', key: 'id', columns: ['settled_at', 'settled_by'] });
    expect(await following(both, both)).toBe('done');
    const says = async (transaction: Transaction) =>
      await transaction.$executeRaw`UPDATE answer_rating_row SET missing = 'Who pays.', answered_at = answered_at + interval '1 minute'`;
    expect(await following(says, unseen)).toBe('done');
  });
});
