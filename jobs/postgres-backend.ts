/** Keeps the queues in a schema of their own in the programme's PostgreSQL database. */

import { setTimeout as pause } from 'node:timers/promises';
import { createPostgresBackend, runMigrations } from 'bullmq';
import pg from 'pg';
import { clientConfiguration } from './database-address.js';
import { type Factory, type QueueBackend, QueueUnreachable } from './queue-backend.js';

/** The schema that BullMQ expects of a pool that it did not make itself. */
const SCHEMA = 'bullmq';

/** Of these, each of the two workers keeps one to listen on. */
const CONNECTIONS = 6;

const FAREWELL_MILLISECONDS = 1_000;

export async function openPostgresBackend(
  databaseUrl: string,
  onError: (error: unknown) => void,
): Promise<QueueBackend> {
  const pool = new pg.Pool({
    ...clientConfiguration(databaseUrl, 'spp-queue', `-c search_path=${SCHEMA} -c statement_timeout=30000`),
    max: CONNECTIONS,
  });
  pool.on('error', onError);
  const prepare = async () => {
    const client = await pool.connect();
    try {
      await runMigrations(client, SCHEMA);
    } finally {
      client.release();
    }
  };
  try {
    await prepare();
  } catch (error) {
    await pool.end();
    throw new QueueUnreachable(
      'The queue could not be opened in PostgreSQL. Is the database running, and may its user create a schema?',
      {
        cause: error,
      },
    );
  }
  const factory: Factory = (name, options, more) => createPostgresBackend(name, { ...options, connection: pool }, more);
  return {
    producing: factory,
    working: factory,
    // Each statement takes a fresh connection where one broke.
    ready: () => true,
    prepare,
    close: async () => {
      // Where a worker could not be waited for it still holds a connection, for which `end` would wait.
      await Promise.race([pool.end().catch(onError), pause(FAREWELL_MILLISECONDS, undefined, { ref: false })]);
    },
  };
}
