/** Each scenario of the playground's page is loaded in the place of the one before, stands where its card says, and can be lived on in. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importProgramme } from '../../../programme/import/import-programme.js';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.js';
import { workerHere } from '../../../tests/support/worker-here.js';
import { startClock } from '../../clock.js';
import { newestMigration, restoreDatabase } from '../../host/database-archive.js';
import type { PlaygroundPerson } from '../../host/directory.js';
import { openPlayground, type Playground, teamsAppId } from '../../host/playground.js';
import { withoutZero } from '../../host/ports.js';
import { sampleFile } from '../../host/sample.js';
import { emptyDatabase, playScenario, scenarioCards, scenarioStart } from '../../host/scenarios.js';
import { readStoredScenario, restoreChats } from '../../host/stored-scenario.js';
import { joinOnline } from '../../pilot/attend.js';
import { bookHour } from '../../pilot/consultations/company.js';
import { listeningLog } from '../../pilot/listening-log.js';
import { type PilotPlan, readPlan } from '../../pilot/plan.js';
import { cancel, register } from '../../pilot/register.js';
import type { Actor } from '../../pilot/screen.js';
import { textsFor } from '../../pilot/texts.js';
import { openSlackClient } from '../../slack/client.js';
import { openTeamsClient } from '../../teams/client.js';
import { registeredFor, registrationWeek } from './registered.js';

let place: TestDatabase;
let plan: PilotPlan;
let playground: Playground | undefined;
const told: { readonly ja: string; readonly en: string }[] = [];
let { log, faults } = listeningLog();

beforeAll(async () => {
  place = await createTestDatabase();
  plan = await readPlan(...(await files()));
});
afterAll(async () => {
  await playground?.close();
  await place.close();
});

async function files() {
  return await Promise.all([sampleFile('programme.json'), sampleFile('roster.csv')]);
}

/** As the page does it: another run in the place of this one. */
async function load(id: string): Promise<Playground> {
  await playground?.close();
  playground = undefined;
  // A fault of one scenario is no fault of the next.
  ({ log, faults } = listeningLog());
  await emptyDatabase(place.url);
  const clock = startClock(scenarioStart(id));
  const [programmeFile, rosterFile] = await files();
  const wish = { programmeFile, rosterFile, dryRun: false };
  expect(await importProgramme({ database: place.database, clock, log }, wish)).toMatchObject({ ok: true });
  const ports = { bot: 0, slack: 0, teams: 0 };
  playground = await openPlayground({
    ...{ databaseUrl: place.url, redisUrl: null, log, clock, ports },
    startWorker: workerHere,
  });
  told.length = 0;
  await playScenario({ id, playground, databaseUrl: place.url, faults, tell: (words) => told.push(words) });
  return playground;
}

/** What was stored of it when it had been played, which took minutes. */
async function loadStored(id: string): Promise<Playground> {
  await playground?.close();
  playground = undefined;
  ({ log, faults } = listeningLog());
  const ports = await withoutZero({ bot: 0, slack: 0, teams: 0 });
  const fits = { migration: await newestMigration(place.url), teamsAppId };
  const stored = await readStoredScenario(id, fits, ports);
  if (stored === null) throw new Error(`Nothing of today is stored of ${id}: npm run scenarios`);
  await emptyDatabase(place.url);
  await restoreDatabase(place.url, stored.database);
  const clock = startClock(new Date(stored.at));
  playground = await openPlayground({
    ...{ databaseUrl: place.url, redisUrl: null, log, clock, ports, teamsAppId, withMail: true },
    startWorker: workerHere,
  });
  restoreChats(playground, stored);
  return playground;
}

/** In seconds; the clock runs on meanwhile, by less than this on any machine. */
const HOUR = 3_600;

function secondsSince(instant: string, { clock }: Playground): number {
  return (clock.now().getTime() - new Date(instant).getTime()) / 1000;
}

const registered = (code: string) => registeredFor(place.database, code);

async function present(code: string): Promise<number> {
  return await place.database.attendance.count({ where: { session: { code }, supersededAt: null, present: true } });
}

function sessionOf(code: string) {
  const found = plan.sessions.find((session) => session.code === code);
  if (found === undefined) throw new Error(`no session ${code}`);
  return found;
}

/** Somebody at their own client, as on the page. */
function at({ slack, teams, directory, assistant }: Playground, wanted: (person: PlaygroundPerson) => boolean): Actor {
  const found = directory.people.find(wanted);
  if (found === undefined) throw new Error('nobody of that kind lives here');
  const { name, language, slackUserId, teamsUserId } = found;
  const client = slackUserId === null ? openTeamsClient(teams, teamsUserId ?? '') : openSlackClient(slack, slackUserId);
  return { name, language, client, texts: textsFor(language), answered: assistant.answered };
}

async function holders(code: string, mode: 'onsite' | 'online'): Promise<ReadonlySet<string>> {
  const where = { session: { code }, mode, state: 'confirmed' } as const;
  const rows = await place.database.registration.findMany({ where, select: { personId: true } });
  return new Set(rows.map(({ personId }) => personId));
}

test('there is a card for each scenario, in both languages', () => {
  expect(scenarioCards.map(({ id }) => id)).toEqual([
    'first-morning',
    'registration-week',
    'consultation-season',
    'week-before-deadline',
    'closing-meeting',
  ]);
  for (const { title, description } of scenarioCards) {
    for (const words of [title, description]) {
      expect(words.ja).toMatch(/[ぁ-んァ-ヶ一-龠]/u);
      expect(words.en).toMatch(/^[\x20-\x7e]+$/);
    }
  }
  expect(() => scenarioStart('another')).toThrow(RangeError);
});

test('the first morning: the sample is there, and nobody has done anything yet', async () => {
  const here = await load('first-morning');
  expect(secondsSince('2024-10-28T10:00+09:00', here)).toBeGreaterThanOrEqual(0);
  expect(secondsSince('2024-10-28T10:00+09:00', here)).toBeLessThan(HOUR);
  const { database } = place;
  const counts = await Promise.all([
    ...[database.session.count(), database.account.count(), database.registration.count()],
    database.notification.count({ where: { state: 'delivered' } }),
  ]);
  expect(counts).toEqual([plan.sessions.length, 0, 0, 0]);
  expect(faults).toEqual([]);
});

test('registration week: the room is full, two wait, and a place that is given up goes to the first of them', async () => {
  const here = await load('registration-week');
  expect(secondsSince('2024-10-30T10:00+09:00', here)).toBeGreaterThanOrEqual(0);
  expect(secondsSince('2024-10-30T10:00+09:00', here)).toBeLessThan(HOUR);
  expect(await registered('MSM-1')).toEqual(registrationWeek);
  expect(await registered('MSM-2')).toEqual(['4 onsite']);
  expect(await place.database.session.findFirst({ where: { code: 'MSM-1' } })).toMatchObject({ roomCapacity: 13 });
  expect(await present('MSM-1')).toBe(0);
  expect(faults).toEqual([]);

  for (const { ja, en } of told) expect([ja, en]).toEqual([expect.stringContaining('…'), expect.stringContaining('…')]);
  expect(told.length).toBeGreaterThan(4);

  // The staff have been here on both platforms.
  for (const { role, slackUserId, teamsUserId } of here.directory.people) {
    if (role === 'participant') continue;
    const slack = openSlackClient(here.slack, slackUserId ?? '');
    const teams = openTeamsClient(here.teams, teamsUserId ?? '');
    expect(slack.home?.buttons.length).toBeGreaterThan(0);
    for (const { messages } of [slack, teams]) {
      expect(messages().map(({ from }) => from)).toEqual(expect.arrayContaining(['person', 'bot']));
    }
  }

  // A newcomer meets the waitlist.
  const rooms = await holders('MSM-1', 'onsite');
  const concerned = await place.database.registration.findMany({ where: { session: { code: 'MSM-1' } } });
  const known = new Set(concerned.map(({ personId }) => personId));
  const session = sessionOf('MSM-1');
  const newcomer = at(here, ({ personId, level, slackUserId }) => {
    return level === 'management' && slackUserId !== null && !known.has(personId);
  });
  await register(newcomer, session, 'onsite', 'command');
  expect(await registered('MSM-1')).toContain('2 onsite, waiting for onsite');

  // One place is given up; the first who waits moves up and hears of it.
  await cancel(
    at(here, ({ personId, slackUserId }) => slackUserId !== null && rooms.has(personId)),
    session,
  );
  expect(await registered('MSM-1')).toEqual(['13 onsite', '2 onsite, waiting for onsite', '8 online']);
  await here.worker.idle();
  expect(await place.database.notification.count({ where: { kind: 'session.promoted', state: 'delivered' } })).toBe(1);
});

test('consultation season: sessions and consultations are over and recorded, and an adviser is told while a company books', async () => {
  const here = await loadStored('consultation-season');
  expect(secondsSince('2025-02-17T10:00+09:00', here)).toBeLessThan(HOUR);
  expect(await Promise.all(['MSM-1', 'MSM-2', 'WLT-1', 'WLT-2', 'CLS-1'].map(present))).toEqual([22, 16, 18, 19, 0]);
  expect(await registered('CLS-1')).toEqual([]);
  // Nothing of the run before is left, and everyone has opened the assistant.
  expect(await place.database.session.findFirst({ where: { code: 'MSM-1' } })).toMatchObject({ roomCapacity: 24 });
  for (const { email } of here.directory.people) {
    expect(await place.database.account.count({ where: { person: { email } } }), email).toBeGreaterThan(0);
  }

  // As the card says.
  const states = await place.database.booking.groupBy({ by: ['state'], _count: true });
  expect(states.map(({ state, _count }) => [state, _count]).sort()).toEqual([
    ['booked', 4],
    ['held', 9],
  ]);
  expect(await place.database.consultationRecord.count()).toBe(9);
  const offering = await place.database.consultationSlot.groupBy({ by: ['adviserId'] });
  expect(offering).toHaveLength(3);

  const startsAt = new Date('2025-02-26T11:10+09:00');
  const company = at(here, ({ companyCode }) => companyCode === 'P14');
  const adviser = here.directory.people.find(({ email }) => email === 'kenichi.majima@sharoshi.example');
  const hour = '2025年2月26日(水) 11:10〜12:10';
  const seen = { hour, adviser: '真島 健一先生', company: '', method: 'in_person' } as const;
  await bookHour(company, seen, '方針案の構成');
  await here.worker.idle();
  expect(await place.database.booking.count({ where: { startsAt, state: 'booked' } })).toBe(1);
  const clients = [
    openSlackClient(here.slack, adviser?.slackUserId ?? ''),
    openTeamsClient(here.teams, adviser?.teamsUserId ?? ''),
  ];
  const toldOf = clients.flatMap((client) => client.messages()).filter(({ text }) => text.includes(hour));
  expect(toldOf.filter(({ from }) => from === 'bot')).toHaveLength(1);
  expect(faults).toEqual([]);
});

test('a week before the deadline: drafts in every stage, and reviews that wait', async () => {
  const here = await loadStored('week-before-deadline');
  expect(secondsSince('2025-03-24T17:00+09:00', here)).toBeGreaterThanOrEqual(0);
  expect(secondsSince('2025-03-24T17:00+09:00', here)).toBeLessThan(HOUR);
  const stages = await place.database.deliverable.groupBy({ by: ['stage'], _count: true, orderBy: { stage: 'asc' } });
  // One of the sixteen companies has not begun.
  expect(stages.map(({ stage, _count }) => [stage, _count])).toEqual([
    ['drafting', 1],
    ['submitted', 1],
    ['in_review', 1],
    ['to_be_revised', 1],
    ['confirmed', 2],
    ['approved', 2],
    ['published', 7],
  ]);
  const waiting = await place.database.draft.findMany({
    where: { OR: [{ review: null }, { review: { endedAt: null } }] },
    orderBy: { submittedAt: 'asc' },
    select: { openedAt: true, deliverable: { select: { company: { select: { code: true } } } } },
  });
  expect(waiting.map(({ openedAt, deliverable }) => [deliverable.company.code, openedAt !== null])).toEqual([
    ['P12', true],
    ['P13', false],
  ]);
  expect(await registered('CLS-1')).toEqual(['18 online']);
  expect(await present('WLT-2')).toBe(19);
  expect(faults).toEqual([]);
});

test('the closing meeting: everyone has registered, and those who join are recorded', async () => {
  const here = await loadStored('closing-meeting');
  expect(secondsSince('2025-04-22T12:50+09:00', here)).toBeGreaterThanOrEqual(0);
  expect(secondsSince('2025-04-22T12:50+09:00', here)).toBeLessThan(HOUR);
  expect(await registered('CLS-1')).toEqual(['35 online']);
  const companies = await place.database.registration.groupBy({
    by: ['companyId'],
    where: { session: { code: 'CLS-1' }, state: 'confirmed' },
  });
  expect(companies).toHaveLength(15);
  expect(await present('CLS-1')).toBe(0);
  const registrants = await holders('CLS-1', 'online');
  for (const [index, isThere] of [
    ({ slackUserId }: PlaygroundPerson) => slackUserId !== null,
    ({ slackUserId }: PlaygroundPerson) => slackUserId === null,
  ].entries()) {
    const person = at(here, (person) => registrants.has(person.personId) && isThere(person));
    await joinOnline(person, sessionOf('CLS-1'), 'button');
    expect(await present('CLS-1')).toBe(index + 1);
  }
  expect(faults).toEqual([]);
});

test('an emptied database is still migrated, and nothing else is in it', async () => {
  await playground?.close();
  playground = undefined;
  const { database } = place;
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'bullmq')`;
  const filled = async () => {
    const counts = await Promise.all(
      tables.map(async ({ name }) => {
        const [row] = await database.$queryRawUnsafe<{ some: boolean }[]>(
          `SELECT EXISTS (SELECT FROM ${name}) AS some`,
        );
        return row?.some ? [name] : [];
      }),
    );
    return counts.flat().sort();
  };
  expect(await filled()).toEqual(expect.arrayContaining(['bullmq.scheduler', 'public.account', 'public.session']));
  await emptyDatabase(place.url);
  expect(await filled()).toEqual(['bullmq.migration', 'public._prisma_migrations']);
});
