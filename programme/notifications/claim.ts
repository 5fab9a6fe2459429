/** Hands due notifications to the queue, each to one dispatcher only. */
import type { Services } from '../requests/services.js';
import { type Claimed, claimDueRows } from './notifications.sql.js';

/** After how long it is looked up whether the queue still has a row's job. */
export const QUEUED_MILLISECONDS = 10_000;

/**
 * Claims at most `limit` due rows, the longest due first; concurrent dispatchers never get the same row. Each is given its
 * channel and tenant: those of the account that its person used last and that can be written to. One for e-mail stays so.
 */
export async function claimDue(services: Services, limit: number): Promise<readonly Claimed[]> {
  const now = services.clock.now();
  const until = new Date(now.getTime() + QUEUED_MILLISECONDS);
  return await claimDueRows(services.database, { now, until, limit });
}

/** When the longest due or else the next notification is due, or null; the dispatcher sleeps until then. */
export async function nextDue(services: Services): Promise<Date | null> {
  const next = await services.database.notification.findFirst({
    where: { state: 'pending' },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return next?.dueAt ?? null;
}

/** How many notifications are on their way: due, in the queue or being sent. */
export async function countUnderWay(services: Services): Promise<number> {
  return await services.database.notification.count({
    where: {
      OR: [{ state: 'pending', dueAt: { lte: services.clock.now() } }, { state: { in: ['queued', 'sending'] } }],
    },
  });
}
