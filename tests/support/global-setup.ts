/** Starts once per run what the tests share: a PostgreSQL server with a migrated template database, and a Redis server. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrateDatabase } from '../../prisma/migrate.js';
import { removeData, startDatabaseServer } from '../../prisma/server.js';
import { withDatabase } from './address.js';
import { removeInterruptedRuns, runFolder } from './interrupted-runs.js';
import { startRedis } from './redis-server.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a database in which nothing is, on the run's server; its user may create databases. */
    administrationUrl: string;
    /** Name of the migrated database that each test database is a copy of. */
    templateDatabase: string;
    redis: { url: string } | { missing: string };
  }
}

const FOLDER_PREFIX = 'spp-test-run-';

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await removeInterruptedRuns(FOLDER_PREFIX);
  const folder = runFolder(FOLDER_PREFIX);
  const undo: (() => Promise<void>)[] = [async () => rmSync(folder, { recursive: true, force: true })];
  const tearDown = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const [administrationUrl, redis] = await Promise.all([
      databaseServer(folder, undo),
      redisServer(folder, undo),
      learnExamples(),
    ]);
    const templateDatabase = `spp_template_${randomBytes(6).toString('hex')}`;
    await makeTemplate(administrationUrl, templateDatabase, undo);
    project.provide('administrationUrl', administrationUrl);
    project.provide('templateDatabase', templateDatabase);
    project.provide('redis', redis);
  } catch (error) {
    await tearDown();
    throw error;
  }
  return tearDown;
}

/** Once, or every process that understands sentences would do it for itself at the same time. */
async function learnExamples(): Promise<void> {
  const script = fileURLToPath(new URL('../../app/learn-examples.ts', import.meta.url));
  await promisify(execFile)(process.execPath, ['--import', 'tsx', script]);
}

async function databaseServer(folder: string, undo: (() => Promise<void>)[]): Promise<string> {
  const given = process.env.TEST_DATABASE_URL;
  if (given !== undefined && given !== '') return given;
  const data = join(folder, 'postgres');
  const server = await startDatabaseServer({ folder: data, durable: false });
  undo.push(async () => {
    await server.stop();
    await removeData(data);
  });
  return server.url;
}

async function redisServer(folder: string, undo: (() => Promise<void>)[]) {
  const redis = await startRedis(folder);
  if ('stop' in redis) {
    undo.push(redis.stop);
    return { url: redis.url };
  }
  if (process.env.CI === 'true') throw new Error(`The Redis tests cannot run: ${redis.missing}.`);
  process.stderr.write(`\n*** The Redis tests are SKIPPED: ${redis.missing}. ***\n\n`);
  return redis;
}

async function makeTemplate(administrationUrl: string, name: string, undo: (() => Promise<void>)[]): Promise<void> {
  const administrate = async (statement: string) => {
    const client = new pg.Client({ connectionString: administrationUrl });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administrate(`CREATE DATABASE ${name}`);
  // Our own server goes with everything in it.
  if (process.env.TEST_DATABASE_URL) undo.push(() => administrate(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  await migrateDatabase(withDatabase(administrationUrl, name));
}
