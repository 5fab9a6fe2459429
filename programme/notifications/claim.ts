/** Hands due notifications to the queue, each to one dispatcher only, as fast as the platforms allow. */
import { inTransaction } from '../../prisma/client.js';
import type { Services } from '../requests/services.js';
import type { Claimed } from './notifications.sql.js';
import { mostSingles, rateOf, steadyRates, tokensAt, waitFor } from './pace.js';
import { assignPaces, claimSingles, claimTurns, readWaitingPaces, spend } from './pace.sql.js';

/** After how long it is looked up whether the queue still has a row's job. */
export const QUEUED_MILLISECONDS = 10_000;

/**
 * Claims at most `limit` due rows; concurrent dispatchers never get the same row. For each workspace and tenant no more than its
 * pace allows: single notifications first, the longest due first, then messages of announcements in turns. A tenant whose
 * platform asked for a pause gets none.
 */
export async function claimDue(services: Services, limit: number): Promise<readonly Claimed[]> {
  const { rates = steadyRates } = services;
  const now = services.clock.now();
  const until = new Date(now.getTime() + QUEUED_MILLISECONDS);
  await assignPaces(services.database, now);
  return await inTransaction(services.database, async (transaction) => {
    const claimed: Claimed[] = [];
    for (const pace of await readWaitingPaces(transaction, now, { lock: true })) {
      const { key, pausedUntil } = pace;
      const left = limit - claimed.length;
      if (left === 0) break;
      if (pausedUntil !== null && pausedUntil > now) continue;
      const rate = rateOf(rates, key);
      const tokens = tokensAt(pace, rate, now);
      const most = Math.min(left, mostSingles(tokens, rate));
      const singles = most > 0 ? await claimSingles(transaction, { key, now, until, limit: most }) : [];
      const free = Math.min(left, Math.floor(tokens)) - singles.length;
      const turns = free > 0 ? await claimTurns(transaction, { key, now, until, limit: free }) : [];
      const taken = singles.length + turns.length;
      if (taken > 0) await spend(transaction, key, tokens - taken, now);
      claimed.push(...singles, ...turns);
    }
    return claimed;
  });
}

/** When something can be claimed next, or null; the dispatcher sleeps until then. */
export async function nextDue(services: Services): Promise<Date | null> {
  const { rates = steadyRates } = services;
  const now = services.clock.now();
  const next = await services.database.notification.findFirst({
    where: { state: 'pending', OR: [{ dueAt: { gt: now } }, { paceKey: null }] },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  const paces = await readWaitingPaces(services.database, now, { lock: false });
  const instants = paces.map((pace) => {
    const rate = rateOf(rates, pace.key);
    const wait = waitFor(tokensAt(pace, rate, now), pace.single ? 1 - rate.burst : 1, rate);
    return Math.max(now.getTime() + wait, pace.pausedUntil?.getTime() ?? 0);
  });
  if (next !== null) instants.push(next.dueAt.getTime());
  return instants.length === 0 ? null : new Date(Math.min(...instants));
}

/** How many notifications are on their way: due, in the queue or being sent. */
export async function countUnderWay(services: Services): Promise<number> {
  return await services.database.notification.count({
    where: {
      OR: [{ state: 'pending', dueAt: { lte: services.clock.now() } }, { state: { in: ['queued', 'sending'] } }],
    },
  });
}
