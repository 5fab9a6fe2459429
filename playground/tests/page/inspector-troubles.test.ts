/** Proves that each switch does what it says on both platforms, to real clients of theirs, and is over when it is switched off. */
import { expect, test } from 'vitest';
import { openTraffic } from '../../page/inspector/traffic.js';
import { openTroubleSwitch, type TroubleSwitch } from '../../page/inspector/troubles.js';
import type { Platform } from '../../page/protocol.js';
import type { Slack } from '../../slack/start-slack.js';
import { aiko, openSlackFixture } from '../slack/bot.js';
import { getToken } from '../teams/bot.js';
import { openTeamsFixture } from '../teams/fixture.js';

const fixture = await openTeamsFixture();

interface Place {
  readonly slack: Slack;
  readonly troubles: TroubleSwitch;
  /** Sends a message as the bot; the status, and Retry-After in seconds, or how it failed. */
  send(platform: Platform, text: string): Promise<string>;
  /** Whether the person sees such a message. */
  sees(platform: Platform, text: string): boolean;
}

async function open(): Promise<Place> {
  const { slack, aiko: person } = await openSlackFixture(() => {});
  const traffic = openTraffic({ slack, teams: fixture.teams });
  const troubles = openTroubleSwitch({ slack, teams: fixture.teams }, traffic);
  const conversation = fixture.teams.deliveries().at(-1)?.activity.conversation.id ?? '';
  const { token } = await getToken(fixture.teams.environment);
  const post = (address: string, bearer: string, body: object) =>
    fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    }).then(
      (response) => [response.status, response.headers.get('retry-after')].filter(Boolean).join(' '),
      (error: Error) => (error.name === 'TimeoutError' ? 'no answer' : 'cut'),
    );
  return {
    slack,
    troubles,
    send: (platform, text) =>
      platform === 'slack'
        ? post(`${slack.url}chat.postMessage`, slack.botToken(), { channel: aiko.id, text })
        : post(`${fixture.teams.serviceUrl}v3/conversations/${conversation}/activities`, token, {
            type: 'message',
            text,
          }),
    sees: (platform, text) =>
      (platform === 'slack' ? person : fixture.haruka).messages().some((message) => message.text === text),
  };
}

const platforms = ['slack', 'teams'] as const;

test.for(platforms)('429, errors and lost answers on %s, one at a time, until switched off', async (platform) => {
  const { troubles, send, sees } = await open();
  let changes = 0;
  troubles.onChange(() => {
    changes += 1;
  });
  const active = () => troubles.active().map((trouble) => trouble.kind);
  expect(await send(platform, 'first')).toBe(platform === 'slack' ? '200' : '201');

  troubles.set(platform, 'server error', true);
  expect(await send(platform, 'with an error')).toBe('503');
  expect(sees(platform, 'with an error')).toBe(false);

  troubles.set(platform, 'lost answer', true);
  expect(active()).toEqual(['lost answer']);
  expect(await send(platform, 'lost')).toBe('cut');
  expect(sees(platform, 'lost')).toBe(true);

  // Switching off what is off already changes nothing.
  troubles.set(platform, 'server error', false);
  expect(active()).toEqual(['lost answer']);
  troubles.set(platform, 'lost answer', false);
  expect(active()).toEqual([]);
  expect(await send(platform, 'well again')).toMatch(/^20[01]$/);

  troubles.set(platform, '429', true);
  expect(await send(platform, 'too much')).toBe('429 5');
  expect(changes).toBe(5);
  troubles.close();
  expect(active()).toEqual([]);
});

test.for(platforms)('a request that hangs on %s is cut when that is switched off', async (platform) => {
  const { slack, troubles, send, sees } = await open();
  const traffic = openTraffic({ slack, teams: fixture.teams });
  troubles.set(platform, 'time-out', true);
  let over = false;
  const sending = send(platform, 'into the void').finally(() => {
    over = true;
  });
  // Sent later and answered: by then the one that hangs has been received.
  const other = platform === 'slack' ? 'teams' : 'slack';
  expect(await send(other, 'meanwhile')).toMatch(/^20[01]$/);
  expect(over).toBe(false);
  troubles.set(platform, 'time-out', false);
  expect(await sending).toBe('cut');
  expect(sees(platform, 'into the void')).toBe(false);
  expect(await send(platform, 'after it')).toMatch(/^20[01]$/);
  expect(
    traffic
      .lines()
      .filter((line) => line.platform === platform)
      .slice(-2),
  ).toEqual([
    expect.objectContaining({ platform, status: null, trouble: 'time-out', problem: null }),
    expect.objectContaining({ platform, trouble: null }),
  ]);
  traffic.close();
});

test('one platform is slow while the other is not', async () => {
  const { troubles, send } = await open();
  troubles.set('slack', 'slow', true);
  const order: string[] = [];
  const answered = async (platform: 'slack' | 'teams') => order.push(`${platform} ${await send(platform, 'words')}`);
  await Promise.all([answered('slack'), answered('teams')]);
  expect(order).toEqual(['teams 201', 'slack 200']);
  troubles.close();
});

test('every request comes twice to the bot, each once, under the same identity and signed anew', async () => {
  const { slack, troubles } = await open();
  const signatures: unknown[] = [];
  slack.onActivity(({ direction }) => {
    if (direction === 'to bot') signatures.push(slack.deliveries().at(-1)?.sent?.headers['x-slack-signature']);
  });
  const eventIds = () => slack.deliveries().map(({ payload }) => payload.event_id);
  const answers = () => slack.deliveries().at(-1)?.answers.length;
  const event = { type: 'app_home_opened', user: aiko.id, channel: 'D0', tab: 'home', event_ts: '1.1' };

  for (const platform of platforms) troubles.set(platform, 'every request twice', true);
  expect(troubles.active()).toHaveLength(2);
  await slack.event(event);
  await fixture.haruka.say('twice');
  await expect.poll(answers).toBe(2);
  await expect.poll(() => fixture.heard.map(({ text, id }) => `${text} ${id}`)).toHaveLength(2);
  expect(new Set(fixture.heard.map(({ id }) => id)).size).toBe(1);
  // The same signature twice is somebody's replay.
  expect(new Set(signatures).size).toBe(2);

  for (const platform of platforms) troubles.set(platform, 'every request twice', false);
  const before = eventIds().length;
  await slack.event(event);
  await fixture.haruka.say('once');
  // A second delivery comes in the next whole second, with another signature. That of a later event comes after any of this one.
  const once = slack.deliveries().at(-1);
  troubles.set('slack', 'every request twice', true);
  await slack.event(event);
  await expect.poll(answers).toBe(2);
  expect(eventIds()).toHaveLength(before + 2);
  expect(once?.answers).toHaveLength(1);
  expect(fixture.heard.filter(({ text }) => text === 'once')).toHaveLength(1);
});

test('sends the newest request again, as it was or under a new id', async () => {
  const { slack, troubles } = await open();
  await expect(troubles.redeliver('slack', false)).rejects.toThrow('Slack has not sent the bot anything yet');
  const heard: unknown[] = [];
  slack.onActivity(({ direction, request }) => direction === 'to bot' && heard.push(request));
  await slack.event({ type: 'app_home_opened', user: aiko.id, channel: 'D0', tab: 'home', event_ts: '1.1' });
  expect(await troubles.redeliver('slack', false)).toMatchObject({ status: 200, error: null });
  const openedHome = { what: 'event app_home_opened', who: { clientSession: `slack:${aiko.id}` } };
  expect(await troubles.redeliver('slack', true)).toMatchObject({ status: 200, error: null, redelivered: openedHome });
  expect(heard[1]).toBe(heard[0]);
  expect(heard[2]).toMatchObject({ event: { event_ts: '1.1' } });
  expect(heard[2]).not.toEqual(heard[0]);

  await fixture.haruka.say('hello');
  const hello = { what: 'message', who: { name: 'Haruka Sato' } };
  expect(await troubles.redeliver('teams', false)).toMatchObject({ status: 200, error: null, redelivered: hello });
  expect(await troubles.redeliver('teams', true)).toMatchObject({ status: 200, error: null });
  const [first, same, other] = fixture.heard.filter(({ text }) => text === 'hello').map(({ id }) => id);
  expect(same).toBe(first);
  expect(other).not.toBe(first);
});
