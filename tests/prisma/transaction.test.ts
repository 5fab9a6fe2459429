/** Transactions whose raw statements skip Prisma behave as Prisma's own: one connection, all or nothing, the same values and errors. */
import { PrismaPg } from '@prisma/adapter-pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  executePipelined,
  extendTransaction,
  inTransaction,
  openDatabase,
  Prisma,
  PrismaClient,
  type Transaction,
  violatedConstraint,
} from '../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
});
afterAll(async () => await test.close());

const person = (email: string) => ({ email, nameJa: '山田 花子', nameEn: 'Hanako Yamada', furigana: 'ヤマダ ハナコ' });

it('keeps what raw statements and models wrote, and both see each other', async () => {
  await inTransaction(test.database, async (transaction) => {
    await transaction.person.create({ data: person('kept@a.example') });
    const seen = await transaction.$queryRaw<
      { n: number }[]
    >`SELECT count(*)::int AS n FROM person WHERE email = ${'kept@a.example'}`;
    expect(seen).toEqual([{ n: 1 }]);
    expect(
      await transaction.$executeRaw`UPDATE person SET name_en = ${'Changed'} WHERE email = ${'kept@a.example'}`,
    ).toBe(1);
    expect((await transaction.person.findUniqueOrThrow({ where: { email: 'kept@a.example' } })).nameEn).toBe('Changed');
  });
  expect(await test.database.person.count({ where: { nameEn: 'Changed' } })).toBe(1);
});

it('undoes everything when the work throws, and goes on working', async () => {
  const failing = inTransaction(test.database, async (transaction) => {
    await transaction.person.create({ data: person('gone@a.example') });
    await transaction.$executeRaw`INSERT INTO person (email, name_ja, name_en, furigana) VALUES ('gone-too@a.example', '', '', '')`;
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await test.database.person.count({ where: { email: { startsWith: 'gone' } } })).toBe(0);
  await inTransaction(test.database, async (transaction) => await transaction.$queryRaw`SELECT 1`);
});

it('refuses a statement once its time is over, unless it was extended', async () => {
  const ended = { timeout: -1 };
  const work = async (transaction: Transaction) => await transaction.$queryRaw`SELECT 1 AS n`;
  await expect(inTransaction(test.database, work, ended)).rejects.toThrow('the transaction took longer than -1 ms');
  const extended = inTransaction(
    test.database,
    async (transaction) => {
      extendTransaction(transaction, 60_000);
      // Never shortened.
      extendTransaction(transaction, -1);
      return await work(transaction);
    },
    ended,
  );
  expect(await extended).toEqual([{ n: 1 }]);
  expect(() => extendTransaction(test.database, 60_000)).toThrow('only a transaction');
});

it('keeps a write of several rows, which Prisma wraps in a transaction of its own, inside the outer one', async () => {
  const failing = inTransaction(test.database, async (transaction) => {
    await transaction.programme.create({
      data: {
        code: 'nested',
        nameJa: '入れ子',
        nameEn: 'Nested',
        timeZone: 'Asia/Tokyo',
        startsOn: new Date('2024-04-01'),
        endsOn: new Date('2025-03-31'),
        contact: '',
        companies: { create: { code: 'N1', nameJa: '一', nameEn: 'One', kana: 'イチ' } },
      },
    });
    throw new Error('after the nested write');
  });
  await expect(failing).rejects.toThrow('after the nested write');
  expect(await test.database.programme.count({ where: { code: 'nested' } })).toBe(0);
  expect(await test.database.company.count({ where: { code: 'N1' } })).toBe(0);
});

it('names the violated constraint of a raw statement and of a model', async () => {
  await test.database.person.create({ data: person('twice@a.example') });
  const raw = inTransaction(
    test.database,
    async (transaction) =>
      await transaction.$executeRaw`INSERT INTO person (email, name_ja, name_en, furigana) VALUES ('twice@a.example', '', '', '')`,
  ).catch((error: unknown) => violatedConstraint(error));
  expect(await raw).toBe('person_email_key');
  const model = inTransaction(test.database, async (transaction) => {
    await transaction.person.create({ data: person('twice@a.example') });
  }).catch((error: unknown) => violatedConstraint(error));
  expect(await model).toBe('person_email_key');
});

it('reads and writes the same values as Prisma does, instants in any time zone included', async () => {
  const instant = new Date('2024-11-07T06:30:00.123Z');
  const ask = Prisma.sql`SELECT ${instant}::timestamptz AS instant, ${['a', 'b']}::text[] AS list, ${'{"a":[1]}'}::jsonb AS json,
    NULL::text AS nothing, ${true}::boolean AS yes, 1.5::float8 AS number, ${'slack'}::platform AS platform`;
  const through = await inTransaction(test.database, async (transaction) => await transaction.$queryRaw(ask));
  expect(await test.database.$queryRaw(ask)).toEqual(through);
  const own = new PrismaClient({ adapter: new PrismaPg({ connectionString: test.url, options: '-c timezone=UTC' }) });
  expect(through).toEqual(await own.$queryRaw(ask));
  await own.$disconnect();
  expect(through).toEqual([
    { instant, list: ['a', 'b'], json: { a: [1] }, nothing: null, yes: true, number: 1.5, platform: 'slack' },
  ]);
});

it('gives each of many at once its own connection, and the connection back', async () => {
  const rounds = Array.from({ length: 60 }, (_, index) => index);
  const results = await Promise.all(
    rounds.map((index) =>
      inTransaction(test.database, async (transaction) => {
        const [row] = await transaction.$queryRaw<{ n: number }[]>`SELECT ${index}::int AS n`;
        await transaction.person.count();
        return row?.n;
      }),
    ),
  );
  expect(results).toEqual(rounds);
});

it('does in turn what is asked for at once, on its one connection', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  const counts = await inTransaction(test.database, async (transaction) => {
    const people = Array.from({ length: 5 }, (_, index) => person(`turn-${index}@a.example`));
    await Promise.all(people.map((data) => transaction.person.create({ data })));
    return await Promise.all([
      transaction.person.count({ where: { email: { startsWith: 'turn-' } } }),
      transaction.person.findMany({
        where: { email: { startsWith: 'turn-' } },
        include: { memberships: true, accounts: true },
      }),
      transaction.$queryRaw<{ n: number }[]>`SELECT count(*)::int AS n FROM person WHERE email LIKE 'turn-%'`,
    ]);
  });
  expect([counts[0], counts[1].length, counts[2]]).toEqual([5, 5, [{ n: 5 }]]);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('warning', note);
  expect(warnings).toEqual([]);
});

describe('a pipelined write', () => {
  const write = (email: string) =>
    Prisma.sql`INSERT INTO person (email, name_ja, name_en, furigana) VALUES (${email}, '', '', '')`;
  const countOf = async (start: string) =>
    await test.database.person.count({ where: { email: { startsWith: start } } });

  it('is seen by what follows, and kept', async () => {
    const seen = await inTransaction(test.database, async (transaction) => {
      await executePipelined(transaction, write('ahead@a.example'));
      return await transaction.person.count({ where: { email: 'ahead@a.example' } });
    });
    expect([seen, await countOf('ahead@')]).toEqual([1, 1]);
  });

  it('undoes everything and throws its own error when it fails, though nobody waited for it', async () => {
    const failing = inTransaction(test.database, async (transaction) => {
      await executePipelined(transaction, write('ahead-fails@a.example'));
      await executePipelined(transaction, write('ahead-fails@a.example'));
      await executePipelined(transaction, write('ahead-fails-too@a.example'));
      return 'done';
    });
    expect(await failing.catch((error: unknown) => violatedConstraint(error))).toBe('person_email_key');
    expect(await countOf('ahead-fails')).toBe(0);
  });

  it('throws its own error when it fails, though what is asked after it hears only of an aborted transaction', async () => {
    for (const ask of [
      async (transaction: Transaction) => await transaction.person.count(),
      async (transaction: Transaction) => await transaction.$queryRaw`SELECT 1`,
    ]) {
      const failing = inTransaction(test.database, async (transaction) => {
        await executePipelined(transaction, write('ahead-masked@a.example'));
        await executePipelined(transaction, write('ahead-masked@a.example'));
        await ask(transaction);
      });
      expect(await failing.catch((error: unknown) => violatedConstraint(error))).toBe('person_email_key');
    }
    expect(await countOf('ahead-masked')).toBe(0);
  });

  it('undoes everything when it fails, even where the work goes on as if nothing had happened', async () => {
    const failing = inTransaction(test.database, async (transaction) => {
      await transaction.$executeRaw(write('ahead-saved@a.example'));
      await transaction.$executeRaw`SAVEPOINT mended`;
      await executePipelined(transaction, write('ahead-saved@a.example'));
      await transaction.$executeRaw`ROLLBACK TO SAVEPOINT mended`;
    });
    expect(await failing.catch((error: unknown) => violatedConstraint(error))).toBe('person_email_key');
    expect(await countOf('ahead-saved')).toBe(0);
  });

  it('is undone when the work throws', async () => {
    const failing = inTransaction(test.database, async (transaction) => {
      await executePipelined(transaction, write('ahead-thrown@a.example'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await countOf('ahead-thrown')).toBe(0);
  });

  it('is done at once outside of a transaction', async () => {
    await executePipelined(test.database, write('ahead-alone@a.example'));
    expect(await countOf('ahead-alone')).toBe(1);
  });
});

it('is undone and throws when a failure inside was caught and nothing mended it', async () => {
  const failing = inTransaction(test.database, async (transaction) => {
    await transaction.person.create({ data: person('caught@a.example') });
    await transaction.$executeRaw`SELECT 1 / 0`.catch(() => {});
    return 'done';
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await test.database.person.count({ where: { email: 'caught@a.example' } })).toBe(0);
});

it('is undone when it takes longer than it may', async () => {
  const failing = inTransaction(
    test.database,
    async (transaction) => {
      await transaction.person.create({ data: person('late@a.example') });
      await transaction.$queryRaw`SELECT 1 FROM pg_sleep(1)`;
    },
    { timeout: 250 },
  );
  await expect(failing).rejects.toThrow('longer than 250 ms');
  expect(await test.database.person.count({ where: { email: 'late@a.example' } })).toBe(0);
});

it('refuses what is asked once it has ended, when the connection may be in another', async () => {
  const alone = openDatabase(test.url, { poolSize: 1 });
  const kept = await inTransaction(alone.database, async (transaction) => ({ transaction }));
  // Another on the same connection, of which there is one.
  await inTransaction(alone.database, async () => {
    await expect(async () => await kept.transaction.$queryRaw`SELECT 1`).rejects.toThrow('has ended');
    await expect(async () => await kept.transaction.person.count()).rejects.toThrow('has ended');
  });
  await alone.close();
});

it('needs a database that was opened with its own pool', async () => {
  const bare = new PrismaClient({ adapter: new PrismaPg({ connectionString: test.url }) });
  await expect(inTransaction(bare, async () => {})).rejects.toThrow('openDatabase');
  await bare.$disconnect();
});

it('survives the loss of its connection', async () => {
  const failing = inTransaction(test.database, async (transaction) => {
    await transaction.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
  });
  await expect(failing).rejects.toThrow();
  await inTransaction(test.database, async (transaction) => await transaction.$queryRaw`SELECT 1`);
});

it('keeps the single reads of transactions apart that ask in the same turn, however many there are', async () => {
  // Prisma gathers the reads of one turn by their key into one statement: across transactions it would show what was not committed.
  const MANY = 6;
  const emails = Array.from({ length: MANY }, (_, number) => `apart-${number}@a.example`);
  const created = meeting(MANY);
  // None commits before all have read: what is committed may be seen.
  const read = meeting(MANY);
  const seen = await Promise.all(
    emails.map((own) =>
      inTransaction(test.database, async (transaction) => {
        const { id } = await transaction.person.create({ data: person(own) });
        await created();
        const found = await Promise.all([
          transaction.person.findUnique({ where: { id }, select: { email: true } }),
          ...emails.map((email) => transaction.person.findUnique({ where: { email }, select: { email: true } })),
        ]);
        await read();
        return found.map((one) => one?.email ?? null);
      }),
    ),
  );
  expect(seen).toEqual(emails.map((own) => [own, ...emails.map((email) => (email === own ? own : null))]));
});

/** Lets nobody pass before so many have come. */
function meeting(count: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => {};
  const all = new Promise<void>((resolve) => {
    open = resolve;
  });
  return async () => {
    come += 1;
    if (come === count) open();
    await all;
  };
}
