/** The database client keeps instants right whatever the server’s time zone. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction, openDatabase, PrismaClient } from '../../prisma/client.js';
import { administrate, createTestDatabase, type TestDatabase } from '../support/database.js';

const INSTANT = new Date('2024-06-15T03:30:00.123Z');

let test: TestDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  // What hosting companies in Japan set, and what makes the adapter store instants nine hours off.
  await administrate(`ALTER DATABASE ${databaseName(test.url)} SET timezone TO 'Asia/Tokyo'`);
});

afterAll(() => test.close());

describe('instants in a database whose time zone is Asia/Tokyo', () => {
  it('are stored and read as they were meant', async () => {
    const { database, close } = openDatabase(test.url);
    const { id, createdAt } = await database.programme.create({ data: programme('utc', INSTANT) });
    expect(createdAt).toEqual(INSTANT);
    expect((await database.programme.findUniqueOrThrow({ where: { id } })).createdAt).toEqual(INSTANT);
    expect(await storedInstant('utc')).toBe(INSTANT.getTime());
    await close();
  });

  it('are right when the address itself asks for another time zone', async () => {
    const address = new URL(test.url);
    address.searchParams.set('options', '-c timezone=America/New_York -c statement_timeout=4321');
    const { database, close } = openDatabase(address.href);
    await database.programme.create({ data: programme('address', INSTANT) });
    expect(await storedInstant('address')).toBe(INSTANT.getTime());
    expect(await database.$queryRaw`SELECT current_setting('statement_timeout') AS timeout`).toEqual([
      { timeout: '4321ms' },
    ]);
    await close();
  });

  it('would be nine hours off without our settings', async () => {
    const bare = new PrismaClient({ adapter: new PrismaPg({ connectionString: test.url }) });
    await bare.programme.create({ data: programme('bare', INSTANT) });
    expect(await storedInstant('bare')).toBe(INSTANT.getTime() - 9 * 3_600_000);
    await bare.$disconnect();
  });
});

describe('openDatabase', () => {
  it('says so where it is used once it was closed', async () => {
    const { database, close } = openDatabase(test.url);
    await database.programme.count();
    await close();
    expect(() => database.programme).toThrow('the database is closed');
  });

  it('lets go of Prisma once it is closed, whatever still holds the database', async () => {
    const opened = [openDatabase(test.url), openDatabase(test.url)];
    const models: WeakRef<object>[] = [];
    for (const { database, close } of opened) {
      await inTransaction(database, async (transaction) => await transaction.programme.count());
      models.push(new WeakRef(database.programme));
      await collectGarbage();
      // What is still open is kept.
      expect(models.at(-1)?.deref()).toBeDefined();
      await close();
    }
    // Prisma itself keeps the one that was used last.
    await expect
      .poll(async () => {
        await collectGarbage();
        // Not itself, which a failed try would hold.
        return models[0]?.deref() === undefined;
      })
      .toBe(true);
    expect(opened.map(({ pool }) => pool().open)).toEqual([0, 0]);
  });

  it('keeps what Prisma does in a transaction of its own whole, while connections are opened for ours', async () => {
    const { database, close } = openDatabase(test.url, { poolSize: 6 });
    const company = { code: 'same', nameJa: '甲', nameEn: 'A', kana: 'コウ' };
    const attempts = Array.from({ length: 20 }, async (_, at) => {
      // Its second company violates a constraint once the programme and the first one are written.
      const nested = database.programme.create({
        data: { ...programme(`nested-${at}`, INSTANT), companies: { create: [company, company] } },
      });
      const ours = inTransaction(database, async (transaction) => {
        await transaction.programme.create({ data: programme(`ours-${at}`, INSTANT) });
      });
      return (await Promise.allSettled([nested, ours])).map(({ status }) => status);
    });
    expect(new Set((await Promise.all(attempts)).map(String))).toEqual(new Set(['rejected,fulfilled']));
    const begunWith = async (code: string) => await database.programme.count({ where: { code: { startsWith: code } } });
    expect([await begunWith('nested-'), await begunWith('ours-')]).toEqual([0, 20]);
    await close();
  });

  it('waits three seconds for a lock and no longer', async () => {
    const { database, close } = openDatabase(test.url);
    const [settings] = await database.$queryRaw<{ lock: string }[]>`SELECT current_setting('lock_timeout') AS lock`;
    expect(settings).toEqual({ lock: '3s' });
    await close();
  });

  it('uses the schema that the address names', async () => {
    const address = new URL(test.url);
    address.searchParams.set('schema', 'other "one"');
    const { database, close } = openDatabase(address.href);
    expect(await database.$queryRaw`SELECT current_setting('search_path') AS path`).toEqual([
      { path: '"other ""one"""' },
    ]);
    await close();
  });

  it('keeps to its pool size and serves a burst without a timeout', async () => {
    const { database, close } = openDatabase(test.url, { poolSize: 2 });
    const sessions = await Promise.all(
      Array.from({ length: 12 }, () =>
        database.$transaction(async (transaction) => {
          const [row] = await transaction.$queryRaw<
            { pid: number }[]
          >`SELECT pg_backend_pid() AS pid, pg_sleep(0.02)::text`;
          return row?.pid;
        }),
      ),
    );
    expect(new Set(sessions).size).toBe(2);
    await close();
  });

  it('goes on after its idle connections were cut', async () => {
    const { database, close } = openDatabase(test.url);
    await database.$queryRaw`SELECT 1 AS one`;
    await administrate(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${databaseName(test.url)}'`,
    );
    // Until the client has heard of it, a query may still go to one that was cut.
    await expect.poll(() => database.$queryRaw`SELECT 1 AS one`.catch(() => 'cut')).toEqual([{ one: 1 }]);
    await close();
  });
});

function programme(code: string, createdAt: Date) {
  return {
    code,
    nameJa: '支援プログラム',
    nameEn: 'Programme',
    timeZone: 'Asia/Tokyo',
    startsOn: new Date('2024-04-01'),
    endsOn: new Date('2024-09-30'),
    contact: 'secretariat@example.org',
    createdAt,
  };
}

/** In a turn of its own: what a turn has read from a weak reference stays until its end. */
async function collectGarbage(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}

/** Asked of the server itself, past Prisma's way of reading. */
async function storedInstant(code: string): Promise<number> {
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  const { rows } = await client.query<{ at: string }>(
    'SELECT (extract(epoch FROM created_at) * 1000)::bigint AS at FROM programme WHERE code = $1',
    [code],
  );
  await client.end();
  return Number(rows[0]?.at);
}

function databaseName(url: string): string {
  return new URL(url).pathname.slice(1);
}
