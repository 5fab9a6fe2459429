/** Bad days: 429, silence, dropped connections, errors, slowness, and the limits themselves. */
import { describe, expect, it } from 'vitest';
import { openSlackClient } from '../../slack/client.js';
import { createLimiter } from '../../slack/limiter.js';
import { aiko, ben, general, slackForTest, webClient } from './bot.js';

describe('troubles', () => {
  it('answers 429 with Retry-After, and counts calls that come too early', async () => {
    const slack = await slackForTest();
    const client = webClient(slack);
    slack.trouble({ method: 'chat.postMessage', kind: 'rate limited', retryAfterSeconds: 1, times: 1 });
    const post = () => client.chat.postMessage({ channel: general.id, text: 'x' });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error', retryAfter: 1 });
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_rate_limited_error' });
    expect(slack.activity().map((one) => [one.status, one.early])).toEqual([
      [429, false],
      [429, true],
    ]);
    await client.auth.test();
    await new Promise((resolve) => setTimeout(resolve, 1_010));
    await post();
  });

  it('stores the message, then drops the connection', async () => {
    const slack = await slackForTest();
    const client = webClient(slack);
    slack.trouble({ method: 'chat.postMessage', kind: 'drop after accepting', times: 1 });
    await expect(client.chat.postMessage({ channel: aiko.id, text: 'once' })).rejects.toThrow();
    expect(
      openSlackClient(slack, aiko.id)
        .messages()
        .map((message) => message.text),
    ).toEqual(['once']);
    expect(slack.activity().at(-1)).toMatchObject({ status: 0, error: 'drop after accepting', response: { ok: true } });
    slack.trouble({ method: 'chat.postMessage', kind: 'drop', times: 1 });
    await expect(client.chat.postMessage({ channel: aiko.id, text: 'never' })).rejects.toThrow();
    expect(openSlackClient(slack, aiko.id).messages()).toHaveLength(1);
    await client.chat.postMessage({ channel: aiko.id, text: 'twice' });
  });

  it('fails with 5xx, refuses by word, is slow, hangs, and hits only what it should', async () => {
    const slack = await slackForTest();
    const client = webClient(slack);
    const post = (channel: string) => client.chat.postMessage({ channel, text: 'x' });
    const off = slack.trouble({
      method: 'chat.postMessage',
      kind: 'server error',
      status: 502,
      when: (args) => args.channel === aiko.id,
    });
    await expect(post(aiko.id)).rejects.toMatchObject({ code: 'slack_webapi_http_error' });
    await post(ben.id);
    off();
    slack.trouble({ kind: 'refuse', error: 'internal_error', after: 1, times: 1 });
    await post(aiko.id);
    await expect(post(aiko.id)).rejects.toThrow('internal_error');
    slack.trouble({ kind: 'slow', milliseconds: 80, times: 1 });
    const started = performance.now();
    await post(aiko.id);
    expect(performance.now() - started).toBeGreaterThan(75);
    slack.trouble({ method: 'auth.test', kind: 'hang' });
    const impatient = fetch(`${slack.url}auth.test`, {
      headers: { authorization: `Bearer ${slack.botToken()}` },
      signal: AbortSignal.timeout(50),
    });
    await expect(impatient).rejects.toThrow(/timeout/i);
    slack.clearTroubles();
    await client.auth.test();
  });
});

describe('limits', () => {
  it('lets one message a second into a channel while others are free, and scales time', async () => {
    const slack = await slackForTest({ limits: { timeScale: 20 } });
    const client = webClient(slack);
    const post = (channel: string) =>
      client.chat.postMessage({ channel, text: 'x' }).then(
        () => 'ok',
        () => 'limited',
      );
    expect([await post(aiko.id), await post(aiko.id), await post(ben.id)]).toEqual(['ok', 'limited', 'ok']);
    slack.limit(false);
    expect(await post(aiko.id)).toBe('ok');
  });

  it('keeps to the tier of a method per workspace', () => {
    const limiter = createLimiter();
    const ask = (team: string) => limiter.ask('conversations.open', team, undefined).allowed;
    expect(Array.from({ length: 60 }, () => ask('T1'))).not.toContain(false);
    limiter.set({});
    expect(Array.from({ length: 50 }, () => ask('T1'))).not.toContain(false);
    expect(limiter.ask('conversations.open', 'T1', undefined)).toEqual({
      allowed: false,
      retryAfterSeconds: 2,
      early: false,
    });
    expect(limiter.ask('conversations.open', 'T1', undefined)).toMatchObject({ allowed: false, early: true });
    expect(ask('T2')).toBe(true);
  });
});
