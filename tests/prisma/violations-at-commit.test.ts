/** A constraint that is found to be violated only at COMMIT is named as well, so that it can become a refusal. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executePipelined, inTransaction, Prisma, type Transaction, violatedConstraint } from '../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;

/** Each constraint twice: checked with the statement, and put off until COMMIT. A CHECK cannot be put off; a trigger in its name can. */
const TABLES = [
  'CREATE EXTENSION IF NOT EXISTS btree_gist',
  `CREATE TABLE hall (
    id int CONSTRAINT hall_once UNIQUE,
    adviser int CONSTRAINT hall_adviser REFERENCES adviser,
    seats int CONSTRAINT hall_has_seats CHECK (seats > 0),
    period tstzrange,
    CONSTRAINT hall_no_overlap EXCLUDE USING gist (period WITH &&)
  )`,
  `CREATE TABLE late_hall (
    id int CONSTRAINT late_hall_once UNIQUE DEFERRABLE INITIALLY DEFERRED,
    adviser int CONSTRAINT late_hall_adviser REFERENCES adviser DEFERRABLE INITIALLY DEFERRED,
    seats int,
    period tstzrange,
    CONSTRAINT late_hall_no_overlap EXCLUDE USING gist (period WITH &&) DEFERRABLE INITIALLY DEFERRED
  )`,
  `CREATE FUNCTION late_hall_has_seats() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.seats <= 0 THEN RAISE check_violation USING CONSTRAINT = 'late_hall_has_seats', MESSAGE = 'no seats'; END IF;
    RETURN NULL;
  END $$`,
  `CREATE CONSTRAINT TRIGGER late_hall_has_seats AFTER INSERT OR UPDATE ON late_hall DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION late_hall_has_seats()`,
];

beforeAll(async () => {
  test = await createTestDatabase();
  await test.database.$executeRaw`CREATE TABLE adviser (id int PRIMARY KEY)`;
  for (const statement of TABLES) await test.database.$executeRawUnsafe(statement);
  for (const table of ['hall', 'late_hall']) {
    await test.database.$executeRawUnsafe(`INSERT INTO ${table} VALUES (1, NULL, 1, '[2024-01-01,2024-02-01)')`);
  }
});

afterAll(async () => await test.close());

const VIOLATIONS: readonly [kind: string, constraint: string, values: string][] = [
  ['unique', 'once', "1, NULL, 1, '[2024-03-01,2024-04-01)'"],
  ['foreign key', 'adviser', "2, 9, 1, '[2024-03-01,2024-04-01)'"],
  ['check', 'has_seats', "2, NULL, 0, '[2024-03-01,2024-04-01)'"],
  ['exclusion', 'no_overlap', "2, NULL, 1, '[2024-01-15,2024-04-01)'"],
];

const insert = (table: string, values: string) => Prisma.raw(`INSERT INTO ${table} VALUES (${values})`);

/** The constraint that a transaction names when it fails; fails the test if the work itself does, or nothing. */
async function namedAtCommit(work: (transaction: Transaction) => Promise<unknown>): Promise<string | undefined> {
  let worked = false;
  try {
    await inTransaction(test.database, async (transaction) => {
      await work(transaction);
      worked = true;
    });
  } catch (error) {
    expect(worked).toBe(true);
    return violatedConstraint(error);
  }
  throw new Error('was expected to fail');
}

describe.each(VIOLATIONS)('a violated %s constraint', (_, constraint, values) => {
  it('is named when the write was pipelined', async () => {
    const named = await namedAtCommit(async (transaction) => {
      await executePipelined(transaction, insert('hall', values));
    });
    expect(named).toBe(`hall_${constraint}`);
  });

  it('is named when a read that followed the pipelined write failed as well', async () => {
    const failing = inTransaction(test.database, async (transaction) => {
      await executePipelined(transaction, insert('hall', values));
      await transaction.programme.count();
    });
    expect(await failing.catch((error: unknown) => violatedConstraint(error))).toBe(`hall_${constraint}`);
  });

  it('is named when it is checked at COMMIT, however the write was sent', async () => {
    const write = insert('late_hall', values);
    const pipelined = async (transaction: Transaction) => await executePipelined(transaction, write);
    expect(await namedAtCommit(pipelined)).toBe(`late_hall_${constraint}`);
    const waitedFor = async (transaction: Transaction) => {
      expect(await transaction.$executeRaw(write)).toBe(1);
      // Prisma's models are on the same connection and see it.
      expect(await transaction.programme.count()).toBe(0);
    };
    expect(await namedAtCommit(waitedFor)).toBe(`late_hall_${constraint}`);
  });

  it('leaves nothing behind', async () => {
    const rows = await test.database.$queryRaw`SELECT (SELECT count(*)::int FROM hall) AS halls,
      (SELECT count(*)::int FROM late_hall) AS late`;
    expect(rows).toEqual([{ halls: 1, late: 1 }]);
  });
});

it('does not name a constraint that a savepoint has mended', async () => {
  await inTransaction(test.database, async (transaction) => {
    await transaction.$executeRaw`SAVEPOINT mended`;
    const refused = transaction.$executeRaw(insert('hall', VIOLATIONS[0]?.[2] ?? ''));
    expect(await refused.catch((error: unknown) => violatedConstraint(error))).toBe('hall_once');
    await transaction.$executeRaw`ROLLBACK TO SAVEPOINT mended`;
  });
});
