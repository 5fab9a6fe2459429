/** What the benches of many messages share: a crowd on each queue backend in turn, and a report for each. */
import { migrateDatabase } from '../../prisma/migrate.js';
import { type AppProcesses, appProcesses } from '../crowd/app-processes.js';
import { type Crowd, type CrowdOptions, openCrowd } from '../crowd/crowd.js';
import type { Backend } from '../crowd/queues.js';
import { temporaryDatabase } from './folder.js';
import { type Report, report } from './measure.js';

export interface CrowdBench {
  readonly crowd: Crowd;
  readonly apps: AppProcesses;
  readonly backend: Backend;
  readonly databaseUrl: string;
}

export type CrowdWanted = Omit<CrowdOptions, 'databaseUrl' | 'backend'>;

/** On a database of its own for each backend. */
export async function onEachBackend(wanted: CrowdWanted, measure: (bench: CrowdBench) => Promise<void>): Promise<void> {
  const apps = await appProcesses();
  for (const backend of ['redis', 'postgres'] as const) {
    const server = await temporaryDatabase();
    try {
      await migrateDatabase(server.url);
      const crowd = await openCrowd({ ...wanted, databaseUrl: server.url, backend });
      try {
        await crowd.database.$executeRaw`ANALYZE`;
        await measure({ crowd, apps, backend, databaseUrl: server.url });
      } finally {
        await apps.killAll();
        await crowd.close();
      }
    } finally {
      await server.stop();
    }
  }
}

/** The goal is met where ours is at most so many times the floor. */
export function reportAtMost({
  goal,
  backend,
  most,
  ...line
}: Pick<Report, 'goal' | 'unit' | 'floor' | 'ours' | 'rounds'> & {
  readonly backend: Backend;
  readonly most: number;
  readonly of: string;
}): void {
  const { of, ...figures } = line;
  const limit = `<= ${most} x ${of}`;
  report({ ...figures, goal: `${goal}, ${backend}`, limit, met: line.ours <= most * line.floor });
}
