/** Looks once whether the database can be used, so that a wrong address is told in a sentence and not after minutes. */
import pg from 'pg';
import { connectionSettings } from '../prisma/connection.js';

const PATIENCE_MILLISECONDS = 8_000;

/** The database that this start needs cannot be used. The message is a sentence for who starts the programme. */
export class DatabaseUnusable extends Error {
  override readonly name = 'DatabaseUnusable';
}

/**
 * Opens one connection and closes it again.
 * @param url as in DATABASE_URL
 * @param role under which the connection is to work; without one, as the user of the address
 * @throws {DatabaseUnusable}
 */
export async function reachDatabase(url: string, options: { readonly role?: string } = {}): Promise<void> {
  const { host, pathname } = new URL(url);
  let client: pg.Client | undefined;
  try {
    const { config } = connectionSettings(url, options);
    client = new pg.Client({ ...config, connectionTimeoutMillis: PATIENCE_MILLISECONDS });
    // What breaks the connection also fails what waits for it.
    client.on('error', () => {});
    await client.connect();
  } catch (error) {
    throw new DatabaseUnusable(sentence(host, pathname.slice(1), options.role, error), { cause: error });
  } finally {
    await client?.end().catch(() => {});
  }
}

/** Codes of the system and, with five characters, of PostgreSQL: postgresql.org/docs/current/errcodes-appendix.html */
function sentence(host: string, database: string, role: string | undefined, error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  switch (code) {
    case '28P01':
    case '28000':
      return `The database at ${host} does not let this user in (${reasonOf(error)}): correct user and password in DATABASE_URL.`;
    case '42501':
      if (role !== undefined)
        return `The database's user may not work as ${role}: GRANT ${role} TO the user of DATABASE_URL.`;
      return `The database at ${host} does not let this user in (${reasonOf(error)}): grant it CONNECT.`;
    case '3D000':
      return `There is no database "${database}" at ${host}: create it, or correct its name in DATABASE_URL.`;
    case '53300':
      return `The database at ${host} has no connection left for us: stop what else uses it, or raise its max_connections.`;
    case '57P03':
      return `The database at ${host} is just starting or stopping: try again in a moment.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The name of the database server ${host} cannot be resolved: correct the host in DATABASE_URL.`;
    default:
      return `The database at ${host} cannot be reached (${reasonOf(error)}): start it, or correct DATABASE_URL.`;
  }
}

function reasonOf(error: unknown): string {
  // A name with several addresses fails once for each, and the whole says nothing.
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  return error.message === 'timeout expired' ? 'no answer in time' : error.message;
}
