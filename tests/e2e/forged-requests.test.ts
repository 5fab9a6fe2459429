/** Forged, stale, future-dated and replayed requests are refused on both platforms, and nothing changes. */
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textsFor } from '../../playground/pilot/texts.js';
import { forgeries } from '../../playground/teams/tokens.js';
import type { Activity } from '../../playground/teams/wire.js';
import { everythingWritten } from '../bot/contract/fixture.js';
import { buildSession } from '../support/factories.js';
import { openPlatforms, type Platforms, settled } from './platforms.js';

const en = textsFor('en');

let platforms: Platforms;
beforeAll(async () => {
  platforms = await openPlatforms({ arrived: ['ken', 'tom'] });
  await buildSession(platforms.services, platforms.programme, { code: 'SEM-1' });
});
afterAll(async () => {
  expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  await platforms.close();
});

/** Nothing is written, said or kept for later because of these requests. */
async function changesNothing(send: () => Promise<void>): Promise<void> {
  const everythingStored = async () => ({
    written: await everythingWritten(platforms.services),
    requests: await platforms.database.request.count(),
    slack: platforms.slack('ken').messages().length,
    teams: platforms.teams('tom').messages().length,
    accounts: await platforms.database.account.count(),
  });
  const before = await everythingStored();
  await send();
  await platforms.told();
  expect(await everythingStored()).toEqual(before);
}

describe('Slack', () => {
  /** Bodies that would each do something if they were let in. */
  function bodies(): readonly { readonly kind: string; readonly body: string; readonly type: string }[] {
    const user = platforms.person('ken').slackUserId ?? '';
    const team = platforms.playground.directory.slackWorkspace;
    const form = 'application/x-www-form-urlencoded';
    const event = { type: 'message', channel_type: 'im', channel: 'D0', user, text: 'help', ts: '1.1', team };
    const payload = { action: 'session.register', input: { session: 'SEM-1', mode: 'online' } };
    const press = {
      type: 'block_actions',
      team: { id: team },
      user: { id: user, team_id: team },
      container: { type: 'message', message_ts: '1.1' },
      trigger_id: 't',
      actions: [{ type: 'button', action_id: 'do:0', block_id: 'b', value: JSON.stringify(payload), action_ts: '1' }],
    };
    const command = { command: '/spp', text: 'register SEM-1 online', team_id: team, user_id: user, channel_id: 'D0' };
    return [
      {
        kind: 'event',
        type: 'application/json',
        body: JSON.stringify({ type: 'event_callback', team_id: team, event_id: 'Ev1', event }),
      },
      {
        kind: 'command',
        type: form,
        body: new URLSearchParams({ ...command, trigger_id: 't', response_url: 'http://127.0.0.1:9/' }).toString(),
      },
      { kind: 'button', type: form, body: new URLSearchParams({ payload: JSON.stringify(press) }).toString() },
      { kind: 'verification', type: 'application/json', body: '{"type":"url_verification","challenge":"x"}' },
    ];
  }

  const sign = (secret: string, timestamp: string, body: string) =>
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const secret = () => platforms.playground.slack.app.signingSecret;
  const seconds = (offset: number) => String(Math.floor(Date.now() / 1000) + offset);

  async function post(body: string, type: string, headers: Record<string, string>): Promise<Response> {
    const { url } = platforms.playground.assistant;
    return await fetch(`${url}/slack/events`, { method: 'POST', headers: { 'content-type': type, ...headers }, body });
  }

  const signed = (timestamp: string, signature: string) => ({
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  });

  it.each([
    ['without a signature', () => ({})],
    ['signed with another secret', (body: string) => signed(seconds(0), sign('guessed', seconds(0), body))],
    ['signed for another body', () => signed(seconds(0), sign(secret(), seconds(0), '{}'))],
    ['signed for another time', (body: string) => signed(seconds(0), sign(secret(), seconds(-9), body))],
    ['six minutes old', (body: string) => signed(seconds(-360), sign(secret(), seconds(-360), body))],
    ['six minutes ahead', (body: string) => signed(seconds(360), sign(secret(), seconds(360), body))],
    ['ten years ahead', (body: string) => signed(seconds(315_360_000), sign(secret(), seconds(315_360_000), body))],
    ['dated with no time', (body: string) => signed('soon', sign(secret(), 'soon', body))],
    ['cut in its signature', (body: string) => signed(seconds(0), sign(secret(), seconds(0), body).slice(0, -1))],
  ])('a request %s is refused, whatever it asks for', async (_, headersFor) => {
    await changesNothing(async () => {
      for (const { kind, body, type } of bodies()) {
        const answer = await post(body, type, headersFor(body));
        expect(answer.status, kind).toBe(401);
        expect(await answer.text(), kind).toBe('');
      }
    });
  });

  it('a request that somebody recorded and sends again is refused', async () => {
    const ken = platforms.slack('ken');
    settled(await ken.command('/spp register SEM-1 online'));
    settled(await ken.say('help'));
    await ken.until(en.members.helpIntroduction);
    await changesNothing(async () => {
      for (const delivery of platforms.playground.slack.deliveries().slice(-2)) {
        const answers = await platforms.playground.slack.redeliver(delivery, { times: 3, exact: true });
        expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
      }
    });
  });
});

describe('Teams', () => {
  let recorded: Activity;
  beforeAll(async () => {
    const tom = platforms.teams('tom');
    settled(await tom.say('help'));
    await tom.until(en.members.helpIntroduction);
    const delivered = tom.deliveries.at(-1)?.activity;
    if (delivered === undefined) throw new Error('nothing was delivered');
    recorded = delivered;
  });

  let counted = 0;
  /** What would each do something if it were let in. */
  function activities(change: Record<string, unknown> = {}): readonly Activity[] {
    counted += 1;
    const timestamp = new Date(Date.now() + counted * 1000).toISOString();
    const spp = { action: 'session.register', input: { session: 'SEM-1', mode: 'online' } };
    const base = { ...recorded, timestamp, localTimestamp: timestamp };
    const invoke = { type: 'invoke', name: 'task/submit', value: { data: { spp } } };
    return [
      { ...base, id: `message-${counted}`, ...change },
      { ...base, id: `button-${counted}`, text: undefined, value: { spp }, ...change },
      { ...base, ...invoke, id: `f:${counted}`, ...change },
      { ...base, type: 'installationUpdate', action: 'remove', id: `f:gone-${counted}`, ...change },
    ];
  }

  it.each(forgeries)('a request whose token is forged (%s) is refused, whatever it asks for', async (forgery) => {
    await changesNothing(async () => {
      for (const activity of activities()) {
        const { status, body } = await platforms.playground.teams.deliver(activity, { forgery });
        expect(status, activity.type).toBe(401);
        expect(body).toBeUndefined();
      }
    });
  });

  it.each(['https://evil.example/', 'http://169.254.169.254/', 'https://smba.trafficmanager.net/apac/'])(
    'a request that wants its answer sent to %s is refused',
    async (serviceUrl) => {
      await changesNothing(async () => {
        for (const activity of activities({ serviceUrl })) {
          const { status } = await platforms.playground.teams.deliver(activity);
          expect([401, 403]).toContain(status);
        }
      });
    },
  );

  it('a request that somebody recorded and sends again has no second effect', async () => {
    await changesNothing(async () => {
      const [delivery] = platforms.teams('tom').deliveries.slice(-1);
      if (delivery === undefined) throw new Error('nothing was delivered');
      await platforms.playground.teams.redeliver(delivery, { times: 3 });
    });
  });

  it.each([
    [
      'registers somebody of another company',
      'session.register',
      () => ({ mode: 'online', person: platforms.people.ken.id }),
    ],
    ['calls a session off', 'session.call-off', () => ({ agreed: true, reason: '' })],
    ['does what there is not', 'session.destroy', () => ({})],
  ])('a button that a person forged, which %s, is refused', async (_, action, more) => {
    const before = await everythingWritten(platforms.services);
    const spp = { action, input: { session: 'SEM-1', ...more() }, confirmed: true };
    const [activity] = activities({ text: undefined, value: { spp } });
    if (activity === undefined) throw new Error('no activity');
    const { status } = await platforms.playground.teams.deliver(activity);
    expect(status).toBe(200);
    expect(await everythingWritten(platforms.services)).toBe(before);
    const { refusals } = en;
    const words = [refusals.not_found({}), refusals.not_allowed({}), refusals.unknown_action({})];
    expect(words).toContain(platforms.teams('tom').messages().at(-1)?.text);
  });
});
