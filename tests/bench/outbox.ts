/** P7, P9 and P10: how late reminders and single notifications are, what the outbox costs, and how people are served while an announcement goes out. */
import { randomUUID } from 'node:crypto';
import { openQueueStore } from '../../jobs/connection.js';
import { openSlackClient } from '../../playground/slack/client.js';
import { inTransaction, type Transaction } from '../../prisma/client.js';
import { memberWelcome } from '../../programme/members/welcome.js';
import { steadyRates } from '../../programme/notifications/pace.js';
import { plan } from '../../programme/notifications/plan.js';
import { announce } from '../crowd/announce.js';
import type { Crowd } from '../crowd/crowd.js';
import { until } from '../crowd/wait.js';
import { type CrowdBench, onEachBackend, reportAtMost } from './crowd-bench.js';
import { latencies, median } from './measure.js';

const LIMIT_SECONDS = 600;
/** So that only the app and the machine limit it. */
const unlimited = { perSecond: 5_000, burst: 5_000 } as const;
const rates = { slack: unlimited, teams: unlimited, email: unlimited };

/** One for each person, due then. */
async function planOne(transaction: Transaction, crowd: Crowd, personId: string, dueAt: Date): Promise<string> {
  const key = `member.welcome ${personId} ${randomUUID()}`;
  const about = { programmeId: crowd.programme.id, personId, subjectId: null, dueAt };
  await plan(transaction, new Date(), [{ key, kind: memberWelcome, ...about }]);
  return key;
}

const BURST = 2_000;
const AHEAD_MILLISECONDS = 10_000;

export async function benchReminders(people = BURST): Promise<void> {
  await onEachBackend({ onSlack: people, onTeams: 0 }, async ({ crowd, apps, backend, databaseUrl }) => {
    const bare = await bareLateness({ crowd, databaseUrl });
    await apps.start(crowd.settings(['worker'], { rates }));
    const dueAt = new Date(Date.now() + AHEAD_MILLISECONDS);
    await inTransaction(crowd.database, async (transaction) => {
      for (const { personId } of crowd.members) await planOne(transaction, crowd, personId, dueAt);
    });
    const ours = await arrivals(crowd, people, dueAt.getTime());
    const [floor, all] = [latencies(bare), latencies(ours)];
    const about = { rounds: people, backend, of: 'bare BullMQ' };
    reportAtMost({
      goal: `P7 lateness p99 of ${people} due at once`,
      unit: 'ms',
      floor: floor.p99,
      ours: all.p99,
      most: 2,
      ...about,
    });
    const last = (some: readonly number[]) => Math.max(...some);
    reportAtMost({
      goal: `P7 the last of ${people} due at once`,
      unit: 'ms',
      floor: last(bare),
      ours: last(ours),
      most: 1.5,
      ...about,
    });
  });
}

/** In milliseconds after it was due, for each message. */
async function arrivals({ slack }: Crowd, count: number, dueAt: number): Promise<readonly number[]> {
  const late: number[] = [];
  const stop = slack.onActivity(({ method }) => {
    if (method === 'chat.postMessage') late.push(Date.now() - dueAt);
  });
  await until('all have arrived', () => late.length >= count, LIMIT_SECONDS);
  stop();
  return late;
}

/** As many jobs given to a bare queue when they are due, each of which posts the same to the same platform. */
async function bareLateness({
  crowd,
  databaseUrl,
}: Pick<CrowdBench, 'crowd' | 'databaseUrl'>): Promise<readonly number[]> {
  const { slack, queues, members } = crowd;
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const address = { databaseUrl, prefix: 'bare', ...(queues.redisUrl !== null && { redisUrl: queues.redisUrl }) };
  const store = await openQueueStore(address, log);
  try {
    const channels = members.map(({ userId }) => slack.workspace.directs.get(userId)?.id ?? '');
    let next = 0;
    store.work('deliveries', 20, async () => {
      const channel = channels[next] ?? '';
      next += 1;
      const response = await fetch(`${slack.url}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.botToken()}`, 'content-type': 'application/json' },
        body: JSON.stringify({ channel, text: 'Welcome to the programme.' }),
      });
      await response.text();
    });
    const name = 'notification.deliver';
    const jobs = members.map(
      () => ({ name, payload: { id: randomUUID(), round: 1 }, id: `bare-${randomUUID()}` }) as const,
    );
    const arriving = arrivals(crowd, members.length, Date.now());
    await store.add('deliveries', jobs);
    return await arriving;
  } finally {
    await store.close(Promise.resolve());
  }
}

const SINGLES = 100;
const ROUNDS = 200;
const MOST_LAG_MILLISECONDS = 250;

export async function benchOutbox(): Promise<void> {
  await onEachBackend({ onSlack: SINGLES, onTeams: 0 }, async ({ crowd, apps, backend }) => {
    const [bare, ours]: [number[], number[]] = [[], []];
    const [first] = crowd.members;
    if (first === undefined) throw new Error('nobody');
    // Far ahead, so that nothing is sent meanwhile.
    const later = new Date(Date.now() + 86_400_000);
    const without = async (transaction: Transaction) => {
      const { id } = crowd.programme;
      await transaction.programme.findUniqueOrThrow({ where: { id } });
      await transaction.person.update({ where: { id: first.personId }, data: { nameEn: randomUUID() } });
    };
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await milliseconds(() => inTransaction(crowd.database, without)));
      const withOne = async (transaction: Transaction) => {
        await without(transaction);
        await planOne(transaction, crowd, first.personId, later);
      };
      ours.push(await milliseconds(() => inTransaction(crowd.database, withOne)));
    }
    const figures = { floor: median(bare.slice(20)), ours: median(ours.slice(20)), rounds: ROUNDS };
    reportAtMost({
      goal: 'P9 a transaction with one notification',
      unit: 'ms',
      ...figures,
      backend,
      most: 1.2,
      of: 'without',
    });
    await apps.start(crowd.settings(['worker'], { rates }));
    const lags: number[] = [];
    for (const { personId } of crowd.members) {
      const before = crowd.arrived();
      const now = new Date();
      await inTransaction(crowd.database, (transaction) => planOne(transaction, crowd, personId, now));
      const [lag] = await Promise.all([arrivals(crowd, 1, Date.now())]);
      await until('it has arrived', () => crowd.arrived() > before, LIMIT_SECONDS);
      lags.push(...lag);
    }
    const { p99 } = latencies(lags.slice(5));
    const lag = { floor: MOST_LAG_MILLISECONDS, ours: p99, rounds: SINGLES };
    reportAtMost({
      goal: 'P9 from the commit until the platform has it, p99',
      unit: 'ms',
      ...lag,
      backend,
      most: 1,
      of: 'the limit',
    });
  });
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const ASKED = 200;

export async function benchBesideAnnouncement(people = 10_000): Promise<void> {
  await onEachBackend({ onSlack: people, onTeams: 0 }, async ({ crowd, apps, backend }) => {
    const bot = await apps.start(crowd.settings(['bot']));
    await apps.start(crowd.settings(['worker'], { rates: steadyRates }));
    await crowd.slack.connect(`${bot.url}/slack/events`, { verify: false });
    const clients = crowd.members.slice(0, 20).map(({ userId }) => openSlackClient(crowd.slack, userId));
    const ask = async () => {
      const times: number[] = [];
      for (let asked = 0; asked < ASKED; asked += 1) {
        const outcome = await clients[asked % clients.length]?.command('/spp help');
        if (outcome === undefined || outcome.status !== 200 || outcome.error)
          throw new Error('a person was not answered');
        times.push(outcome.milliseconds);
      }
      return latencies(times).p99;
    };
    await ask();
    const idle = [await ask(), await ask(), await ask()];
    await announce(crowd);
    await until('it is under way', () => crowd.arrived() > 100, LIMIT_SECONDS);
    const during = [await ask(), await ask(), await ask()];
    if (crowd.arrived() >= people) throw new Error('the announcement was over before people were asked');
    const figures = { floor: median(idle), ours: median(during), rounds: idle.length };
    reportAtMost({
      goal: `P10 p99 of a request beside ${people}`,
      unit: 'ms',
      ...figures,
      backend,
      most: 2,
      of: 'idle',
    });
  });
}
