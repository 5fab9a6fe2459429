/** R6 to R9, R11, R12 and R15: messages to many while processes, the queue and the platforms fail, on both queue backends, each with its control. */
import { migrateDatabase } from '../../prisma/migrate.js';
import { temporaryDatabase } from '../bench/folder.js';
import { type AppProcesses, appProcesses } from '../crowd/app-processes.js';
import type { Backend } from '../crowd/queues.js';
import type { CaseOptions, Found } from './cases/case.js';
import { crashAgain } from './cases/crash-loop.js';
import { dropAnswers } from './cases/dropped-answers.js';
import { limitTenant } from './cases/limited-tenant.js';
import { killBetween } from './cases/lost-between.js';
import { standStill } from './cases/standstill.js';
import { wipeQueueStore } from './cases/wiped-queue.js';
import { killWorkers } from './cases/worker-kills.js';

interface DeliveryCase {
  /** How many people it takes, and how many its control does. */
  readonly people: number;
  readonly controlled: number;
  readonly run: (options: CaseOptions) => Promise<Found>;
}

const KILLS = { full: 20, control: 3 } as const;

export const deliveryCases: Readonly<Record<string, DeliveryCase>> = {
  R6: { people: 1_000, controlled: 40, run: killBetween },
  R7: {
    ...{ people: 10_000, controlled: 300 },
    run: async (options) => {
      const kills = options.control ? KILLS.control : KILLS.full;
      return await killWorkers({ ...options, kills, bots: 2, withTeams: true });
    },
  },
  R8: { people: 1_000, controlled: 40, run: dropAnswers },
  R9: { people: 2_000, controlled: 200, run: wipeQueueStore },
  R11: { people: 600, controlled: 600, run: limitTenant },
  R12: { people: 60, controlled: 40, run: crashAgain },
  R15: { people: 60, controlled: 30, run: standStill },
};

export const backends: readonly Backend[] = ['redis', 'postgres'];

/** Runs the case and its control on one backend, for so many people or its own number, a JSON line each; whether the case found nothing and the control did. */
export async function runDeliveryCase(name: string, backend: Backend, people?: number): Promise<boolean> {
  const own = deliveryCases[name];
  if (own === undefined) throw new Error(`There is no case ${name}.`);
  const one = people === undefined ? own : { ...own, people, controlled: Math.min(people, own.controlled) };
  const apps = await appProcesses();
  const isMet = await runOnce(name, one, { apps, backend, control: false });
  const isFound = !(await runOnce(name, one, { apps, backend, control: true }));
  return isMet && isFound;
}

interface Run {
  readonly apps: AppProcesses;
  readonly backend: Backend;
  readonly control: boolean;
}

async function runOnce(name: string, { run, people, controlled }: DeliveryCase, how: Run): Promise<boolean> {
  const server = await temporaryDatabase();
  try {
    await migrateDatabase(server.url);
    const began = performance.now();
    const size = how.control ? controlled : people;
    const found = await run({ databaseUrl: server.url, people: size, ...how });
    const { done, lost, duplicated, unknown, secondsToRecover, figures, met } = found;
    const round = (value: number) => Math.round(value * 10) / 10;
    const line = {
      ...{ case: name, backend: how.backend, ...(how.control && { control: true }), people: size },
      ...{ done, lost, duplicated, unknown },
      secondsToRecover: secondsToRecover === null ? null : round(secondsToRecover),
      ...figures,
      ...{ seconds: round((performance.now() - began) / 1000), met },
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
    return met;
  } finally {
    await server.stop();
  }
}
