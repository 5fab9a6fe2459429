/** Asks the database on a connection of its own and within a bound, whatever PostgreSQL does: people's requests never wait behind it, nor it behind them. */
import pg from 'pg';
import { connectionSettings } from '../prisma/connection.js';

/** What one question may take before its asker goes on without an answer; an orchestrator's own limit is often one second. */
const ANSWER_MILLISECONDS = 800;

/** How long closing waits for a server that may stand still. */
const FAREWELL_MILLISECONDS = 500;

type Answer = { readonly rows: readonly unknown[] } | { readonly refused: string };

export interface DatabaseProbe {
  /** The rows, or null where there is no answer in time. A question that is still open is not asked a second time. */
  ask(statement: string, values?: readonly unknown[]): Promise<readonly unknown[] | null>;
  /** The SQLSTATE with which the server refuses the statement; null where it does not, or does not answer in time. */
  refusal(statement: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Connects at the first question, and anew after a failure. @param name under which the server lists the connection */
export function openDatabaseProbe(databaseUrl: string, name: string): DatabaseProbe {
  let connecting: Promise<pg.Client> | null = null;
  let client: pg.Client | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const open = new Map<string, Promise<Answer | null>>();

  async function connect(): Promise<pg.Client> {
    const opened = new pg.Client({ ...connectionSettings(databaseUrl).config, application_name: name });
    // Without a listener, a server that restarts would end the process.
    opened.on('error', () => drop(opened));
    client = opened;
    await opened.connect();
    return opened;
  }

  function drop(broken: pg.Client | null): void {
    if (broken !== client) return;
    client = null;
    connecting = null;
    broken?.end().catch(() => {});
  }

  async function question(statement: string, values: readonly unknown[]): Promise<Answer | null> {
    connecting ??= connect();
    const mine = client;
    try {
      return { rows: (await (await connecting).query(statement, [...values])).rows };
    } catch (error) {
      // A refused statement leaves the connection as it was, for those who have asked on it meanwhile.
      if (error instanceof pg.DatabaseError && error.severity === 'ERROR') return { refused: error.code ?? '' };
      drop(mine);
      return null;
    }
  }

  /** One at a time, as pg.Client is to be used. */
  function nextQuestion(statement: string, values: readonly unknown[]): Promise<Answer | null> {
    const asked = last.then(() => question(statement, values));
    last = asked;
    return asked;
  }

  async function answerTo(statement: string, values: readonly unknown[]): Promise<Answer | null> {
    const asked = open.get(statement) ?? nextQuestion(statement, values).finally(() => open.delete(statement));
    open.set(statement, asked);
    return await within(ANSWER_MILLISECONDS, asked);
  }

  return {
    async ask(statement, values = []) {
      const answer = await answerTo(statement, values);
      return answer !== null && 'rows' in answer ? answer.rows : null;
    },
    async refusal(statement) {
      const answer = await answerTo(statement, []);
      return answer !== null && 'refused' in answer ? answer.refused : null;
    },
    async close() {
      const left = client;
      client = null;
      if (left !== null)
        await within(
          FAREWELL_MILLISECONDS,
          left.end().catch(() => {}),
        );
    },
  };
}

/** What the work gives, or null once the time is over; the work goes on. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    // Where this process itself was held up, what has come in meanwhile is read first.
    timer = setTimeout(() => setImmediate(resolve, null), milliseconds);
  });
  return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
