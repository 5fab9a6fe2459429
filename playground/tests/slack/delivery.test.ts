/** How the stand-in delivers: patience, retries, redelivery, answers to commands. */
import { createServer, type RequestListener } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSlackClient } from '../../slack/client.js';
import type { Slack } from '../../slack/start-slack.js';
import { aiko, ben, general, openSlackFixture, slackForTest, webClient } from './bot.js';

/** A bot made of bare HTTP, for answers that Bolt would never give. */
async function bareBot(slack: Slack, answer: RequestListener): Promise<void> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  await slack.connect(`http://127.0.0.1:${address.port}/`, { verify: false });
}

describe('events', () => {
  it('delivers the same event again, one by one and together, with the retry headers', async () => {
    const seen: string[] = [];
    const { aiko, slack } = await openSlackFixture((app) => {
      app.event('message', async ({ body, context }) => {
        seen.push(`${body.event_id} ${context.retryNum ?? 0} ${context.retryReason ?? ''}`.trim());
      });
    });
    await aiko.say('hello');
    const [delivery] = slack.deliveries().filter((one) => one.kind === 'event');
    if (delivery === undefined) throw new Error('nothing was delivered');
    const id = String(delivery.payload.event_id);
    expect((await slack.redeliver(delivery, { times: 2 })).map((answer) => answer.status)).toEqual([200, 200]);
    await slack.redeliver(delivery, { times: 2, together: true, newEventId: true });
    expect(seen.slice(0, 3)).toEqual([`${id} 0`, `${id} 1 http_timeout`, `${id} 2 http_timeout`]);
    expect(new Set(seen.map((one) => one.split(' ')[0])).size).toBe(3);
    expect((await slack.redeliver(delivery, { exact: true })).map((answer) => answer.status)).toEqual([200]);
    expect(seen.at(-1)).toBe(`${id} 2 http_timeout`);
  });

  it('retries by its schedule until the bot accepts, and stops when told to', async () => {
    const slack = await slackForTest({ retryDelays: [0, 20, 40] });
    const retries: string[] = [];
    let forbid = false;
    await bareBot(slack, (request, response) => {
      retries.push(
        `${request.headers['x-slack-retry-num'] ?? '-'} ${request.headers['x-slack-retry-reason'] ?? ''}`.trim(),
      );
      const accepts = request.headers['x-slack-retry-num'] === '2';
      response.writeHead(accepts ? 200 : 500, forbid ? { 'x-slack-no-retry': '1' } : {}).end();
    });
    const person = openSlackClient(slack, aiko.id);
    expect(await person.say('hello')).toMatchObject({ status: 500, error: undefined });
    await expect.poll(() => retries).toEqual(['-', '1 http_error', '2 http_error']);
    forbid = true;
    await person.say('again');
    expect(retries).toHaveLength(4);
    // Retries of the one before would come before those of a later one.
    forbid = false;
    await person.say('later');
    await expect.poll(() => retries.slice(4)).toEqual(['-', '1 http_error', '2 http_error']);
    expect(slack.activity().filter((one) => one.error === 'status 500')).toHaveLength(5);
  });

  it('tells of people who join the workspace and the channel, and of the end', async () => {
    const seen: unknown[] = [];
    const { slack } = await openSlackFixture((app) => {
      app.event('team_join', async ({ event }) => void seen.push([event.type, event.user.id]));
      app.event('member_joined_channel', async ({ event }) => void seen.push([event.type, event.user, event.channel]));
      app.event('app_uninstalled', async ({ event }) => void seen.push([event.type]));
      app.event('tokens_revoked', async ({ event }) => void seen.push([event.type]));
    });
    const client = webClient(slack);
    await slack.join({ id: 'U0NEW', real_name: 'New Person' });
    await slack.enter(general.id, 'U0NEW');
    await slack.uninstall();
    expect(seen).toEqual([
      ['team_join', 'U0NEW'],
      ['member_joined_channel', 'U0NEW', general.id],
      ['tokens_revoked'],
      ['app_uninstalled'],
    ]);
    await expect(client.auth.test()).rejects.toThrow('account_inactive');
    expect(() => slack.botToken()).toThrow(/not installed/);
  });
});

describe('commands', () => {
  it('shows what the bot answers: text, a message for all, or the error of the client', async () => {
    const { aiko, ben } = await openSlackFixture((app) => {
      app.command('/spp', async ({ ack, command }) => {
        if (command.text === 'all') await ack({ response_type: 'in_channel', text: 'for *all*' });
        else if (command.text === 'bad')
          await ack({ blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }] });
        else if (command.text === 'throw') throw new Error('no');
        else await ack(`hello ${command.user_id} in ${command.channel_name}`);
      });
    });
    await aiko.command('/spp  hi ');
    expect(aiko.messages()).toMatchObject([{ text: 'hello U0AIKO in directmessage', ephemeral: true, from: 'bot' }]);
    await aiko.command('/spp all', 'general');
    expect(ben.messages()).toMatchObject([{ text: 'for all', ephemeral: false }]);
    expect((await aiko.command('/spp bad')).error).toMatch(/invalid_command_response: invalid_blocks.*less than 151/);
    expect((await aiko.command('/spp throw')).error).toBe('http_service_error');
    expect((await aiko.command('spp')).error).toBe('spp is not a valid command.');
  });

  it('gives up after three seconds, and knows only registered commands of members', async () => {
    const slack = await slackForTest({
      app: { commands: ['/spp'] },
      workspaces: [{ users: [aiko, { ...ben, team_id: 'T0OTHER' }] }],
    });
    const person = openSlackClient(slack, aiko.id);
    expect((await person.command('/spp')).error).toBe('dispatch_failed');
    await bareBot(slack, () => {});
    const slow = await person.command('/spp slow');
    expect(slow.error).toBe('operation_timeout');
    expect(slow.milliseconds).toBeGreaterThan(2_900);
    expect((await person.command('/other')).error).toBe('/other is not a valid command.');
    expect((await openSlackClient(slack, ben.id).command('/spp')).error).toMatch(/not a valid command/);
  });
});

describe('waiting for a message', () => {
  it('lists what there is when nothing comes', async () => {
    const { aiko, slack } = await openSlackFixture(() => {});
    await webClient(slack).chat.postMessage({ channel: aiko.user.id, text: 'something else' });
    await expect(aiko.until('the right words', { milliseconds: 30 })).rejects.toThrow(
      /No message the right words within 30 ms; there is: bot "something else"/,
    );
    await aiko.say('x');
    await expect(aiko.until('something else', { milliseconds: 30 })).rejects.toThrow(/No message/);
  });
});
