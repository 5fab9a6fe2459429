/** The record of every request in both directions, to assert on and to draw. */

export interface Traffic {
  /** 1 for the first request of this stand-in. */
  readonly number: number;
  /** By the stand-in's clock. */
  readonly at: Date;
  readonly direction: 'to the bot' | 'from the bot';
  readonly method: string;
  readonly path: string;
  /** What it was for: a route of the Connector ("send", "update", "token" …) or the activity that was delivered ("message", "invoke task/fetch" …). */
  readonly what: string;
  readonly conversation: string | undefined;
  /** HTTP status; undefined when the connection ended without an answer. */
  readonly status: number | undefined;
  /** Real milliseconds from the first byte to the answer. */
  readonly milliseconds: number;
  readonly request: unknown;
  readonly response: unknown;
  /** Why it was refused, or what a client would have found wrong with the answer. */
  readonly problem: string | undefined;
  /** The trouble that was switched on for it, so that it is not mistaken for the bot's fault. */
  readonly trouble: string | undefined;
  /** Seconds, as sent in Retry-After. */
  readonly retryAfter: number | undefined;
  /** Sent although an earlier Retry-After had not run out. */
  readonly tooEarly: boolean;
}

export type Listener = (traffic: Traffic) => void;

export interface TrafficLog {
  add(traffic: Omit<Traffic, 'number' | 'at'>): Traffic;
  /** What is remembered, oldest first. */
  all(): readonly Traffic[];
  /** Of these, what the bot did that Teams refused, and what it answered that a client could not use; troubles and limits switched on here are left out. */
  refusals(): readonly Traffic[];
  subscribe(listener: Listener): () => void;
}

/** @param remember how many of the newest entries are kept */
export function openTrafficLog(now: () => Date, remember: number): TrafficLog {
  const entries: Traffic[] = [];
  const listeners = new Set<Listener>();
  let total = 0;
  return {
    add(traffic) {
      total += 1;
      const entry = { ...traffic, number: total, at: now() };
      entries.push(entry);
      forgetOldest(entries, remember);
      for (const listener of listeners) {
        listener(entry);
      }
      return entry;
    },
    all: () => entries.slice(-remember),
    refusals: () =>
      entries.slice(-remember).filter(({ problem, trouble, status }) => problem && !trouble && status !== 429),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** In bulk: shifting one by one from a long array would cost more than the request itself. */
export function forgetOldest(entries: unknown[], remember: number): void {
  if (entries.length > remember * 2) {
    entries.splice(0, entries.length - remember);
  }
}
