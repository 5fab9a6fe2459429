/** A filled database of a released version is carried forward: what it held is still there, and what it had to send goes out. */
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrateDatabase } from '../../prisma/migrate.js';
import { identify } from '../../programme/members/identify.js';
import { claimDue } from '../../programme/notifications/claim.js';
import { giveBack } from '../../programme/notifications/recover.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildServices, sendAllDue, settableClock } from '../support/factories.js';

const migrations = new URL('../../prisma/migrations/', import.meta.url).pathname;
const first = '20261122000000_first_room';
const second = '20261128090000_notification_channel';
const third = '20261128100000_files';
const fixtureOf = (name: string) => readFileSync(new URL(`released/${name}.sql`, import.meta.url).pathname, 'utf8');

/** Released migrations and the SHA-256 of their files: installations refuse to start when one is edited. */
const released: Readonly<Record<string, string>> = {
  [first]: '62b2225480f161f800524e618c16eefbd379ad562185df37106e1d21d660f47c',
  [second]: 'ef4af92a4b0f2352324e9447e920d65bdc265d584908359f9d6273ab034f1636',
  [third]: '7cb8898d320f13a9008a6989c8afcd73ea9ec08df43c6cbf908e1d267027af8f',
};

const kenji = '40000000-0000-4000-8000-000000000001';
const workshop = '80000000-0000-4000-8000-000000000002';

let test: TestDatabase;
let raw: pg.Client;
/** Rows of each table, before the later migrations and after them. */
let before: Readonly<Record<string, number>>;

/** A database as it was under these migrations, filled, and the ones since then applied to it. */
async function carryForward(names: readonly string[], fixtures: readonly string[]): Promise<void> {
  test = await createTestDatabase({ empty: true });
  raw = new pg.Client({ connectionString: test.url });
  await raw.connect();
  const folder = mkdtempSync(join(tmpdir(), 'spp-released-'));
  try {
    for (const name of ['migration_lock.toml', ...names])
      cpSync(join(migrations, name), join(folder, name), { recursive: true });
    expect(await migrateDatabase(test.url, { folder })).toEqual(names);
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const name of fixtures) await raw.query(fixtureOf(name));
  before = await countRows();
  const later = readdirSync(migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(await migrateDatabase(test.url)).toEqual(
    later
      .map(({ name }) => name)
      .sort()
      .slice(names.length),
  );
}

async function closeDatabase(): Promise<void> {
  await raw.end();
  await test.close();
}

async function countRows(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await raw.query<{ table: string }>(
    `SELECT table_name AS "table" FROM information_schema.tables
     WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations' ORDER BY 1`,
  );
  const counts: Record<string, number> = {};
  for (const { table } of rows) {
    const counted = await raw.query<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
    counts[table] = counted.rows[0]?.count ?? 0;
  }
  return counts;
}

it.each(Object.entries(released))('%s is the file that was released', (name, checksum) => {
  const content = readFileSync(join(migrations, name, 'migration.sql'));
  expect(createHash('sha256').update(content).digest('hex')).toBe(checksum);
});

describe('a database filled under the first migration', () => {
  beforeAll(() => carryForward([first], [first]));
  afterAll(closeDatabase);

  it('held something in every table, and holds it still', async () => {
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
    expect(await countRows()).toMatchObject(before);
  });

  it('is read as it was written', async () => {
    const programme = await test.database.programme.findFirstOrThrow({
      include: {
        companies: { orderBy: { code: 'asc' } },
        bindings: true,
        memberships: { include: { person: true, company: true } },
        invitations: true,
        sessions: { orderBy: { code: 'asc' }, include: { versions: true, attendances: true } },
      },
    });
    expect(programme).toMatchObject({ code: 'RP-2026', startsOn: new Date('2026-09-01') });
    expect(programme.companies.map(({ nameJa }) => nameJa)).toEqual(['株式会社みなと精機', '山辺食品株式会社']);
    expect(programme.bindings.map(({ platform, companyId }) => [platform, companyId === null])).toEqual([
      ['slack', false],
      ['teams', true],
    ]);
    const left = programme.memberships.filter(({ endedAt }) => endedAt !== null);
    expect(left.map(({ person, company }) => [person.nameEn, company?.code])).toEqual([['Toru Harada', 'C-02']]);
    expect(programme.invitations.map(({ usedAt }) => usedAt?.toISOString() ?? null)).toEqual([
      '2026-09-03T00:00:00.000Z',
      null,
    ]);
    expect(programme.sessions.map(({ code, state, versions }) => [code, state, versions.length])).toEqual([
      ['MSM-1', 'scheduled', 1],
      ['MT-1', 'called_off', 2],
      ['WS-1', 'scheduled', 2],
    ]);
    const current = programme.sessions[0]?.attendances.filter(({ supersededAt }) => supersededAt === null);
    expect(current?.map(({ present, mode }) => [present, mode])).toEqual([
      [true, 'onsite'],
      [true, 'online'],
    ]);
    const waiting = await test.database.registration.findFirstOrThrow({ where: { waitingFor: { not: null } } });
    expect(waiting).toMatchObject({ sessionId: workshop, state: 'confirmed', mode: 'online', queueNumber: 1 });
    const accounts = await test.database.account.findMany({ orderBy: { userId: 'asc' } });
    expect(
      accounts.map(({ userId, unreachableReason, failedCodes }) => [userId, unreachableReason, failedCodes]),
    ).toEqual([
      ['U0KENJI', null, 0],
      ['U0STRANGER', null, 3],
      ['c1f2a3b4-0000-4000-8000-00000000aa02', null, 0],
      ['c1f2a3b4-0000-4000-8000-00000000aa03', 'uninstalled', 0],
    ]);
    expect(await test.database.request.findUniqueOrThrow({ where: { key: 'slack:Ev0001' } })).toMatchObject({
      personId: kenji,
      action: 'session.register',
      reply: { kind: 'message', outcome: 'done' },
    });
  });

  it('knows of what was sent where it went, and of what is to be sent that this is still open', async () => {
    const rows = await test.database.notification.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map(({ state, channel, tenant }) => [state, channel, tenant])).toEqual([
      ['delivered', 'slack', 'T0MINATO'],
      ['unknown', 'teams', '5d2f0c3a-1b7e-4c9c-8f63-6f0a2b9f1e22'],
      ['pending', null, null],
      ['queued', null, null],
      ['sending', null, null],
      ['unreachable', null, null],
      ['suppressed', null, null],
      ['failed', 'teams', '5d2f0c3a-1b7e-4c9c-8f63-6f0a2b9f1e22'],
      ['pending', null, null],
    ]);
  });

  it('sends what was due, in the queue or in a dead sender’s hands, and nothing that is not due yet', async () => {
    const services = buildServices(test.database, settableClock('2026-11-25T00:00:00Z'));
    const queued = await test.database.notification.findMany({ where: { state: 'queued' } });
    expect(await giveBack(services, queued)).toBe(1);
    // As the sweep for silent senders does, which waits for a while after a start of the server.
    await raw.query("UPDATE notification SET state = 'pending', claimed_until = NULL WHERE state = 'sending'");
    const told = await sendAllDue(services);
    const words = told.map(({ kind, account, words: said }) => [kind, account.userId, said.split('\n')[0]]);
    expect(words.sort()).toEqual([
      ['request.answer', 'c1f2a3b4-0000-4000-8000-00000000aa02', 'You are on the waitlist.'],
      ['session.changed', 'U0KENJI', expect.stringContaining('苦情処理ワークショップ')],
      ['session.changed', 'c1f2a3b4-0000-4000-8000-00000000aa02', expect.stringContaining('Grievance workshop')],
    ]);
    expect(await claimDue(services, 10)).toEqual([]);
    expect(services.complaints).toEqual([]);
    const later = await test.database.notification.findMany({ where: { state: 'pending' } });
    expect(later.map(({ kind }) => kind)).toEqual(['session.promoted']);
  });
});

describe('a database filled under the third migration', () => {
  beforeAll(() => carryForward([first, second, third], [first, third]));
  afterAll(closeDatabase);

  it('held something in every table, and holds it still', async () => {
    expect(Object.entries(before).filter(([, count]) => count === 0)).toEqual([]);
    expect(await countRows()).toMatchObject(before);
  });

  it('keeps its files, with their bytes and what was opened', async () => {
    const files = await test.database.file.findMany({
      orderBy: { id: 'asc' },
      include: { chunks: true, openings: true },
    });
    expect(files.map(({ name, chunks, openings }) => [name, chunks.length, openings.length])).toEqual([
      ['出欠一覧.xlsx', 1, 1],
      ['kept in a folder.xlsx', 0, 0],
    ]);
    expect(Buffer.from(files[0]?.chunks[0]?.bytes ?? []).toString()).toBe('hello');
  });

  it('lets everyone in who was in, with all of their roles: nobody was merged, walked in or locked out', async () => {
    expect(await test.database.accountGrant.count()).toBe(0);
    expect(await test.database.account.count({ where: { unlinkedAt: { not: null } } })).toBe(0);
    expect(await test.database.membership.count({ where: { walkedIn: true } })).toBe(0);
    const people = await test.database.person.findMany();
    expect(people.filter(({ mergedIntoId, failedCodes }) => mergedIntoId !== null || failedCodes > 0)).toEqual([]);
    const known = await identify(
      test.database,
      { platform: 'slack', tenant: 'T0MINATO', userId: 'U0KENJI' },
      new Date(),
    );
    expect(known?.person).toMatchObject({ id: kenji, memberships: [{ role: 'participant' }] });
  });
});
