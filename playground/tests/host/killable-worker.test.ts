/** The playground's worker is a process of its own, really killed by a signal, and nothing that was to be sent is lost. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlatforms, type Platforms } from '../../../tests/e2e/platforms.js';
import { buildSession } from '../../../tests/support/factories.js';
import { openAdminApi } from '../../host/admin-api.js';

let platforms: Platforms;

/** Ken, on Slack, is to be told so many things now or at another time; the ids of the notifications. */
async function plan(count: number, dueAt = platforms.services.clock.now()): Promise<readonly string[]> {
  const rows = Array.from({ length: count }, () => ({ id: randomUUID(), key: randomUUID() }));
  await platforms.database.notification.createMany({
    data: rows.map((row) => ({
      ...row,
      ...{ kind: 'member.welcome', programmeId: platforms.programme.id, personId: platforms.people.ken.id },
      ...{ data: {}, dueAt, createdAt: platforms.services.clock.now() },
    })),
  });
  return rows.map(({ id }) => id);
}

async function states(ids: readonly string[]) {
  const rows = await platforms.database.notification.findMany({ where: { id: { in: [...ids] } } });
  return {
    of: (state: string) => rows.filter((row) => row.state === state).length,
    mayRepeat: rows.filter(({ mayRepeat }) => mayRepeat).length,
  };
}

const posts = () => platforms.playground.slack.activity().filter(({ method }) => method === 'chat.postMessage').length;

const DAY = 86_400_000;

function after(days: number, { now }: { now(): Date }): Date {
  return new Date(now().getTime() + days * DAY);
}

/** A signal to the process 0 would reach every process of the tests. */
function running(processId: number | null): number {
  if (processId === null) throw new Error('The worker has no process.');
  return processId;
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

/** One after another, on one playground, which the last of them closes. */
describe('the worker of the playground', () => {
  beforeAll(async () => {
    platforms = await openPlatforms({ arrived: ['ken'], killable: true });
  });
  afterAll(() => platforms.close());

  it('is killed while it sends, and after a new start everything arrives, what may be there twice with a mark', async () => {
    const { worker, slack, clock } = platforms.playground;
    const told: string[] = [];
    worker.onChange(() => told.push(worker.state()));
    const first = running(worker.processId());
    expect([worker.state(), worker.ready()]).toEqual(['running', true]);
    expect(first).not.toBe(process.pid);
    expect(isAlive(first)).toBe(true);

    await worker.kill();
    expect(isAlive(first)).toBe(false);
    expect([worker.state(), worker.processId(), worker.ready()]).toEqual(['killed', null, false]);
    const waiting = await plan(3);
    worker.wake();
    await expect(worker.idle()).rejects.toThrow('killed');
    expect((await states(waiting)).of('pending')).toBe(3);
    // Killed is killed.
    await worker.kill();

    await worker.start();
    const second = running(worker.processId());
    expect(worker.state()).toBe('running');
    expect(second).not.toBe(first);
    expect(isAlive(second)).toBe(true);
    await worker.idle();
    expect((await states(waiting)).of('delivered')).toBe(3);

    const well = slack.trouble({ kind: 'slow', milliseconds: 60_000, method: 'chat.postMessage' });
    const caught = await plan(5);
    await expect.poll(async () => (await states(caught)).of('sending')).toBe(5);
    await worker.kill();
    well();
    expect(isAlive(second)).toBe(false);
    expect((await states(caught)).of('delivered')).toBe(0);

    const before = posts();
    // Otherwise it takes ten seconds until a silent sender counts as dead.
    clock.jumpTo(new Date(clock.now().getTime() + 60_000));
    await worker.start();
    expect(worker.processId()).not.toBe(second);
    await worker.idle();
    const after = await states(caught);
    expect([after.of('delivered'), after.mayRepeat]).toEqual([5, 5]);
    expect(posts()).toBeGreaterThanOrEqual(before + 5);
    expect(told).toEqual(['killed', 'starting', 'running', 'killed', 'starting', 'running']);
    expect(platforms.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('leaves nobody waiting when it is killed or its process dies by itself', async () => {
    const { worker, slack } = platforms.playground;
    const well = slack.trouble({ kind: 'slow', milliseconds: 60_000, method: 'chat.postMessage' });
    const sending = await plan(1);
    await expect.poll(async () => (await states(sending)).of('sending')).toBe(1);
    const waiting = expect(worker.idle()).rejects.toThrow('killed');
    await worker.kill();
    await waiting;
    well();

    await worker.start();
    process.kill(running(worker.processId()), 'SIGKILL');
    await expect.poll(() => worker.state()).toBe('killed');
    await expect(worker.idle()).rejects.toThrow('killed');
  });

  it('can be killed and started again when Slack has been in trouble', async () => {
    const { worker, slack } = platforms.playground;
    const well = slack.trouble({ kind: 'server error' });
    await worker.kill();
    expect(worker.state()).toBe('killed');
    const starting = openAdminApi(platforms.playground, {
      databaseUrl: platforms.databaseUrl,
      redisUrl: null,
    }).startWorker();
    await expect.poll(() => worker.state()).toBe('starting');
    // Until the first try has failed by it.
    await expect
      .poll(() => slack.activity().some(({ method, status }) => method === 'auth.test' && status >= 500))
      .toBe(true);
    well();
    await starting;
    expect(worker.state()).toBe('running');
  });

  it('is told of with what lies ahead, the outbox, the queues and the worker', async () => {
    // What the tests before have planned would stand in it too.
    await platforms.database.notification.deleteMany();
    const { playground } = platforms;
    const admin = openAdminApi(playground, { databaseUrl: platforms.databaseUrl, redisUrl: null });
    const titles = { titleJa: '第1回セミナー', titleEn: 'Seminar 1' };
    const session = await buildSession(platforms.services, platforms.programme, { code: 'SEM-1', ...titles });
    await buildSession(platforms.services, platforms.programme, { code: 'SEM-2', state: 'called_off' });
    const soon = new Date(playground.clock.now().getTime() + 60_000);
    await plan(2, soon);
    const ahead = await admin.ahead();
    expect(ahead[0]).toEqual({
      at: soon.toISOString(),
      what: 'notification',
      subject: { ja: 'はじめのご案内(2名)', en: 'welcome (2 people)' },
    });
    const title = { ja: '第1回セミナー', en: 'Seminar 1' };
    expect(ahead.slice(1)).toEqual([
      { at: session.deadline.toISOString(), what: 'registration deadline', subject: title },
      { at: session.startsAt.toISOString(), what: 'session starts', subject: title },
      { at: session.endsAt.toISOString(), what: 'session ends', subject: title },
    ]);
    playground.clock.jumpTo(session.startsAt);
    admin.wake();
    await platforms.told();
    expect((await admin.ahead()).map(({ what }) => what)).toEqual(['session ends']);

    const outbox = await admin.outbox();
    expect(outbox.notifications).toHaveLength(2);
    expect(outbox.notifications[0]).toMatchObject({
      ...{ kind: 'member.welcome', platform: 'slack', state: 'delivered', faults: 0, mayRepeat: false, reason: null },
      person: { ja: platforms.people.ken.nameJa, en: platforms.people.ken.nameEn },
    });
    expect(outbox.counts).toEqual({ delivered: 2 });
    expect(outbox.queue).toMatchObject({ kind: 'PostgreSQL', queues: [{ name: 'deliveries' }, { name: 'sweeps' }] });
    expect(outbox.worker).toEqual({ state: 'running', processId: playground.worker.processId() });
    await admin.killWorker();
    expect((await admin.outbox()).worker).toEqual({ state: 'killed', processId: null });
  });

  it('follows the jumps of the clock, tells truly whether it is ready, and ends with the playground', async () => {
    const { worker, clock } = platforms.playground;
    await worker.start();
    // At once, and yet one after the other.
    await Promise.all([worker.kill(), worker.kill()]);
    expect(worker.ready()).toBe(false);
    clock.jumpTo(after(1, clock));
    await Promise.all([worker.start(), worker.start()]);
    expect(worker.ready()).toBe(true);

    const soon = await plan(1, clock.now());
    await worker.idle();
    expect((await states(soon)).of('delivered')).toBe(1);

    const inSpring = after(120, clock);
    const later = await plan(2, inSpring);
    await worker.idle();
    expect((await states(later)).of('pending')).toBe(2);
    clock.jumpTo(inSpring);
    worker.wake();
    await worker.idle();
    expect((await states(later)).of('delivered')).toBe(2);
    const settled = await platforms.database.notification.findFirst({ where: { id: later[0] ?? '' } });
    expect(settled?.settledAt?.getTime()).toBeGreaterThanOrEqual(inSpring.getTime());

    const processId = running(worker.processId());
    await platforms.playground.close();
    expect(isAlive(processId)).toBe(false);
    expect(worker.state()).toBe('killed');
    await expect(worker.idle()).rejects.toThrow('closed');
    await worker.start();
    expect(worker.processId()).toBeNull();
  });
});

describe('a playground that closes', () => {
  beforeAll(async () => {
    platforms = await openPlatforms({ arrived: ['ken'], killable: true });
  });
  afterAll(() => platforms.close());

  it('lets its worker finish what it is sending, whatever signal reaches the whole group', async () => {
    const { worker, slack } = platforms.playground;
    slack.trouble({ kind: 'slow', milliseconds: 5_000, method: 'chat.postMessage', times: 3 });
    const sending = await plan(3);
    await expect.poll(async () => (await states(sending)).of('sending')).toBe(3);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(running(worker.processId()), signal);
    await platforms.playground.close();
    const finished = await states(sending);
    expect([finished.of('delivered'), finished.mayRepeat]).toEqual([3, 0]);
  });
});
