/** Compares what a Prisma schema says with what the migrations made, by PostgreSQL's own catalogue. */
import pg from 'pg';
import { connectionSettings } from '../connection.js';
import type { Datamodel } from './datamodel.js';
import { datamodelSql } from './datamodel-sql.js';

/** The schema says it in here, inside a transaction that is never committed. */
const EXPECTED = 'spp_expected';
const MIGRATED = 'public';

/** One thing a database has: the name it is known by, and what may differ about it. */
interface Entry {
  table: string | null;
  name: string;
  properties: string;
}

/**
 * Every difference between the datamodel and a migrated database, one sentence each; empty when they agree. What Prisma
 * cannot say is left alone: checks, exclusion constraints, partial and expression indexes, triggers, functions.
 */
export async function schemaDifferences(url: string, datamodel: Datamodel): Promise<string[]> {
  const client = new pg.Client(connectionSettings(url).config);
  await client.connect();
  try {
    await client.query(`BEGIN; CREATE SCHEMA ${EXPECTED}; SET LOCAL search_path = ${EXPECTED}, ${MIGRATED}`);
    for (const statement of datamodelSql(datamodel)) await client.query(statement);
    return differences(await inventory(client, EXPECTED), await inventory(client, MIGRATED));
  } finally {
    await client.end();
  }
}

function differences(expected: Entry[], migrated: Entry[]): string[] {
  const [wanted, made] = [byName(expected), byName(migrated)];
  const missing = expected.filter(
    ({ name, table }) => !made.has(name) && (table === null || made.has(`table ${table}`)),
  );
  const extra = migrated.filter(
    ({ name, table }) => !wanted.has(name) && (table === null || wanted.has(`table ${table}`)),
  );
  const changed = expected.flatMap(({ name, properties }) => {
    const other = made.get(name)?.properties;
    return other === undefined || other === properties
      ? []
      : [`${name}: the schema says "${properties}", the migrations say "${other}"`];
  });
  return [
    ...missing.map((entry) => `in the schema, but not made by the migrations: ${described(entry)}`),
    ...extra.map((entry) => `made by the migrations, but not in the schema: ${described(entry)}`),
    ...changed,
  ];
}

function byName(entries: Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.name, entry]));
}

function described({ name, properties }: Entry): string {
  return properties === '' ? name : `${name} (${properties})`;
}

async function inventory(client: pg.Client, schema: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const statement of [TABLES, ENUMS, COLUMNS, INDEXES, FOREIGN_KEYS]) {
    const { rows } = await client.query<Entry>(statement, [schema]);
    // Names of the two schemas stand before types, functions and tables of the one that is not first in the search path.
    const bare = (text: string) => text.replace(new RegExp(`\\b(${EXPECTED}|${MIGRATED})\\.`, 'g'), '');
    entries.push(...rows.map((row) => ({ ...row, name: bare(row.name), properties: bare(row.properties) })));
  }
  return entries;
}

/** Tables of the schema, without Prisma's ledger and without those that an extension brought. */
const TABLE = `
  SELECT oid, relname FROM pg_class
   WHERE relnamespace = $1::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations'
     AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e')`;

const TABLES = `SELECT NULL AS "table", 'table ' || relname AS name, '' AS properties FROM (${TABLE}) AS t ORDER BY 2`;

const ENUMS = `
  SELECT NULL AS "table", 'enum ' || typname AS name, string_agg(enumlabel, ', ' ORDER BY enumlabel) AS properties
    FROM pg_type JOIN pg_enum ON enumtypid = pg_type.oid
   WHERE typnamespace = $1::regnamespace GROUP BY typname ORDER BY 2`;

// Prisma does not tell lists that may be null from others; now() and CURRENT_TIMESTAMP are the same; and a column is
// counted up alike by a sequence of its own and as an identity.
const COLUMNS = `
  SELECT relname AS "table", 'column ' || relname || '.' || attname AS name,
         format_type(atttypid, atttypmod)
         || CASE WHEN attnotnull AND typcategory <> 'A' THEN ' not null' ELSE '' END
         || CASE WHEN attidentity <> '' OR expression LIKE 'nextval(%' THEN ' default autoincrement()'
                 WHEN expression IS NULL THEN ''
                 ELSE ' default ' || replace(expression, 'CURRENT_TIMESTAMP', 'now()') END AS properties
    FROM (${TABLE}) AS t
    JOIN pg_attribute ON attrelid = t.oid AND attnum > 0 AND NOT attisdropped
    JOIN pg_type ON pg_type.oid = atttypid
    LEFT JOIN LATERAL (SELECT pg_get_expr(adbin, adrelid) AS expression FROM pg_attrdef
                        WHERE adrelid = attrelid AND adnum = attnum) AS given ON true
   ORDER BY relname, attnum`;

// Prisma cannot say NULLS NOT DISTINCT either.
const INDEXES = `
  SELECT t.relname AS "table",
         CASE WHEN indisprimary THEN 'primary key' WHEN indisunique THEN 'unique index' ELSE 'index' END
         || ' on ' || t.relname || replace(substring(pg_get_indexdef(indexrelid) FROM ' USING .*$'), ' NULLS NOT DISTINCT', '') AS name,
         'named ' || string_agg(i.relname, ' and ' ORDER BY i.relname) AS properties
    FROM (${TABLE}) AS t JOIN pg_index ON indrelid = t.oid JOIN pg_class AS i ON i.oid = indexrelid
   WHERE indpred IS NULL AND indexprs IS NULL AND NOT indisexclusion
   GROUP BY 1, 2 ORDER BY 1, 2`;

const FOREIGN_KEYS = `
  SELECT relname AS "table",
         'foreign key of ' || relname || substring(definition FROM '^FOREIGN KEY( .*?\\))(?: ON | DEFERRABLE| NOT VALID|$)') AS name,
         coalesce(trim(substring(definition FROM '( ON UPDATE [A-Z ]+?)(?: ON DELETE| DEFERRABLE| NOT VALID|$)')), 'ON UPDATE NO ACTION')
         || ' ' ||
         coalesce(trim(substring(definition FROM '( ON DELETE [A-Z ]+?)(?: DEFERRABLE| NOT VALID|$)')), 'ON DELETE NO ACTION') AS properties
    FROM (${TABLE}) AS t
    JOIN LATERAL (SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
                   WHERE conrelid = t.oid AND contype = 'f' AND conparentid = 0) AS keys ON true
   ORDER BY 1, 2`;
