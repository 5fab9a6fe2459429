/** For whom a transaction works is known in that transaction and nowhere after it, and costs no further wait. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  asViewer,
  inTransaction,
  type OpenDatabase,
  openDatabase,
  type Transaction,
  type Viewer,
  workFor,
} from '../../prisma/client.js';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy.js';
import { administrate, createTestDatabase, type TestDatabase } from '../support/database.js';

const somebody: Viewer = { kind: 'account', platform: 'slack', tenant: 'T-1', userId: 'U-1' };
const other: Viewer = { kind: 'person', personId: '11111111-1111-4111-8111-111111111111' };

let test: TestDatabase;
let proxy: CountingProxy;
/** Of one connection, so that whatever a transaction leaves is found by the next statement. */
let alone: OpenDatabase;

beforeAll(async () => {
  test = await createTestDatabase();
  proxy = await startCountingProxy(test.url);
  alone = openDatabase(proxy.url, { poolSize: 1 });
});
afterAll(async () => {
  await alone.close();
  await proxy.close();
  await test.close();
});
beforeEach(async () => await alone.database.$queryRaw`SELECT 1`);

/** The setting that the policies go by, and the connection that it was asked on. */
async function settingOf(database: Transaction): Promise<{ readonly words: string; readonly connection: number }> {
  const [row] = await database.$queryRaw<{ words: string; connection: number }[]>`
    SELECT current_setting('spp.viewer') AS words, pg_backend_pid() AS connection`;
  if (row === undefined) throw new Error('no row');
  return row;
}

const viewerIn = async (database: Transaction): Promise<unknown> => {
  const { words } = await settingOf(database);
  return words === '' ? null : JSON.parse(words);
};

describe('a transaction', () => {
  it('works for the viewer that it was opened with, through models and raw statements', async () => {
    const seen = await inTransaction(
      alone.database,
      async (transaction) => {
        await transaction.programme.count();
        return await viewerIn(transaction);
      },
      { viewer: somebody },
    );
    expect(seen).toEqual(somebody);
  });

  it.each([{}, { viewer: null }])('without one works for nobody: %j', async (options) => {
    expect(await inTransaction(alone.database, viewerIn, options)).toBeNull();
  });

  it('takes any account’s words as a value, whatever they look like', async () => {
    const viewer = { ...somebody, userId: `U'); SELECT set_config('spp.viewer', 'all', false); --` };
    expect(await inTransaction(alone.database, viewerIn, { viewer })).toEqual(viewer);
    expect(await viewerIn(alone.database)).toBeNull();
  });

  it('waits for the database as often as one without: the viewer travels with BEGIN', async () => {
    const waits = async (viewer: Viewer | null) => {
      proxy.take();
      await inTransaction(alone.database, async (transaction) => await transaction.$queryRaw`SELECT 1`, { viewer });
      return proxy.take();
    };
    const without = await waits(null);
    expect(await waits(somebody)).toBe(without);
    expect(without).toBe(2);
  });
});

describe('its connection', () => {
  it('knows of nobody after COMMIT', async () => {
    const during = await inTransaction(alone.database, settingOf, { viewer: somebody });
    const after = await settingOf(alone.database);
    expect(during.words).not.toBe('');
    expect(after).toEqual({ words: '', connection: during.connection });
    expect(await inTransaction(alone.database, viewerIn)).toBeNull();
  });

  it('knows of nobody after ROLLBACK', async () => {
    let connection = 0;
    const failing = inTransaction(
      alone.database,
      async (transaction) => {
        ({ connection } = await settingOf(transaction));
        throw new Error('no');
      },
      { viewer: somebody },
    );
    await expect(failing).rejects.toThrow('no');
    expect(await settingOf(alone.database)).toEqual({ words: '', connection });
  });

  it('is another after it was lost, and knows of nobody', async () => {
    let lost = 0;
    const failing = inTransaction(
      alone.database,
      async (transaction) => {
        lost = (await settingOf(transaction)).connection;
        // The role may end no connection of its session's user.
        await administrate(`SELECT pg_terminate_backend(${lost})`);
        await transaction.$queryRaw`SELECT 1`;
      },
      { viewer: somebody },
    );
    await expect(failing).rejects.toThrow();
    const after = await settingOf(alone.database);
    expect(after.words).toBe('');
    expect(after.connection).not.toBe(lost);
  });

  it('would keep a viewer that was not the transaction’s alone: the control', async () => {
    const own = openDatabase(test.url, { poolSize: 1 });
    await inTransaction(own.database, async (transaction) => {
      await transaction.$queryRaw`SELECT set_config('spp.viewer', ${JSON.stringify(somebody)}, false)`;
    });
    expect(await viewerIn(own.database)).toEqual(somebody);
    await own.close();
  });

  it('begins with nobody, whatever its address or its database says', async () => {
    const address = new URL(test.url);
    address.searchParams.set('options', `-c spp.viewer=${JSON.stringify(other)}`);
    await administrate(`ALTER DATABASE ${address.pathname.slice(1)} SET spp.viewer TO '${JSON.stringify(other)}'`);
    const told = openDatabase(address.href, { poolSize: 1 });
    expect(await viewerIn(told.database)).toBeNull();
    expect(await inTransaction(told.database, viewerIn)).toBeNull();
    await told.close();
  });
});

describe('a part of a transaction', () => {
  it('works for another viewer, and what follows for the one before', async () => {
    const seen = await inTransaction(
      alone.database,
      async (transaction) => {
        const within = await asViewer(transaction, other, async () => [
          await viewerIn(transaction),
          await asViewer(transaction, null, async () => await viewerIn(transaction)),
          await viewerIn(transaction),
        ]);
        return [...within, await viewerIn(transaction)];
      },
      { viewer: somebody },
    );
    expect(seen).toEqual([other, null, other, somebody]);
  });

  it('that throws and is caught leaves the viewer as it was', async () => {
    const seen = await inTransaction(
      alone.database,
      async (transaction) => {
        await asViewer(transaction, other, async () => await Promise.reject(new Error('no'))).catch(() => {});
        return await viewerIn(transaction);
      },
      { viewer: somebody },
    );
    expect(seen).toEqual(somebody);
  });

  it('whose statement fails is told of by that failure', async () => {
    const failing = inTransaction(
      alone.database,
      async (transaction) => await asViewer(transaction, other, async () => await transaction.$queryRaw`SELECT 1 / 0`),
      { viewer: somebody },
    );
    await expect(failing).rejects.toThrow('division by zero');
  });

  it('is refused where another one runs at the same time, which would leave its viewer behind', async () => {
    const both = inTransaction(
      alone.database,
      async (transaction) =>
        await Promise.all(
          [other, { ...other }].map((viewer) => asViewer(transaction, viewer, async () => await viewerIn(transaction))),
        ),
      { viewer: somebody },
    );
    await expect(both).rejects.toThrow('two parts of one transaction');
  });

  it('is begun without waiting, from where on the transaction works for another', async () => {
    proxy.take();
    const seen = await inTransaction(alone.database, async (transaction) => {
      workFor(transaction, other);
      return await viewerIn(transaction);
    });
    expect([seen, proxy.take()]).toEqual([other, 2]);
  });

  it('needs a transaction', async () => {
    expect(() => workFor(test.app, somebody)).toThrow('only a transaction');
    await expect(asViewer(test.app, somebody, async () => {})).rejects.toThrow('only a transaction');
  });
});
