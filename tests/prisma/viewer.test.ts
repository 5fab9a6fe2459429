/** The app works under a role to which row-level security applies, and each transaction says for whom it reads and writes. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { inTransaction, openDatabase, type PrismaClient, type Viewer } from '../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await createTestDatabase();
  // Made by the owner, as migrations make theirs.
  await test.database.$executeRaw`CREATE TABLE walled (viewer text, words text)`;
  await test.database.$executeRaw`ALTER TABLE walled ENABLE ROW LEVEL SECURITY`;
  await test.database.$executeRaw`ALTER TABLE walled FORCE ROW LEVEL SECURITY`;
  await test.database.$executeRaw`CREATE POLICY own ON walled 
    USING (viewer = nullif(current_setting('spp.viewer', true), '')::jsonb->>'userId')`;
});
beforeEach(async () => {
  await test.database.$executeRaw`DELETE FROM walled`;
  await test.database.$executeRaw`INSERT INTO walled VALUES ('U0A', 'of A'), ('U0B', 'of B')`;
});
afterAll(async () => await test.close());

const of = (userId: string): Viewer => ({ platform: 'slack', tenant: 'T0', userId });
const words = async (database: Pick<PrismaClient, '$queryRaw'>) =>
  (await database.$queryRaw<{ words: string }[]>`SELECT words FROM walled ORDER BY words`).map((row) => row.words);

it('is neither owner nor superuser, bypasses nothing, and may make no tables', async () => {
  const [role] = await test.app.$queryRaw<{ name: string; bypasses: boolean; owns: boolean }[]>`
    SELECT rolname AS name, rolsuper OR rolbypassrls AS bypasses,
      EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns FROM pg_roles r WHERE rolname = current_user`;
  expect(role).toEqual({ name: 'spp_app', bypasses: false, owns: false });
  await expect(test.app.$executeRaw`CREATE TABLE own ()`).rejects.toThrow('permission denied');
  await expect(test.app.$queryRaw`SELECT 1 FROM _prisma_migrations`).rejects.toThrow('permission denied');
});

it('keeps the role whatever the address asks for', async () => {
  const other = openDatabase(`${test.url}?options=${encodeURIComponent('-c role=none')}`, { poolSize: 1 });
  const [row] = await other.database.$queryRaw<{ role: string }[]>`SELECT current_user::text AS role`;
  await other.close();
  expect(row).toEqual({ role: 'spp_app' });
});

it('shows a transaction what is its viewer’s, and nothing without one', async () => {
  expect(await inTransaction(test.app, words, { viewer: of('U0A') })).toEqual(['of A']);
  expect(await inTransaction(test.app, words)).toEqual([]);
  expect(await words(test.app)).toEqual([]);
});

it('forgets the viewer with the transaction, on the same connection, after a rollback too', async () => {
  const alone = openDatabase(test.url, { poolSize: 1 });
  await inTransaction(alone.database, words, { viewer: of('U0A') });
  expect(await inTransaction(alone.database, words)).toEqual([]);
  const failing = inTransaction(
    alone.database,
    async (transaction) => {
      await words(transaction);
      throw new Error('no');
    },
    { viewer: of('U0B') },
  );
  await expect(failing).rejects.toThrow('no');
  expect(await words(alone.database)).toEqual([]);
  await alone.close();
});

it('keeps viewers apart whose transactions run at once, through Prisma’s models as well', async () => {
  const many = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? 'U0A' : 'U0B'));
  const seen = await Promise.all(
    many.map((user) => inTransaction(test.app, async (transaction) => await words(transaction), { viewer: of(user) })),
  );
  expect(seen).toEqual(many.map((user) => [user === 'U0A' ? 'of A' : 'of B']));
});

it('takes no statement from what an account is called', async () => {
  const odd = "x'; RESET ROLE; SELECT '\\";
  await test.database.$executeRaw`INSERT INTO walled VALUES (${odd}, 'odd')`;
  expect(await inTransaction(test.app, words, { viewer: of(odd) })).toEqual(['odd']);
});

it('is not kept from anything by its owner’s eyes: the control', async () => {
  expect(await inTransaction(test.database, words, { viewer: of('U0A') })).toEqual(['of A', 'of B']);
});
