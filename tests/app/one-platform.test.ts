/** What only Teams needs is not loaded where only Slack is used. */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AssistantConfiguration, openAssistant } from '../../app/assistant.js';
import { type Slack, startSlack } from '../../playground/slack/start-slack.js';
import { systemClock } from '../../programme/requests/context.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { teams } from './home.js';

let slack: Slack;
let test: TestDatabase;

beforeAll(async () => {
  slack = await startSlack();
  test = await createTestDatabase();
});
afterAll(async () => {
  await slack.close();
  await test.close();
});

/** Microsoft's libraries are CommonJS, all of which this process keeps in one cache however it was imported. */
const loaded = () =>
  Object.keys(createRequire(import.meta.url).cache).filter((file) =>
    /node_modules\/(@microsoft\/teams-ai|bot(builder|framework)[^/]*|gpt-tokenizer|openai)\//.test(file),
  );

it('Slack alone loads nothing of Microsoft’s, and Teams does', async () => {
  const configuration: AssistantConfiguration = {
    parts: ['bot', 'worker'],
    databaseUrl: test.url,
    redisUrl: null,
    slack: { botToken: slack.botToken(), signingSecret: slack.app.signingSecret, slackApiUrl: slack.url },
    teams: null,
    host: '127.0.0.1',
    port: 0,
    clock: systemClock,
    log: { info() {}, warn() {}, error() {} },
  };
  const onSlack = await openAssistant(configuration);
  expect(onSlack.slack?.workspace.id).toBe(slack.workspace.id);
  expect(onSlack.teams).toBeNull();
  await slack.connect(`${onSlack.url}/slack/events`);
  expect((await fetch(`${onSlack.url}/api/messages`, { method: 'POST' })).status).toBe(404);
  expect((await fetch(`${onSlack.url}/health`)).status).toBe(200);
  await onSlack.close();
  expect(loaded()).toEqual([]);

  const settings = { appId: teams.TEAMS_APP_ID, appPassword: teams.TEAMS_APP_PASSWORD };
  const onTeams = await openAssistant({ ...configuration, slack: null, teams: settings });
  expect(onTeams.slack).toBeNull();
  await onTeams.close();
  expect(loaded().length).toBeGreaterThan(100);
  // teams-ai's entry would bring them: twice the time and memory, for nothing that is used.
  expect(loaded().filter((file) => /\/(botbuilder-dialogs|gpt-tokenizer|openai)\//.test(file))).toEqual([]);
});
