/** What a set-up lacks is said at the start of a real process, in a sentence each, and nothing is where nothing is lacking. */
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Slack, startSlack } from '../../playground/slack/start-slack.js';
import type { Platform } from '../../prisma/client.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { buildProgramme, buildServices } from '../support/factories.js';
import { cleanEnvironment, killProcesses, startProcess } from '../support/process.js';
import { type Home, openHome, teams } from './home.js';

const entry = fileURLToPath(new URL('../../main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
const noLogin = expect.stringMatching(
  /^Missing: .+ Teams gets no answer until it can be\. If this machine needs a proxy/,
);

let home: Home;
let test: TestDatabase;
let slack: Slack;

beforeAll(() => {
  home = openHome();
});
afterAll(() => home.remove());
beforeEach(async () => {
  test = await createTestDatabase();
});
afterEach(async () => {
  await killProcesses();
  await slack.close();
  await test.close();
});

/** The lines about what is missing, of a start to its end. */
async function missing(settings: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const environment = {
    ...cleanEnvironment(),
    ...{ PORT: '0', DATABASE_URL: test.url, SLACK_API_URL: slack.url, SLACK_BOT_TOKEN: slack.botToken() },
    ...{ SLACK_SIGNING_SECRET: slack.app.signingSecret, ...settings },
  };
  const app = startProcess([process.execPath, '--import', tsx, entry], { cwd: home.folder, environment });
  await app.says('Queue: ');
  app.signal('SIGTERM');
  const { code, complaints, output } = await app.ended;
  expect(code, complaints).toBe(0);
  return output.split('\n').filter((line) => line.startsWith('Missing: '));
}

async function bind(platform: Platform, tenant: string): Promise<void> {
  const { id: programmeId } = await buildProgramme(buildServices(test.database));
  await test.database.binding.create({ data: { programmeId, platform, tenant } });
}

it('a database without a programme, and a Microsoft that cannot be asked', async () => {
  slack = await startSlack();
  expect(await missing(teams)).toEqual([
    noLogin,
    expect.stringMatching(/^Missing: No programme is imported, so everyone is greeted as a stranger: import one/),
  ]);
});

it('a programme that is bound to another workspace and to no tenant, with both identifiers', async () => {
  slack = await startSlack();
  await bind('slack', 'T0ANOTHER');
  const [, ofSlack, ofTeams, ...others] = await missing(teams);
  expect(ofSlack).toContain(
    `Missing: No programme is bound to this Slack workspace (${slack.workspace.id}): they are bound to T0ANOTHER.`,
  );
  expect(ofTeams).toContain(
    `Missing: No programme is bound to this Teams tenant (${teams.TEAMS_TENANT_ID}): none is bound to any tenant.`,
  );
  expect(others).toEqual([]);
});

it('the scopes that Slack has not granted', async () => {
  slack = await startSlack({
    workspaces: [{ scopes: ['commands', 'chat:write', 'im:history', 'im:write', 'users:read', 'app_mentions:read'] }],
  });
  await bind('slack', slack.workspace.id);
  expect(await missing()).toEqual([
    expect.stringMatching(/^Missing: Slack gives no e-mail, so nobody is recognised: .*users:read\.email/),
    ...['assistant:write', 'channels:read', 'files:read', 'files:write', 'groups:read'].map((scope) =>
      expect.stringMatching(new RegExp(`^Missing: The Slack app lacks the scope ${scope}; `)),
    ),
  ]);
});

it('nothing, where nothing is', async () => {
  slack = await startSlack();
  await bind('slack', slack.workspace.id);
  expect(await missing()).toEqual([]);
});
