/** Turns a database address into connection settings with which every part of the app opens PostgreSQL. */
import type { ClientConfig } from 'pg';

/** How long a statement waits for a row or table lock before it fails with 55P03. A longer wait looks like a dead bot to the person. */
const LOCK_TIMEOUT_MILLISECONDS = 3_000;

/** What a statement of one interaction or one job may take at most. */
const STATEMENT_TIMEOUT_MILLISECONDS = 30_000;

/** A transaction left open by a hung process holds its locks until this ends it. */
const IDLE_TRANSACTION_TIMEOUT_MILLISECONDS = 60_000;

export interface ConnectionSettings {
  config: ClientConfig;
  /** From `?schema=` in the address, as Prisma's command line reads it; undefined means the server's search path. */
  schema: string | undefined;
}

/**
 * The role that the app takes on: neither owner nor superuser, so that PostgreSQL's row-level security applies to it. A migration
 * makes it; the user of the address is a member.
 */
export const APP_ROLE = 'spp_app';

/** For whom a transaction works (viewer.ts): the setting that the policies of row-level security ask for. */
export const VIEWER_SETTING = 'spp.viewer';

/**
 * Settings for `pg` from a `postgresql://` address. What the address says in `?options=` wins over our timeouts, but never
 * over the time zone: in any other one Prisma's adapter stores `timestamptz` hours off and reads it back looking right. Nor over
 * the role and the viewer.
 */
export function connectionSettings(url: string, { role }: { role?: string } = {}): ConnectionSettings {
  const address = new URL(url);
  const given = address.searchParams.get('options');
  const schema = address.searchParams.get('schema') || undefined;
  address.searchParams.delete('options');
  address.searchParams.delete('schema');
  const options = [
    `-c lock_timeout=${LOCK_TIMEOUT_MILLISECONDS}`,
    `-c statement_timeout=${STATEMENT_TIMEOUT_MILLISECONDS}`,
    `-c idle_in_transaction_session_timeout=${IDLE_TRANSACTION_TIMEOUT_MILLISECONDS}`,
    ...(schema === undefined ? [] : [`-c search_path=${escapeOption(`"${schema.replaceAll('"', '""')}"`)}`]),
    ...(given === null ? [] : [given]),
    '-c timezone=UTC',
    // Nobody, whatever the address or the database says: each transaction says for whom it works.
    `-c ${VIEWER_SETTING}=`,
    ...(role === undefined ? [] : [`-c role=${role}`]),
  ].join(' ');
  return { config: { connectionString: address.href, options }, schema };
}

/** The server splits start-up options at white space; a backslash keeps a character. */
function escapeOption(value: string): string {
  return value.replace(/[\\\s]/g, (character) => `\\${character}`);
}
