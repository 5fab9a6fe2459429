/** Teams' rate limits: so many requests per conversation and window, so many a second per tenant. Source: learn.microsoft.com, "Optimize your bot with rate limiting in Teams". */

export interface Window {
  readonly seconds: number;
  readonly requests: number;
}

/** Sending to one conversation; creating one conversation has the same limits. */
export const sendWindows: readonly Window[] = [
  { seconds: 1, requests: 7 },
  { seconds: 2, requests: 8 },
  { seconds: 30, requests: 60 },
  { seconds: 3600, requests: 1800 },
];

/** Reading the members of one conversation. */
export const readWindows: readonly Window[] = [
  { seconds: 1, requests: 14 },
  { seconds: 2, requests: 16 },
  { seconds: 30, requests: 120 },
  { seconds: 3600, requests: 3600 },
];

/** All requests of one app to one tenant. */
export const tenantWindows: readonly Window[] = [{ seconds: 1, requests: 50 }];

export interface LimitSwitch {
  readonly on: boolean;
  /** 10 makes an hour pass in six minutes: every window shrinks by this factor. */
  readonly timeScale: number;
}

export type Verdict =
  | { readonly passes: true }
  | { readonly passes: false; readonly retryAfter: number; readonly tooEarly: boolean };

export interface Limiter {
  set(change: Partial<LimitSwitch>): void;
  /**
   * Counts one request under each key, unless one of them is exhausted. `retryAfter` is in whole real seconds, as in the header.
   * A request that comes before an earlier Retry-After has run out is refused again.
   */
  count(keys: readonly { readonly key: string; readonly windows: readonly Window[] }[]): Verdict;
}

/** `milliseconds` is a clock that only runs forward (real time: bots pace themselves by real time, whatever the calendar says). */
export function openLimiter(milliseconds: () => number, initial: LimitSwitch): Limiter {
  let current = initial;
  const times = new Map<string, number[]>();
  const closedUntil = new Map<string, number>();
  const longest = 3_600_000;

  function wait(key: string, windows: readonly Window[], now: number): number {
    const past = times.get(key) ?? [];
    return Math.max(
      0,
      ...windows.map(({ seconds, requests }) => {
        const oldest = past.at(-requests);
        return oldest === undefined ? 0 : oldest + (seconds * 1000) / current.timeScale - now;
      }),
    );
  }

  return {
    set(change) {
      current = { ...current, ...change };
      times.clear();
      closedUntil.clear();
    },
    count(keys) {
      if (!current.on) {
        return { passes: true };
      }
      const now = milliseconds();
      const closed = Math.max(0, ...keys.map(({ key }) => (closedUntil.get(key) ?? 0) - now));
      if (closed > 0) {
        return { passes: false, retryAfter: Math.ceil(closed / 1000), tooEarly: true };
      }
      for (const { key, windows } of keys) {
        const missing = wait(key, windows, now);
        if (missing > 0) {
          const retryAfter = Math.ceil(missing / 1000);
          closedUntil.set(key, now + retryAfter * 1000);
          return { passes: false, retryAfter, tooEarly: false };
        }
      }
      for (const { key } of keys) {
        const past = times.get(key) ?? [];
        const firstKept = past.findIndex((time) => time > now - longest / current.timeScale);
        times.set(key, [...(firstKept < 0 ? [] : past.slice(firstKept)), now]);
      }
      return { passes: true };
    },
  };
}
