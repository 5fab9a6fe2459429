/** The rows of the playground's own database, as text that can be stored and put into another one of the same schema. */
import pg from 'pg';
import { z } from 'zod';
import { connectionSettings } from '../../prisma/connection.js';

export const databaseArchive = z.object({
  /** The newest migration: rows fit no other schema. */
  migration: z.string(),
  /** Of each table that has any, its rows as one JSON array. As text: JavaScript would round large numbers. */
  tables: z.record(z.string(), z.string()),
  /** What each sequence gave last. */
  sequences: z.record(z.string(), z.string()),
});
export type DatabaseArchive = z.infer<typeof databaseArchive>;

/** Ours, without those of the queue, which are made of them, and without what tells which migrations have been applied. */
const ownTables = `
  SELECT tablename AS name FROM pg_tables
  WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations' ORDER BY tablename`;

/** The names of the columns that can be written, in quotes. */
const writableColumns = `
  SELECT string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
  FROM information_schema.columns
  WHERE table_schema = current_schema() AND table_name = $1 AND is_generated = 'NEVER'`;

const usedSequences = `
  SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
  WHERE schemaname = current_schema() AND last_value IS NOT NULL ORDER BY sequencename`;

/** @returns the newest migration that the database has */
export async function newestMigration(url: string): Promise<string> {
  return await connected(url, readMigration);
}

async function readMigration(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1',
  );
  return rows[0]?.name ?? '';
}

/** @param url as in DATABASE_URL, of the owner of the tables */
export async function archiveDatabase(url: string): Promise<DatabaseArchive> {
  return await connected(url, async (client) => {
    // All of one moment, whatever is written meanwhile.
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables: Record<string, string> = {};
    const { rows: names } = await client.query<{ name: string }>(ownTables);
    for (const { name } of names) {
      const { rows } = await client.query<{ rows: string | null }>(
        `SELECT json_agg(to_json(t))::text AS rows FROM ${pg.escapeIdentifier(name)} t`,
      );
      const [found] = rows;
      if (found?.rows != null) tables[name] = found.rows;
    }
    const { rows: sequences } = await client.query<{ name: string; last: string }>(usedSequences);
    return {
      migration: await readMigration(client),
      tables,
      sequences: Object.fromEntries(sequences.map(({ name, last }) => [name, last])),
    };
  });
}

/**
 * All of it or nothing.
 * @param url as in DATABASE_URL, of the owner of the tables, which are empty and of the very schema that the archive is of
 */
export async function restoreDatabase(url: string, { tables, sequences }: DatabaseArchive): Promise<void> {
  await connected(url, async (client) => {
    await client.query('BEGIN');
    // Rows come table by table, so that some refer to what comes later; they were whole when they were read.
    await client.query("SET LOCAL session_replication_role = 'replica'");
    for (const [name, rows] of Object.entries(tables)) {
      const table = pg.escapeIdentifier(name);
      const { rows: found } = await client.query<{ columns: string }>(writableColumns, [name]);
      const columns = found[0]?.columns ?? '';
      await client.query(
        `INSERT INTO ${table} (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`,
        [rows],
      );
    }
    for (const [name, last] of Object.entries(sequences)) {
      await client.query('SELECT setval($1::regclass, $2::bigint)', [pg.escapeIdentifier(name), last]);
    }
    await client.query('COMMIT');
  });
}

async function connected<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(connectionSettings(url).config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
