/** The app works under a role that PostgreSQL's row-level security applies to, with any owner of a database. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachDatabase } from '../../app/reach-database.js';
import { openDatabase } from '../../prisma/client.js';
import { APP_ROLE } from '../../prisma/connection.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { type DatabaseServer, startDatabaseServer } from '../../prisma/server.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

describe('the role', () => {
  let test: TestDatabase;
  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(async () => await test.close());

  it('is neither owner nor superuser, bypasses nothing, and may make no tables', async () => {
    const [role] = await test.app.$queryRaw<{ name: string; bypasses: boolean; owns: boolean }[]>`
      SELECT rolname AS name, rolsuper OR rolbypassrls AS bypasses,
        EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = current_user`;
    expect(role).toEqual({ name: 'spp_app', bypasses: false, owns: false });
    await expect(test.app.$executeRaw`CREATE TABLE own ()`).rejects.toThrow('permission denied');
    await expect(test.app.$queryRaw`SELECT 1 FROM _prisma_migrations`).rejects.toThrow('permission denied');
  });

  it('is kept whatever the address asks for', async () => {
    const other = openDatabase(`${test.url}?options=${encodeURIComponent('-c role=none')}`, { poolSize: 1 });
    const [row] = await other.database.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`;
    await other.close();
    expect(row).toEqual({ role: 'spp_app' });
  });

  it('is held to policies of row-level security, which the tables’ owner here is not: the control', async () => {
    // Made by the owner, as migrations make theirs.
    await test.database.$executeRaw`CREATE TABLE walled (words text)`;
    await test.database.$executeRaw`ALTER TABLE walled ENABLE ROW LEVEL SECURITY`;
    await test.database.$executeRaw`INSERT INTO walled VALUES ('of somebody')`;
    expect(await test.app.$queryRaw`SELECT words FROM walled`).toEqual([]);
    expect(await test.database.$queryRaw`SELECT words FROM walled`).toEqual([{ words: 'of somebody' }]);
  });
});

describe('an owner who is no superuser', () => {
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

  const addressOf = (user: string, database: string): string => {
    const address = new URL(server.url);
    [address.username, address.password, address.pathname] = [user, 'secret', database];
    return address.href;
  };

  /** A user with a database of their own; returns its address. */
  async function ownerOf(name: string, rights = ''): Promise<string> {
    await administrator.query(`CREATE ROLE ${name} LOGIN PASSWORD 'secret' ${rights}`);
    await administrator.query(`CREATE DATABASE ${name} OWNER ${name}`);
    return addressOf(name, name);
  }

  async function workingAs(url: string): Promise<unknown> {
    const { database, close } = openDatabase(url, { poolSize: 1 });
    try {
      await database.programme.count();
      const [row] = await database.$queryRaw<unknown[]>`
        SELECT current_user::text AS "user", session_user::text AS session`;
      return row;
    } finally {
      await close();
    }
  }

  it('takes on the role that their migration made', async () => {
    const url = await ownerOf('maker', 'CREATEROLE');
    await migrateDatabase(url);
    expect(await workingAs(url)).toEqual({ user: 'spp_app', session: 'maker' });
  });

  it('and who may make none is refused in words, until an administrator has granted it', async () => {
    const url = await ownerOf('plain');
    await expect(migrateDatabase(url)).rejects.toThrow(/permission denied to grant role "spp_app"/);
    await administrator.query('GRANT spp_app TO plain');
    await migrateDatabase(url);
    expect(await workingAs(url)).toEqual({ user: 'spp_app', session: 'plain' });
  });

  it('is held to the walls around drafts as the app is, and must be told for whom they work', async () => {
    const owner = openDatabase(addressOf('maker', 'maker'), { poolSize: 1, asOwner: true });
    const app = openDatabase(addressOf('maker', 'maker'), { poolSize: 1 });
    for (const { database } of [owner, app]) {
      const [row] = await database.$queryRaw<unknown[]>`
        SELECT row_security_active('draft') AS draft, row_security_active('file') AS file`;
      expect(row).toEqual({ draft: true, file: true });
      const data = { kind: 'draft', name: '', contentType: '', size: 0, sha256: '', createdAt: new Date() };
      await expect(database.file.create({ data })).rejects.toThrow('row-level security');
    }
    await Promise.all([owner.close(), app.close()]);
  });

  it('lets nobody else work in their database who may not take it on, and the sentence says what to do', async () => {
    await administrator.query(`CREATE ROLE guest LOGIN PASSWORD 'secret'`);
    const url = addressOf('guest', 'maker');
    await reachDatabase(url);
    await expect(reachDatabase(url, { role: APP_ROLE })).rejects.toThrow(/may not work as spp_app: GRANT spp_app TO/);
    await administrator.query('GRANT spp_app TO guest');
    await reachDatabase(url, { role: APP_ROLE });
  });
});
