/** A services, people with accounts, planned notifications and recording gateways for the tests of the worker. */
import { randomBytes, randomUUID } from 'node:crypto';
import { describe, inject, it, vi } from 'vitest';
import type { WorkerConfiguration } from '../../jobs/worker.js';
import type { Channel, NotificationState, Platform, PrismaClient } from '../../prisma/client.js';
import type { Destination, Gateway, Outcome } from '../../programme/notifications/gateway.js';
import type { Clock } from '../../programme/requests/context.js';
import type { Services } from '../../programme/requests/services.js';
import { buildServices } from '../support/factories.js';
import { redisUrl } from '../support/redis.js';

export type StoreKind = 'PostgreSQL' | 'Redis';

/** What a worker needs to know of its queue store; each call names a fresh installation. */
export type Store = () => Pick<WorkerConfiguration, 'redisUrl' | 'prefix'>;

const redis = inject('redis');

const freshPrefix = () => `test-${randomBytes(4).toString('hex')}`;

const inPostgres: Store = () => ({ prefix: freshPrefix() });
const inRedis: Store = () => ({ prefix: freshPrefix(), redisUrl: redisUrl() });

/** Runs the tests with the queue in PostgreSQL and, beside that, with it in Redis: most of the time is waiting. */
export function onEachStore(name: string, tests: (store: Store, kind: StoreKind) => void): void {
  describe.concurrent(`${name}, queue in PostgreSQL`, () => {
    describe.sequential('one test after another', () => tests(inPostgres, 'PostgreSQL'));
  });
  const inRedisToo = () => {
    describe.sequential('one test after another', () => tests(inRedis, 'Redis'));
  };
  if ('missing' in redis) describe.skip(`${name}, queue in Redis (SKIPPED: ${redis.missing})`, inRedisToo);
  else describe.concurrent(`${name}, queue in Redis`, inRedisToo);
}

/** The same for one long test, beside all others of its file. */
export function itOnEachStore(name: string, test: (store: Store, kind: StoreKind) => Promise<void>): void {
  it.concurrent(`${name}, queue in PostgreSQL`, async () => await test(inPostgres, 'PostgreSQL'));
  if ('missing' in redis) it.skip(`${name}, queue in Redis (SKIPPED: ${redis.missing})`);
  else it.concurrent(`${name}, queue in Redis`, async () => await test(inRedis, 'Redis'));
}

export interface TestServices extends Services {
  /** Sentences logged as errors and as warnings. */
  readonly errors: string[];
  readonly warnings: string[];
}

export function makeTestServices(database: PrismaClient, clock: Clock = { now: () => new Date() }): TestServices {
  const errors: string[] = [];
  const warnings: string[] = [];
  const into = (sentences: string[]) => (_fields: object, sentence: string) => sentences.push(sentence);
  const log = { info: () => {}, warn: into(warnings), error: into(errors) };
  return { ...buildServices(database), clock, log, errors, warnings };
}

export interface Member {
  readonly id: string;
  /** As the chat platform names the person, one for each platform asked for, the one used last first. */
  readonly userIds: readonly string[];
}

/** A programme with so many people, each with an account on each of the platforms. */
export async function addMembers(
  database: PrismaClient,
  count: number,
  platforms: readonly Platform[] = ['slack'],
): Promise<readonly Member[]> {
  const programme = await database.programme.create({
    data: {
      code: randomUUID(),
      nameJa: '責任ある調達',
      nameEn: 'Responsible procurement',
      timeZone: 'Asia/Tokyo',
      startsOn: new Date('2026-06-01'),
      endsOn: new Date('2026-11-30'),
      contact: 'the secretariat',
    },
  });
  const members = Array.from({ length: count }, () => ({
    id: randomUUID(),
    userIds: platforms.map(() => randomUUID()),
  }));
  await database.person.createMany({
    data: members.map(({ id }) => ({ id, nameJa: '山田 花子', nameEn: 'Hanako Yamada', furigana: 'ヤマダ ハナコ' })),
  });
  await database.membership.createMany({
    data: members.map(({ id }) => ({ programmeId: programme.id, personId: id, role: 'secretariat' as const })),
  });
  const now = Date.now();
  await database.account.createMany({
    data: members.flatMap(({ id, userIds }) =>
      userIds.map((userId, place) => ({
        platform: platforms[place] ?? 'slack',
        tenant: 'T1',
        userId,
        personId: id,
        address: { channel: userId },
        lastSeenAt: new Date(now - place * 60_000),
      })),
    ),
  });
  return members;
}

/** One welcome for each, due now unless told; returns their keys. */
export async function planWelcomes(
  database: Pick<PrismaClient, 'notification'>,
  members: readonly Member[],
  dueAt = new Date(),
): Promise<readonly string[]> {
  const keys = members.map(({ id }) => `member.welcome ${id} ${randomUUID()}`);
  await database.notification.createMany({
    data: members.map(({ id }, place) => ({
      key: keys[place] ?? '',
      kind: 'member.welcome',
      personId: id,
      data: {},
      dueAt,
      createdAt: new Date(),
    })),
  });
  return keys;
}

export interface Sent {
  readonly key: string;
  readonly to: Destination;
  /** Milliseconds as `performance.now()` counts them. */
  readonly at: number;
}

export interface RecordingGateway extends Gateway {
  readonly sent: Sent[];
}

/** Remembers every call and answers as told, at first always that it delivered. */
export function recordingGateway(
  channel: Channel = 'slack',
  answer: (sent: Sent, calls: number) => Outcome | Promise<Outcome> = ({ key }) => ({
    outcome: 'delivered',
    reference: { key },
  }),
): RecordingGateway {
  const sent: Sent[] = [];
  return {
    channel,
    sent,
    async deliver(to, { key }) {
      const one = { key, to, at: performance.now() };
      sent.push(one);
      return await answer(one, sent.filter((other) => other.key === key).length);
    },
  };
}

/** How many notifications there are in each state. */
export async function countStates(database: PrismaClient): Promise<Partial<Record<NotificationState, number>>> {
  const groups = await database.notification.groupBy({ by: ['state'], _count: true });
  return Object.fromEntries(groups.map(({ state, _count }) => [state, _count]));
}

/** Waits until the condition holds; gives up only after a time that no machine needs. */
export async function eventually(condition: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitUntil(condition, { timeout: 240_000, interval: 10 });
}

/** What waits for `passed` goes on once `open` was called. */
export interface Gate {
  readonly passed: Promise<void>;
  open(): void;
}

export function closedGate(): Gate {
  let open = () => {};
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { passed, open: () => open() };
}

/** Stands still until it is set ahead; begins a minute from now, so that what is planned meanwhile is due already. */
export function stoppedClock(): Clock & { advance(milliseconds: number): void } {
  let instant = Date.now() + 60_000;
  return {
    now: () => new Date(instant),
    advance: (milliseconds) => {
      instant += milliseconds;
    },
  };
}
