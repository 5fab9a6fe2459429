/** The doctor finds each thing that is wrong, says what to do, and fails exactly where it would not work. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkClock } from '../../app/doctor/check-clock.js';
import { checkDatabase } from '../../app/doctor/check-database.js';
import { checkQueue } from '../../app/doctor/check-queue.js';
import { type Examined, examine, isWell, wordFinding } from '../../app/doctor/examine.js';
import { type Slack, startSlack } from '../../playground/slack/start-slack.js';
import { startTeams, type Teams } from '../../playground/teams/server.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { startDatabaseServer } from '../../prisma/server.js';
import { configurationOf } from '../bot/teams/configuration.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { killProcesses } from '../support/process.js';
import { describeWithRedis, redisUrl } from '../support/redis.js';
import { startRedis } from '../support/redis-server.js';
import { openHome, teams as teamsSettings } from './home.js';

const home = openHome();
let test: TestDatabase;
let slack: Slack;
let teams: Teams;
let whole: Examined;

beforeAll(async () => {
  test = await createTestDatabase();
  slack = await startSlack({ app: { socketMode: true } });
  teams = await startTeams();
  whole = {
    databaseUrl: test.url,
    redisUrl: null,
    slack: { botToken: slack.botToken(), appToken: slack.app.appToken, slackApiUrl: slack.url },
    teams: configurationOf(teams),
    publicUrl: 'https://bot.example.org',
  };
});
afterEach(killProcesses);
afterAll(async () => {
  await teams.close();
  await slack.close();
  await test.close();
  home.remove();
});

const failures = async (change: Partial<Examined>) =>
  (await examine({ ...whole, ...change })).filter(({ level }) => level === 'fail').map(wordFinding);

async function bind(platform: 'slack' | 'teams', tenant: string): Promise<void> {
  const programme = await test.database.programme.upsert({
    where: { code: 'spp' },
    update: {},
    create: {
      ...{ code: 'spp', nameJa: '人権', nameEn: 'Rights', timeZone: 'Asia/Tokyo', contact: 'office@example.org' },
      ...{ startsOn: new Date('2024-09-01'), endsOn: new Date('2035-03-31') },
    },
  });
  await test.database.binding.create({ data: { programmeId: programme.id, platform, tenant } });
}

describe('the doctor', () => {
  it('names first that nothing is imported, then where the programme is bound to, and then nothing more', async () => {
    expect(await failures({})).toEqual([
      expect.stringMatching(/^fail {2}Programme: No programme is imported, .*README/),
    ]);
    await bind('slack', 'T0ELSEWHERE');
    const tenant = whole.teams?.tenantId ?? '';
    expect(await failures({})).toEqual([
      expect.stringContaining(`this Slack workspace (${slack.workspace.id}): they are bound to T0ELSEWHERE.`),
      expect.stringContaining(`this Teams tenant (${tenant}): none is bound to any tenant.`),
    ]);
    await bind('slack', slack.workspace.id);
    await bind('teams', tenant);
    const findings = await examine(whole);
    expect(findings.filter(({ level }) => level !== 'ok').map(wordFinding)).toEqual([]);
    expect(isWell(findings)).toBe(true);
  });

  it('says that published pages are looked at, where they are', async () => {
    const pages = async (looksAtPages: boolean) =>
      (await examine({ ...whole, looksAtPages })).filter(({ about }) => about === 'Published pages').map(wordFinding);
    expect(await pages(true)).toEqual([expect.stringMatching(/^ok {4}Published pages: .*LOOK_AT_PUBLISHED_PAGES/)]);
    expect(await pages(false)).toEqual([]);
  });

  it.each<[string, () => Partial<Examined>, RegExp]>([
    [
      'a bot token that Slack refuses',
      () => ({ slack: { ...whole.slack, botToken: 'xoxb-wrong' } }),
      /^fail {2}Slack: Slack refuses the bot token \(invalid_auth\)\. .*SLACK_BOT_TOKEN/,
    ],
    [
      'an app token that Slack refuses',
      () => ({ slack: { botToken: slack.botToken(), slackApiUrl: slack.url, appToken: 'xapp-wrong' } }),
      /^fail {2}Socket Mode: Slack refuses the app token .*connections:write/,
    ],
    [
      'a Slack that is not there',
      () => ({ slack: { botToken: 'xoxb-1', slackApiUrl: 'http://127.0.0.1:1/' } }),
      /^fail {2}Slack: Slack cannot be reached \(.*HTTPS_PROXY/,
    ],
    [
      'a password that Microsoft refuses',
      () => ({ teams: configurationOf(teams, { appPassword: 'wrong' }) }),
      /^fail {2}Teams: Microsoft refuses to sign the bot in \(401\): correct TEAMS_APP_ID/,
    ],
    [
      'a database that is not there',
      () => ({ databaseUrl: 'postgresql://spp:very-secret@127.0.0.1:1/spp' }),
      /^fail {2}Database: The database at 127\.0\.0\.1:1 cannot be reached/,
    ],
    [
      'a Redis that is not there',
      () => ({ redisUrl: 'redis://:very-secret@127.0.0.1:1' }),
      /^fail {2}Queue: Redis at 127\.0\.0\.1:1 cannot be reached/,
    ],
  ])('fails for %s, and says nothing secret', async (_, change, sentence) => {
    const said = await failures(change());
    expect(said).toEqual([expect.stringMatching(sentence)]);
    expect(said.join()).not.toContain('very-secret');
  });

  it('names the scopes that are missing, and what follows from a missing one', async () => {
    const poor = await startSlack({ workspaces: [{ id: slack.workspace.id, scopes: ['chat:write', 'users:read'] }] });
    const said = await failures({ slack: { botToken: poor.botToken(), slackApiUrl: poor.url } });
    expect(said[0]).toMatch(
      /^fail {2}Slack scopes: Slack gives no e-mail, so nobody is recognised: .*users:read\.email/,
    );
    expect(said.some((line) => line.includes('lacks the scope im:write'))).toBe(true);
    await poor.close();
  });

  it('fails for a user who may not make the tables that are missing', async () => {
    const empty = await createTestDatabase({ empty: true });
    const role = `spp_doctor_${process.pid}`;
    await empty.database.$executeRawUnsafe(`CREATE ROLE ${role} LOGIN PASSWORD 'very-secret'`);
    const address = new URL(empty.url);
    address.username = role;
    address.password = 'very-secret';
    const said = await failures({ databaseUrl: address.href, slack: null, teams: null });
    expect(said[0]).toMatch(/^fail {2}Database rights: Its tables are not up to date .*grant it CREATE/);
    await empty.database.$executeRawUnsafe(`DROP ROLE ${role}`);
    await empty.close();
  });

  it('changes nothing in an empty database', async () => {
    const empty = await createTestDatabase({ empty: true });
    await examine({ ...whole, databaseUrl: empty.url });
    const [row] = await empty.database.$queryRaw<{ tables: number }[]>`
      SELECT count(*)::int AS tables FROM pg_tables WHERE schemaname = 'public'`;
    expect(row?.tables).toBe(0);
    await empty.close();
  });

  it('is a command whose exit status says whether anything fails', async () => {
    const settings = { ...teamsSettings, DATABASE_URL: test.url };
    const { code, output, complaints } = await home.start(['doctor'], settings).ended;
    expect(complaints).toBe('');
    expect(output).toMatch(/^ok {4}Proxy: .*127\.0\.0\.1:1/m);
    expect(output).toMatch(/^fail {2}Teams: Microsoft's login cannot be reached/m);
    expect(output).toMatch(/^ok {4}Database: PostgreSQL/m);
    expect(output).not.toContain('no-real-secret');
    expect(code).toBe(1);
  });
});

describeWithRedis('the doctor on Redis', () => {
  it('takes a Redis that drops no job', async () => {
    const findings = await checkQueue(redisUrl());
    expect(findings.map(({ level, about }) => `${level} ${about}`)).toContain('ok Redis policy');
  });

  it('fails for one that makes room by dropping jobs, and warns of one that forgets', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spp-doctor-'));
    const redis = await startRedis(folder, ['--maxmemory-policy', 'allkeys-lru']);
    if (!('url' in redis)) throw new Error(redis.missing);
    const said = (await checkQueue(redis.url)).map(wordFinding);
    expect(said).toContainEqual(expect.stringMatching(/^fail {2}Redis policy: .*allkeys-lru.*noeviction/));
    expect(said).toContainEqual(expect.stringMatching(/^warn {2}Redis persistence: /));
    await redis.stop();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('a clock', () => {
  const there = new Date('2024-10-01T00:00:00Z');
  it.each([
    [0, 'ok'],
    [29, 'ok'],
    [-31, 'warn'],
    [299, 'warn'],
    [-300, 'fail'],
    [3_600, 'fail'],
  ] as const)('%d s from another is %s', (seconds, level) => {
    const { level: found, says } = checkClock('Slack', there, new Date(there.getTime() + seconds * 1_000));
    expect(found).toBe(level);
    if (level !== 'ok') expect(says).toMatch(seconds < 0 ? / behind Slack\./ : / ahead of Slack\./);
  });
});

describe('the role of the app', () => {
  it.each([
    ['is held to no policy of a table', 'ALTER TABLE draft DISABLE ROW LEVEL SECURITY', /apart in draft: ALTER TABLE/],
    ['finds a table open to its owner', 'ALTER TABLE review NO FORCE ROW LEVEL SECURITY', /apart in review: ALTER/],
    ['owns a table', 'ALTER TABLE person OWNER TO spp_app', /the ownership of tables/],
    ['is a superuser', 'ALTER ROLE spp_app SUPERUSER', /take SUPERUSER and BYPASSRLS from it/],
    ['bypasses row-level security', 'ALTER ROLE spp_app BYPASSRLS', /take SUPERUSER and BYPASSRLS from it/],
  ])('is found where it %s', async (_what, statement, expected) => {
    // A server of its own: a role is the whole server's, and other tests need it as it is.
    const folder = mkdtempSync(join(tmpdir(), 'spp-test-role-'));
    chmodSync(folder, 0o755);
    const server = await startDatabaseServer({ folder: join(folder, 'postgres'), durable: false });
    try {
      await migrateDatabase(server.url);
      const found = async () => (await checkDatabase(server.url)).find(({ about }) => about === 'Database role');
      expect(await found()).toMatchObject({ level: 'ok' });
      const client = new pg.Client(server.url);
      await client.connect();
      await client.query(statement);
      await client.end();
      expect(await found()).toMatchObject({ level: 'fail', says: expect.stringMatching(expected) });
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
