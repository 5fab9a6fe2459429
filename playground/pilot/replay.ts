/** Replays a programme: everyone of its attendance plan goes through every session, and companies and advisers through its consultations and drafts, in their own chat client while the clock jumps. */
import { inTransaction, openDatabase } from '../../prisma/client.js';
import { type InputFile, wordFault } from '../../programme/import/findings.js';
import { importProgramme } from '../../programme/import/import-programme.js';
import type { NotificationFigures } from '../../programme/notifications/audit.js';
import { type ImplementationReport, readReport } from '../../programme/reports/read-report.js';
import { startClock } from '../clock.js';
import { openPlayground } from '../host/playground.js';
import { inspectConsultations, inspectDrafts, inspectNotifications, watch } from './audit.js';
import { PilotFailed } from './failure.js';
import { listeningLog } from './listening-log.js';
import { readPlan } from './plan.js';
import { type Progress, playOut, playSteps } from './play.js';
import { timeline } from './timeline.js';
import { openTruth } from './truth.js';

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
  /** As of the end of the replay. */
  readonly report: ImplementationReport;
  /** Of the whole ledger, also what belongs to no programme. */
  readonly notifications: NotificationFigures;
  /** What of the plan could not be replayed, in sentences. */
  readonly remarks: readonly string[];
  /** How many of Slack's events the assistant answered late: those that read a file, on a busy machine. */
  readonly lateEvents: number;
}

const DAY = 24 * 3_600_000;

/**
 * Imports the files into the empty database and replays their plan through both platforms.
 * @throws PilotFailed, in sentences for people, where the files have faults or anything went otherwise than it should
 */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { databaseUrl, redisUrl, programmeFile, rosterFile, tell = () => {} } = options;
  const plan = await readPlan(programmeFile, rosterFile);
  const steps = timeline(plan);
  const clock = startClock(new Date((steps[0]?.at ?? new Date()).getTime() - DAY));
  const { log, faults } = listeningLog();
  const { database, close } = openDatabase(databaseUrl, { poolSize: 3, asOwner: true });
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
    let notifications: NotificationFigures;
    try {
      const tellProgress = (progress: Progress) => {
        const sentence = told(progress);
        if (sentence !== null) tell(sentence);
      };
      await playSteps(playground, steps, { plan, truth, watching, tell: tellProgress });
      await inspectConsultations(truth, plan);
      await inspectDrafts(truth, plan);
      await playOut({ playground, truth });
      await watching.inspect();
      notifications = await inspectNotifications(playground, truth);
    } finally {
      watching.stop();
      await playground.close();
    }
    const { programmeId } = truth;
    const viewer = { kind: 'programme', programmeId } as const;
    const report = await inTransaction(database, (transaction) => readReport(transaction, programmeId, clock.now()), {
      viewer,
    });
    return { report, notifications, remarks: plan.remarks, lateEvents: watching.lateEvents() };
  } finally {
    await close();
  }
}

function told({ does, state, session, people }: Progress): string | null {
  if (state === 'begins') return null;
  if (does === 'offer') return 'An adviser offers hours.';
  if (does === 'move') return 'A consultation was moved.';
  if (does === 'announce') return 'The secretariat announces.';
  if (does === 'acknowledge') return `${people} people confirm that they have read it.`;
  if (does === 'submit') return 'A draft was handed in.';
  if (does === 'review') return 'A draft was reviewed.';
  if (does === 'approve') return 'A board approved a draft.';
  if (does === 'publish') return 'A company published.';
  if (does === 'try again') return 'Something did not come about in chat and was tried once more.';
  if (does === 'take over') return 'A consultation was taken over.';
  if (session === null) return null;
  if (does === 'register') return `${session.code}: ${people} people have registered or been registered.`;
  return does === 'hold' ? `${session.code}: held.` : null;
}
