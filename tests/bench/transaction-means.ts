/** Runs the statements of a registration in one transaction, with each means of sending them switched on or off. */
import { randomUUID } from 'node:crypto';
import { Socket } from 'node:net';
import pg from 'pg';
import { openDatabase, Prisma, type Transaction } from '../../prisma/client.js';
import { connectionSettings } from '../../prisma/connection.js';
import { identify } from '../../programme/members/identify.js';
import { plain } from '../../programme/messages/message.js';
import { takeSeat } from '../../programme/registrations/registrations.js';
import { lockForSeat } from '../../programme/registrations/registrations.sql.js';
import { storeRequest } from '../../programme/requests/idempotency.js';
import { findNamed } from '../../programme/requests/identifiers.js';
import type { Request } from '../../programme/requests/request.js';

/** What can be switched off alone. The product has all but `packets`. */
export interface Means {
  /** BEGIN is not waited for. */
  readonly begin: boolean;
  /** Two lookups of which neither needs the other are waited for once. */
  readonly lookups: boolean;
  /** Writes whose result is not needed are waited for with COMMIT. */
  readonly writes: boolean;
  /** A statement is parsed and planned once for each connection. */
  readonly names: boolean;
  /** Raw statements skip Prisma. Where they do not, Prisma runs the transaction, without the means above but `names`. */
  readonly raw: boolean;
  /** What is sent in one turn of the event loop leaves in one packet. */
  readonly packets: boolean;
}

export const product: Means = { begin: true, lookups: true, writes: true, names: true, raw: true, packets: false };

/** Holds back what `pg` writes until the turn of the event loop ends. */
class BatchingSocket extends Socket {
  #batching = false;

  override cork(): void {
    super.cork();
    if (this.#batching) return;
    this.#batching = true;
    super.cork();
    process.nextTick(() => {
      this.#batching = false;
      this.uncork();
    });
  }
}

export interface Transactions {
  run(work: (transaction: Transaction) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** On one connection. */
export function openTransactions(url: string, means: Means): Transactions {
  const opened = openDatabase(url, { poolSize: 1 });
  const pool = new pg.Pool({
    ...connectionSettings(url).config,
    max: 1,
    pipeline: true,
    ...(means.packets && { stream: () => new BatchingSocket() }),
  });
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const name = names.get(text) ?? `bench${names.size}`;
    names.set(text, name);
    return name;
  };
  const prepared = ([words, ...values]: readonly [TemplateStringsArray | Prisma.Sql, ...unknown[]]) => {
    const sql = words instanceof Prisma.Sql ? words : Prisma.sql(words, ...values);
    return { text: sql.text, values: sql.values, ...(means.names && { name: nameOf(sql.text) }) };
  };

  async function run(work: (transaction: Transaction) => Promise<void>): Promise<void> {
    if (!means.raw) return await opened.database.$transaction(work);
    const connection = await pool.connect();
    const sent: Promise<unknown>[] = [connection.query('BEGIN')];
    try {
      if (!means.begin) await sent[0];
      const transaction = new Proxy<Transaction>(opened.database, {
        get: (target, property) => {
          if (property !== '$queryRaw' && property !== '$executeRaw') return Reflect.get(target, property);
          return async (...words: [TemplateStringsArray | Prisma.Sql, ...unknown[]]) => {
            const answered = connection.query(prepared(words));
            if (property === '$queryRaw') return (await answered).rows;
            sent.push(answered);
            if (!means.writes) await answered;
            return 1;
          };
        },
      });
      await work(transaction);
      await Promise.all([...sent, connection.query('COMMIT')]);
    } finally {
      connection.release();
    }
  }
  return {
    run,
    async close() {
      await opened.close();
      await pool.end();
    },
  };
}

/** The statements of a registration as the product sends them. */
export async function register(
  transaction: Transaction,
  means: Means,
  request: Request,
  personId: string,
  sessionId: string,
): Promise<void> {
  const now = new Date();
  const identifying = identify(transaction, request.account, now);
  if (!means.lookups) await identifying;
  const [account] = await Promise.all([identifying, findNamed(transaction, request.input)]);
  if (account === null) throw new Error('the account is missing');
  const { session, seats } = await lockForSeat(transaction, sessionId, personId);
  const wish = { personId, companyId: null, mode: 'online', byId: personId, now } as const;
  await takeSeat(transaction, session, seats, wish);
  const reply = {
    kind: 'message',
    outcome: 'done',
    message: plain('Registered.'),
    refreshes: true,
    replaces: false,
  } as const;
  await storeRequest(transaction, { ...request, key: randomUUID() }, { accountId: account.id, personId }, reply, now);
}
