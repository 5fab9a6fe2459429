/** Every job, declared once: its name, the queue that it waits in, and the schema of its payload. */
import { z } from 'zod';

/** Deliveries and sweeps wait apart, so that a sweep never stands behind ten thousand deliveries. */
export type QueueName = 'deliveries' | 'sweeps';

interface Job<Payload> {
  readonly queue: QueueName;
  readonly payload: z.ZodType<Payload>;
}

const declared = {
  /** One round of one notification. */
  'notification.deliver': { queue: 'deliveries', payload: z.object({ id: z.uuid(), round: z.int().positive() }) },
  /** Takes back what dead senders and lost jobs held. */
  'notifications.recover': { queue: 'sweeps', payload: z.object({}) },
  /** Looks for due rows of which no wake-up told. */
  'notifications.dispatch': { queue: 'sweeps', payload: z.object({}) },
  /** Looks whether messages arrived whose sends were never answered. */
  'notifications.reconcile': { queue: 'sweeps', payload: z.object({}) },
  /** Plans the reminders of whole programmes where they were never planned or a time zone is new, and once a day. */
  'reminders.plan': { queue: 'sweeps', payload: z.object({}) },
  /** Begins announcements whose time has come, and ends those of which everything is settled. */
  'announcements.begin': { queue: 'sweeps', payload: z.object({}) },
  /** Posts what is due in channels and teams. */
  'announcements.post': { queue: 'sweeps', payload: z.object({}) },
  /** Deletes stored requests that no platform repeats any more, and signatures that are no longer good. */
  'requests.forget': { queue: 'sweeps', payload: z.object({}) },
  /** Reads which mails came back, and which arrived of which that was not known. */
  'mail.bounces': { queue: 'sweeps', payload: z.object({}) },
  /** Looks at pages that companies reported as published, where the operator lets the app look. */
  'publications.look': { queue: 'sweeps', payload: z.object({}) },
  /** Deletes files whose time is over. */
  'files.remove-stale': { queue: 'sweeps', payload: z.object({}) },
} as const satisfies Record<string, Job<unknown>>;

export type JobName = keyof typeof declared;

type Payloads = { readonly [Name in JobName]: z.infer<(typeof declared)[Name]['payload']> };

/** The declarations again, so typed that a job's name leads to its own payload. */
export const jobs: { readonly [Name in JobName]: Job<Payloads[Name]> } = declared;

/** A declared job without a handler does not compile. */
export type Handlers = { readonly [Name in JobName]: (payload: Payloads[Name]) => Promise<void> };

/** Runs one job's handler. Throws for a name that is not declared and for a payload that is not the job's. */
export async function runJob(handlers: Handlers, name: string, payload: unknown): Promise<void> {
  if (!isJobName(name)) throw new Error(`There is no job named ${name}.`);
  await run(handlers, name, payload);
}

async function run<Name extends JobName>(handlers: Handlers, name: Name, payload: unknown): Promise<void> {
  const handler: Handlers[Name] = handlers[name];
  await handler(jobs[name].payload.parse(payload));
}

function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}
