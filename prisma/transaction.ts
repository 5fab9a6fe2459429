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
 * BEGIN travels with the first statement, which should therefore be a read, and COMMIT with those sent ahead.
 */
export async function runTransaction<T>(
  pool: pg.Pool,
  openPrisma: OpenPrisma,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect();
  const line = begin(connection);
  let broken = false;
  try {
    const transaction = transactionOn(connection, pool, openPrisma);
    ahead.set(transaction, line.sendAhead);
    const result = await work(transaction);
    await line.commit();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is of no use to anyone.
    await connection.query('ROLLBACK').catch(() => {
      broken = true;
    });
    // What was asked after a write that had failed only heard that the transaction is aborted.
    throw (await line.firstFailure()) ?? error;
  } finally {
    connection.release(broken);
  }
}

/** How to send a statement ahead in each transaction that was opened here. */
const ahead = new WeakMap<object, (query: pg.QueryConfig) => void>();

/**
 * Sends a write whose result nobody needs, without waiting for it. If it fails, the transaction is rolled back and throws what
 * the write would have thrown. A client or transaction that was not opened here waits.
 */
export async function sendAhead(database: Transaction | PrismaClient, statement: Prisma.Sql): Promise<void> {
  const send = ahead.get(database);
  if (send === undefined) await database.$executeRaw(statement);
  else send(prepared(statement.text, statement.values));
}

/** What a transaction does on its connection besides asking. */
interface Line {
  readonly sendAhead: (query: pg.QueryConfig) => void;
  readonly commit: () => Promise<void>;
  /** The first failure of BEGIN or of what was sent ahead, once the server has answered all of it. */
  readonly firstFailure: () => Promise<unknown>;
}

function begin(connection: pg.PoolClient): Line {
  const begun = connection.query(prepared('BEGIN'));
  beginnings.set(connection, begun);
  const sent: Promise<unknown>[] = [begun];
  let failed = false;
  // Each failure is heard at the commit, or never where the work throws before.
  const note = () => {
    failed = true;
  };
  begun.catch(note);
  return {
    sendAhead(query) {
      const answered = ask(connection, query);
      answered.catch(note);
      sent.push(answered);
    },
    async commit() {
      // Once a failure is known nothing is committed, even if a savepoint has mended the transaction meanwhile. One that is not
      // known yet is the server's affair, which answers the COMMIT of a failed transaction with a rollback.
      if (!failed) sent.push(connection.query(prepared('COMMIT')));
      await Promise.all(sent);
    },
    async firstFailure() {
      const settled = await Promise.allSettled(sent);
      return settled.find((one) => one.status === 'rejected')?.reason;
    },
  };
}

/** The BEGIN of the transaction that each connection is in. */
const beginnings = new WeakMap<pg.PoolClient, Promise<unknown>>();

/** The server answers in the order in which it is asked. No answer counts before BEGIN's: without it nothing would be rolled back. */
async function ask(connection: pg.PoolClient, query: pg.QueryConfig): Promise<pg.QueryResult> {
  const [answer] = await Promise.all([connection.query(query), beginnings.get(connection)]);
  return answer;
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
      if (property === '$queryRaw') return async (...words: Words) => (await ask(connection, toQuery(words))).rows;
      if (property === '$executeRaw')
        return async (...words: Words) => (await ask(connection, toQuery(words))).rowCount ?? 0;
      return Reflect.get(prisma(), property);
    },
  });
}

type Words = readonly [TemplateStringsArray | Prisma.Sql, ...unknown[]];

function toQuery([words, ...values]: Words): pg.QueryConfig {
  const sql = words instanceof Prisma.Sql ? words : Prisma.sql(words, ...values);
  return prepared(sql.text, sql.values);
}

function prepared(text: string, values?: unknown[]): pg.QueryConfig {
  return { name: statementName(text), text, ...(values && { values }) };
}

/** The pool as Prisma sees it: one connection, in a transaction already, so that Prisma's own become savepoints. */
function onlyThis(connection: pg.PoolClient, pool: pg.Pool): pg.Pool {
  const inside = new Proxy(connection, {
    get: (target, property) => {
      if (property === 'release') return () => {};
      if (property !== 'query') return Reflect.get(target, property);
      return async (query: pg.QueryConfig) => await ask(connection, asSavepoint(query));
    },
  });
  return new Proxy(pool, {
    get: (target, property) => {
      if (property === 'query') return async (query: pg.QueryConfig) => await ask(connection, query);
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
