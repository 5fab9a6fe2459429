/** Whatever form a person's words take they are answered; Slack's own notes to the app are taken as what they are. */
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import type { Server } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authorTeam } from '../../../bot/slack/listeners/events.js';
import { isSslCheck } from '../../../bot/slack/verify.js';
import { openSlackFixture, type SlackFixture } from './fixture.js';

let fixture: SlackFixture;
let channel: string;
/** An earlier message of the conversation. */
let thread: string;
let number = 0;
let server: Server;
let url: string;

beforeAll(async () => {
  fixture = await openSlackFixture('http');
  await fixture.hanako.say('メニュー');
  thread = (await fixture.hanako.until(/./)).id;
  const { address } = await fixture.test.database.account.findFirstOrThrow({ where: { userId: 'U0HANAKO' } });
  server = express()
    .use('/slack', fixture.bot.router ?? express.Router())
    .listen(0, '127.0.0.1');
  await once(server, 'listening');
  const listening = server.address();
  url = `http://127.0.0.1:${typeof listening === 'object' && listening !== null ? listening.port : 0}/slack/events`;
  channel = typeof address === 'object' && address !== null && 'channel' in address ? String(address.channel) : '';
});
afterAll(async () => {
  server.close();
  await fixture.close();
});

const answers = () => fixture.slack.activity().filter(({ method }) => method === 'chat.postMessage').length;
async function send(message: Record<string, unknown>): Promise<void> {
  number += 1;
  const ts = `1700000000.00${1000 + number}`;
  const event = { type: 'message', channel, channel_type: 'im', user: 'U0HANAKO', ts, event_ts: ts, ...message };
  await fixture.slack.event(event);
}

describe('a message', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a reply that is sent to the conversation as well', { subtype: 'thread_broadcast', text: 'ヘルプ' }],
    ['/me …', { subtype: 'me_message', text: 'ヘルプ' }],
    ['a shared message without words', { text: '', attachments: [{ text: 'somebody else’s words', is_share: true }] }],
  ])('that is %s is answered', async (_, message) => {
    const before = answers();
    await send({ ...(message.subtype === 'thread_broadcast' && { thread_ts: thread }), ...message });
    await expect.poll(answers).toBe(before + 1);
  });

  it.each<[string, Record<string, unknown>]>([
    ['empty', { text: '' }],
    ['an edit', { subtype: 'message_changed', text: 'ヘルプ' }],
    ['a joining', { subtype: 'channel_join', text: 'ヘルプ' }],
    ['of another bot', { bot_id: 'B0OTHER', text: 'ヘルプ' }],
  ])('that is %s is not', async (_, message) => {
    const before = answers();
    await send(message);
    // Events are acknowledged when they have been handled, so that an answer would be there.
    expect(answers()).toBe(before);
  });
});

describe('the author’s workspace', () => {
  it.each([
    [{}, 'T0HERE'],
    [{ team: 'T0THEIRS' }, 'T0THEIRS'],
    [{ user_team: 'T0THEIRS', team: 'T0HERE' }, 'T0THEIRS'],
    // Of an Enterprise Grid: an account of the organisation would be a second one, and nobody’s.
    [{ user_team: 'E0GRID', team: 'T0GRID' }, 'T0GRID'],
    [{ user_team: 'E0GRID' }, 'T0HERE'],
    [{ user_team: 7, team: null }, 'T0HERE'],
  ])('of %j is %s', (event, team) => {
    expect(authorTeam(event, 'T0HERE')).toBe(team);
  });
});

/** Sends a body as Slack does, and returns the status of the answer. */
async function post(body: string, type = 'application/json'): Promise<number> {
  const at = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', fixture.slack.app.signingSecret).update(`v0:${at}:${body}`).digest('hex');
  const signed = { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${signature}` };
  return (await fetch(url, { method: 'POST', headers: { ...signed, 'content-type': type }, body })).status;
}

describe('Slack’s own notes', () => {
  it('its look at the certificate is answered, which carries no signature', async () => {
    const posted = await fetch(url, { method: 'POST', body: new URLSearchParams({ ssl_check: '1', token: 'x' }) });
    expect(posted.status).toBe(200);
    expect((await fetch(`${url}?ssl_check=1&token=x`)).status).toBe(200);
    expect((await fetch(url, { method: 'POST', body: 'ssl_check=2' })).status).toBe(401);
    expect((await fetch(url)).status).toBe(404);
    expect(isSslCheck('?ssl_check=1')).toBe(true);
  });

  it('that it leaves events out is acknowledged, logged, and told to the health check', async () => {
    const before = fixture.log.length;
    const status = await post(JSON.stringify({ type: 'app_rate_limited', minute_rate_limited: 1_700_000_000 }));
    expect(status).toBe(200);
    expect(fixture.log.slice(before).map(({ level, sentence }) => [level, sentence])).toEqual([
      ['warn', 'Slack brings this app fewer events than there are (app_rate_limited)'],
    ]);
    expect(fixture.bot.problems()).toEqual(['Slack leaves events out']);
  });

  it('a body that nothing here listens to is acknowledged and logged once, not held back as a fault', async () => {
    const before = fixture.log.length;
    const user = { id: 'U0HANAKO', team_id: fixture.slack.workspace.id };
    const json = [
      { type: 'invented', team_id: 'T0' },
      { type: 'event_callback', team_id: 'T0' },
      { type: 'event_callback', event: null },
      { event: { type: 'message' } },
      [{ type: 'event_callback' }],
      null,
      7,
      {},
    ];
    for (const body of json) expect([body, await post(JSON.stringify(body))]).toEqual([body, 200]);
    const interactive = [
      { type: 'view_closed', user, view: { id: 'V1', callback_id: 'x' } },
      { type: 'view_submission', user, view: { id: 'V1', callback_id: 'of an older release' } },
      { type: 'block_actions', user, actions: [{ type: 'button', action_id: 'of an older release' }] },
      { type: 'message_action', user, callback_id: 'x' },
      { type: 'interactive_message', user, actions: [{ type: 'button', name: 'x' }] },
    ];
    const forms = [
      ...interactive.map((payload) => new URLSearchParams({ payload: JSON.stringify(payload) })),
      new URLSearchParams({ command: '/unknown', text: '', user_id: user.id, team_id: user.team_id }),
    ];
    for (const form of forms) {
      const status = await post(form.toString(), 'application/x-www-form-urlencoded');
      expect([form.toString(), status]).toEqual([form.toString(), 200]);
    }
    expect(fixture.log.slice(before)).toEqual([
      { level: 'warn', fields: { cause: 'slack: unknown body', count: 1 }, sentence: 'requests were refused' },
    ]);
  });
});
