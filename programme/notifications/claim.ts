/** Hands due notifications to the queue, each to one dispatcher only. */
import type { House } from '../requests/services.js';

/** One row handed to the queue. The round makes the job's id new each time the row is handed over. */
export interface Claimed {
  readonly id: string;
  readonly round: number;
}

/** After how long it is looked up whether the queue still has a row's job. */
export const QUEUED_MILLISECONDS = 10_000;

/** Claims at most `limit` due rows, the longest due first; concurrent dispatchers never get the same row. */
export async function claimDue(house: House, limit: number): Promise<readonly Claimed[]> {
  const now = house.clock.now();
  const until = new Date(now.getTime() + QUEUED_MILLISECONDS);
  return await house.database.$queryRaw<Claimed[]>`
    UPDATE notification SET state = 'queued', round = round + 1, claimed_until = ${until}::timestamptz
    WHERE id IN (
      SELECT id FROM notification WHERE state = 'pending' AND due_at <= ${now}::timestamptz
      ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, round`;
}

/** When the longest due or else the next notification is due, or null; the dispatcher sleeps until then. */
export async function nextDue(house: House): Promise<Date | null> {
  const next = await house.database.notification.findFirst({
    where: { state: 'pending' },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return next?.dueAt ?? null;
}

/** How many notifications are on their way: due, in the queue or being sent. */
export async function countUnderWay(house: House): Promise<number> {
  return await house.database.notification.count({
    where: { OR: [{ state: 'pending', dueAt: { lte: house.clock.now() } }, { state: { in: ['queued', 'sending'] } }] },
  });
}
