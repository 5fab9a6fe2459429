/** The worker delivers each due notification once, on both queue stores. */
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type RunningWorker, startWorker, type WorkerConfiguration } from '../../jobs/worker.js';
import type { Gateways } from '../../programme/notifications/gateway.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import {
  addMembers,
  closedGate,
  countStates,
  eventually,
  makeTestServices,
  onEachStore,
  planWelcomes,
  recordingGateway,
  stoppedClock,
  type TestServices,
} from './support.js';

onEachStore('a worker', (store) => {
  let test: TestDatabase;
  let services: TestServices;
  let running: RunningWorker[] = [];

  beforeAll(async () => {
    test = await createTestDatabase();
  });
  afterAll(async () => await test.close());
  beforeEach(async () => {
    await test.database.notification.deleteMany();
    services = makeTestServices(test.app);
  });
  afterEach(async () => {
    await Promise.all(running.map((worker) => worker.close()));
    running = [];
  });

  async function start(gateways: Gateways, more: Partial<WorkerConfiguration> = {}): Promise<RunningWorker> {
    const worker = await startWorker(services, gateways, { databaseUrl: test.url, ...store(), ...more });
    running.push(worker);
    return worker;
  }

  it('delivers what is due once, and not what is not due yet', async () => {
    const members = await addMembers(test.database, 25);
    await planWelcomes(test.database, members.slice(0, 20));
    await planWelcomes(test.database, members.slice(20), new Date(Date.now() + 3_600_000));
    const slack = recordingGateway();
    const worker = await start({ slack });
    await worker.idle();
    expect(slack.sent).toHaveLength(20);
    expect(new Set(slack.sent.map(({ key }) => key)).size).toBe(20);
    expect(await countStates(test.database)).toEqual({ delivered: 20, pending: 5 });
    const one = await test.database.notification.findFirstOrThrow({ where: { state: 'delivered' } });
    expect(one).toMatchObject({ reference: { key: one.key }, mayRepeat: false, claimedUntil: null, round: 1 });
    expect(services.errors).toEqual([]);
  });

  it('sends nothing for a rollback, and hears of each commit', async () => {
    const [member] = await addMembers(test.database, 1);
    if (member === undefined) throw new Error('nobody');
    const slack = recordingGateway();
    // Without sweeps, each that was not heard of would wait for the dispatcher's longest sleep: these fifteen for four minutes.
    const worker = await start({ slack }, { intervals: { dispatch: 3_600_000, watchdog: '0 0 0 1 1 *' } });
    await worker.idle();
    const undone = test.database.$transaction(async (transaction) => {
      await planWelcomes(transaction, [member]);
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    for (let round = 0; round < 15; round += 1) {
      const [key] = await test.database.$transaction(async (transaction) => await planWelcomes(transaction, [member]));
      await eventually(() => slack.sent.at(-1)?.key === key);
    }
    expect(slack.sent).toHaveLength(15);
  });

  it('wakes by itself when the next one falls due, never early', async () => {
    const members = await addMembers(test.database, 5);
    const dueAt = new Date(Date.now() + 700);
    await planWelcomes(test.database, members, dueAt);
    const slack = recordingGateway();
    await start({ slack });
    await eventually(() => slack.sent.length === 5);
    const first = Math.min(...slack.sent.map(({ at }) => at)) + performance.timeOrigin;
    expect(first - dueAt.getTime()).toBeGreaterThanOrEqual(0);
  });

  it('sends what a jump of the clock made due, when woken', async () => {
    let ahead = 0;
    services = makeTestServices(test.app, { now: () => new Date(Date.now() + ahead) });
    const members = await addMembers(test.database, 3);
    await planWelcomes(test.database, members, new Date(Date.now() + 90 * 86_400_000));
    const slack = recordingGateway();
    const worker = await start({ slack });
    await worker.idle();
    expect(slack.sent).toHaveLength(0);
    ahead = 91 * 86_400_000;
    worker.wake();
    await worker.idle();
    expect(slack.sent).toHaveLength(3);
  });

  it('tries a rate-limited one again, not before the platform allows it', async () => {
    const members = await addMembers(test.database, 3);
    await planWelcomes(test.database, members);
    const allowed = new Map<string, number>();
    const slack = recordingGateway('slack', ({ key }, calls) => {
      if (calls > 1) return { outcome: 'delivered', reference: {} };
      const until = new Date(Date.now() + 400);
      allowed.set(key, until.getTime());
      return { outcome: 'rate-limited', until };
    });
    await start({ slack });
    await eventually(async () => (await countStates(test.database)).delivered === 3);
    // What was in the queue when the first was limited is not sent before that is over either, so it may be limited later.
    for (const key of allowed.keys()) {
      const at = slack.sent.findLast((sent) => sent.key === key)?.at ?? 0;
      expect(at + performance.timeOrigin).toBeGreaterThanOrEqual(allowed.get(key) ?? Number.POSITIVE_INFINITY);
    }
    expect(allowed.size).toBe(3);
  });

  it('takes the second account where the first cannot be reached', async () => {
    const members = await addMembers(test.database, 4, ['slack', 'teams']);
    await planWelcomes(test.database, members);
    const slack = recordingGateway('slack', () => ({ outcome: 'unreachable', reason: 'user_disabled' }));
    const teams = recordingGateway('teams');
    const worker = await start({ slack, teams });
    await worker.idle();
    expect(slack.sent).toHaveLength(4);
    expect(teams.sent.map(({ to }) => to.userId).sort()).toEqual(members.map(({ userIds }) => userIds[1]).sort());
    expect(await countStates(test.database)).toEqual({ delivered: 4 });
    expect(await test.database.account.count({ where: { unreachableReason: 'user_disabled' } })).toBe(4);
  });

  it('never resends what may have arrived', async () => {
    await planWelcomes(test.database, await addMembers(test.database, 10));
    const slack = recordingGateway('slack', () => ({ outcome: 'uncertain', reason: 'no answer' }));
    const worker = await start({ slack });
    await worker.idle();
    worker.wake();
    await worker.idle();
    expect(slack.sent).toHaveLength(10);
    expect(await countStates(test.database)).toEqual({ unknown: 10 });
  });

  it('retries what was surely not sent, after a pause', async () => {
    const clock = stoppedClock();
    services = makeTestServices(test.app, clock);
    await planWelcomes(test.database, await addMembers(test.database, 2));
    const slack = recordingGateway('slack', (_sent, calls) =>
      calls === 1 ? { outcome: 'not-sent', reason: 'connection refused' } : { outcome: 'delivered', reference: {} },
    );
    const worker = await start({ slack });
    for (const [ahead, sent] of [
      [0, 2],
      [1_999, 2],
      [1, 4],
    ] as const) {
      clock.advance(ahead);
      worker.wake();
      await worker.idle();
      expect(slack.sent).toHaveLength(sent);
    }
    expect(await countStates(test.database)).toEqual({ delivered: 2 });
  });

  it('records a refusal as failed and says so in the log', async () => {
    await planWelcomes(test.database, await addMembers(test.database, 1));
    const slack = recordingGateway('slack', () => ({ outcome: 'refused', reason: 'invalid_blocks' }));
    const worker = await start({ slack });
    await worker.idle();
    expect(slack.sent).toHaveLength(1);
    expect(await countStates(test.database)).toEqual({ failed: 1 });
    expect(services.errors).toEqual(['a platform refused a notification']);
  });

  it('gives back what a fault of ours broke, and delivers the rest', async () => {
    const clock = stoppedClock();
    services = makeTestServices(test.app, clock);
    const members = await addMembers(test.database, 3);
    const [broken] = await planWelcomes(test.database, members);
    const slack = recordingGateway('slack', ({ key }, calls) => {
      if (key === broken && calls === 1) throw new Error('a fault');
      return { outcome: 'delivered', reference: {} };
    });
    const worker = await start({ slack });
    await worker.idle();
    expect(await countStates(test.database)).toEqual({ delivered: 2, pending: 1 });
    expect(services.errors).toEqual(['a delivery broke']);
    clock.advance(2_000);
    worker.wake();
    await eventually(async () => (await countStates(test.database)).delivered === 3);
    expect(slack.sent).toHaveLength(4);
  });

  it('says once of each kind that only a newer version knows it, and delivers the rest', async () => {
    const members = await addMembers(test.database, 3);
    const [later, , known] = await planWelcomes(test.database, members);
    await test.database.notification.updateMany({ where: { key: { not: known } }, data: { kind: 'draft.received' } });
    const slack = recordingGateway();
    const worker = await start({ slack });
    await worker.idle();
    expect(slack.sent.map(({ key }) => key)).toEqual([known]);
    await test.database.notification.updateMany({ where: { state: 'pending' }, data: { dueAt: new Date() } });
    await worker.idle();
    expect(await countStates(test.database)).toEqual({ delivered: 1, pending: 2 });
    const row = await test.database.notification.findFirstOrThrow({ where: { key: later } });
    expect(row).toMatchObject({ reason: 'a newer kind', claimedUntil: null });
    expect(row.round).toBeGreaterThan(1);
    expect(services.warnings).toEqual(['a newer version’s kind of notification waits for a worker that knows it']);
    expect(services.errors).toEqual([]);
  });

  it('delivers nothing twice beside a second worker', async () => {
    const together = store();
    const first = recordingGateway();
    const second = recordingGateway();
    const worker = await start({ slack: first }, { ...together, concurrency: 5 });
    await start({ slack: second }, { ...together, concurrency: 5 });
    await planWelcomes(test.database, await addMembers(test.database, 100));
    await worker.idle();
    const keys = [...first.sent, ...second.sent].map(({ key }) => key);
    expect(keys).toHaveLength(100);
    expect(new Set(keys).size).toBe(100);
    expect(first.sent.length).toBeGreaterThan(0);
    expect(second.sent.length).toBeGreaterThan(0);
  });

  it('hears of new ones again after its connection broke', async () => {
    const members = await addMembers(test.database, 1);
    const slack = recordingGateway();
    const worker = await start({ slack });
    await worker.idle();
    expect(worker.ready()).toBe(true);
    await test.database.$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'spp-dispatcher' AND datname = current_database()`;
    await eventually(() => !worker.ready());
    await planWelcomes(test.database, members);
    await eventually(() => worker.ready() && slack.sent.length === 1);
  });

  it('forgets requests that no platform repeats any more', async () => {
    const hour = 3_600_000;
    const accountId = randomUUID();
    const keys = ['fresh', 'old'].map((name) => `${name} ${accountId}`);
    await test.database.request.createMany({
      data: [47, 49].map((hours, place) => ({
        ...{ key: keys[place] ?? '', accountId, action: 'help.show', parameters: '', reply: {} },
        createdAt: new Date(Date.now() - hours * hour),
      })),
    });
    await start({}, { intervals: { forget: 100 } });
    const left = async () => await test.database.request.findMany({ where: { accountId }, select: { key: true } });
    await eventually(async () => (await left()).length === 1);
    expect(await left()).toEqual([{ key: keys[0] }]);
  });

  it('deletes files whose time is over', async () => {
    await addMembers(test.database, 1);
    const programme = await test.database.programme.findFirstOrThrow();
    const about = {
      programmeId: programme.id,
      kind: 'attendee-list',
      name: 'a',
      contentType: 'b',
      size: 0,
      sha256: '',
    };
    const [now, hour] = [Date.now(), 3_600_000];
    for (const expiresAt of [new Date(now - 1), new Date(now + hour), null]) {
      await test.database.file.create({ data: { ...about, createdAt: new Date(now - hour), expiresAt } });
    }
    await start({}, { intervals: { forget: 100 } });
    await eventually(async () => (await test.database.file.count()) === 2);
    expect(await test.database.file.count({ where: { expiresAt: { lte: new Date(now) } } })).toBe(0);
  });

  it('finishes what is being sent before it closes', async () => {
    await planWelcomes(test.database, await addMembers(test.database, 8));
    const gate = closedGate();
    const slack = recordingGateway('slack', async () => {
      await gate.passed;
      return { outcome: 'delivered', reference: {} };
    });
    const worker = await start({ slack }, { concurrency: 4 });
    await eventually(() => slack.sent.length === 4);
    const closing = worker.close();
    gate.open();
    await closing;
    expect((await countStates(test.database)).delivered).toBe(slack.sent.length);
    expect(worker.ready()).toBe(false);
  });
});
