/** What a queue backend must give: connections for those who add jobs and for those who work on them. */
import type { BackendFactory, IQueueBackend } from 'bullmq';

/** The connection is the backend's own; BullMQ hands an empty object through. */
export type Factory = BackendFactory<IQueueBackend, object>;

export interface QueueBackend {
  /** Adds jobs; fails within seconds while the store is away. */
  readonly producing: Factory;
  /** Fetches jobs; waits for as long as the store is away. */
  readonly working: Factory;
  /** Whether the store answers, as far as is known. */
  ready(): boolean;
  /** Makes what the store must have, again if it was lost. */
  prepare(): Promise<void>;
  /** Lets go of every connection at once; never throws. */
  close(): Promise<void>;
}

/** The queue store did not answer at start-up; the message is a sentence for the person who starts the app. */
export class QueueUnreachable extends Error {
  override readonly name = 'QueueUnreachable';
}
