/** What the app does beside its conversations, for the playground's page: what lies ahead, the outbox, the queues and the worker. */
import { inspectQueues } from '../../jobs/inspect.js';
import type { NotificationKinds } from '../../programme/notifications/kind.js';
import type { Services } from '../../programme/requests/services.js';
import type { AdminApi } from '../page/host.js';
import type { Ahead, NotificationLine, OutboxEvent } from '../page/protocol.js';
import { readNewestNotifications } from './host.sql.js';
import { WorkerNotStarted } from './killable-worker.js';
import type { Playground, PlaygroundOptions } from './playground.js';

/** How much of the outbox the page shows. */
const newest = 200;
const mostAhead = 6;

/** Connects to the queue when it is first looked at; lets go of it when the playground closes. */
export function openAdminApi(
  { assistant: { services }, worker, beforeClose }: Playground,
  { databaseUrl, redisUrl }: Pick<PlaygroundOptions, 'databaseUrl' | 'redisUrl'>,
): AdminApi {
  const queues = inspectQueues({ databaseUrl, ...(redisUrl !== null && { redisUrl }) }, services.log);
  beforeClose(() => queues.close());
  return {
    ahead: async () => (await readAhead(services)).slice(0, mostAhead),
    aheadUntil: async (instant) => {
      const ahead = await readAhead(services, instant);
      return ahead.filter(({ at }) => Date.parse(at) <= instant.getTime());
    },
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

/**
 * What happens at a known time, soonest first; of notifications only the next few, or all until an instant. Many of one cause and
 * time are one thing.
 */
async function readAhead(services: Services, until?: Date): Promise<readonly Ahead[]> {
  const now = services.clock.now();
  const [sessions, notifications] = await Promise.all([
    services.database.session.findMany({
      where: { state: 'scheduled', endsAt: { gt: now } },
      orderBy: { endsAt: 'asc' },
      select: { id: true, titleJa: true, titleEn: true, deadline: true, startsAt: true, endsAt: true },
    }),
    services.database.notification.groupBy({
      by: ['dueAt', 'kind', 'subjectId'],
      where: { state: 'pending', dueAt: { gt: now, ...(until && { lte: until }) } },
      _count: true,
      orderBy: { dueAt: 'asc' },
      ...(until === undefined && { take: mostAhead }),
    }),
  ]);
  const subjectOf = ({ titleJa, titleEn }: { readonly titleJa: string; readonly titleEn: string }) => ({
    ja: titleJa,
    en: titleEn,
  });
  const titles = new Map(sessions.map((session) => [session.id, subjectOf(session)]));
  const events = [
    ...sessions.flatMap((session) => [
      { at: session.deadline, what: 'registration deadline' as const, subject: subjectOf(session) },
      { at: session.startsAt, what: 'session starts' as const, subject: subjectOf(session) },
      { at: session.endsAt, what: 'session ends' as const, subject: subjectOf(session) },
    ]),
    ...notifications.map(({ dueAt, kind, subjectId, _count: count }) => {
      const title = titles.get(subjectId ?? '');
      const what = titleOf(services.notificationKinds, kind);
      return {
        at: dueAt,
        what: 'notification' as const,
        subject: {
          ja: `${title ? `${title.ja} ` : ''}${what.ja}(${count}名)`,
          en: `${title ? `${title.en} ` : ''}${what.en} (${count} ${count === 1 ? 'person' : 'people'})`,
        },
      };
    }),
  ];
  return events
    .filter(({ at }) => at > now)
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest }));
}

/** A kind that only a later version knows is called by its name. */
function titleOf(kinds: NotificationKinds, kind: string): NotificationLine['title'] {
  return kinds.get(kind)?.name ?? { ja: kind, en: kind };
}

async function readNewest(services: Services): Promise<readonly NotificationLine[]> {
  const rows = await readNewestNotifications(services.database, newest);
  return rows.map(({ nameJa, nameEn, createdAt, dueAt, settledAt, ...row }) => ({
    ...row,
    title: titleOf(services.notificationKinds, row.kind),
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
