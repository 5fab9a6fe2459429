/** Reminders and merges at the same instant as another change; each control takes out the lock. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction, openDatabase, type PrismaClient, type Transaction } from '../../../prisma/client.js';
import { answerFeedback } from '../../../programme/feedback/answer-feedback.js';
import { remindUnanswered } from '../../../programme/feedback/remind-unanswered.js';
import { isRefusal } from '../../../programme/requests/refusal.js';
import { mergePeople } from '../../../programme/roster/merge-people.js';
import { acting } from '../../support/acting.js';
import { atOnce } from '../../support/at-once.js';
import { buildAttendance } from '../../support/feedback.js';
import { programmeFixture } from '../../support/programme-fixture.js';
import { unlockedAddress } from '../../support/unlocked.js';

const given = programmeFixture();

beforeEach(async () => {
  await buildAttendance(given.services, given.session, given.person);
  given.services.clock.set('2024-11-07T18:00:00+09:00');
});

/** The database is its owner's, who sees which queries wait. */
type Race = (database: PrismaClient) => Promise<string>;

/** The second is asked for once the first is done and not committed; what it is told. */
async function second(database: PrismaClient, work: (transaction: Transaction) => Promise<object>): Promise<string> {
  return await inTransaction(database, work).then(
    (done) => (isRefusal(done) ? done.refused : 'done'),
    () => 'broken',
  );
}

const remindTwice: Race = async (database) => {
  const about = { programmeId: given.programme.id, sessionId: given.session.id, now: given.services.clock.now() };
  return await atOnce({
    database,
    first: async (transaction) => expect(isRefusal(await remindUnanswered(transaction, about))).toBe(false),
    second: async () => await second(database, async (transaction) => await remindUnanswered(transaction, about)),
  });
};

const answerDuringMerge: Race = async (database) => {
  const now = given.services.clock.now();
  const { secretary, person: from, colleague: into, programme, session } = given;
  const membership = { programmeId: programme.id, role: 'secretariat', level: null, companyId: null } as const;
  const by = { id: secretary.id, memberships: [{ ...membership, personId: secretary.id }] };
  const said = { sessionId: session.id, rating: 4, comment: 'Good.', permission: 'no', shownAs: '' } as const;
  return await atOnce({
    database,
    first: async (transaction) => {
      const merging = { fromId: from.id, intoId: into.id, by, programmeId: programme.id, now };
      expect(isRefusal(await mergePeople(transaction, merging))).toBe(false);
    },
    second: async () =>
      await second(database, async (transaction) =>
        answerFeedback(transaction, { ...said, by: acting(from, programme), now }),
      ),
  });
};

async function unlocked(race: Race): Promise<string> {
  const { database, close } = openDatabase(await unlockedAddress(given.database, given.test.url), { asOwner: true });
  try {
    return await race(database);
  } finally {
    await close();
  }
}

/** Answers that are nobody's, as their person has become another. */
const orphans = async () => await given.database.feedback.count({ where: { personId: given.person.id } });

describe('two who remind at once', () => {
  it('remind once: the second is told so', async () => {
    expect(await remindTwice(given.database)).toBe('reminded_today');
  });

  it('would both be told that they did, without the lock', async () => {
    expect(await unlocked(remindTwice)).toBe('done');
  });
});

describe('an answer of a record that is being made one with another', () => {
  it('waits, and is asked for under the other', async () => {
    expect(await answerDuringMerge(given.database)).toBe('did_not_come');
    expect(await orphans()).toBe(0);
  });

  it('would be nobody’s without the lock', async () => {
    expect(await unlocked(answerDuringMerge)).toBe('done');
    expect(await orphans()).toBe(1);
  });
});
