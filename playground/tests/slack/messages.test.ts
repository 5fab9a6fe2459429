/** Messages, mentions, buttons and response_urls between a person's client and a real Bolt app. */
import { describe, expect, it } from 'vitest';
import { openSlackClient } from '../../slack/client.js';
import {
  aiko as aikoOptions,
  button,
  general,
  openSlackFixture,
  section,
  slackForTest,
  startBot,
  webClient,
} from './bot.js';

describe('words and answers', () => {
  it('carries a direct message to the bot, signed, and its answer back', async () => {
    const { aiko, slack } = await openSlackFixture((app) => {
      app.message(async ({ message, say }) => {
        if ('text' in message) await say(`You said ${message.text}`);
      });
    });
    const outcome = await aiko.say('a < b & c');
    expect(outcome).toMatchObject({ status: 200, error: undefined });
    const answer = await aiko.until('You said');
    expect(answer.text).toBe('You said a < b & c');
    expect(answer).toMatchObject({ from: 'bot', ephemeral: false, edits: 0 });
    expect(aiko.messages().map((message) => message.from)).toEqual(['person', 'bot']);
    expect(slack.activity().map((one) => `${one.direction} ${one.method} ${one.status}`)).toContain(
      'to bot event message.im 200',
    );
  });

  it('is refused by a bot with another signing secret', async () => {
    const slack = await slackForTest();
    await expect(startBot(slack, () => {}, 'another secret')).rejects.toThrow(/challenge/);
  });

  it('lets Bolt tell a stale stamp from a fresh one', async () => {
    const slack = await slackForTest({ clock: () => new Date('2024-06-03T09:00:00Z'), stamp: 'clock' });
    await expect(startBot(slack, () => {})).rejects.toThrow(/challenge/);
    const fresh = await slackForTest({ clock: () => new Date('2024-06-03T09:00:00Z') });
    await startBot(fresh, () => {});
    expect(fresh.activity().at(-1)).toMatchObject({
      method: 'url_verification',
      status: 200,
      at: new Date('2024-06-03T09:00:00Z'),
    });
  });

  it('sends a mention only from channels where the bot is', async () => {
    const { aiko } = await openSlackFixture((app) => {
      app.event('app_mention', async ({ event, say }) => {
        await say(`heard: ${event.text}`);
      });
    });
    await aiko.mention('general', 'help');
    expect((await aiko.until('heard')).text).toBe('heard: @bot help');
    expect((await aiko.mention('#else', 'help')).error).toMatch(/not in this channel/);
    await expect(aiko.mention('nowhere', 'help')).rejects.toThrow(/no channel/);
  });

  it('withholds events without their scope or subscription, and says so in the traffic log', async () => {
    const slack = await slackForTest({ workspaces: [{ scopes: ['chat:write'], users: [aikoOptions] }] });
    await startBot(slack, () => {});
    const outcome = await openSlackClient(slack, aikoOptions.id).say('hello');
    expect(outcome.error).toMatch(/lacks the scope im:history/);
    expect(slack.activity().at(-1)).toMatchObject({ error: 'withheld' });
  });
});

describe('buttons', () => {
  const menu = [
    section('*Workshop* on _policy_ &amp; law'),
    { type: 'actions' as const, block_id: 'first', elements: [button('Register', 'register', 'w1')] },
    section('Seminar'),
    { type: 'actions' as const, block_id: 'second', elements: [button('Register', 'register', 's1')] },
  ];

  it('presses a button beside a text, and the bot sees message, state, channel and value', async () => {
    const seen: unknown[] = [];
    const { aiko, slack } = await openSlackFixture((app) => {
      app.action('register', async ({ ack, action, body, respond }) => {
        await ack();
        if (body.type === 'block_actions') seen.push(body.container, body.trigger_id, body.state, body.message?.ts);
        await respond({ replace_original: true, text: `done ${'value' in action ? action.value : ''}` });
      });
    });
    const posted = await webClient(slack).chat.postMessage({ channel: aiko.user.id, text: 'menu', blocks: menu });
    const message = await aiko.until('Workshop on policy & law');
    expect(message.buttons).toEqual(['Register', 'Register']);
    expect((await aiko.pressBeside('Register', 'Seminar')).error).toBeUndefined();
    const edited = await aiko.until('done s1', { after: message });
    expect(edited).toMatchObject({ id: message.id, edits: 1 });
    expect(seen[0]).toMatchObject({ type: 'message', message_ts: posted.ts, is_ephemeral: false });
    expect(seen[2]).toEqual({ values: {} });
    expect(seen[3]).toBe(posted.ts);
    await expect(aiko.press('Nowhere')).rejects.toThrow(/there is/);
  });

  it('shows ephemeral messages to their reader only, and forgets the content in payloads', async () => {
    const bodies: unknown[] = [];
    const { aiko, ben, slack } = await openSlackFixture((app) => {
      app.action('register', async ({ ack, body, respond }) => {
        await ack();
        bodies.push('message' in body ? body.message : undefined);
        await respond({ delete_original: true });
      });
    });
    await webClient(slack).chat.postEphemeral({
      channel: general.id,
      user: aiko.user.id,
      text: 'secret',
      blocks: menu,
    });
    expect(ben.messages()).toEqual([]);
    expect(aiko.messages()[0]).toMatchObject({ ephemeral: true });
    await aiko.press('Register');
    expect(bodies).toEqual([undefined]);
    await expect.poll(() => aiko.messages()).toEqual([]);
  });

  it('reports menus, overflow entries and typed inputs in the shape of their type', async () => {
    const actions: Record<string, unknown>[] = [];
    const { aiko, slack } = await openSlackFixture((app) => {
      app.action(/.*/, async ({ ack, action }) => {
        await ack();
        actions.push({ ...action });
      });
    });
    const option = (text: string) => ({ text: { type: 'plain_text' as const, text }, value: text.toLowerCase() });
    await webClient(slack).chat.postMessage({
      channel: aiko.user.id,
      text: 'choose',
      blocks: [
        {
          type: 'section',
          text: { type: 'mrkdwn', text: 'Colour' },
          accessory: { type: 'static_select', action_id: 'colour', options: [option('Red'), option('Blue')] },
        },
        {
          type: 'section',
          text: { type: 'mrkdwn', text: 'More' },
          accessory: { type: 'overflow', action_id: 'more', options: [option('Edit'), option('Drop')] },
        },
        {
          type: 'actions',
          elements: [{ type: 'datepicker', action_id: 'day' }],
        },
      ],
    });
    await aiko.fill('Colour', 'Blue');
    await aiko.press('Drop');
    await aiko.fill('day', '2024-11-07');
    expect(actions).toMatchObject([
      { type: 'static_select', selected_option: { value: 'blue' } },
      { type: 'overflow', selected_option: { value: 'drop' } },
      { type: 'datepicker', selected_date: '2024-11-07' },
    ]);
    expect(aiko.messages()[0]?.fields.map((field) => [field.label, field.kind, field.value])).toEqual([
      ['Colour', 'choice', 'Blue'],
      ['day', 'date', '2024-11-07'],
    ]);
    await expect(aiko.fill('Colour', 'Green')).rejects.toThrow('there are: Red, Blue');
  });
});

describe('response_url', () => {
  it('works five times within half an hour', async () => {
    let now = new Date('2024-06-03T09:00:00Z');
    let url = '';
    const { aiko, slack } = await openSlackFixture(
      (app) => {
        app.command('/spp', async ({ ack, command }) => {
          url = command.response_url;
          await ack();
        });
      },
      { clock: () => now },
    );
    const post = async (body: unknown): Promise<string> => {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return `${response.status} ${await response.text()}`;
    };
    await aiko.command('/spp menu');
    expect(await post({ text: 'x', unknown: 1 })).toMatch(/^400 .*invalid_payload/);
    for (const [index, response_type] of ['ephemeral', 'in_channel', 'ephemeral', 'ephemeral'].entries())
      expect(await post({ text: `${index}`, response_type })).toBe('200 ok');
    expect(await post({ text: '' })).toMatch(/^400 .*no_text/);
    expect(await post({ text: 'late' })).toMatch(/^404 .*used_url/);
    expect(aiko.messages().map((message) => [message.text, message.ephemeral])).toEqual([
      ['0', true],
      ['1', false],
      ['2', true],
      ['3', true],
    ]);
    await aiko.command('/spp menu');
    now = new Date('2024-06-03T09:30:00.001Z');
    expect(await post({ text: 'x' })).toMatch(/^404 .*expired_url/);
    expect(slack.activity().at(-1)).toMatchObject({ method: 'response_url', status: 404 });
  });

  it('meets the troubles that the Web API meets', async () => {
    let url = '';
    const { aiko, slack } = await openSlackFixture((app) => {
      app.command('/spp', async ({ ack, command }) => {
        url = command.response_url;
        await ack();
      });
    });
    const post = async (text: string): Promise<Response> =>
      await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text }),
      });
    await aiko.command('/spp menu');
    slack.trouble({ method: 'response_url', kind: 'rate limited', retryAfterSeconds: 7, times: 1 });
    const limited = await post('limited');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    slack.trouble({ method: 'response_url', kind: 'server error', status: 502, times: 1 });
    expect((await post('failed')).status).toBe(502);
    slack.trouble({ method: 'response_url', kind: 'drop', times: 1 });
    await expect(post('dropped')).rejects.toThrow();
    slack.trouble({ method: 'response_url', kind: 'drop after accepting', times: 1 });
    await expect(post('arrived')).rejects.toThrow();
    const over = new AbortController();
    const met = new Promise<void>((resolve) => {
      const when = () => {
        resolve();
        return true;
      };
      slack.trouble({ method: 'response_url', kind: 'hang', until: over.signal, times: 1, when });
    });
    const hanging = post('hung');
    hanging.catch(() => {});
    await met;
    over.abort();
    await expect(hanging).rejects.toThrow();
    slack.trouble({ method: 'response_url', kind: 'slow', milliseconds: 80, times: 1 });
    const started = performance.now();
    expect((await post('slow')).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(75);
    expect(aiko.messages().map(({ text }) => text)).toEqual(['arrived', 'slow']);
  });
});
