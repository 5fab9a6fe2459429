/** Empties the playground's private database, so that a scenario can fill it. */
import pg from 'pg';
import { z } from 'zod';
import { openDatabase } from '../../prisma/client.js';
import { connectionSettings } from '../../prisma/connection.js';
import { sampleFile } from './sample.js';

const sampleSchema = z.object({ programme: z.object({ code: z.string() }) });

/**
 * Whether nothing would be lost but the sample programme and what was done in it. An assistant that was connected to a real Slack or
 * Teams without DATABASE_URL has kept its programme in the same private database.
 */
export async function holdsSampleOnly(url: string): Promise<boolean> {
  const files = await Promise.all([sampleFile('programme.json'), sampleFile('roster.csv')]);
  const texts = files.map(({ content }) => new TextDecoder().decode(content));
  const { programme } = sampleSchema.parse(JSON.parse(texts[0] ?? ''));
  const { database, close } = openDatabase(url, { poolSize: 1, asOwner: true });
  try {
    const [others, bindings] = await Promise.all([
      database.programme.count({ where: { code: { not: programme.code } } }),
      database.binding.findMany({ select: { tenant: true }, distinct: ['tenant'] }),
    ]);
    return others === 0 && bindings.every(({ tenant }) => texts.some((text) => text.includes(tenant)));
  } finally {
    await close();
  }
}

/** Every table of ours, and of the queue where it is kept beside them, but not what tells which migrations have been applied. */
const tables = `
  SELECT format('%I.%I', schemaname, tablename) AS name
  FROM pg_tables
  WHERE (schemaname = current_schema() AND tablename <> '_prisma_migrations')
     OR (schemaname = 'bullmq' AND tablename <> 'migration')`;

/**
 * Nothing may be open on the database. Never call it with a database that may be somebody's real one: everything in it is lost.
 * @param url as in DATABASE_URL; of a database whose migrations are applied
 * @throws where something still holds a table for more than three seconds (SQLSTATE 55P03)
 */
export async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client(connectionSettings(url).config);
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string }>(tables);
    if (rows.length > 0) await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} RESTART IDENTITY`);
  } finally {
    await client.end();
  }
}
