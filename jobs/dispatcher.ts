/** Moves due rows from the outbox to the queue: when told, when the next one falls due, and now and then anyway. */

import { claimDue, nextDue } from '../programme/notifications/claim.js';
import type { Claimed } from '../programme/notifications/notifications.sql.js';
import { giveBack } from '../programme/notifications/recover.js';
import type { Services } from '../programme/requests/services.js';

/** Rows claimed and queued in one go. */
const BATCH = 500;

/** The clock may jump and a wake-up may be lost, so no sleep is longer. */
const LONGEST_SLEEP_MILLISECONDS = 15_000;

/** Where due rows are locked by another dispatcher, looking again at once would only heat the processor. */
const SHORTEST_SLEEP_MILLISECONDS = 20;

const FIRST_PAUSE_MILLISECONDS = 500;
const LONGEST_PAUSE_MILLISECONDS = 5_000;

export interface Dispatcher {
  /** Resolves when everything that was due at the call is in the queue, or it is known that this failed. Never rejects. */
  wake(): Promise<void>;
  /** Something is due again some time: makes sure that the next look is not too late for it. Cheap to call often. */
  lookSoon(): void;
  /** Ends after the batch in hand. */
  close(): Promise<void>;
}

export function startDispatcher(
  services: Services,
  enqueue: (claimed: readonly Claimed[]) => Promise<void>,
): Dispatcher {
  let closed = false;
  let running: Promise<void> | null = null;
  let following: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let soon = false;
  let failures = 0;

  function wake(): Promise<void> {
    if (closed) return running ?? Promise.resolve();
    if (running === null) {
      running = pass().finally(() => {
        running = null;
      });
      return running;
    }
    // The pass under way may have looked already; one more after it serves everyone who asks meanwhile.
    following ??= running.then(() => {
      following = null;
      return wake();
    });
    return following;
  }

  async function pass(): Promise<void> {
    clearTimeout(timer);
    let sleep: number;
    try {
      while ((await claimAndEnqueue()) === BATCH && !closed);
      const next = await nextDue(services);
      const remaining = next === null ? LONGEST_SLEEP_MILLISECONDS : next.getTime() - services.clock.now().getTime();
      sleep = Math.min(Math.max(remaining, SHORTEST_SLEEP_MILLISECONDS), LONGEST_SLEEP_MILLISECONDS);
      failures = 0;
    } catch (error) {
      sleep = Math.min(FIRST_PAUSE_MILLISECONDS * 2 ** failures, LONGEST_PAUSE_MILLISECONDS);
      failures += 1;
      services.log.error({ error }, 'due notifications could not be queued');
    }
    sleepFor(sleep);
  }

  function sleepFor(milliseconds: number): void {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void wake(), milliseconds);
    soon = milliseconds <= SHORTEST_SLEEP_MILLISECONDS;
  }

  async function claimAndEnqueue(): Promise<number> {
    const claimed = await claimDue(services, BATCH);
    if (claimed.length === 0) return 0;
    try {
      await enqueue(claimed);
    } catch (error) {
      // Some may be in the queue all the same; their jobs are of a round that is over and will do nothing.
      await giveBack(services, claimed);
      throw error;
    }
    return claimed.length;
  }

  return {
    wake,
    lookSoon() {
      // A pass under way decides itself when to look next, but may have looked already.
      if (running !== null) void wake();
      else if (!soon) sleepFor(SHORTEST_SLEEP_MILLISECONDS);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
