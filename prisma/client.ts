/** Opens a Prisma client on PostgreSQL, runs transactions, and exports what programme/ needs of Prisma. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { inAttempts } from './apart.js';
import { APP_ROLE, connectionSettings } from './connection.js';
import { type Prisma, PrismaClient } from './generated/client.js';
import { openModels } from './models.js';
import { queryCurrent, type Running, runTransaction, statementName, withDirectStatements } from './transaction.js';
import type { Viewer } from './viewer.js';

export { computedApart } from './apart.js';
export * from './errors.js';
export * from './generated/client.js';
export { asViewer, executePipelined, extendTransaction, workFor } from './transaction.js';
export type { Viewer } from './viewer.js';

/** The client inside `inTransaction(database, async (transaction) => …)`. */
export type Transaction = Prisma.TransactionClient;

/** How long a transaction may wait for a free connection; Prisma's own 2 s fails under a burst that would have been served. */
const MAXIMUM_WAIT_MILLISECONDS = 10_000;

/** What one transaction may take in all, unless its caller says more, before it is rolled back. */
const TRANSACTION_TIMEOUT_MILLISECONDS = 15_000;

export interface PoolUse {
  /** Connections that are open, and those of them that nobody uses. */
  readonly open: number;
  readonly idle: number;
  /** Statements and transactions that wait for a connection. */
  readonly waiting: number;
}

export interface OpenDatabase {
  database: PrismaClient;
  /** How the pool is used at this moment. */
  pool(): PoolUse;
  /** Waits for statements in flight, then closes every connection. To be called before the server is stopped. */
  close(): Promise<void>;
}

const DAY_SECONDS = 86_400;

export interface DatabaseOptions {
  /** 10 unless told. */
  readonly poolSize?: number;
  /**
   * As the address's own user, who owns the tables: for what makes and compares data beside the app. The app works under a role
   * to which row-level security applies.
   */
  readonly asOwner?: boolean;
}

/**
 * A client with its own pool of at most `poolSize` connections. Connects when first used.
 * Its sessions run in UTC whatever the server, the database or the address says.
 */
export function openDatabase(url: string, { poolSize = 10, asOwner = false }: DatabaseOptions = {}): OpenDatabase {
  const { config, schema } = connectionSettings(url, asOwner ? {} : { role: APP_ROLE });
  const pool = new pg.Pool({
    ...config,
    max: poolSize,
    connectionTimeoutMillis: MAXIMUM_WAIT_MILLISECONDS,
    // Its models are for Prisma one transaction, whose longest is 24 days (transaction.ts).
    maxLifetimeSeconds: DAY_SECONDS,
    // A statement need not wait for the answer to the one before it; the server takes them in their order.
    pipeline: true,
  });
  // Without a listener, an idle connection lost to a server restart would end the process; the pool replaces it by itself.
  pool.on('error', () => {});
  // Nor one that is lost in a transaction, which hears of it from its statement.
  pool.on('connect', (connection) => connection.on('error', () => {}));
  const openPrisma = (connections: pg.Pool) =>
    new PrismaClient({
      adapter: new PrismaPg(connections, {
        statementNameGenerator: ({ sql }) => statementName(sql),
        ...(schema !== undefined && { schema }),
      }),
      transactionOptions: { maxWait: MAXIMUM_WAIT_MILLISECONDS, timeout: TRANSACTION_TIMEOUT_MILLISECONDS },
    });
  const models = openModels(pool, openPrisma, queryCurrent);
  const database = withDirectStatements(models.client, pool);
  runners.set(database, (work, running) => runTransaction({ pool, models }, work, running));
  return {
    database,
    pool: () => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    async close() {
      await pool.end();
      await models.close();
    },
  };
}

type Run = <T>(work: (transaction: Transaction) => Promise<T>, running: Running) => Promise<T>;

/** How each opened database runs its transactions. */
const runners = new WeakMap<PrismaClient, Run>();

export interface TransactionOptions {
  /** In milliseconds; a statement after that is refused, so that everything is undone. 15 s unless told. */
  readonly timeout?: number;
  /** For whom it reads and writes. Without one, or null, the database shows it no draft and no review. */
  readonly viewer?: Viewer | null;
}

/**
 * The only place that opens a transaction: runs the work in one, rolled back when it throws. Its first statement travels with BEGIN and
 * should be a read. Where the work asks for what is computed apart (`computedApart`), it is rolled back and begun again, so that it may
 * run several times. Throws for a database that `openDatabase` did not open.
 */
export async function inTransaction<T>(
  database: PrismaClient,
  work: (transaction: Transaction) => Promise<T>,
  { timeout = TRANSACTION_TIMEOUT_MILLISECONDS, viewer = null }: TransactionOptions = {},
): Promise<T> {
  const run = runners.get(database);
  if (run === undefined) throw new Error('transactions need a database that openDatabase opened');
  return await inAttempts((begun) =>
    run(
      (transaction) => {
        begun(transaction);
        return work(transaction);
      },
      { timeout, viewer },
    ),
  );
}
