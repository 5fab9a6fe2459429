/** Transactions on one connection, in which raw statements go straight to PostgreSQL and Prisma is there for everything else. */
import type pg from 'pg';
import { Prisma, type PrismaClient } from './generated/client.js';

/** What a transaction's work is given: Prisma's own type, so that no rule needs to know how it is run. */
type Transaction = Prisma.TransactionClient;

/** An opened database, as its transactions need it. */
interface Source {
  readonly pool: pg.Pool;
  /** On the pool. */
  readonly database: PrismaClient;
  /** Opens another client on something that looks like a pool. */
  readonly openPrisma: (pool: pg.Pool) => PrismaClient;
}

/**
 * Runs the work in one transaction: rolled back when it throws. BEGIN travels with the first statement, and COMMIT with the
 * pipelined ones. Raw statements skip Prisma, whose own transaction takes 1.8 times as long for a registration and waits for
 * the server seven times instead of three (`npm run bench -- transaction`).
 * @param timeout in milliseconds: a statement after that is refused, so that everything is undone
 */
export async function runTransaction<T>(
  source: Source,
  work: (transaction: Transaction) => Promise<T>,
  timeout: number,
): Promise<T> {
  const connection = await source.pool.connect();
  const open = begin(connection, timeout);
  let broken = false;
  try {
    const result = await work(clientOf(open, source));
    await open.commit();
    return result;
  } catch (error) {
    // A connection that cannot even roll back must not return to the pool.
    await connection.query('ROLLBACK').catch(() => {
      broken = true;
    });
    // A statement after a pipelined write that had failed was only told that the transaction is aborted.
    throw (await open.firstFailure()) ?? error;
  } finally {
    current.delete(connection);
    connection.release(broken);
  }
}

/** A transaction from its BEGIN to its COMMIT or ROLLBACK. */
interface OpenTransaction {
  readonly connection: pg.PoolClient;
  /** Throws once the transaction has ended, when its connection may be in another. */
  readonly assertOpen: () => void;
  /** Sends a statement and waits for its result. */
  readonly query: (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  /** Sends a statement whose failure is thrown by `commit`. */
  readonly execute: (config: pg.QueryConfig) => void;
  readonly extend: (timeout: number) => void;
  readonly commit: () => Promise<void>;
  /** The first failure of BEGIN or of a pipelined statement, once the server has answered all of them. */
  readonly firstFailure: () => Promise<unknown>;
}

/** The transaction that each connection is in. */
const current = new WeakMap<pg.PoolClient, OpenTransaction>();

function begin(connection: pg.PoolClient, timeout: number): OpenTransaction {
  const began = performance.now();
  let allowed = timeout;
  // What every transaction is to begin with, such as its database role and the tenant whose rows it may see, belongs here.
  const begun = connection.query('BEGIN');
  const sent: Promise<unknown>[] = [begun];
  let failed = false;
  // Each failure is thrown at the commit, or never where the work throws before.
  const note = () => {
    failed = true;
  };
  begun.catch(note);
  const assertOpen = () => {
    if (current.get(connection) !== open) throw new Error('the transaction has ended');
  };
  // The server answers in the order in which it is asked. No answer counts before BEGIN's: without BEGIN nothing would be rolled back.
  const query = async (config: pg.QueryConfig) => {
    assertOpen();
    if (performance.now() > began + allowed) throw new Error(`the transaction took longer than ${allowed} ms`);
    const [answer] = await Promise.all([connection.query(config), begun]);
    return answer;
  };
  const open: OpenTransaction = {
    connection,
    assertOpen,
    query,
    execute(config) {
      const answered = query(config);
      answered.catch(note);
      sent.push(answered);
    },
    extend(longer) {
      allowed = Math.max(allowed, longer);
    },
    async commit() {
      // Once a failure is known nothing is committed, even if a savepoint has mended the transaction meanwhile. One that is not
      // known yet is left to the server, which answers the COMMIT of a failed transaction with a rollback.
      if (failed) return void (await Promise.all(sent));
      const committed = query({ text: 'COMMIT' });
      const [{ command }] = await Promise.all([committed, ...sent]);
      // A failure that the work caught must not look like success.
      if (command !== 'COMMIT') throw new Error('the transaction was rolled back, since a statement in it had failed');
    },
    async firstFailure() {
      const settled = await Promise.allSettled(sent);
      return settled.find((one) => one.status === 'rejected')?.reason;
    },
  };
  current.set(connection, open);
  return open;
}

/** The transaction behind each client that a transaction's work was given. */
const transactions = new WeakMap<object, OpenTransaction>();

/**
 * Sends a write whose result is not needed, without waiting for it. If it fails, the transaction is rolled back and throws what
 * the write would have thrown. A client or transaction that was not opened here waits.
 */
export async function executePipelined(database: Transaction | PrismaClient, statement: Prisma.Sql): Promise<void> {
  const open = transactions.get(database);
  if (open === undefined) await database.$executeRaw(statement);
  else open.execute(prepared(statement));
}

/**
 * Lets a transaction that turns out to be a large one take so long in all, in milliseconds from its beginning.
 * @throws Error where it was not opened by `inTransaction`
 */
export function extendTransaction(transaction: Transaction, timeout: number): void {
  const open = transactions.get(transaction);
  if (open === undefined) throw new Error('only a transaction that inTransaction opened can be extended');
  open.extend(timeout);
}

/** The Prisma clients of the connections, which the pool hands out again and again. */
const clients = new WeakMap<pg.PoolClient, PrismaClient>();

/** A Prisma client takes milliseconds and megabytes to make, so a connection gets one when a model is first used on it. */
function prismaOn(connection: pg.PoolClient, { pool, openPrisma }: Source): PrismaClient {
  const known = clients.get(connection);
  if (known !== undefined) return known;
  const fresh = openPrisma(asPool(connection, pool));
  clients.set(connection, fresh);
  return fresh;
}

function clientOf(open: OpenTransaction, source: Source): Transaction {
  const client = new Proxy<Transaction>(source.database, {
    get: (_, property) => {
      open.assertOpen();
      if (property === '$queryRaw') return async (...words: Words) => (await open.query(toQuery(words))).rows;
      if (property === '$executeRaw')
        return async (...words: Words) => (await open.query(toQuery(words))).rowCount ?? 0;
      return Reflect.get(prismaOn(open.connection, source), property);
    },
  });
  transactions.set(client, open);
  return client;
}

/**
 * The client with its raw statements sent straight to the pool, each on a connection of its own, as they are in a transaction: with
 * Prisma between, one takes nearly three times the processor time, and every request sends two before its transaction.
 */
export function withDirectStatements(database: PrismaClient, pool: pg.Pool): PrismaClient {
  return new Proxy(database, {
    get: (target, property) => {
      if (property === '$queryRaw') return async (...words: Words) => (await pool.query(toQuery(words))).rows;
      if (property === '$executeRaw')
        return async (...words: Words) => (await pool.query(toQuery(words))).rowCount ?? 0;
      return Reflect.get(target, property);
    },
  });
}

type Words = readonly [TemplateStringsArray | Prisma.Sql, ...unknown[]];

function toQuery([words, ...values]: Words): pg.QueryConfig {
  return prepared(words instanceof Prisma.Sql ? words : Prisma.sql(words, ...values));
}

function prepared({ text, values }: Prisma.Sql): pg.QueryConfig {
  return { name: statementName(text), text, values };
}

/** The connection as the pool that Prisma wants, in a transaction already, so that Prisma's own become savepoints. */
function asPool(connection: pg.PoolClient, pool: pg.Pool): pg.Pool {
  const only: pg.Pool = new Proxy(pool, {
    get: (target, property) => {
      switch (property) {
        case 'query':
          return async (query: pg.QueryConfig) => await queryCurrent(connection, asSavepoint(query));
        case 'connect':
          return async () => only;
        case 'release':
          return () => {};
        case 'on':
        case 'removeListener':
          return () => only;
        default:
          return Reflect.get(target, property);
      }
    },
  });
  return only;
}

async function queryCurrent(connection: pg.PoolClient, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const open = current.get(connection);
  if (open === undefined) throw new Error('the transaction has ended');
  return await open.query(query);
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

/** A prepared statement is parsed and planned once for each connection: without it a registration takes four tenths longer (`npm run bench -- transaction`). */
export function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  // An empty name stands for a statement that is not kept.
  if (names.size >= MOST_PREPARED) return '';
  const name = `spp${names.size}`;
  names.set(sql, name);
  return name;
}
