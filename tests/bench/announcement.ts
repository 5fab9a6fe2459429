/** P4, P5, P6 and P8: an announcement to many at the platforms' pace, one to few beside it, its fan-out, and its workers killed. */
import { inTransaction, Prisma, type PrismaClient } from '../../prisma/client.js';
import { lockAnnouncement, writePreviewed } from '../../programme/announcements/announcements.sql.js';
import { everyParticipant } from '../../programme/announcements/audience.js';
import { beginAnnouncement } from '../../programme/announcements/begin-announcement.js';
import { steadyRates } from '../../programme/notifications/pace.js';
import { killWorkers } from '../chaos/cases/worker-kills.js';
import type { Crowd } from '../crowd/crowd.js';
import { secondsUntil, until } from '../crowd/wait.js';
import { buildAnnouncement } from '../support/announcements.js';
import { type CrowdBench, onEachBackend, reportAtMost } from './crowd-bench.js';
import { median, report } from './measure.js';

const LIMIT_SECONDS = 1_800;

/** By how many times the platforms are faster than they are: about as fast as one another, and as two cores can be. */
const SCALE = { slack: 6, teams: 1 } as const;
const MOST_LIMITED = 0.01;
const MOST_MEGABYTES = 300;

/** The app's own paces, as much faster as the platforms. */
function ratesOf(scale: number) {
  const faster = ({ perSecond, burst }: { readonly perSecond: number; readonly burst: number }) => ({
    perSecond: perSecond * scale,
    burst,
  });
  return { slack: faster(steadyRates.slack), teams: faster(steadyRates.teams), email: faster(steadyRates.email) };
}

/** Written and previewed, as it is before anybody can send it; to everyone unless to these. */
async function write({ database, programme, secretaryId }: Crowd, people: readonly string[] = []): Promise<string> {
  const clock = { now: () => new Date() };
  const audience = { ...everyParticipant, people: [...people] };
  const state = 'scheduled';
  const sendAt = new Date(Date.now() + 3_600_000);
  const to = {
    programme,
    createdById: secretaryId,
    state,
    audience,
    sendAt,
    latestAt: new Date(Date.now() + 86_400_000),
  } as const;
  const id = await buildAnnouncement({ database, clock }, to);
  const about = { id, programmeId: programme.id, audience, now: clock.now() };
  await inTransaction(database, async (transaction) => await writePreviewed(transaction, about));
  return id;
}

/** Planned, begun and committed, as a press of the button does. */
async function send({ database }: Crowd, id: string): Promise<void> {
  await inTransaction(database, async (transaction) => {
    const locked = await lockAnnouncement(transaction, id);
    if (locked !== null) await beginAnnouncement(transaction, locked, new Date());
  });
}

/** Returns when that was done. */
async function begin(crowd: Crowd, people: readonly string[] = []): Promise<string> {
  const id = await write(crowd, people);
  await send(crowd, id);
  return id;
}

export async function benchPlatformPace(people = 10_000): Promise<void> {
  for (const platform of ['slack', 'teams'] as const) {
    const scale = SCALE[platform];
    const [onSlack, onTeams] = platform === 'slack' ? [people, 0] : [0, people];
    await onEachBackend({ onSlack, onTeams, timeScale: scale }, async ({ crowd, apps, backend }) => {
      let [calls, limited] = [0, 0];
      const count = (status: number | undefined) => {
        calls += 1;
        if (status === 429) limited += 1;
      };
      crowd.slack.onActivity(({ method, status }) => method === 'chat.postMessage' && count(status));
      crowd.teams?.onActivity(({ what, status }) => (what === 'send' || what === 'reply') && count(status));
      const settings = crowd.settings(['worker'], { rates: ratesOf(scale) });
      const workers = await Promise.all([apps.start(settings), apps.start(settings)]);
      let most = 0;
      await begin(crowd);
      const began = performance.now();
      const first = await until('the first has arrived', () => crowd.arrived() > 0, LIMIT_SECONDS);
      await until(
        'all have arrived',
        async () => {
          most = Math.max(most, ...(await Promise.all(workers.map((one) => one.megabytes()))));
          return crowd.arrived() >= people;
        },
        LIMIT_SECONDS,
      );
      const ours = (performance.now() - began) / 1000;
      const floor = people / (steadyRates[platform].perSecond * scale);
      const about = { backend, rounds: 1 };
      const name = `${people} people on ${platform}, ${scale} times as fast`;
      reportAtMost({ goal: `P4 ${name}`, unit: 's', floor, ours, most: 1.05, of: 'the ceiling', ...about });
      reportAtMost({
        goal: `P4 429s, ${name}`,
        unit: 'calls',
        floor: calls,
        ours: limited,
        most: MOST_LIMITED,
        of: 'the calls',
        ...about,
      });
      reportAtMost({
        goal: `P6 first send, ${name}`,
        unit: 's',
        floor: 2,
        ours: first,
        most: 1,
        of: 'two seconds',
        ...about,
      });
      reportAtMost({
        goal: `memory of a worker, ${name}`,
        unit: 'MB',
        floor: MOST_MEGABYTES,
        ours: most,
        most: 1,
        of: 'the limit',
        ...about,
      });
    });
  }
}

const SMALL = 100;

export async function benchBeside(people = 10_000): Promise<void> {
  const scale = SCALE.slack;
  await onEachBackend({ onSlack: people, onTeams: 0, timeScale: scale }, async ({ crowd, apps, backend }) => {
    const settings = crowd.settings(['worker'], { rates: ratesOf(scale) });
    await Promise.all([apps.start(settings), apps.start(settings)]);
    const few = crowd.members.slice(0, SMALL).map(({ personId }) => personId);
    const secondsOf = async () => {
      const id = await begin(crowd, few);
      const open = { bulkId: id, state: { in: ['pending', 'queued', 'sending'] as const } };
      return await until(
        'the small one is over',
        async () =>
          (await crowd.database.notification.count({ where: { ...open, state: { in: [...open.state.in] } } })) === 0,
        LIMIT_SECONDS,
      );
    };
    const alone = [await secondsOf(), await secondsOf(), await secondsOf()];
    await begin(crowd);
    const before = crowd.arrived();
    await until('the large one is under way', () => crowd.arrived() > before + SMALL, LIMIT_SECONDS);
    const beside = [await secondsOf(), await secondsOf(), await secondsOf()];
    const figures = { floor: median(alone), ours: median(beside), rounds: beside.length };
    reportAtMost({
      goal: `P5 ${SMALL} people beside ${people}`,
      unit: 's',
      ...figures,
      backend,
      most: 1.2,
      of: 'alone',
    });
  });
}

const ROUNDS = 5;

export async function benchFanOut(people = 10_000): Promise<void> {
  await onEachBackend({ onSlack: people, onTeams: 0 }, async ({ crowd, backend }) => {
    if (backend === 'postgres') return;
    const [bare, ours]: [number[], number[]] = [[], []];
    // The first round warms both up.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const id = await write(crowd);
      const times = [await insertBare(crowd.database, crowd.programme.id)];
      await crowd.database.$executeRaw`TRUNCATE notification CASCADE`;
      times.push(await seconds(() => send(crowd, id)));
      await crowd.database.$executeRaw`TRUNCATE notification CASCADE`;
      if (round > 0) [bare, ours].forEach((all, side) => void all.push(times[side] ?? Number.NaN));
    }
    const figures = { floor: median(bare) * 1000, ours: median(ours) * 1000, rounds: ROUNDS };
    reportAtMost({
      goal: `P6 fan-out to ${people}`,
      unit: 'ms',
      ...figures,
      backend,
      most: 1.5,
      of: 'a bare bulk insert',
    });
  });
}

/** The same rows in one statement, without finding out for whom. */
async function insertBare(database: PrismaClient, programmeId: string): Promise<number> {
  const [persons] = await database.$queryRaw<{ ids: string[] }[]>(
    Prisma.sql`SELECT array_agg(id::text) AS ids FROM person`,
  );
  const now = new Date();
  return await seconds(
    () => database.$executeRaw`
      INSERT INTO notification (key, kind, programme_id, person_id, subject_id, data, due_at, latest_at, bulk_id, created_at)
      SELECT 'bare:' || id, 'announcement.message', ${programmeId}::uuid, id::uuid, ${programmeId}::uuid, '{}'::jsonb,
        ${now}::timestamptz, ${now}::timestamptz, ${programmeId}::uuid, ${now}::timestamptz
      FROM unnest(${persons?.ids ?? []}::text[]) AS one (id)`,
  );
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const KILLS = 5;
/** What BullMQ takes with its own settings, measured. */
const BULLMQ_SECONDS = 61;
const MOST_RESUME = 15;

export async function benchResume(people = 2_000): Promise<void> {
  await onEachBackend({ onSlack: 0, onTeams: 0 }, async ({ crowd: empty, apps, backend, databaseUrl }: CrowdBench) => {
    await empty.database.$executeRaw`TRUNCATE programme, person CASCADE`;
    const options = { databaseUrl, backend, people, apps, control: false };
    const { secondsToRecover } = await killWorkers({ ...options, kills: KILLS, bots: 0, withTeams: false });
    const ours = secondsToRecover ?? Number.POSITIVE_INFINITY;
    const limit = `<= ${MOST_RESUME} s`;
    const goal = `P8 work in flight resumes, the longest of ${KILLS} kills, ${backend}`;
    report({ goal, unit: 's', floor: BULLMQ_SECONDS, ours, rounds: KILLS, limit, met: ours <= MOST_RESUME });
  });
}

/** What a worker holds while it sends what it can of so many that are due: more planned ones must not be more memory. */
export async function benchManyPlanned(planned: number): Promise<void> {
  const people = 1_000;
  await onEachBackend({ onSlack: people, onTeams: 0 }, async ({ crowd, apps, backend }) => {
    const each = planned / people;
    const worker = await apps.start(crowd.settings(['worker']));
    const most = async (seconds: number) => {
      let found = 0;
      await secondsUntil(async () => {
        found = Math.max(found, await worker.megabytes());
        return false;
      }, seconds);
      return found;
    };
    const idle = await most(IDLE_SECONDS);
    await crowd.database.$executeRaw`
      INSERT INTO notification (key, kind, programme_id, person_id, data, due_at, bulk_id, created_at)
      SELECT 'member.welcome ' || p.id || ' ' || number, 'member.welcome', ${crowd.programme.id}::uuid, p.id, '{}'::jsonb, now(),
        ${crowd.programme.id}::uuid, now()
      FROM person p JOIN account a ON a.person_id = p.id CROSS JOIN generate_series(1, ${each}::int) AS number`;
    const ours = await most(SAMPLED_SECONDS);
    const goal = `memory of a worker, ${planned} planned, ${Math.round(idle)} MB with none`;
    reportAtMost({ goal, unit: 'MB', floor: MOST_MEGABYTES, ours, rounds: 1, backend, most: 1, of: 'the limit' });
    if (crowd.arrived() === 0) throw new Error('nothing was sent');
  });
}

const IDLE_SECONDS = 5;
const SAMPLED_SECONDS = 60;
