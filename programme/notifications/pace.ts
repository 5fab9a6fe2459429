/** How fast each workspace, tenant and mail server may be written to: pure sums, shared through the database by all processes. */
import type { Channel } from '../../prisma/client.js';

export interface Rate {
  /** Sends a second, on the long run. */
  readonly perSecond: number;
  /** Sends that may go out at once after a rest, and single notifications beyond what is left. */
  readonly burst: number;
}

export type Rates = Readonly<Record<Channel, Rate>>;

/**
 * Slack: "several hundred a minute" a workspace, of which vendors use 525. Teams: 50 a second for each app and tenant. Mail
 * servers differ; this is what small providers allow. In any second or minute at most the rate and two bursts go out, the second
 * burst for single notifications: together they stay within what the platform allows.
 */
export const steadyRates: Rates = {
  slack: { perSecond: 510 / 60, burst: 7 },
  teams: { perSecond: 44, burst: 3 },
  email: { perSecond: 5, burst: 10 },
};

/** What is left of a pace. */
export interface PaceLevel {
  readonly tokens: number;
  readonly refilledAt: Date;
}

/** Tokens at `now`: what was left, and what has come since. A clock that went back brings none. */
export function tokensAt({ tokens, refilledAt }: PaceLevel, { perSecond, burst }: Rate, now: Date): number {
  const seconds = Math.max(0, now.getTime() - refilledAt.getTime()) / 1000;
  return Math.min(burst, tokens + seconds * perSecond);
}

/** In how many milliseconds there will be so many tokens; 0 where there are. */
export function waitFor(tokens: number, wanted: number, { perSecond }: Rate): number {
  return Math.max(0, Math.ceil(((wanted - tokens) / perSecond) * 1000));
}

/** Of so many tokens: single notifications may use a burst more than there is, so that they hardly wait behind many. */
export function mostSingles(tokens: number, { burst }: Rate): number {
  return Math.max(0, Math.floor(tokens + burst));
}

export function paceKey(channel: Channel, tenant: string | null): string {
  return `${channel}:${tenant ?? ''}`;
}

/** The rate of a pace by its key. */
export function rateOf(rates: Rates, key: string): Rate {
  const channel = key.slice(0, key.indexOf(':'));
  return channel === 'slack' || channel === 'teams' ? rates[channel] : rates.email;
}
