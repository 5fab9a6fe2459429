/** Replays a programme: everyone of its attendance plan goes through every session in their own chat client while the clock jumps. */
import { openDatabase } from '../../prisma/client.js';
import type { Log } from '../../programme/house.js';
import { type InputFile, wordFault } from '../../programme/members/import/findings.js';
import { importProgramme } from '../../programme/members/import-programme.js';
import { type AttendanceFigures, countAttendance } from '../../programme/reports/attendance-figures.js';
import { openPlayground, type Playground } from '../../start/playground.js';
import { startClock } from '../clock.js';
import { inspectAttendance, type Watch, watch } from './audit.js';
import { castSession, type Part } from './cast.js';
import { correctOnce, holdSession, prepareSession } from './day.js';
import { PilotFailed } from './failure.js';
import { inParallel } from './parallel.js';
import { openPeople, type People } from './people.js';
import { hasOwnName, type PilotPlan, type PilotSession, planned, readPlan } from './plan.js';
import { playRegistration, type Stage } from './registration.js';
import { openTruth, type Truth } from './truth.js';

export interface ReplayOptions {
  /** Of a database whose migrations are applied and that holds no programme. */
  readonly databaseUrl: string;
  readonly redisUrl: string | null;
  readonly programmeFile: InputFile;
  readonly rosterFile: InputFile;
  /** Told in a sentence what happens. */
  readonly tell?: (sentence: string) => void;
}

export interface Replayed {
  readonly figures: readonly AttendanceFigures[];
  /** The programme's, in which dates are told. */
  readonly timeZone: string;
  /** What of the plan could not be replayed, in sentences. */
  readonly remarks: readonly string[];
}

const HOUR = 3_600_000;

/** People register this long before the deadline. */
const BEFORE_DEADLINE = 72 * HOUR;
const PREPARED_BEFORE_START = 3 * HOUR;
const DOORS_OPEN_BEFORE_START = HOUR / 6;

/**
 * Imports the files into the empty database and replays their plan through both platforms.
 * @throws PilotFailed, in sentences for people, where the files have faults or anything went otherwise than it should
 */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { databaseUrl, redisUrl, programmeFile, rosterFile, tell = () => {} } = options;
  const plan = await readPlan(programmeFile, rosterFile);
  const acts = timeline(plan);
  const clock = startClock(new Date((acts[0]?.at ?? new Date()).getTime() - 24 * HOUR));
  const { log, faults } = listeningLog();
  const { database, close } = openDatabase(databaseUrl, { poolSize: 3 });
  try {
    if ((await database.programme.count()) > 0) {
      throw new PilotFailed('The database holds a programme already; the replay needs an empty one of its own.');
    }
    const imported = await importProgramme({ database, clock, log }, { programmeFile, rosterFile, dryRun: false });
    if (!imported.ok) {
      throw new PilotFailed(...imported.faults.map((fault) => wordFault(fault, 'en')));
    }
    const truth = await openTruth(database, plan.programmeCode);
    const ports = { bot: 0, slack: 0, teams: 0 };
    const playground = await openPlayground({ databaseUrl, redisUrl, log, clock, ports });
    const watching = watch(playground, truth, faults);
    try {
      await playActs(playground, { plan, acts, truth, watching, tell });
    } finally {
      watching.stop();
      await playground.close();
    }
    const figures = await countAttendance(database, truth.programmeId);
    return { figures, timeZone: plan.timeZone, remarks: plan.remarks };
  } finally {
    await close();
  }
}

interface Act {
  readonly at: Date;
  readonly does: 'register' | 'prepare' | 'hold';
  readonly session: PilotSession;
  readonly number: number;
}

/** What happens when. Sessions may overlap; the clock only ever goes on. */
function timeline({ sessions }: PilotPlan): readonly Act[] {
  return sessions
    .flatMap((session, number): Act[] => {
      const { startsAt, deadline } = session;
      const before = (instant: Date, milliseconds: number) => new Date(instant.getTime() - milliseconds);
      const last = deadline < startsAt ? deadline : startsAt;
      return [
        { at: before(last, BEFORE_DEADLINE), does: 'register', session, number },
        { at: before(startsAt, PREPARED_BEFORE_START), does: 'prepare', session, number },
        { at: before(startsAt, DOORS_OPEN_BEFORE_START), does: 'hold', session, number },
      ];
    })
    .sort((one, other) => one.at.getTime() - other.at.getTime());
}

interface Play {
  readonly plan: PilotPlan;
  readonly acts: readonly Act[];
  readonly truth: Truth;
  readonly watching: Watch;
  readonly tell: (sentence: string) => void;
}

async function playActs(playground: Playground, { plan, acts, truth, watching, tell }: Play): Promise<void> {
  const people = openPeople(playground, plan, truth);
  const casts = new Map<PilotSession, readonly Part[]>();
  const codes = new Map<PilotSession, string>();
  let corrected = false;
  for (const { at, does, session, number } of acts) {
    await playground.assistant.worker?.idle();
    if (at > playground.clock.now()) playground.clock.jumpTo(at);
    playground.assistant.worker?.wake();
    const stage: Stage = { people, truth, session, number };
    const parts = casts.get(session) ?? (await cast(plan, people, session, number));
    casts.set(session, parts);
    if (does === 'register') {
      await inParallel(parts, (part) => playRegistration(stage, part));
      tell(`${session.code}: ${parts.length} people have registered or been registered.`);
    } else if (does === 'prepare' && parts.length > 0) {
      codes.set(session, await prepareSession(stage));
    } else if (does === 'hold' && parts.length > 0) {
      await holdSession(stage, parts, codes.get(session) ?? '');
      const one = parts.findLast(({ person }) => hasOwnName(person, plan.participants));
      if (!corrected && one !== undefined) await correctOnce(stage, one);
      corrected ||= one !== undefined;
    }
    if (does !== 'hold') continue;
    await playground.assistant.worker?.idle();
    await watching.inspect();
    await inspectAttendance(stage, session, parts);
    tell(`${session.code}: held.`);
  }
}

/** Who is to come, comes in first; so it is known who can act in chat. */
async function cast(plan: PilotPlan, people: People, session: PilotSession, number: number): Promise<readonly Part[]> {
  const able = new Set<string>();
  const companies = new Set(
    plan.participants.filter((one) => planned(one, session)).map(({ companyCode }) => companyCode),
  );
  const concerned = plan.participants.filter(({ companyCode }) => companies.has(companyCode));
  await inParallel(concerned, async ({ email }) => {
    if (await people.canAct(email)) able.add(email);
  });
  return castSession(session, plan.participants, ({ email }) => able.has(email), number);
}

/** A log that only listens for what should not happen. */
function listeningLog(): { readonly log: Log; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const error = (fields: object, sentence: string) => {
    const cause = 'error' in fields && fields.error instanceof Error ? ` (${fields.error.message})` : '';
    faults.push(`${sentence}${cause}`);
  };
  return { log: { info: () => {}, warn: () => {}, error }, faults };
}
