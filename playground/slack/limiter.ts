/** Slack's rate limits (docs.slack.dev/apis/web-api/rate-limits): tiers per method and workspace, and messages per channel and workspace. */
import { performance } from 'node:perf_hooks';
import { methodRules } from './method-rules.js';

export interface Limits {
  /** How many times faster than real time the limits run; 1 is Slack's own pace. */
  readonly timeScale: number;
  /** Messages a minute for a whole workspace; Slack says "several hundred". */
  readonly messagesPerMinute: number;
  /** Messages to one channel that may come at once before the pace of one a second holds. */
  readonly burst: number;
}

const usualLimits: Limits = { timeScale: 1, messagesPerMinute: 525, burst: 1 };

export type Verdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** For the Retry-After header: whole real seconds, at least 1. */
      readonly retryAfterSeconds: number;
      /** The caller had been told to wait and did not. */
      readonly early: boolean;
    };

export interface Limiter {
  /** Switches the limits on, or off with `undefined`. */
  readonly set: (limits: Partial<Limits> | undefined) => void;
  readonly ask: (method: string, team: string, channel: string | undefined) => Verdict;
  /** Notes a 429 that came from elsewhere (a trouble), so that calls before its end count as early. */
  readonly hold: (method: string, team: string, seconds: number) => void;
}

const perTier: Readonly<Record<number, number>> = { 1: 1, 2: 20, 3: 50, 4: 100 };

export function createLimiter(): Limiter {
  let limits: Limits | undefined;
  /** key → when the bucket will be full again (theoretical arrival time), in scaled milliseconds. */
  const arrivals = new Map<string, number>();
  /** `team method` → until when the caller was told to stay away, in real milliseconds. */
  const holds = new Map<string, number>();

  /** Milliseconds of Slack's time until this bucket lets one more pass; 0 when it does now. */
  const wait = (key: string, now: number, perMinute: number, burst: number): number => {
    const gap = 60_000 / perMinute;
    return Math.max(0, (arrivals.get(key) ?? now) - gap * (burst - 1) - now);
  };
  const take = (key: string, now: number, perMinute: number): void => {
    arrivals.set(key, Math.max(arrivals.get(key) ?? now, now) + 60_000 / perMinute);
  };

  return {
    set(wanted) {
      limits = wanted === undefined ? undefined : { ...usualLimits, ...wanted };
      arrivals.clear();
      holds.clear();
    },
    hold(method, team, seconds) {
      holds.set(`${team} ${method}`, performance.now() + seconds * 1000);
    },
    ask(method, team, channel) {
      const real = performance.now();
      const places = [`${team} ${method}`, ...(channel === undefined ? [] : [`${team} ${method} ${channel}`])];
      const held = Math.max(0, ...places.map((place) => (holds.get(place) ?? 0) - real));
      const now = real * (limits?.timeScale ?? 1);
      const buckets = limits === undefined ? [] : bucketsOf(method, team, channel, limits);
      const waits = buckets.map((bucket) => wait(bucket.key, now, bucket.perMinute, bucket.burst));
      const longest = Math.max(0, ...waits);
      if (longest === 0 && held <= 0) {
        for (const bucket of buckets) take(bucket.key, now, bucket.perMinute);
        return { allowed: true };
      }
      const milliseconds = Math.max(held, longest / (limits?.timeScale ?? 1));
      const retryAfterSeconds = Math.max(1, Math.ceil(milliseconds / 1000));
      // One busy channel is no reason to stay away from the others; a busy workspace is.
      const place = places[buckets[waits.indexOf(longest)]?.channel ? places.length - 1 : 0];
      if (place !== undefined && longest > 0) holds.set(place, real + retryAfterSeconds * 1000);
      return { allowed: false, retryAfterSeconds, early: held > 0 };
    },
  };
}

interface Bucket {
  readonly key: string;
  readonly perMinute: number;
  readonly burst: number;
  readonly channel: boolean;
}

function bucketsOf(method: string, team: string, channel: string | undefined, limits: Limits): readonly Bucket[] {
  const tier = methodRules[method]?.tier;
  if (tier === 'messages') {
    const workspace = {
      key: `${team} messages`,
      perMinute: limits.messagesPerMinute,
      burst: Math.ceil(limits.messagesPerMinute / 20),
      channel: false,
    };
    return channel === undefined
      ? [workspace]
      : [workspace, { key: `${team} ${channel}`, perMinute: 60, burst: limits.burst, channel: true }];
  }
  const perMinute = tier === undefined ? undefined : perTier[tier];
  return perMinute === undefined ? [] : [{ key: `${team} ${method}`, perMinute, burst: perMinute, channel: false }];
}
