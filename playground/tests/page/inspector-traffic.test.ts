/** Proves that the timeline shows every request of both platforms once and in order, and no secret with it. */
import { expect, test } from 'vitest';
import { openTraffic } from '../../page/inspector/traffic.js';
import type { TrafficLine } from '../../page/protocol.js';
import { keptLines } from '../../page/traffic-order.js';
import { openSlackClient } from '../../slack/client.js';
import {
  aiko,
  button,
  general,
  openSlackFixture,
  plain,
  refusalOf,
  section,
  startBot,
  webClient,
} from '../slack/bot.js';
import { card, cardMessage, submitButton, textBlock } from '../teams/bot.js';
import { openTeamsFixture } from '../teams/fixture.js';

const fixture = await openTeamsFixture();

test('shows what either side sent, from before it was opened and live', async () => {
  const { slack, aiko: person } = await openSlackFixture((app) => {
    app.message('hello', async ({ say }) => {
      await say('good morning');
    });
  });
  await person.say('hello');
  await person.until('good morning');
  await expect.poll(() => slack.activity().at(-1)?.method).toBe('chat.postMessage');
  const traffic = openTraffic({ slack, teams: fixture.teams });
  const live: TrafficLine[] = [];
  const end = traffic.onLine((line) => live.push(line));
  fixture.bot.onTurn = async (context) => {
    await context.sendActivity('good evening');
  };
  await fixture.haruka.say('hello');
  await fixture.haruka.until('good evening');

  const lines = traffic.lines();
  expect(lines.filter(({ platform }) => platform === 'slack')).toEqual([
    expect.objectContaining({ what: 'url_verification', direction: 'to the bot', status: 200 }),
    expect.objectContaining({ what: 'auth.test', direction: 'from the bot', status: 200 }),
    expect.objectContaining({ what: 'event message.im', direction: 'to the bot', status: 200, problem: null }),
    expect.objectContaining({ what: 'chat.postMessage', direction: 'from the bot', status: 200, trouble: null }),
  ]);
  expect(live.map(({ platform, direction, what }) => [platform, direction, what])).toEqual([
    ['teams', 'from the bot', 'token'],
    ['teams', 'from the bot', 'reply'],
    ['teams', 'to the bot', 'message'],
  ]);
  // As they ended, and in the timeline as they began.
  expect(lines.slice(-3).map(({ what }) => what)).toEqual(['message', 'token', 'reply']);
  expect(lines.map(({ prelude }) => prelude).lastIndexOf(true)).toBe(lines.length - 4);
  expect(lines.map(({ at }) => at)).toEqual(lines.map(({ at }) => at).toSorted());

  end();
  traffic.close();
  await fixture.haruka.say('again');
  expect(live).toHaveLength(3);
  expect(traffic.lines().slice(-3)).toEqual(lines.slice(-3));
});

test('tells what was refused, and opens blocks that travelled as text', async () => {
  const { slack } = await openSlackFixture(() => {});
  const traffic = openTraffic({ slack, teams: fixture.teams });
  const refused = await refusalOf(webClient(slack).chat.postMessage({ channel: 'C0NOWHERE', text: 'hello' }));
  expect(refused.error).toBe('channel_not_found');
  await webClient(slack).chat.postMessage({ channel: aiko.id, text: 'hello', blocks: [section('*hello*')] });
  const [first, second] = traffic.lines().slice(-2);
  expect(first).toMatchObject({ what: 'chat.postMessage', status: 200, problem: 'channel_not_found', trouble: null });
  expect(traffic.detail('slack', second?.number ?? 0)?.request).toMatchObject({
    blocks: [{ type: 'section', text: { text: '*hello*' } }],
  });
  expect(traffic.detail('slack', 99_999)).toBeNull();
  traffic.close();
});

test('shows no token, signature or password, wherever it stands', async () => {
  const { slack } = await openSlackFixture(() => {});
  const traffic = openTraffic({ slack, teams: fixture.teams });
  const secrets = [
    slack.botToken(),
    slack.app.signingSecret,
    slack.app.verificationToken,
    fixture.teams.environment.MicrosoftAppPassword,
  ];
  const person = openSlackClient(slack, aiko.id);
  await person.say(secrets.join(' and '));
  await fixture.haruka.say(secrets.join(' and '));
  await webClient(slack).chat.postMessage({ channel: aiko.id, text: secrets.join(' '), metadata: undefined });
  const shown = JSON.stringify(traffic.lines().map(({ platform, number }) => traffic.detail(platform, number)));
  expect(shown).toContain('[hidden] and [hidden]');
  for (const secret of secrets) expect(shown).not.toContain(secret);
  const lines = JSON.stringify(traffic.lines());
  for (const secret of secrets) expect(lines).not.toContain(secret);
  traffic.close();
});

test('says who acts or to whom the bot turns', async () => {
  const { slack, aiko: person } = await openSlackFixture((app) => {
    app.message('hello', async ({ say }) => {
      await say({
        text: 'Do you come?',
        blocks: [section('*Do you come?*'), { type: 'actions', elements: [button('I come', 'come')] }],
      });
    });
    app.action('come', async ({ ack, body, client }) => {
      await ack();
      if ('trigger_id' in body)
        await client.views.open({
          trigger_id: body.trigger_id,
          view: { type: 'modal', title: plain('Seats'), blocks: [section('Where?')] },
        });
      await client.chat.postMessage({ channel: general.id, text: `<@${aiko.id}> comes\n&amp; is glad` });
    });
  });
  const traffic = openTraffic({ slack, teams: fixture.teams });
  const told = (platform: string) =>
    traffic.lines().flatMap((line) => (line.platform === platform ? [[line.what, line.who?.name]] : []));
  await person.say('hello');
  await person.until('Do you come?');
  await person.press('I come');
  await expect
    .poll(() => told('slack'))
    .toEqual(
      expect.arrayContaining([
        ['event message.im', aiko.real_name],
        ['chat.postMessage', aiko.real_name],
        ['block_actions', aiko.real_name],
        ['views.open', aiko.real_name],
        ['chat.postMessage', '#general'],
      ]),
    );
  expect(traffic.lines().find(({ what }) => what === 'block_actions')?.who?.clientSession).toBe(`slack:${aiko.id}`);

  fixture.bot.onTurn = async (context) => {
    if (context.activity.value === undefined) {
      await context.sendActivity(
        cardMessage(card([textBlock('Do you come?')], [submitButton('I come', { answer: 'yes' })])),
      );
      return;
    }
    await context.updateActivity({
      ...cardMessage(card([textBlock('You come.')])),
      id: context.activity.replyToId,
    });
  };
  await fixture.haruka.say('hello');
  await fixture.haruka.until('Do you come?');
  await fixture.haruka.press('I come');
  const haruka = 'Haruka Sato';
  expect(told('teams').slice(-4)).toEqual([
    ['message', haruka],
    ['reply', haruka],
    ['message', haruka],
    ['update', haruka],
  ]);
  traffic.close();
});

test('forgets the oldest lines', async () => {
  const { slack, aiko: person } = await openSlackFixture(() => {});
  const traffic = openTraffic({ slack, teams: fixture.teams });
  const { number: first = 0 } = traffic.lines().find(({ platform }) => platform === 'slack') ?? {};
  const bot = webClient(slack);
  for (let group = 0; group < 22; group += 1) {
    await Promise.all(Array.from({ length: 50 }, () => bot.auth.test()));
  }
  expect(traffic.lines()).toHaveLength(keptLines);
  expect(traffic.detail('slack', first)).toBeNull();
  expect(person.messages()).toEqual([]);
  traffic.close();
});

test('marks a delivery that comes again', async () => {
  const { slack, aiko: person } = await openSlackFixture(() => {});
  await startBot(slack, () => {});
  const traffic = openTraffic({ slack, teams: fixture.teams });
  await person.say('hello');
  const [delivery] = slack.deliveries().slice(-1);
  if (delivery) await slack.redeliver(delivery);
  await fixture.haruka.say('hello');
  const [activity] = fixture.teams.deliveries().slice(-1);
  if (activity) await fixture.teams.redeliver(activity);
  if (activity) await fixture.teams.redeliver(activity, { newId: true });
  const sent = (wanted: string) =>
    traffic
      .lines()
      .flatMap(({ what, again, direction }) => (what === wanted && direction === 'to the bot' ? [again] : []));
  expect(sent('event message.im')).toEqual([false, true]);
  expect(sent('message').slice(-3)).toEqual([false, true, true]);
  traffic.close();
});
