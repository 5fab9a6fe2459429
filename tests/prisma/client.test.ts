/** The database client keeps instants right whatever the server’s time zone. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, PrismaClient } from '../../prisma/client.js';
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
