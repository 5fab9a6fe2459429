/** The app's role for database users as they are in production: owners of a database that are no superusers. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDatabase } from '../../prisma/client.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { type DatabaseServer, startDatabaseServer } from '../../prisma/server.js';

let folder: string;
let server: DatabaseServer;
let administrator: pg.Client;

beforeAll(async () => {
  // A server of its own: a role is the whole server's, and other tests need it as it is.
  folder = mkdtempSync(join(tmpdir(), 'spp-test-role-'));
  chmodSync(folder, 0o755);
  server = await startDatabaseServer({ folder: join(folder, 'postgres'), durable: false });
  administrator = new pg.Client(server.url);
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A database with an owner of its own; returns its address. */
async function databaseOf(owner: string, rights = ''): Promise<string> {
  await administrator.query(`CREATE ROLE ${owner} LOGIN PASSWORD 'secret' ${rights}`);
  await administrator.query(`CREATE DATABASE ${owner} OWNER ${owner}`);
  const address = new URL(server.url);
  address.username = owner;
  address.password = 'secret';
  address.pathname = owner;
  return address.href;
}

async function works(url: string): Promise<unknown> {
  const { database, close } = openDatabase(url, { poolSize: 1 });
  try {
    await database.programme.count();
    const [row] = await database.$queryRaw<unknown[]>`SELECT current_user::text AS "user", session_user::text AS session`;
    return row;
  } finally {
    await close();
  }
}

it('is refused in words to a user who may make no roles, until an administrator has made it', async () => {
  const url = await databaseOf('plain');
  await expect(migrateDatabase(url)).rejects.toThrow(/permission denied to create role/);
  await administrator.query('CREATE ROLE spp_app NOLOGIN');
  await administrator.query('GRANT spp_app TO plain');
  await migrateDatabase(url);
  expect(await works(url)).toEqual({ user: 'spp_app', session: 'plain' });
});

it('is taken on by the user who made it', async () => {
  await administrator.query('DROP DATABASE IF EXISTS plain WITH (FORCE)');
  await administrator.query('DROP ROLE IF EXISTS spp_app');
  const url = await databaseOf('maker', 'CREATEROLE');
  await migrateDatabase(url);
  expect(await works(url)).toEqual({ user: 'spp_app', session: 'maker' });
});
