/** The record of every request in both directions: what a page shows and what a test counts. */

export interface Activity {
  readonly number: number;
  readonly at: Date;
  readonly direction: 'to slack' | 'to bot';
  readonly team: string | undefined;
  /** The Web API method, or what was sent to the bot: `event message`, `command /spp`, `block_actions`. */
  readonly method: string;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly milliseconds: number;
  readonly summary: string;
  /** Slack's error code, or how the bot failed. */
  readonly error: string | undefined;
  /** A call made before the Retry-After of an earlier 429 had passed. */
  readonly early: boolean;
  /** Arguments without their token, or the payload sent. */
  readonly request: unknown;
  readonly response: unknown;
}

export interface TrafficLog {
  readonly add: (activity: Omit<Activity, 'number'>) => void;
  /** What is remembered, oldest first. */
  readonly entries: () => readonly Activity[];
  /** How many there have ever been, forgotten ones included. */
  readonly total: () => number;
  /** Calls back for each new entry until the returned function is called. */
  readonly listen: (listener: (activity: Activity) => void) => () => void;
}

/** Keeps the last `remember` entries. */
export function createTrafficLog(remember: number): TrafficLog {
  const entries: Activity[] = [];
  const listeners = new Set<(activity: Activity) => void>();
  let total = 0;
  return {
    add(activity) {
      total += 1;
      const entry = { number: total, ...activity };
      entries.push(entry);
      // Cut in bulk: shifting one by one from a long array would cost more than the request itself.
      if (entries.length > remember * 2) entries.splice(0, entries.length - remember);
      for (const listener of listeners) listener(entry);
    },
    entries: () => entries.slice(-remember),
    total: () => total,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
