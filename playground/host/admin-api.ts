/** What the app does beside its conversations, for the playground's page: what lies ahead, the outbox, the queues and the worker. */
import { inspectQueues } from '../../jobs/inspect.js';
import type { Services } from '../../programme/requests/services.js';
import type { AdminApi } from '../page/host.js';
import type { NotificationLine, OutboxEvent } from '../page/protocol.js';
import { nameOfKind, readAhead } from './ahead.js';
import { readNewestNotifications } from './host.sql.js';
import { WorkerNotStarted } from './killable-worker.js';
import type { Playground, PlaygroundOptions } from './playground.js';

/** How much of the outbox the page shows. */
const newest = 200;

/** Connects to the queue when it is first looked at; lets go of it when the playground closes. */
export function openAdminApi(
  { assistant: { services }, worker, understanding, beforeClose }: Playground,
  { databaseUrl, redisUrl }: Pick<PlaygroundOptions, 'databaseUrl' | 'redisUrl'>,
): AdminApi {
  const queues = inspectQueues({ databaseUrl, ...(redisUrl !== null && { redisUrl }) }, services.log);
  beforeClose(() => queues.close());
  return {
    understanding,
    ahead: async () => await readAhead(services),
    aheadUntil: (instant) => readAhead(services, instant),
    async outbox() {
      const [notifications, counts, counted] = await Promise.all([
        readNewest(services),
        countStates(services),
        queues.counts(),
      ]);
      return {
        notifications,
        counts,
        queue: { kind: queues.kind, queues: counted },
        worker: { state: worker.state(), processId: worker.processId() },
      };
    },
    wake: () => worker.wake(),
    killWorker: () => worker.kill(),
    async startWorker() {
      try {
        await worker.start();
      } catch (error) {
        if (!(error instanceof WorkerNotStarted)) throw error;
        services.log.warn({ error }, 'the worker could not be started from the page');
        const { NotPossible } = await import('../page/client-sessions/client-session.js');
        throw new NotPossible({
          ja: 'ワーカーを起動できませんでした。「トラブル」が入っている場合は、切ってからもう一度お試しください。',
          en: 'The worker could not be started. If a trouble is on, switch it off and try again.',
        });
      }
    },
  };
}

async function readNewest(services: Services): Promise<readonly NotificationLine[]> {
  const rows = await readNewestNotifications(services.database, newest);
  return rows.map(({ nameJa, nameEn, createdAt, dueAt, settledAt, ...row }) => ({
    ...row,
    title: nameOfKind(services.notificationKinds, row.kind),
    person: { ja: nameJa, en: nameEn },
    createdAt: createdAt.toISOString(),
    dueAt: dueAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  }));
}

async function countStates(services: Services): Promise<OutboxEvent['counts']> {
  const groups = await services.database.notification.groupBy({ by: ['state'], _count: true });
  return Object.fromEntries(groups.map(({ state, _count: count }) => [state, count]));
}
