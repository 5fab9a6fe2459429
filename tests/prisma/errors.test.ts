/** A violated constraint is named, and what is worth trying again is told apart. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRetryable, openDatabase, violatedConstraint } from '../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

const PROGRAMME = {
  code: 'one',
  nameJa: '一',
  nameEn: 'One',
  timeZone: 'Asia/Tokyo',
  startsOn: new Date('2024-04-01'),
  endsOn: new Date('2024-09-30'),
  contact: 'x@example.org',
};

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  await raw(`
    CREATE EXTENSION IF NOT EXISTS btree_gist;
    CREATE TABLE parent (id int CONSTRAINT parent_pk PRIMARY KEY);
    CREATE TABLE trial (
      id int CONSTRAINT trial_pk PRIMARY KEY,
      code text CONSTRAINT trial_code_unique UNIQUE DEFERRABLE INITIALLY IMMEDIATE,
      parent_id int CONSTRAINT trial_parent REFERENCES parent (id) ON DELETE RESTRICT,
      amount int CONSTRAINT "trial amount, positive" CHECK (amount > 0),
      period tstzrange,
      CONSTRAINT trial_no_overlap EXCLUDE USING gist (period WITH &&)
    );
    CREATE UNIQUE INDEX trial_one_seven ON trial (amount) WHERE amount = 7;
    INSERT INTO parent VALUES (1);
    INSERT INTO trial VALUES (1, 'a', 1, 7, '[2024-01-01,2024-02-01)')`);
});

afterAll(() => test.close());

const VIOLATIONS: [name: string, statement: string][] = [
  ['trial_pk', 'INSERT INTO trial (id) VALUES (1)'],
  ['trial_code_unique', "INSERT INTO trial (id, code) VALUES (2, 'a')"],
  ['trial_one_seven', 'INSERT INTO trial (id, amount) VALUES (2, 7)'],
  ['trial_parent', 'INSERT INTO trial (id, parent_id) VALUES (2, 9)'],
  ['trial_parent', 'DELETE FROM parent'],
  ['trial amount, positive', 'INSERT INTO trial (id, amount) VALUES (2, -1)'],
  ['trial_no_overlap', "INSERT INTO trial (id, period) VALUES (2, '[2024-01-15,2024-03-01)')"],
];

describe('violatedConstraint', () => {
  it.each(VIOLATIONS)('names %s of a raw statement: %s', async (name, statement) => {
    const inside = (transaction: Pick<typeof test.database, '$executeRawUnsafe'>) =>
      transaction.$executeRawUnsafe(statement);
    expect(violatedConstraint(await failure(test.database.$executeRawUnsafe(statement)))).toBe(name);
    expect(violatedConstraint(await failure(test.database.$queryRawUnsafe(statement)))).toBe(name);
    expect(violatedConstraint(await failure(test.database.$transaction(inside)))).toBe(name);
    expect(violatedConstraint(await failure(raw(statement)))).toBe(name);
  });

  it('names a constraint that is checked at commit only', async () => {
    const late = test.database.$transaction(async (transaction) => {
      await transaction.$executeRaw`SET CONSTRAINTS trial_code_unique DEFERRED`;
      await transaction.$executeRaw`INSERT INTO trial (id, code) VALUES (3, 'a')`;
    });
    expect(violatedConstraint(await failure(late))).toBe('trial_code_unique');
  });

  it('names what a model operation violated: unique, foreign key, check', async () => {
    const { database } = test;
    await database.programme.create({ data: PROGRAMME });
    expect(violatedConstraint(await failure(database.programme.create({ data: PROGRAMME })))).toBe(
      'programme_code_key',
    );
    const company = { code: 'C1', nameJa: '会社', nameEn: 'Company', kana: 'カイシャ' };
    const orphan = database.company.create({ data: { ...company, programmeId: crypto.randomUUID() } });
    expect(violatedConstraint(await failure(orphan))).toBe('company_programme_id_fkey');
    await raw('ALTER TABLE programme ADD CONSTRAINT programme_not_nameless CHECK (name_ja <> $$$$)');
    const nameless = database.programme.create({ data: { ...PROGRAMME, code: 'two', nameJa: '' } });
    expect(violatedConstraint(await failure(nameless))).toBe('programme_not_nameless');
  });

  it('reads the name in the languages servers speak', () => {
    const said = (originalMessage: string) => ({
      meta: { driverAdapterError: { cause: { originalCode: '23514', originalMessage } } },
    });
    expect(violatedConstraint(said('新しいリレーション"trial"の行は検査制約"amount_positive"に違反しています'))).toBe(
      'amount_positive',
    );
    expect(
      violatedConstraint(said('la nouvelle ligne de la relation « trial » viole la contrainte « amount_positive »')),
    ).toBe('amount_positive');
    expect(
      violatedConstraint(said('neue Zeile für Relation »trial« verletzt Check-Constraint »amount_positive«')),
    ).toBe('amount_positive');
  });

  it('is undefined for anything else', async () => {
    expect(violatedConstraint(await failure(test.database.$executeRaw`SELECT 1 / 0`))).toBeUndefined();
    expect(violatedConstraint(await failure(test.database.$executeRaw`SELECT * FROM "nowhere"`))).toBeUndefined();
    for (const other of [new Error('constraint "x"'), undefined, null, 'text', 7]) {
      expect(violatedConstraint(other)).toBeUndefined();
    }
  });
});

/** Who comes first waits for the other. */
function meetingOfTwo(): () => Promise<void> {
  let arrived = 0;
  let meet = () => {};
  const met = new Promise<void>((resolve) => {
    meet = resolve;
  });
  return async () => {
    arrived += 1;
    if (arrived === 2) meet();
    await met;
  };
}

describe('isRetryable', () => {
  it('is true for a serialization failure', async () => {
    await raw('INSERT INTO parent VALUES (50)');
    const bothHaveRead = meetingOfTwo();
    const update = () =>
      test.database.$transaction(
        async (transaction) => {
          await transaction.$queryRaw`SELECT count(*)::int FROM parent`;
          await bothHaveRead();
          await transaction.$executeRaw`UPDATE parent SET id = id + 100 WHERE id >= 50`;
        },
        { isolationLevel: 'Serializable' },
      );
    const outcomes = await Promise.allSettled([update(), update()]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(isRetryable(refused[0]?.reason)).toBe(true);
    expect(violatedConstraint(refused[0]?.reason)).toBeUndefined();
  });

  it('is true for a deadlock', async () => {
    await raw('CREATE TABLE door (id int PRIMARY KEY, open boolean); INSERT INTO door VALUES (1), (2)');
    const bothHoldOne = meetingOfTwo();
    const walk = (first: number, second: number) =>
      test.database.$transaction(async (transaction) => {
        await transaction.$executeRaw`UPDATE door SET open = true WHERE id = ${first}`;
        await bothHoldOne();
        await transaction.$executeRaw`UPDATE door SET open = true WHERE id = ${second}`;
      });
    const outcomes = await Promise.allSettled([walk(1, 2), walk(2, 1)]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(isRetryable(refused[0]?.reason)).toBe(true);
  });

  it('is true for a lock that is not given in time, in raw and in model operations', async () => {
    const holder = new pg.Client({ connectionString: test.url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE programme, parent IN ACCESS EXCLUSIVE MODE');
    const address = new URL(test.url);
    address.searchParams.set('options', '-c lock_timeout=60');
    const { database, close } = openDatabase(address.href);
    expect(isRetryable(await failure(database.$queryRaw`SELECT count(*)::int FROM parent`))).toBe(true);
    expect(isRetryable(await failure(database.programme.count()))).toBe(true);
    expect(isRetryable(await failure(database.$transaction((transaction) => transaction.programme.count())))).toBe(
      true,
    );
    await holder.end();
    await close();
  });

  it('is false for a violation and for anything else', async () => {
    expect(isRetryable(await failure(test.database.$executeRaw`INSERT INTO trial (id) VALUES (1)`))).toBe(false);
    expect(isRetryable(await failure(test.database.$executeRaw`SELECT 1 / 0`))).toBe(false);
    expect(isRetryable(new Error('deadlock'))).toBe(false);
    expect(isRetryable(undefined)).toBe(false);
  });
});

/** What the promise is rejected with; fails the test if it is not. */
async function failure(promise: PromiseLike<unknown>): Promise<unknown> {
  let outcome: unknown;
  try {
    outcome = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`was expected to fail, but gave ${String(outcome)}`);
}

async function raw(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
