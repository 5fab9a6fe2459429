/** Only an e-mail that the person's own workspace vouches for is taken as proof of who someone is. */
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accountOf } from '../../../bot/slack/account.js';
import { type Slack, startSlack } from '../../../playground/slack/start-slack.js';

const team = 'T0HOME';
let slack: Slack;
let client: WebClient;

beforeAll(async () => {
  const email = 'Taro@Example.org';
  slack = await startSlack({
    workspaces: [
      {
        id: team,
        users: [
          { id: 'U0TARO', email },
          { id: 'U0ROBOT', email, is_bot: true },
          { id: 'U0GONE', email, deleted: true },
          { id: 'U0UNSURE', email, is_email_confirmed: false },
          { id: 'U0GUEST', email, team_id: 'T0OTHER' },
          { id: 'U0PLAIN' },
        ],
      },
    ],
  });
  client = new WebClient(slack.botToken(), { slackApiUrl: slack.url, retryConfig: { retries: 0 }, timeout: 60_000 });
});
afterAll(() => slack.close());

it.each([
  ['U0TARO', team, 'taro@example.org'],
  ['U0TARO', 'T0OTHER', null],
  ['U0ROBOT', team, null],
  ['U0GONE', team, null],
  ['U0UNSURE', team, null],
  ['U0GUEST', team, null],
  ['U0GUEST', 'T0OTHER', null],
  ['U0PLAIN', team, null],
  ['U0NOBODY', team, null],
])('%s of %s has %s', async (user, tenant, email) => {
  expect(await accountOf(client, { team: tenant, user }).verifiedEmail()).toBe(email);
});

it('a Slack that does not answer is no answer', async () => {
  const stop = slack.trouble({ kind: 'server error', method: 'users.info' });
  await expect(accountOf(client, { team, user: 'U0TARO' }).verifiedEmail()).rejects.toThrow();
  stop();
});

it('keeps the direct conversation only', () => {
  expect(accountOf(client, { team, user: 'U', channel: 'D1' }).address).toEqual({ user: 'U', channel: 'D1' });
  expect(accountOf(client, { team, user: 'U', channel: 'C1' }).address).toEqual({ user: 'U' });
});
