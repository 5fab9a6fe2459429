/** The pilot's steps in a playground that is open already: up to an instant, telling how far they have come, and hiding no fault. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importProgramme } from '../../../programme/import/import-programme.js';
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.js';
import { workerHere } from '../../../tests/support/worker-here.js';
import { type JumpingClock, startClock } from '../../clock.js';
import { openPlayground, type Playground } from '../../host/playground.js';
import { watch } from '../../pilot/audit.js';
import { roomBecomesFull, someRegister, staffComesIn, twoWait } from '../../pilot/beside-plan.js';
import { type PilotPlan, readPlan } from '../../pilot/plan.js';
import { type PilotStep, type Progress, playUntil } from '../../pilot/play.js';
import { inOrder, timeline } from '../../pilot/timeline.js';
import { openTruth } from '../../pilot/truth.js';
import { smallProgramme, smallRoster } from './programme.js';

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
let place: TestDatabase;
let playground: Playground;
let plan: PilotPlan;
let clock: JumpingClock;
let told: Progress[];

async function openAll(): Promise<void> {
  place = await createTestDatabase();
  clock = startClock(new Date('2025-03-01T09:00:00Z'));
  const files = { programmeFile: smallProgramme(), rosterFile: smallRoster() };
  plan = await readPlan(files.programmeFile, files.rosterFile);
  const { database } = place;
  expect(await importProgramme({ database, clock, log: quiet }, { ...files, dryRun: false })).toMatchObject({
    ok: true,
  });
  const ports = { bot: 0, slack: 0, teams: 0 };
  playground = await openPlayground({
    databaseUrl: place.url,
    redisUrl: null,
    log: quiet,
    clock,
    ports,
    startWorker: workerHere,
  });
}

async function closeAll(): Promise<void> {
  await playground.close();
  await place.close();
}

beforeEach(() => {
  told = [];
});

interface Wish {
  readonly faults?: readonly string[];
  readonly onlyThosePlanned?: boolean;
  readonly enough?: AbortSignal;
}

async function play(
  instant: Date,
  steps: readonly PilotStep[],
  { faults = [], onlyThosePlanned = false, enough }: Wish = {},
) {
  const truth = await openTruth(place.database, plan.programmeCode);
  const watching = watch(playground, truth, faults);
  const tell = (progress: Progress) => void told.push(progress);
  const wishes = { onlyThosePlanned, enough };
  await playUntil(playground, instant, steps, { plan, truth, watching, tell, ...wishes }).finally(watching.stop);
}

async function registrations(): Promise<Readonly<Record<string, number>>> {
  const sessions = await place.database.session.findMany({
    include: { registrations: { where: { state: { in: ['confirmed', 'waiting'] } } } },
  });
  return Object.fromEntries(sessions.map(({ code, registrations: held }) => [code, held.length]));
}

function numberOf(code: string): number {
  return plan.sessions.findIndex((session) => session.code === code);
}

function sessionOf(code: string) {
  const found = plan.sessions[numberOf(code)];
  if (found === undefined) throw new Error(`no session ${code}`);
  return found;
}

/** One after another, as time goes on. */
describe('with everyone of the companies', () => {
  beforeAll(openAll);
  afterAll(closeAll);

  test('ends with a fault that was logged meanwhile', async () => {
    const faults = ['a request failed'];
    await expect(play(new Date('2025-03-02T09:00:00Z'), [], { faults })).rejects.toThrow('logged an error: a request');
  });

  test('is given up in the middle of a step as soon as that is asked for', async () => {
    const enough = new AbortController();
    const steps = timeline(plan);
    const [first] = steps;
    if (first === undefined) throw new Error('the plan is empty');
    const begins: PilotStep = {
      at: first.at,
      async play(pilot) {
        await first.play({
          ...pilot,
          tell(progress) {
            pilot.tell(progress);
            if (progress.does === 'register') enough.abort(new Error('given up'));
          },
        });
      },
    };
    const playing = play(new Date('2025-05-03T07:00:00Z'), [begins, ...steps.slice(1)], { enough: enough.signal });
    await expect(playing).rejects.toThrow('given up');
    expect(told.at(-1)).toMatchObject({ does: 'register', state: 'begins' });
    expect(await registrations()).toMatchObject({ OPEN: 0 });
  });

  test('plays what comes before the instant and nothing that comes at it or later', async () => {
    // People register for it three days before its deadline at 9:00 in Berlin.
    const instant = new Date('2025-05-03T07:00:00Z');
    await play(instant, timeline(plan));
    expect(await registrations()).toEqual({ OPEN: 5, 'ROOM-1': 0, 'MIX-1': 0, 'MIX-2': 0, 'NONE-1': 0 });
    expect(await place.database.attendance.count({ where: { present: true, supersededAt: null } })).toBe(5);
    expect(clock.now().getTime() - instant.getTime()).toBeLessThan(3_600_000);
    expect(clock.now() >= instant).toBe(true);
    expect(told.map(({ does, state, session, people }) => `${session?.code} ${does} ${state} ${people}`)).toEqual([
      'undefined come in begins 8',
      'undefined come in done 8',
      'OPEN register begins 5',
      'OPEN register done 5',
      'OPEN prepare begins 5',
      'OPEN prepare done 5',
      'OPEN hold begins 5',
      'OPEN hold done 5',
      'undefined announce begins 1',
      'undefined announce done 1',
      'undefined acknowledge begins 5',
      'undefined acknowledge done 5',
      'undefined acknowledge begins 2',
      'undefined acknowledge done 2',
    ]);
  });

  test('people do what is added beside the plan', async () => {
    const session = sessionOf('MIX-2');
    const number = numberOf('MIX-2');
    const day = (time: string) => new Date(`2025-06-01T${time}Z`);
    await play(
      day('12:00'),
      inOrder([
        twoWait(day('11:00'), session),
        roomBecomesFull(day('10:00'), session, number),
        someRegister(day('09:00'), session, number, 1),
        staffComesIn(day('08:00')),
      ]),
    );
    const found = await place.database.session.findFirstOrThrow({
      where: { code: 'MIX-2' },
      include: { registrations: { include: { person: true }, where: { state: { in: ['confirmed', 'waiting'] } } } },
    });
    expect(found.roomCapacity).toBe(3);
    const held = found.registrations.map(
      ({ person, state, mode, waitingFor }) => `${person.nameEn}: ${state} ${mode} ${waitingFor ?? ''}`,
    );
    expect(held.sort()).toEqual([
      expect.stringMatching(/^Anna .*: waiting onsite onsite$/),
      'Bert One: confirmed onsite ',
      'Bert Two: confirmed online onsite',
      'Cora One: confirmed onsite ',
      'Cora Two: confirmed onsite ',
    ]);
    const staff = await place.database.account.findMany({
      where: { person: { memberships: { some: { role: { in: ['secretariat', 'adviser'] } } } } },
    });
    expect(staff.map(({ platform }) => platform).sort()).toEqual(['slack', 'slack', 'teams', 'teams']);
  });
});

describe('with those who are planned to come', () => {
  beforeAll(openAll);
  afterAll(closeAll);

  test('lets colleagues stay away where only those come in who are planned to come', async () => {
    await play(new Date('2025-03-28T09:00:00Z'), timeline(plan), { onlyThosePlanned: true });
    expect(await registrations()).toMatchObject({ OPEN: 5 });
    const linked = await place.database.person.findMany({
      where: { accounts: { some: {} } },
      select: { nameEn: true },
    });
    const names = linked.map(({ nameEn }) => nameEn);
    expect(names).toEqual(expect.arrayContaining(['Anna One', 'Anna Two', 'Bert One', 'Cora One']));
    // Nobody needs Bert Two, and Dora One has no account, so that the secretariat comes in to act for her.
    expect(names).not.toContain('Bert Two');
    expect(names).toContain('Sec One');
  });

  test('registers only some, where some is asked for', async () => {
    const steps = [someRegister(new Date('2025-05-19T09:00:00Z'), sessionOf('MIX-2'), numberOf('MIX-2'), 3)];
    await play(new Date('2025-05-20T09:00:00Z'), steps);
    // Of four, the first and the last.
    expect(await registrations()).toMatchObject({ 'MIX-2': 2 });
  });
});
