/** Transactions on one connection, in which raw statements go straight to PostgreSQL and Prisma is there for everything else. */
import type pg from 'pg';
import { Prisma, type PrismaClient } from './generated/client.js';

/** What a transaction's work is given: Prisma's own type, so that no rule needs to know how it is run. */
type Transaction = Prisma.TransactionClient;

/** How to open a Prisma client on something that looks like a pool. */
type OpenPrisma = (pool: pg.Pool) => PrismaClient;

/**
 * Runs the work in one transaction: rolled back when it throws. Raw statements skip Prisma, which at the size of ours costs
 * three times what the statement does; its Prisma client is made, once per connection, only where a model is used.
 */
export async function runTransaction<T>(
  pool: pg.Pool,
  openPrisma: OpenPrisma,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect();
  let broken = false;
  try {
    await connection.query('BEGIN');
    const result = await work(transactionOn(connection, pool, openPrisma));
    await connection.query('COMMIT');
    return result;
  } catch (error) {
    // A connection that cannot even roll back is of no use to anyone.
    await connection.query('ROLLBACK').catch(() => {
      broken = true;
    });
    throw error;
  } finally {
    connection.release(broken);
  }
}

/** The Prisma clients of the connections, which the pool hands out again and again. */
const clients = new WeakMap<pg.PoolClient, PrismaClient>();

function transactionOn(connection: pg.PoolClient, pool: pg.Pool, openPrisma: OpenPrisma): Transaction {
  const prisma = () => {
    const known = clients.get(connection);
    if (known !== undefined) return known;
    const fresh = openPrisma(onlyThis(connection, pool));
    clients.set(connection, fresh);
    return fresh;
  };
  return new Proxy<Transaction>(Object.create(null), {
    get: (_, property) => {
      if (property === '$queryRaw') return async (...words: Words) => (await send(connection, words)).rows;
      if (property === '$executeRaw') return async (...words: Words) => (await send(connection, words)).rowCount ?? 0;
      return Reflect.get(prisma(), property);
    },
  });
}

/** What is under way on each connection: Prisma asks for several things at once, which one connection can only do in turn. */
const turns = new WeakMap<pg.PoolClient, Promise<unknown>>();

async function inTurn(connection: pg.PoolClient, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const before = turns.get(connection) ?? Promise.resolve();
  const result = before.then(async () => await connection.query(query));
  // The next one follows a failed statement, too, and hears from the server that the transaction is aborted.
  turns.set(
    connection,
    result.catch(() => {}),
  );
  return await result;
}

type Words = readonly [TemplateStringsArray | Prisma.Sql, ...unknown[]];

async function send(connection: pg.PoolClient, [words, ...values]: Words): Promise<pg.QueryResult> {
  const sql = words instanceof Prisma.Sql ? words : Prisma.sql(words, ...values);
  return await inTurn(connection, { name: statementName(sql.text), text: sql.text, values: sql.values });
}

/** The pool as Prisma sees it: one connection, in a transaction already, so that Prisma's own become savepoints. */
function onlyThis(connection: pg.PoolClient, pool: pg.Pool): pg.Pool {
  const inside = new Proxy(connection, {
    get: (target, property) => {
      if (property === 'release') return () => {};
      if (property !== 'query') return Reflect.get(target, property);
      return async (query: pg.QueryConfig) => await inTurn(connection, asSavepoint(query));
    },
  });
  return new Proxy(pool, {
    get: (target, property) => {
      if (property === 'query') return async (query: pg.QueryConfig) => await inTurn(connection, query);
      if (property === 'connect') return async () => inside;
      if (property === 'on' || property === 'removeListener') return () => inside;
      return Reflect.get(target, property);
    },
  });
}

const savepoints: Readonly<Record<string, string>> = {
  BEGIN: 'SAVEPOINT nested',
  COMMIT: 'RELEASE SAVEPOINT nested',
  ROLLBACK: 'ROLLBACK TO SAVEPOINT nested',
};

function asSavepoint(query: pg.QueryConfig): pg.QueryConfig {
  const instead = savepoints[query.text];
  return instead === undefined ? query : { text: instead };
}

/** Statements whose text is not of a fixed set (lists of any length) must not fill the server with plans. */
const MOST_PREPARED = 1_000;

const names = new Map<string, string>();

/** A prepared statement is parsed and planned once for each connection: about half the cost of a small query. */
export function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  // An empty name stands for a statement that is not kept.
  if (names.size >= MOST_PREPARED) return '';
  const name = `spp${names.size}`;
  names.set(sql, name);
  return name;
}
