/** P1b, and what each means of a registration's transaction saves alone: waits for PostgreSQL, and time. */
import { randomUUID } from 'node:crypto';
import { interpreterByRules } from '../../bot/interpret/interpreter-by-rules.js';
import { openDatabase, type PrismaClient, type Session } from '../../prisma/client.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { systemClock } from '../../programme/requests/context.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import type { Request, RequestingAccount } from '../../programme/requests/request.js';
import { collectRooms } from '../../programme/rooms.js';
import { newCheckInCode } from '../../programme/sessions/check-in-code.js';
import { noDetails } from '../../programme/sessions/details.js';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy.js';
import { withFiles } from '../support/files.js';
import { temporaryDatabase } from './folder.js';
import { type Extent, median, report } from './measure.js';
import { type Means, openTransactions, product, register, type Transactions } from './transaction-means.js';

const PEOPLE = 40;
const ROUNDS = { full: 9, few: 3 };

/** Round trips of the same writes by hand: BEGIN, two writes, COMMIT. */
const BY_HAND = 4;
const MOST_ROUND_TRIPS = 6;

const variants: Readonly<Record<string, Means>> = {
  'as in the product': product,
  'BEGIN waited for': { ...product, begin: false },
  'lookups waited for in turn': { ...product, lookups: false },
  'writes waited for': { ...product, writes: false },
  'no prepared statements': { ...product, names: false },
  'one packet a turn': { ...product, packets: true },
  'Prisma’s own transaction': { ...product, raw: false },
  'all waited for, nothing prepared': {
    begin: false,
    lookups: false,
    writes: false,
    names: false,
    raw: true,
    packets: false,
  },
};

/** The means alone are measured in full only. */
export async function benchTransaction({ full }: Extent): Promise<void> {
  const server = await temporaryDatabase();
  try {
    await migrateDatabase(server.url);
    await measure(server.url, full);
  } finally {
    await server.stop();
  }
}

async function measure(url: string, full: boolean): Promise<void> {
  const rounds = full ? ROUNDS.full : ROUNDS.few;
  const { database, close } = openDatabase(url);
  const proxy = await startCountingProxy(url);
  const sides = Object.entries(variants)
    .slice(0, full ? undefined : 1)
    .map(([name, means]) => ({
      name,
      means,
      ...openBoth(url, proxy.url, means),
    }));
  const closings = sides.flatMap(({ direct, counted }) => [direct.close, counted.close]);
  try {
    const { programmeId, people } = await fill(database);
    const registerAll = async (one: Transactions, means: Means, some: readonly Registering[]) => {
      const session = await openSession(database, programmeId);
      const times: number[] = [];
      for (const { account, personId } of some) {
        const request = registration(account, session.code);
        const began = performance.now();
        await one.run(async (transaction) => await register(transaction, means, request, personId, session.id));
        times.push(performance.now() - began);
      }
      return median(times);
    };
    // The first round warms all up and is thrown away.
    for (let round = 0; round <= rounds; round += 1) {
      for (const { means, direct, times } of round % 2 === 0 ? sides : sides.toReversed()) {
        const taken = await registerAll(direct, means, people);
        if (round > 0) times.push(taken);
      }
    }
    const base = sides[0]?.times ?? [];
    for (const { name, means, times, counted } of sides) {
      // The first connects and prepares.
      await registerAll(counted, means, people.slice(0, 1));
      proxy.take();
      await registerAll(counted, means, people.slice(0, 1));
      const waits = proxy.take();
      // Each by the same round's: what else the machine does slows both.
      const ratio = median(times.map((time, round) => time / (base[round] ?? Number.NaN)));
      const figures = { waits, milliseconds: rounded(median(times)), ratio: rounded(ratio), rounds };
      process.stdout.write(`${JSON.stringify({ transaction: name, ...figures })}\n`);
    }
    const counted = openDatabase(proxy.url, { poolSize: 1 });
    closings.push(counted.close);
    await reportRoundTrips(counted.database, proxy, await openSession(database, programmeId), people);
  } finally {
    for (const closing of closings) await closing();
    await proxy.close();
    await close();
  }
}

function openBoth(url: string, countedUrl: string, means: Means) {
  const times: number[] = [];
  return { times, direct: openTransactions(url, means), counted: openTransactions(countedUrl, means) };
}

/** Through the request path itself. */
async function reportRoundTrips(
  database: PrismaClient,
  proxy: CountingProxy,
  session: Pick<Session, 'code'>,
  people: readonly Registering[],
): Promise<void> {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const rooms = collectRooms();
  const interpreter = interpreterByRules(rooms.actions);
  const clock = systemClock;
  const services = { database, clock, log, ...rooms, interpreter, ...withFiles(database, clock) };
  const waits: number[] = [];
  for (const { account } of people) {
    proxy.take();
    const { reply } = await handleRequest(services, registration(account, session.code));
    if (reply.kind !== 'message' || reply.outcome !== 'done') throw new Error('a registration was not done');
    waits.push(proxy.take());
  }
  // The first connects.
  const ours = Math.max(...waits.slice(1));
  const limit = `<= ${MOST_ROUND_TRIPS}`;
  report({
    goal: 'P1b',
    unit: 'round trips',
    floor: BY_HAND,
    ours,
    rounds: people.length - 1,
    limit,
    met: ours <= MOST_ROUND_TRIPS,
  });
}

interface Registering {
  readonly account: RequestingAccount;
  readonly personId: string;
}

function registration(account: RequestingAccount, code: string): Request {
  return {
    account,
    key: randomUUID(),
    fingerprint: null,
    resendFingerprint: null,
    action: 'session.register',
    input: { session: code, mode: 'online' },
    origin: 'chosen',
    submitted: false,
    answeredLater: false,
  };
}

async function fill(database: PrismaClient): Promise<{ programmeId: string; people: readonly Registering[] }> {
  const names = { nameJa: '計測', nameEn: 'Bench' };
  const programme = await database.programme.create({
    data: {
      code: 'bench',
      ...names,
      timeZone: 'Asia/Tokyo',
      startsOn: new Date(),
      endsOn: new Date(Date.now() + 90 * 86_400_000),
      contact: '',
    },
  });
  const company = await database.company.create({
    data: { programmeId: programme.id, code: 'B01', ...names, kana: 'ケイソク' },
  });
  const people: Registering[] = [];
  for (let number = 1; number <= PEOPLE; number += 1) {
    const account = {
      platform: 'slack',
      tenant: 'T0BENCH',
      userId: `U${number}`,
      address: { user: `U${number}` },
    } as const;
    const { id } = await database.person.create({
      data: {
        email: `${number}@bench.example`,
        ...names,
        furigana: 'ケイソク',
        memberships: {
          create: { programmeId: programme.id, role: 'participant', level: 'working', companyId: company.id },
        },
        accounts: { create: { ...account, linkedAt: new Date(), lastSeenAt: new Date() } },
      },
    });
    people.push({ account: { ...account, verifiedEmail: async () => null, language: null }, personId: id });
  }
  return { programmeId: programme.id, people };
}

let sessions = 0;

async function openSession(database: PrismaClient, programmeId: string): Promise<Session> {
  sessions += 1;
  const starts = Date.now() + 30 * 86_400_000;
  return await database.session.create({
    data: {
      programmeId,
      // No UUID, which would be taken for the session's identifier.
      code: `BENCH-${sessions}`,
      kind: 'seminar',
      titleJa: '計測セミナー',
      titleEn: 'Bench seminar',
      audience: 'all',
      startsAt: new Date(starts),
      endsAt: new Date(starts + 3_600_000),
      timeZone: 'Asia/Tokyo',
      method: 'mixed',
      onlineCapacity: 1000,
      deadline: new Date(starts - 86_400_000),
      details: noDetails,
      checkInCode: newCheckInCode(),
    },
  });
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
