/** Health checks answer whatever PostgreSQL does, tell dead from unready and from degraded; metrics hold figures and no names. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Assistant, openAssistant } from '../../app/assistant.js';
import { openMetrics } from '../../app/metrics.js';
import { type Slack, startSlack } from '../../playground/slack/start-slack.js';
import { systemClock } from '../../programme/requests/context.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { type StillProxy, startStillProxy } from '../support/still-proxy.js';

let test: TestDatabase;
let proxy: StillProxy;
let slack: Slack;
let assistant: Assistant;

beforeAll(async () => {
  test = await createTestDatabase();
  proxy = await startStillProxy(test.url);
  slack = await startSlack({ workspaces: [{ users: [{ id: 'U0TARO' }] }] });
  assistant = await openAssistant({
    parts: ['bot', 'worker'],
    databaseUrl: proxy.url,
    redisUrl: null,
    slack: { botToken: slack.botToken(), signingSecret: slack.app.signingSecret, slackApiUrl: slack.url },
    teams: null,
    host: '127.0.0.1',
    port: 0,
    clock: systemClock,
    log: { info() {}, warn() {}, error() {} },
    operator: { name: 'SPP <事務局>', contact: 'spp@example.org' },
  });
});
afterAll(async () => {
  proxy.goOn();
  await assistant.close();
  await slack.close();
  await proxy.close();
  await test.close();
});

const at = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${assistant.url}${path}`, { headers });
  return { status: response.status, text: await response.text() };
};
const send = () =>
  assistant.slack?.gateway.deliver(
    { tenant: slack.workspace.id, userId: 'U0TARO', address: {} },
    { message: { summary: 's', elements: [{ kind: 'text', text: 's' }] }, language: 'ja', key: 'k' },
  );
const health = async () => JSON.parse((await at('/health')).text);

describe('a process', () => {
  it('is healthy, and stays alive but becomes unready while the database stands still', async () => {
    await expect.poll(health).toEqual({ status: 'healthy', failing: [], degraded: [] });
    proxy.standStill();
    try {
      // Each of these would hang for as long as the database does, were it asked without a bound.
      const [ready, live, metrics] = await Promise.all([at('/health/ready'), at('/health/live'), at('/metrics')]);
      expect(ready.status).toBe(503);
      expect(JSON.parse(ready.text)).toMatchObject({ status: 'failing', failing: ['database'] });
      expect(live).toEqual({ status: 200, text: '{"status":"alive"}' });
      expect(metrics.status).toBe(200);
    } finally {
      proxy.goOn();
    }
    await expect.poll(async () => (await at('/health')).status).toBe(200);
  });

  it('takes no connection of the pool that people wait for', async () => {
    await Promise.all(Array.from({ length: 50 }, () => at('/health')));
    const [row] = await test.database.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'spp-health'`;
    expect(row?.count).toBe(1);
  });

  it('is degraded, with the reason, once Slack refuses the token, and healthy once it takes it again', async () => {
    const stop = slack.trouble({ kind: 'refuse', method: 'chat.postMessage', error: 'token_revoked' });
    await send();
    expect(await health()).toMatchObject({
      status: 'degraded',
      degraded: ['Slack refuses the bot token (token_revoked)'],
    });
    expect((await at('/health')).status).toBe(200);
    stop();
    await send();
    expect(await health()).toMatchObject({ degraded: [] });
  });

  it('is degraded while notifications lie about that have long been due', async () => {
    const { id } = await test.database.person.create({ data: { nameJa: '山田', nameEn: 'Yamada', furigana: '' } });
    const long = new Date(Date.now() - 3_600_000);
    // Handed to a queue that has it no more: the sweep that recovers it has not run yet.
    const late = { key: 'late', kind: 'member.welcome', personId: id, data: {}, createdAt: long, dueAt: long };
    await test.database.notification.create({
      data: { ...late, state: 'queued', claimedUntil: new Date(Date.now() + 3_600_000) },
    });
    expect(await health()).toMatchObject({
      status: 'degraded',
      degraded: ['notifications are late: 1, the oldest for 60 minutes'],
    });
    expect((await at('/metrics')).text).toMatch(/spp_notifications\{state="queued"\} 1/);
    await test.database.notification.delete({ where: { key: 'late' } });
  });
});

describe('metrics', () => {
  it('count requests that were refused and those of people, the pool, the queues and the event loop', async () => {
    await fetch(`${assistant.url}/slack/events`, { method: 'POST', body: 'x' });
    await slack.connect(`${assistant.url}/slack/events`);
    const { status, text } = await at('/metrics');
    expect(status).toBe(200);
    for (const expected of [
      /^spp_refused_requests_total\{cause="slack: unsigned"\} [1-9]/m,
      /^spp_database_connections\{use="idle"\} \d/m,
      /^spp_queue_jobs\{queue="deliveries",state="waiting"\} \d/m,
      /^nodejs_eventloop_lag_seconds \d/m,
    ]) {
      expect(text).toMatch(expected);
    }
  });

  it('count what was shown and is gone, by the action', async () => {
    const metrics = openMetrics();
    metrics.meter.gone('consultation.book');
    expect(await metrics.text()).toMatch(/^spp_shown_but_gone_total\{action="consultation.book"\} 1$/m);
  });

  it('count deliveries by channel and outcome', async () => {
    const metrics = openMetrics();
    const { slack: gateway } = metrics.count(assistant.slack === null ? {} : { slack: assistant.slack.gateway });
    const message = { summary: 's', elements: [{ kind: 'text', text: 's' }] } as const;
    await gateway?.deliver(
      { tenant: slack.workspace.id, userId: 'U0NOBODY', address: {} },
      { message, language: 'ja', key: 'k' },
    );
    expect(await metrics.text()).toMatch(/^spp_deliveries_total\{channel="slack",outcome="unreachable"\} 1$/m);
  });

  it('are not given to requests through a proxy, nor without the token where one is set', async () => {
    expect((await at('/metrics', { 'x-forwarded-for': '203.0.113.7' })).status).toBe(403);
  });
});

describe('pages', () => {
  it.each(['/privacy', '/terms'])('%s names the operator, in both languages, and no markup of theirs', async (path) => {
    const { status, text } = await at(path);
    expect(status).toBe(200);
    expect(text).toContain('<section lang="ja">');
    expect(text).toContain('<section lang="en">');
    expect(text).toContain('SPP &lt;事務局&gt;');
    expect(text).toContain('spp@example.org');
  });
});
