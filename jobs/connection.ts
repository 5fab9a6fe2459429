/** Opens the queue store, Redis or PostgreSQL, and builds every queue, worker and schedule on it. */
import { type IQueueBackend, type JobsOptions, Queue, Worker } from 'bullmq';
import type { Log } from '../programme/requests/services.js';
import { schemaOf } from './database-address.js';
import { type JobName, jobs, type QueueName } from './jobs.js';
import type { QueueBackend } from './queue-backend.js';

export interface QueueAddress {
  readonly databaseUrl: string;
  /** Where it is given the queues live in Redis, otherwise in the database. */
  readonly redisUrl?: string;
  /** Tells installations apart that share a store. */
  readonly prefix?: string;
}

type JobQueue = Queue<unknown, void, JobName, unknown, void, JobName, IQueueBackend, object>;
type JobWorker = Worker<unknown, void, JobName, IQueueBackend, number, object>;

/** One thing to add to a queue. */
export interface NewJob {
  readonly name: JobName;
  readonly payload: object;
  /** Neither with a colon nor all digits. */
  readonly id: string;
}

/** How many jobs of a queue are in which state. What is done and what failed leaves nothing behind, unless by a fault of ours. */
export interface JobCounts {
  readonly waiting: number;
  /** To start later: the next runs of schedules. */
  readonly delayed: number;
  readonly active: number;
  readonly failed: number;
}

export interface QueueStore {
  readonly kind: 'redis' | 'postgres';
  count(queue: QueueName): Promise<JobCounts>;
  add(queue: QueueName, added: readonly NewJob[]): Promise<void>;
  /** Which of these ids the queue has no job of. */
  findMissing(queue: QueueName, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Starts `name` every so many milliseconds, on one worker of all. Keeps a schedule that runs already. */
  schedule(name: JobName, every: number): Promise<void>;
  /** Starts to work; `handle` gets the job's name and payload. */
  work(queue: QueueName, concurrency: number, handle: (name: string, payload: unknown) => Promise<void>): void;
  ready(): boolean;
  /** Makes what the store must have, again if it was lost. */
  prepare(): Promise<void>;
  /** Takes no further job and waits for those in work, though not beyond `patience`; then lets go of every connection. */
  close(patience: Promise<unknown>): Promise<void>;
}

/**
 * A dead worker's jobs are given to another after 5 to 11 s. However often that happens, the job is not given up: the
 * outbox decides when to stop. A job that failed leaves nothing behind, as the outbox takes its row back once the job is gone.
 */
const WORKER = {
  lockDuration: 5_000,
  stalledInterval: 3_000,
  maxStalledCount: 1_000_000,
  // BullMQ's 15 s would keep a worker idle long after a restart of the store.
  runRetryDelay: 1_000,
} as const;

const JOB: JobsOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true };

/** How late a schedule's next job may be before the store has lost it. */
const OVERDUE_MILLISECONDS = 10_000;

/** Nobody reads the stream of events; BullMQ keeps ten thousand unless told. */
const EVENTS = { events: { maxLen: 100 } } as const;

/** Opens the store. Throws QueueUnreachable within seconds where it does not answer. */
export async function openQueueStore(address: QueueAddress, log: Log): Promise<QueueStore> {
  const complain = sayRarely(log);
  let closed = false;
  // What could not be waited for may still hear that its database was stopped, which is news to nobody by then.
  const onError = (error: unknown) => {
    if (!closed) complain(error);
  };
  const redisUrl = address.redisUrl || undefined;
  const prefix = address.prefix ?? schemaOf(address.databaseUrl) ?? 'spp';
  const keys = `{${prefix}}`;
  const backend = await openBackend(address.databaseUrl, redisUrl, keys, onError);
  // Redis tells installations apart by the keys' prefix (in braces, so that a cluster keeps them together), PostgreSQL by the name.
  const options = { connection: {}, prefix: keys };
  const queues = new Map<QueueName, JobQueue>();
  const workers: JobWorker[] = [];

  function queueOf(name: QueueName): JobQueue {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const settings = { ...options, defaultJobOptions: JOB, streams: EVENTS };
    const queue: JobQueue = new Queue(`${prefix}-${name}`, settings, backend.producing);
    queue.on('error', onError);
    queues.set(name, queue);
    return queue;
  }

  return {
    kind: redisUrl === undefined ? 'postgres' : 'redis',
    async count(queue) {
      const counts = await queueOf(queue).getJobCounts('waiting', 'prioritized', 'delayed', 'active', 'failed');
      const { waiting = 0, paused = 0, prioritized = 0, delayed = 0, active = 0, failed = 0 } = counts;
      return { waiting: waiting + paused + prioritized, delayed, active, failed };
    },
    async add(queue, added) {
      await queueOf(queue).addBulk(
        added.map(({ name, payload, id }) => ({ name, data: payload, opts: { ...JOB, jobId: id } })),
      );
    },
    async findMissing(queue, ids) {
      const found = await Promise.all(
        ids.map(async (id) => ((await queueOf(queue).getJob(id)) === undefined ? [id] : [])),
      );
      return new Set(found.flat());
    },
    async schedule(name, every) {
      const queue = queueOf(jobs[name].queue);
      const known = await queue.getJobScheduler(name);
      // Its next start lies in the future unless the store lost that job; the store keeps real time.
      const running = known?.every === every && (known.next ?? 0) > Date.now() - OVERDUE_MILLISECONDS;
      if (!running) await queue.upsertJobScheduler(name, { every }, { name, data: {}, opts: { ...JOB } });
    },
    work(queue, concurrency, handle) {
      const worker: JobWorker = new Worker(
        `${prefix}-${queue}`,
        async (job) => await handle(job.name, job.data),
        { ...options, ...WORKER, concurrency },
        backend.working,
      );
      worker.on('error', onError);
      worker.on('failed', (job, error) => log.error({ job: job?.id, name: job?.name, error }, 'a job failed'));
      workers.push(worker);
    },
    ready: () => backend.ready(),
    prepare: () => backend.prepare(),
    async close(patience) {
      const closing = async () => {
        await Promise.all(workers.map((worker) => worker.close()));
        await Promise.all([...queues.values()].map((queue) => queue.close()));
      };
      await Promise.race([closing().catch(onError), patience]);
      await backend.close();
      closed = true;
    },
  };
}

/** Loads the driver of the chosen store only: memory is dear. */
async function openBackend(
  databaseUrl: string,
  redisUrl: string | undefined,
  keys: string,
  onError: (error: unknown) => void,
): Promise<QueueBackend> {
  if (redisUrl === undefined)
    return await (await import('./postgres-backend.js')).openPostgresBackend(databaseUrl, onError);
  return await (await import('./redis-backend.js')).openRedisBackend(redisUrl, keys, onError);
}

/** A store that is away fails each of many connections again and again; once in ten seconds is enough to say so. */
function sayRarely(log: Log): (error: unknown) => void {
  let quietUntil = 0;
  return (error) => {
    if (performance.now() < quietUntil) return;
    quietUntil = performance.now() + 10_000;
    log.warn({ error }, 'the queue store failed');
  };
}
