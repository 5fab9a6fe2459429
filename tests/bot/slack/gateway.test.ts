/** The gateway says truly what became of a message, in every trouble that Slack and the network make. */
import { createServer } from 'node:net';
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { slackGateway } from '../../../bot/slack/gateway.js';
import { openSlackClient } from '../../../playground/slack/client.js';
import { type Slack, startSlack } from '../../../playground/slack/start-slack.js';
import type { TroubleKind } from '../../../playground/slack/troubles.js';
import { plain } from '../../../programme/messages/message.js';
import type { Destination } from '../../../programme/notifications/gateway.js';

const now = new Date('2024-11-07T00:00:00Z');
const clock = { now: () => now };
let slack: Slack;

beforeAll(async () => {
  slack = await startSlack({
    workspaces: [{ users: [{ id: 'U0TARO' }, { id: 'U0GONE', deleted: true }, { id: 'U0ROBOT', is_bot: true }] }],
  });
});
afterEach(() => slack.clearTroubles());
afterAll(() => slack.close());

function gateway(url = slack.url, token = slack.botToken(), timeout = 400) {
  const client = new WebClient(token, {
    slackApiUrl: url,
    timeout,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  return slackGateway(client, clock);
}

function to(user: string, address: unknown = { user }): Destination {
  return { tenant: slack.workspace.id, userId: user, address };
}

const message = plain('明日の研修のお知らせ & <!channel>');
const posts = () => slack.activity().filter((one) => one.method === 'chat.postMessage').length;

it('needs no call to open the conversation, tells its address, and marks the message with its key', async () => {
  const opened = () => slack.activity().filter((one) => one.method === 'conversations.open').length;
  const before = opened();
  const first = await gateway().deliver(to('U0TARO'), { message, language: 'ja', key: 'key-1' });
  expect(first).toMatchObject({
    outcome: 'delivered',
    address: { user: 'U0TARO', channel: expect.stringMatching(/^D/) },
  });
  if (first.outcome !== 'delivered' || first.address === undefined) throw new Error('no address');
  const second = await gateway().deliver(to('U0TARO', first.address), { message, language: 'ja', key: 'key-2' });
  expect(second).toMatchObject({ outcome: 'delivered', reference: { ts: expect.any(String) } });
  expect(second).not.toHaveProperty('address');
  expect(opened()).toBe(before);
  const calls = slack.activity().filter((one) => one.method === 'chat.postMessage');
  expect(JSON.stringify(calls.at(-1)?.request)).toMatch(/spp_notification.*key-2/);
  expect(openSlackClient(slack, 'U0TARO').messages().at(-1)?.text).toContain('明日の研修のお知らせ & <!channel>');
});

it('finds a conversation anew that the address no longer names, and reads any address', async () => {
  for (const address of [{ user: 'U0TARO', channel: 'D0OLD' }, null, 'U0TARO', { channel: 3 }]) {
    expect(await gateway().deliver(to('U0TARO', address), { message, language: 'en', key: 'k' })).toMatchObject({
      outcome: 'delivered',
    });
  }
});

it.each([
  ['U0GONE', 'user_disabled'],
  ['U0NOBODY', 'user_not_found'],
  ['U0ROBOT', 'cannot_dm_bot'],
])('%s is unreachable: %s', async (user, reason) => {
  expect(await gateway().deliver(to(user), { message, language: 'ja', key: 'k' })).toEqual({
    outcome: 'unreachable',
    reason,
  });
});

it('a wrong token is our fault, not the account’s', async () => {
  expect(await gateway(slack.url, 'xoxb-wrong').deliver(to('U0TARO'), { message, language: 'ja', key: 'k' })).toEqual({
    outcome: 'not-sent',
    reason: 'invalid_auth',
    ours: true,
  });
});

describe.each(['chat.postMessage', 'conversations.open'])('trouble at %s', (method) => {
  const posting = method === 'chat.postMessage';
  const cases: readonly (readonly [TroubleKind, object])[] = [
    [
      { kind: 'rate limited', retryAfterSeconds: 7 },
      { outcome: 'rate-limited', until: new Date('2024-11-07T00:00:07Z') },
    ],
    [{ kind: 'hang' }, { outcome: posting ? 'uncertain' : 'not-sent', reason: 'timeout' }],
    [{ kind: 'drop' }, { outcome: posting ? 'uncertain' : 'not-sent' }],
    [{ kind: 'drop after accepting' }, { outcome: posting ? 'uncertain' : 'not-sent' }],
    [
      { kind: 'server error', status: 503 },
      { outcome: posting ? 'uncertain' : 'not-sent', reason: 'http_503' },
    ],
    [
      { kind: 'server error', status: 500 },
      { outcome: posting ? 'uncertain' : 'not-sent', reason: 'http_500' },
    ],
    [{ kind: 'refuse', error: 'fatal_error' }, { outcome: posting ? 'uncertain' : 'not-sent' }],
    [{ kind: 'refuse', error: 'internal_error' }, { outcome: posting ? 'uncertain' : 'not-sent' }],
    [
      { kind: 'refuse', error: 'service_unavailable' },
      { outcome: 'not-sent', reason: 'service_unavailable' },
    ],
    [
      { kind: 'refuse', error: 'ratelimited' },
      { outcome: 'rate-limited', until: new Date('2024-11-07T00:00:30Z') },
    ],
    [
      { kind: 'refuse', error: 'is_archived' },
      { outcome: 'unreachable', reason: 'is_archived' },
    ],
    [
      { kind: 'refuse', error: 'invalid_blocks' },
      { outcome: 'refused', reason: 'invalid_blocks' },
    ],
    ...[
      ...['account_inactive', 'invalid_auth', 'missing_scope', 'not_authed'],
      ...['team_access_not_granted', 'token_expired', 'token_revoked'],
    ].map(
      (error) =>
        [
          { kind: 'refuse', error },
          { outcome: 'not-sent', reason: error, ours: true },
        ] as const,
    ),
  ];

  it.each(cases)('%j gives %j, after one try', async (trouble, outcome) => {
    const before = slack.activity().length;
    slack.trouble({ ...trouble, method });
    // Opened apart only where the person is not found.
    if (!posting) slack.trouble({ kind: 'refuse', error: 'channel_not_found', method: 'chat.postMessage', times: 1 });
    expect(await gateway().deliver(to('U0TARO'), { message, language: 'ja', key: 'k' })).toMatchObject(outcome);
    slack.clearTroubles();
    slack.limit(false);
    // What hung is noted only when it ends, which may be in the middle of the next test.
    const since = slack.activity().slice(before);
    const calls = since.filter((one) => one.method === method && (one.error !== 'hang' || trouble.kind === 'hang'));
    expect(calls.length).toBeLessThanOrEqual(1);
  });
});

it('a refused connection sent nothing', async () => {
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, '127.0.0.1', resolve));
  const address = free.address();
  await new Promise((resolve) => free.close(resolve));
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const known = to('U0TARO', { user: 'U0TARO', channel: 'D0X' });
  expect(await gateway(`http://127.0.0.1:${port}/api/`).deliver(known, { message, language: 'ja', key: 'k' })).toEqual({
    outcome: 'not-sent',
    reason: 'ECONNREFUSED',
  });
});

it('an answer that is cut off after it began is uncertain, and so is one that is not Slack’s', async () => {
  const bodies = [
    'HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{"ok":tr',
    'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n<p>Hi</p>',
  ];
  for (const body of bodies) {
    const broken = createServer((socket) => socket.on('error', () => {}).once('data', () => socket.end(body)));
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const address = broken.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const known = to('U0TARO', { user: 'U0TARO', channel: 'D0X' });
    expect(
      await gateway(`http://127.0.0.1:${port}/api/`).deliver(known, { message, language: 'ja', key: 'k' }),
    ).toMatchObject({
      outcome: 'uncertain',
    });
    broken.close();
  }
});

it('a message that cannot be drawn is refused, and nothing is sent', async () => {
  const before = posts();
  const noise = Array.from({ length: 3000 }, (_, index) =>
    String.fromCharCode(0x4e00 + ((index * 7919) % 20_000)),
  ).join('');
  const button = { label: 'x', action: 'session.show', input: { noise } };
  const tooMuch = { summary: 's', elements: [{ kind: 'buttons', buttons: [button] }] } as const;
  expect(await gateway().deliver(to('U0TARO'), { message: tooMuch, language: 'ja', key: 'k' })).toMatchObject({
    outcome: 'refused',
  });
  expect(posts()).toBe(before);
});
