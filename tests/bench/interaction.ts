/** P1 and P2: a registration, from the command until its answer, beside a bare Bolt handler that writes the same rows by hand. */
import { openAssistant } from '../../app/assistant.js';
import { openLog } from '../../app/log.js';
import { messageToBlocks } from '../../bot/slack/render.js';
import { openSlackClient, type SlackClient } from '../../playground/slack/client.js';
import { startSlack } from '../../playground/slack/start-slack.js';
import { openDatabase, type PrismaClient } from '../../prisma/client.js';
import { migrateDatabase } from '../../prisma/migrate.js';
import { replySchema } from '../../programme/messages/reply-schema.js';
import { systemClock } from '../../programme/requests/context.js';
import { newCheckInCode } from '../../programme/sessions/check-in-code.js';
import { noDetails } from '../../programme/sessions/details.js';
import { type FloorConfiguration, type KnownUser, startFloorBot } from './floor-bot.js';
import { temporaryDatabase } from './folder.js';
import { type Extent, type Latencies, latencies, median, report } from './measure.js';

const USERS = 40;
const ROUNDS = { full: 7, few: 3 };
/** Sessions of one round: each user registers once for each. */
const SESSIONS_ONE_BY_ONE = 5;
const SESSIONS_SATURATED = 5;
const AT_ONCE = 16;
const WORKSPACE = 'T0BENCH';

export async function benchInteractions({ full }: Extent): Promise<void> {
  const server = await temporaryDatabase();
  try {
    await migrateDatabase(server.url);
    await measure(server.url, full ? ROUNDS.full : ROUNDS.few);
  } finally {
    await server.stop();
  }
}

async function measure(databaseUrl: string, rounds: number): Promise<void> {
  const opened: (() => Promise<void>)[] = [];
  try {
    await measureWith(databaseUrl, rounds, (close) => opened.push(close));
  } finally {
    for (const close of opened.reverse()) await close();
  }
}

async function measureWith(
  databaseUrl: string,
  rounds: number,
  closeLater: (close: () => Promise<void>) => void,
): Promise<void> {
  const { database, close } = openDatabase(databaseUrl);
  closeLater(close);
  const userIds = Array.from({ length: USERS }, (_, index) => `U0BENCH${String(index).padStart(3, '0')}`);
  const { users, programmeId } = await fill(database, userIds);
  const slack = await startSlack({
    workspaces: [{ id: WORKSPACE, users: userIds.map((id) => ({ id, email: `${id.toLowerCase()}@bench.example` })) }],
  });
  closeLater(() => slack.close());
  const credentials = { botToken: slack.botToken(), signingSecret: slack.app.signingSecret, slackApiUrl: slack.url };
  const assistant = await openAssistant({
    parts: ['bot', 'worker'],
    databaseUrl,
    redisUrl: null,
    slack: credentials,
    teams: null,
    host: '127.0.0.1',
    port: 0,
    clock: systemClock,
    log: openLog('error'),
  });
  closeLater(() => assistant.close());
  const sessions = new Map<string, string>();
  const clients = userIds.map((id) => openSlackClient(slack, id));
  const ours = `${assistant.url}/slack/events`;
  const [first = ''] = await openSessions(database, programmeId, 'first', sessions);
  await slack.connect(ours, { verify: false });
  await register(clients[0], first);
  const answered = await readAnswer(database);
  const floor = await startFloorBot({ databaseUrl, ...credentials, users, sessions, ...answered });
  closeLater(() => floor.close());
  const sides = { floor: floor.requestUrl, ours };
  const measured = { floor: [] as Round[], ours: [] as Round[] };
  // The first round warms both up and is thrown away.
  for (let round = 0; round <= rounds; round += 1) {
    for (const side of round % 2 === 0 ? (['floor', 'ours'] as const) : (['ours', 'floor'] as const)) {
      const codes = await openSessions(database, programmeId, `${side}-${round}`, sessions);
      await slack.connect(sides[side], { verify: false });
      const result = await runRound(clients, codes);
      if (round > 0) measured[side].push(result);
    }
  }
  const expected = 1 + 2 * (rounds + 1) * USERS * (SESSIONS_ONE_BY_ONE + SESSIONS_SATURATED);
  const written = await database.registration.count({ where: { state: 'confirmed' } });
  if (written !== expected) throw new Error(`${expected} registrations were asked for and ${written} written`);

  const of = (side: 'floor' | 'ours', pick: (round: Round) => number) => median(measured[side].map(pick));
  const line = (
    goal: string,
    unit: string,
    pick: (round: Round) => number,
    limit: string,
    isMet: (ratio: number) => boolean,
  ) => {
    const [base, ours] = [of('floor', pick), of('ours', pick)];
    report({ goal, unit, floor: base, ours, rounds, limit, met: isMet(ours / base) });
  };
  line(
    'P1 p50',
    'ms',
    ({ oneByOne }) => oneByOne.p50,
    '<= 1.5 x',
    (ratio) => ratio <= 1.5,
  );
  line(
    'P1 p99',
    'ms',
    ({ oneByOne }) => oneByOne.p99,
    '<= 2 x',
    (ratio) => ratio <= 2,
  );
  line(
    'P2',
    'interactions/s',
    ({ perSecond }) => perSecond,
    '>= 0.6 x',
    (ratio) => ratio >= 0.6,
  );
}

interface Round {
  readonly oneByOne: Latencies;
  readonly perSecond: number;
}

async function register(client: SlackClient | undefined, code: string): Promise<number> {
  const outcome = await client?.command(`/spp register ${code} online`);
  if (outcome?.status !== 200 || outcome.error)
    throw new Error(`a registration failed: ${outcome?.error ?? outcome?.status}`);
  return outcome.milliseconds;
}

/** What the product answered to the only registration so far. */
async function readAnswer(database: PrismaClient): Promise<Pick<FloorConfiguration, 'reply' | 'answer'>> {
  const { reply: stored } = await database.request.findFirstOrThrow({ where: { action: 'session.register' } });
  const reply = replySchema.parse(stored);
  if (reply.kind !== 'message') throw new Error('the registration was answered with a form');
  return { reply, answer: { response_type: 'ephemeral', ...messageToBlocks(reply.message, 'ja') } };
}

async function runRound(clients: readonly SlackClient[], codes: readonly string[]): Promise<Round> {
  const times: number[] = [];
  for (const code of codes.slice(0, SESSIONS_ONE_BY_ONE)) {
    for (const client of clients) times.push(await register(client, code));
  }
  // Everyone registers for one session after another, as in a registration week; one hot session is another goal (P3).
  const work = clients.flatMap((client) => codes.slice(SESSIONS_ONE_BY_ONE).map((code) => ({ client, code })));
  const began = performance.now();
  const count = work.length;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = work.pop(); next !== undefined; next = work.pop()) await register(next.client, next.code);
    }),
  );
  return { oneByOne: latencies(times), perSecond: count / ((performance.now() - began) / 1000) };
}

async function fill(database: PrismaClient, userIds: readonly string[]) {
  const programme = await database.programme.create({
    data: {
      code: 'bench',
      nameJa: '計測',
      nameEn: 'Bench',
      timeZone: 'Asia/Tokyo',
      startsOn: new Date(),
      endsOn: new Date(Date.now() + 90 * 86_400_000),
      contact: '',
      companies: { create: { code: 'B01', nameJa: '計測株式会社', nameEn: 'Bench Ltd', kana: 'ケイソク' } },
    },
    include: { companies: true },
  });
  const companyId = programme.companies[0]?.id;
  if (companyId === undefined) throw new Error('the company is missing');
  const users = new Map<string, KnownUser>();
  for (const userId of userIds) {
    const person = await database.person.create({
      data: {
        email: `${userId.toLowerCase()}@bench.example`,
        nameJa: `計測 ${userId}`,
        nameEn: userId,
        furigana: 'ケイソク',
        memberships: { create: { programmeId: programme.id, role: 'participant', level: 'working', companyId } },
        accounts: {
          create: {
            platform: 'slack',
            tenant: WORKSPACE,
            userId,
            address: { user: userId },
            linkedAt: new Date(),
            lastSeenAt: new Date(),
          },
        },
      },
      include: { accounts: true },
    });
    users.set(userId, { accountId: person.accounts[0]?.id ?? '', personId: person.id, companyId });
  }
  return { users, programmeId: programme.id };
}

async function openSessions(database: PrismaClient, programmeId: string, name: string, byCode: Map<string, string>) {
  const starts = Date.now() + 30 * 86_400_000;
  const codes: string[] = [];
  for (let index = 1; index <= SESSIONS_ONE_BY_ONE + SESSIONS_SATURATED; index += 1) {
    const code = `${name.replaceAll('-', '').toUpperCase()}-${index}`;
    const session = await database.session.create({
      data: {
        programmeId,
        code,
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
    codes.push(code);
    byCode.set(code, session.id);
  }
  return codes;
}
