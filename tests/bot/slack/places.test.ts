/** Slack's channels: where the app is, what is posted there, and in every trouble what became of it. */
import { WebClient } from '@slack/web-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { slackGateway } from '../../../bot/slack/gateway.js';
import { plain } from '../../../programme/messages/message.js';
import { openSlackFixture, type SlackFixture } from './fixture.js';

let fixture: SlackFixture;
beforeAll(async () => {
  fixture = await openSlackFixture('http');
});
afterEach(() => fixture.slack.clearTroubles());
afterAll(async () => {
  expect(fixture.log.filter(({ level }) => level === 'error')).toEqual([]);
  await fixture.close();
});

const general = 'C0GENERAL';
/** Slack is acknowledged before the app has looked. */
const live = async (places: readonly string[]) => {
  const read = async () => {
    const rows = await fixture.test.database.place.findMany({ where: { leftAt: null }, orderBy: { name: 'asc' } });
    return rows.map(({ name, readers }) => `${name} ${readers}`);
  };
  await expect.poll(read, { timeout: 8_000 }).toEqual(places);
};
const asked = () => fixture.slack.activity().filter(({ method }) => method === 'conversations.info').length;

describe('the channels where the app is', () => {
  it('are known from the start on, also those that it came into while it was away', async () => {
    await live(['#general tenant']);
  });

  it('follow what people do to them', async () => {
    const { slack } = fixture;
    const bot = slack.workspace.botUser;
    await slack.rename(general, 'everyone');
    await live(['#everyone tenant']);
    await slack.archive(general);
    await live([]);
    await slack.archive(general, false);
    await live(['#everyone tenant']);
    await slack.leave(general, bot);
    await live([]);
    await slack.enter(general, bot);
    await live(['#everyone tenant']);
    // A person who comes or goes is none of the app's business.
    const before = asked();
    await slack.enter(general, 'U0KEN');
    await slack.rename(general, 'all');
    await live(['#all tenant']);
    expect(asked()).toBe(before + 1);
  });

  it('stay as they were where an old event comes again', async () => {
    const { slack } = fixture;
    const joined = slack.deliveries().find(({ payload }) => JSON.stringify(payload).includes('member_joined_channel'));
    if (joined === undefined) throw new Error('nobody joined');
    await slack.leave(general, slack.workspace.botUser);
    await live([]);
    const before = asked();
    await slack.redeliver(joined, { newEventId: true });
    await expect.poll(asked, { timeout: 8_000 }).toBe(before + 1);
    await fixture.bot.answered();
    await live([]);
    await slack.enter(general, slack.workspace.botUser);
    await live(['#all tenant']);
  });
});

describe('a post', () => {
  const gateway = (timeout = 400) =>
    slackGateway(
      new WebClient(fixture.slack.botToken(), {
        ...{ slackApiUrl: fixture.slack.url, timeout, retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
      }),
    );
  const post = async (more: object = {}, address: unknown = { channel: general }) =>
    await gateway().post?.(
      { tenant: fixture.slack.workspace.id, address },
      { message: plain('第1回の会場は3階です & <!channel>'), language: 'ja', key: 'post-1', ...more },
    );
  const shown = () => fixture.ken.messages().filter(({ conversation }) => conversation === general);

  it('stands in the channel with its key, and is edited there', async () => {
    const outcome = await post();
    expect(outcome).toMatchObject({ outcome: 'delivered', reference: { channel: general } });
    expect(shown().at(-1)?.text).toContain('第1回の会場は3階です & <!channel>');
    const call = fixture.slack.activity().findLast(({ method }) => method === 'chat.postMessage');
    expect(JSON.stringify(call?.request)).toMatch(/spp_notification.*post-1/);
    const count = shown().length;
    const replaces = outcome?.outcome === 'delivered' ? outcome.reference : null;
    expect(await post({ message: plain('4階です'), replaces })).toMatchObject({ outcome: 'delivered' });
    expect(shown()).toHaveLength(count);
    expect(shown().at(-1)?.text).toContain('4階です');
    const gone = { channel: general, ts: '1.000001' };
    expect(await post({ replaces: gone })).toEqual({ outcome: 'refused', reason: 'message_not_found' });
  });

  it('says why it is not there, or may be', async () => {
    const { slack } = fixture;
    expect(await post({}, { channel: 'C0NOWHERE' })).toMatchObject({ outcome: 'unreachable' });
    expect(await post({}, { nothing: 1 })).toMatchObject({ outcome: 'unreachable' });
    slack.trouble({ kind: 'drop after accepting', method: 'chat.postMessage' });
    expect(await post()).toMatchObject({ outcome: 'uncertain' });
    slack.clearTroubles();
    slack.trouble({ kind: 'refuse', error: 'ratelimited', method: 'chat.postMessage' });
    expect(await post()).toMatchObject({ outcome: 'rate-limited' });
    slack.clearTroubles();
    await slack.archive(general);
    expect(await post()).toEqual({ outcome: 'unreachable', reason: 'is_archived' });
    await slack.archive(general, false);
    await slack.leave(general, slack.workspace.botUser);
    expect(await post()).toEqual({ outcome: 'unreachable', reason: 'not_in_channel' });
  });
});
