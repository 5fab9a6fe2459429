/** R7: an announcement to many while its workers are killed again and again: nothing is lost, and what came twice was in flight. */
import { announce, settled } from '../../crowd/announce.js';
import type { AppProcess } from '../../crowd/app-processes.js';
import { type Crowd, openCrowd } from '../../crowd/crowd.js';
import { sabotage } from '../../crowd/ledger.sql.js';
import { judge } from '../../crowd/verdict.js';
import { secondsUntil, until } from '../../crowd/wait.js';
import { type CaseOptions, type Found, fastRates, halves, LIMIT_SECONDS } from './case.js';

const WORKERS = 2;
/** Deliveries at once in a worker: no more can be in flight when it is killed. */
const CONCURRENCY = 20;

export interface KillOptions extends CaseOptions {
  readonly kills: number;
  /** Beside the workers, to show that they neither send nor hinder. */
  readonly bots: number;
  /** Whether half of the people are on Teams. */
  readonly withTeams: boolean;
}

export async function killWorkers(options: KillOptions): Promise<Found> {
  const { apps, people, kills, bots, withTeams } = options;
  const crowd = await openCrowd(withTeams ? halves(options) : { ...halves(options), onSlack: people, onTeams: 0 });
  try {
    if (options.control) await sabotage(crowd.database, 'recorded before the send');
    const start = async () =>
      await apps.start(crowd.settings(['worker'], { rates: fastRates, concurrency: CONCURRENCY }));
    // In the control all of them hang in the one that is killed, which another would end in its own way.
    const workers = await Promise.all(Array.from({ length: options.control ? 1 : WORKERS }, start));
    await Promise.all(Array.from({ length: bots }, async () => await apps.start(crowd.settings(['bot']))));
    await announce(crowd);
    const recoveries: Promise<number | null>[] = [];
    let inFlight = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      await until(`${kill} kills are due`, () => crowd.arrived() >= (kill * people) / (kills + 1), LIMIT_SECONDS);
      if (options.control) await hangSome(crowd);
      const place = kill % workers.length;
      const held = await killOne(crowd, workers[place]);
      inFlight += held.length;
      recoveries.push(recovered(crowd, held));
      workers[place] = await start();
    }
    const end = await settled(crowd, people, LIMIT_SECONDS);
    const { unadmitted, ...verdict } = judge(await crowd.ledger());
    const seconds = await Promise.all(recoveries);
    const most = seconds.some((one) => one === null) ? null : Math.max(...seconds.map((one) => one ?? 0));
    const { lost, duplicated } = verdict;
    return {
      ...{ ...verdict, secondsToRecover: most, figures: { kills, inFlight, unadmitted } },
      met: end !== null && most !== null && lost === 0 && unadmitted === 0 && duplicated <= kills * CONCURRENCY,
    };
  } finally {
    await apps.killAll();
    await crowd.close();
  }
}

const HUNG = 3;

/** Waits until some calls are in flight that the platform will never take. */
async function hangSome({ slack }: Crowd): Promise<void> {
  let hung = 0;
  const isHanging = () => {
    hung += 1;
    return true;
  };
  slack.trouble({ kind: 'hang', method: 'chat.postMessage', times: HUNG, when: isHanging });
  await until('some calls hang', () => hung >= HUNG, LIMIT_SECONDS);
}

type Held = readonly { readonly id: string; readonly round: number }[];

/** Kills it and returns the rows that were being sent by then, by it or another. */
async function killOne({ database }: Crowd, worker: AppProcess | undefined): Promise<Held> {
  await worker?.kill();
  return await database.notification.findMany({ where: { state: 'sending' }, select: { id: true, round: true } });
}

/** In seconds until none of the rows is held by a sender of before. */
async function recovered({ database }: Crowd, held: Held): Promise<number | null> {
  if (held.length === 0) return 0;
  const rounds = new Map(held.map(({ id, round }) => [id, round]));
  return await secondsUntil(async () => {
    const rows = await database.notification.findMany({
      where: { id: { in: [...rounds.keys()] }, state: 'sending' },
      select: { id: true, round: true },
    });
    return rows.every(({ id, round }) => round !== rounds.get(id));
  }, LIMIT_SECONDS);
}
