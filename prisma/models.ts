/** Prisma's models for an opened database, within the transactions of its connections and outside of any. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { Prisma, PrismaClient } from './generated/client.js';

type Transaction = Prisma.TransactionClient;
type QueryIn = (connection: pg.PoolClient, query: pg.QueryConfig) => Promise<pg.QueryResult>;

/** Prisma's models on each connection, for as long as it is open. */
const models = new WeakMap<pg.PoolClient, Transaction>();

/** Prisma for an opened database: by itself, and within the transaction that a connection is in. */
export interface Models {
  /** @throws Error once it was closed */
  client(): PrismaClient;
  on(connection: pg.PoolClient): Promise<Transaction>;
  /** Lets go of the client, whatever still holds the database: of an empty one 17 MB are its compiler and what that knows of the schema. */
  close(): Promise<void>;
}

/** Prisma wants a limit for its transactions, which a timer can count; those here end with their connection. */
const LONGEST_MILLISECONDS = 2 ** 31 - 1;

/** The connection that Prisma is to take for the transaction that it begins. */
const opening = new AsyncLocalStorage<pg.PoolClient>();

/**
 * One Prisma client for all connections and for what is asked outside of any, as each has its own compiler of queries and a cache of
 * what that made, which grows with every kind of query. Each connection is, for Prisma, one transaction that lasts as long as the
 * connection; what it sends to begin and to end that never reaches the server. Prisma gathers single reads by transaction, so that
 * those of two connections never mix.
 * @param query sends what Prisma asks on a connection in the transaction that this is in
 */
export function openModels(pool: pg.Pool, openPrisma: (pool: pg.Pool) => PrismaClient, query: QueryIn): Models {
  let prisma: PrismaClient | null = openPrisma(lending(pool, query));
  const client = () => {
    if (prisma === null) throw new Error('the database is closed');
    return prisma;
  };
  const open = async (connection: pg.PoolClient): Promise<Transaction> => {
    const options = { maxWait: LONGEST_MILLISECONDS, timeout: LONGEST_MILLISECONDS };
    return await new Promise((resolve, reject) => {
      const lasting = async (transaction: Transaction) => {
        resolve(transaction);
        await new Promise<void>((end) => connection.once('end', () => end()));
      };
      opening.run(connection, () => client().$transaction(lasting, options)).catch(reject);
    });
  };
  return {
    client,
    async on(connection) {
      const known = models.get(connection);
      if (known !== undefined) return known;
      const transaction = await open(connection);
      models.set(connection, transaction);
      return transaction;
    },
    async close() {
      const closing = prisma;
      prisma = null;
      await closing?.$disconnect();
    },
  };
}

/** The pool, which gives Prisma the connection that a transaction of ours has, where it begins what lasts as long as that. */
function lending(pool: pg.Pool, query: QueryIn): pg.Pool {
  return new Proxy(pool, {
    get: (target, property) => {
      const lent = property === 'connect' ? opening.getStore() : undefined;
      if (lent !== undefined) return async () => asConnection(lent, query);
      const value = Reflect.get(target, property);
      // Its own methods call each other, and are given no connection but their own.
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

/** What Prisma sends around its own transaction, which begins and ends nothing here. */
const LASTING = new Set(['BEGIN', 'COMMIT', 'ROLLBACK']);
const NOTHING: pg.QueryResult = { command: '', rowCount: 0, oid: 0, fields: [], rows: [] };

/** The connection as Prisma gets it: its statements belong to the transaction that the connection is in. */
function asConnection(connection: pg.PoolClient, queryIn: QueryIn): pg.PoolClient {
  const seen: pg.PoolClient = new Proxy(connection, {
    get: (target, property) => {
      switch (property) {
        case 'query':
          return async (query: pg.QueryConfig) =>
            LASTING.has(query.text) ? NOTHING : await queryIn(connection, query);
        case 'release':
          return () => {};
        case 'on':
        case 'removeListener':
          return () => seen;
        default:
          return Reflect.get(target, property);
      }
    },
  });
  return seen;
}
