/** A notification is found again in its conversation by its key, and another one can take its place there. */
import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { slackGateway } from '../../../bot/slack/gateway.js';
import { openSlackClient } from '../../../playground/slack/client.js';
import { type Slack, startSlack } from '../../../playground/slack/start-slack.js';
import { plain } from '../../../programme/messages/message.js';

let slack: Slack;
let gateway: ReturnType<typeof slackGateway>;

beforeAll(async () => {
  slack = await startSlack({ workspaces: [{ users: [{ id: 'U0TARO' }, { id: 'U0HANA' }] }] });
  const options = { slackApiUrl: slack.url, timeout: 5_000, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  gateway = slackGateway(new WebClient(slack.botToken(), options));
});
afterAll(() => slack.close());

const around = () => ({ from: new Date(Date.now() - 60_000), to: new Date(Date.now() + 60_000) });

async function send(user: string, key: string, words: string, replaces?: unknown) {
  const to = { tenant: slack.workspace.id, userId: user, address: { user } };
  const outcome = await gateway.deliver(to, { message: plain(words), language: 'ja', key, replaces });
  if (outcome.outcome !== 'delivered') throw new Error(outcome.outcome);
  return { reference: outcome.reference, to: { ...to, address: outcome.address ?? { user } } };
}

it('is found by its key, and another is surely absent', async () => {
  const { reference, to } = await send('U0TARO', 'find-1', '明日の研修');
  await send('U0TARO', 'find-2', '明後日の研修');
  expect(await gateway.find?.(to, 'find-1', around())).toEqual({ found: 'there', reference });
  expect(await gateway.find?.(to, 'never-sent', around())).toEqual({ found: 'absent' });
});

it('is not called absent where it cannot be known', async () => {
  const { to } = await send('U0HANA', 'many-0', '一つ目');
  const unopened = { ...to, address: { user: 'U0HANA' } };
  expect(await gateway.find?.(unopened, 'many-0', around())).toEqual({ found: 'unclear' });
  for (let number = 1; number <= 16; number += 1) await send('U0HANA', `many-${number}`, `${number}`);
  expect(await gateway.find?.(to, 'many-0', around())).toEqual({ found: 'unclear' });
  slack.trouble({ kind: 'rate limited', retryAfterSeconds: 30, method: 'conversations.history' });
  expect(await gateway.find?.(to, 'many-16', around())).toEqual({ found: 'unclear' });
});

it('takes the place of an earlier one', async () => {
  const client = openSlackClient(slack, 'U0TARO');
  const { reference } = await send('U0TARO', 'first', '会場は3階です');
  const before = client.messages().length;
  const second = await send('U0TARO', 'second', '会場は5階です', reference);
  expect(second.reference).toEqual(reference);
  expect(client.messages()).toHaveLength(before);
  expect(client.messages().at(-1)).toMatchObject({ text: expect.stringContaining('5階'), edits: 1 });
});

it('is refused where the earlier one is gone, which says nothing about the account', async () => {
  const to = { tenant: slack.workspace.id, userId: 'U0TARO', address: { user: 'U0TARO' } };
  const replaces = { channel: 'D0NOWHERE', ts: '1.000001' };
  const outcome = await gateway.deliver(to, { message: plain('訂正'), language: 'ja', key: 'third', replaces });
  expect(outcome.outcome).toBe('refused');
});
