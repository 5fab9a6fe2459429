/** The door to the database: opens a Prisma client on PostgreSQL, and names what programme/ needs of Prisma. */
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { connectionSettings } from './connection.js';
import { type Prisma, PrismaClient } from './generated/client.js';

export * from './errors.js';
export * from './generated/client.js';

/** The client inside `database.$transaction(async (transaction) => …)`. */
export type Transaction = Prisma.TransactionClient;

/** How long a transaction may wait for a free connection; Prisma's own 2 s fails under a burst that would have been served. */
const MAXIMUM_WAIT_MILLISECONDS = 10_000;

/** What one transaction may take in all before Prisma rolls it back. */
const TRANSACTION_TIMEOUT_MILLISECONDS = 15_000;

export interface OpenDatabase {
  database: PrismaClient;
  /** Waits for statements in flight, then closes every connection. To be called before the server is stopped. */
  close(): Promise<void>;
}

/**
 * A client with its own pool of at most `poolSize` connections (10 unless told). Connects when first used.
 * Its sessions run in UTC whatever the server, the database or the address says.
 */
export function openDatabase(url: string, { poolSize = 10 }: { poolSize?: number } = {}): OpenDatabase {
  const { config, schema } = connectionSettings(url);
  const pool = new pg.Pool({ ...config, max: poolSize, connectionTimeoutMillis: MAXIMUM_WAIT_MILLISECONDS });
  // Without a listener, an idle connection lost to a server restart would end the process; the pool replaces it by itself.
  pool.on('error', () => {});
  const database = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameStatement, ...(schema !== undefined && { schema }) }),
    transactionOptions: { maxWait: MAXIMUM_WAIT_MILLISECONDS, timeout: TRANSACTION_TIMEOUT_MILLISECONDS },
  });
  return {
    database,
    async close() {
      await database.$disconnect();
      await pool.end();
    },
  };
}

/** Statements whose text is not of a fixed set (lists of any length) must not fill the server with plans. */
const MOST_PREPARED = 1_000;

const names = new Map<string, string>();

/** A prepared statement is parsed and planned once for each connection: about half the cost of a small query. */
function nameStatement({ sql }: { readonly sql: string }): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  // An empty name stands for a statement that is not kept.
  if (names.size >= MOST_PREPARED) return '';
  const name = `spp${names.size}`;
  names.set(sql, name);
  return name;
}
