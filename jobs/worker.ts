/** The work of one process's worker: dispatches due notifications, delivers them, and repairs what crashes leave behind. */
import { setTimeout as pause } from 'node:timers/promises';
import { countPostsUnderWay } from '../programme/announcements/places/deliver-posts.js';
import { settleAnnouncements } from '../programme/announcements/settle-announcements.js';
import { lookAtPublications } from '../programme/deliverables/publication/look-at-publications.js';
import type { LookAtPage } from '../programme/deliverables/publication/page-look.js';
import { forgetModelCalls } from '../programme/model-use/allowance.sql.js';
import { countUnderWay } from '../programme/notifications/claim.js';
import type { Gateways } from '../programme/notifications/gateway.js';
import type { Claimed } from '../programme/notifications/notifications.sql.js';
import { reconcileUnknown } from '../programme/notifications/reconcile.js';
import { planAllReminders } from '../programme/reminders/plan-all.js';
import { forgetRequests } from '../programme/requests/idempotency.js';
import { forgetSignatures } from '../programme/requests/seen-signatures.js';
import type { Services } from '../programme/requests/services.js';
import { openQueueStore, type QueueAddress, type QueueStore } from './connection.js';
import { type Delivery, startDelivery } from './delivery.js';
import { type Dispatcher, startDispatcher } from './dispatcher.js';
import { type Intervals, steadyIntervals } from './intervals.js';
import { type Handlers, runJob } from './jobs.js';
import { listen } from './listener.js';
import { type Posting, startPosting } from './posting.js';
import { recover } from './recovery.js';
import { startWatchdog } from './watchdog.js';

export { QueueUnreachable } from './queue-backend.js';

export interface WorkerConfiguration extends QueueAddress {
  /** Deliveries at the same time in this process. */
  readonly concurrency?: number;
  readonly intervals?: Partial<Intervals>;
  /** Reads which mails came back; absent where nothing is to be read. */
  readonly collectBounces?: () => Promise<unknown>;
  /** Looks at the pages that companies reported as published; absent where the operator does not let the app ask the internet. */
  readonly lookAtPages?: LookAtPage;
}

export interface RunningWorker {
  /** Whether new notifications are heard of and the queue answers; for health checks. */
  ready(): boolean;
  /** Looks for due notifications now: call it after the clock jumped. */
  wake(): void;
  /** Resolves when nothing is due, queued or being sent, in whatever process; a look into the outbox. */
  idle(): Promise<void>;
  /** Finishes what is being sent, then lets go of every connection; also where the queue store is gone. */
  close(): Promise<void>;
}

const CONCURRENCY = 20;

/** More than a send may take at most. */
const CLOSING_MILLISECONDS = 35_000;

/** How long the queue store may take to close once nothing is being sent. */
const FAREWELL_MILLISECONDS = 2_000;

/** How soon it is looked again whether everything is done, at first and at last. */
const FIRST_LOOK_MILLISECONDS = 5;
const LAST_LOOK_MILLISECONDS = 200;

/**
 * Any number of processes may each start one; together they deliver each notification once.
 * Throws QueueUnreachable, whose message is for people, when the queue store does not answer within seconds.
 */
export async function startWorker(
  services: Services,
  gateways: Gateways,
  configuration: WorkerConfiguration,
): Promise<RunningWorker> {
  const intervals = { ...steadyIntervals, ...configuration.intervals };
  const store = await openQueueStore(configuration, services.log);
  const dispatcher = startDispatcher(services, (claimed) => store.add('deliveries', claimed.map(toJob)));
  /** Both for a jump of the clock: what begins is due at once. */
  const wake = async () => {
    await settleAnnouncements(services).catch((error: unknown) =>
      services.log.error({ error }, 'due announcements could not be begun'),
    );
    await dispatcher.wake();
    void posting.wake();
  };
  const posting = startPosting(services, gateways);
  const delivery = startDelivery(services, gateways, intervals.renew, () => dispatcher.lookSoon());

  const { handlers, putSchedules, lookAfter } = jobsOf({
    ...{ services, gateways, store, delivery, dispatcher, posting, intervals },
    collectBounces: configuration.collectBounces ?? null,
    lookAtPages: configuration.lookAtPages ?? null,
  });
  const hear = () => void Promise.all([dispatcher.wake(), posting.wake()]);
  const listener = await listen(configuration.databaseUrl, hear, services.log).catch(async (error: unknown) => {
    delivery.close();
    await Promise.all([posting.close(), store.close(Promise.resolve())]);
    throw error;
  });
  store.work('deliveries', configuration.concurrency ?? CONCURRENCY, (name, payload) =>
    runJob(handlers, name, payload),
  );
  store.work('sweeps', 1, (name, payload) => runJob(handlers, name, payload));
  await putSchedules().catch(async (error: unknown) => {
    // A start that has failed must not leave half a worker behind, or trying again would make a second one.
    await Promise.all([listener.close(), dispatcher.close(), posting.close(), store.close(Promise.resolve())]);
    delivery.close();
    throw error;
  });
  const watchdog = startWatchdog(intervals.watchdog, lookAfter, services.log);
  hear();

  let closing: Promise<void> | null = null;
  async function close(): Promise<void> {
    await Promise.all([watchdog.close(), listener.close(), dispatcher.close()]);
    const enough = new AbortController();
    const wait = (milliseconds: number) => pause(milliseconds, undefined, { signal: enough.signal }).catch(() => {});
    // Once the last send is recorded only a store that is gone can hold us up.
    const lastSend = Promise.all([delivery.settled(), posting.close()]).then(() => wait(FAREWELL_MILLISECONDS));
    await store.close(Promise.race([lastSend, wait(CLOSING_MILLISECONDS)]));
    enough.abort();
    delivery.close();
  }

  return {
    ready: () => closing === null && listener.connected() && store.ready(),
    wake: () => void wake(),
    async idle() {
      const underWay = async () => (await countUnderWay(services)) + (await countPostsUnderWay(services));
      for (let look = FIRST_LOOK_MILLISECONDS; ; look = Math.min(look * 1.5, LAST_LOOK_MILLISECONDS)) {
        if (closing !== null) throw new Error('The worker is closed: nothing becomes idle any more.');
        await wake();
        await delivery.settled();
        // An announcement that ends by this may have something to tell.
        await posting.wake();
        // Counted before, too: what is settled in between is not ended by this look.
        const before = await underWay();
        await settleAnnouncements(services);
        if (before === 0 && (await underWay()) === 0) return;
        await pause(look);
      }
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

interface Parts {
  readonly services: Services;
  readonly gateways: Gateways;
  readonly store: QueueStore;
  readonly delivery: Delivery;
  readonly dispatcher: Dispatcher;
  readonly posting: Posting;
  readonly intervals: Intervals;
  readonly collectBounces: (() => Promise<unknown>) | null;
  readonly lookAtPages: LookAtPage | null;
}

/** What each job does, the schedules of the sweeps, and what puts both right where the queue has lost them. */
function jobsOf({ services, gateways, store, delivery, dispatcher, posting, intervals, ...reading }: Parts) {
  const { collectBounces, lookAtPages } = reading;
  const findLost = async (claimed: readonly Claimed[]) => {
    const missing = await store.findMissing('deliveries', claimed.map(jobId));
    return claimed.filter((one) => missing.has(jobId(one)));
  };
  const repair = async () => {
    // First, so that a jump of the clock does not make this process's own sends look abandoned.
    await delivery.renew();
    if ((await recover(services, findLost)) > 0) await dispatcher.wake();
  };
  const warn = (sentence: string) => (error: unknown) => services.log.warn({ error }, sentence);
  const startCollecting = oneAtATime(collectBounces, warn('mails that came back could not be read'));
  const startLooking = oneAtATime(
    lookAtPages && (async () => await lookAtPublications(services, lookAtPages)),
    warn('published pages could not be looked at'),
  );
  const handlers: Handlers = {
    'notification.deliver': async (claimed) => await delivery.run(claimed),
    'notifications.recover': repair,
    'notifications.dispatch': async () => await dispatcher.wake(),
    'notifications.reconcile': async () => {
      if ((await reconcileUnknown(services, gateways)) > 0) await dispatcher.wake();
    },
    'reminders.plan': async () => await planAllReminders(services),
    'announcements.begin': async () => {
      await settleAnnouncements(services);
    },
    // Not waited for: a platform that is slow must hold up no sweep.
    'announcements.post': async () => void posting.wake(),
    'requests.forget': async () => {
      await forgetRequests(services);
      await forgetSignatures(services);
      await forgetModelCalls(services.database, services.clock.now());
    },
    'mail.bounces': async () => startCollecting(),
    'publications.look': async () => startLooking(),
    'files.remove-stale': async () => {
      await services.files.removeStale(services.clock.now());
    },
  };
  const putSchedules = async () => {
    await store.schedule('notifications.recover', intervals.recover);
    await store.schedule('notifications.dispatch', intervals.dispatch);
    await store.schedule('notifications.reconcile', intervals.reconcile);
    await store.schedule('reminders.plan', intervals.remind);
    await store.schedule('announcements.begin', intervals.announce);
    await store.schedule('announcements.post', intervals.post);
    await store.schedule('requests.forget', intervals.forget);
    await store.schedule('files.remove-stale', intervals.forget);
    if (lookAtPages !== null) await store.schedule('publications.look', intervals.publications);
    if (collectBounces !== null) await store.schedule('mail.bounces', intervals.bounces);
  };
  const lookAfter = async () => {
    try {
      await putSchedules();
    } catch {
      await store.prepare();
      await putSchedules();
    }
    await repair();
    await dispatcher.wake();
  };
  return { handlers, putSchedules, lookAfter };
}

/** Begins the work unless it is under way, and does not wait for it: a mail server or a page that is slow must hold up no sweep. */
function oneAtATime(work: (() => Promise<unknown>) | null, failed: (error: unknown) => void): () => void {
  let isUnderWay = false;
  return () => {
    if (isUnderWay || work === null) return;
    isUnderWay = true;
    work()
      .catch(failed)
      .finally(() => {
        isUnderWay = false;
      });
  };
}

function toJob(claimed: Claimed) {
  return {
    name: 'notification.deliver',
    payload: { id: claimed.id, round: claimed.round },
    id: jobId(claimed),
  } as const;
}

/** A new id each round: a queue ignores a job under an id that it knows. */
function jobId({ id, round }: Claimed): string {
  return `notification-${id}-${round}`;
}
