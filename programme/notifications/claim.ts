/** Hands due notifications to the queue, each to one dispatcher only, and takes back what a dead process held. */
import type { House } from '../house.js';

/** One row handed to the queue. The round makes the job's id new each time the row is handed over. */
export interface Claimed {
  readonly id: string;
  readonly round: number;
}

/** How long a row may stay in the queue or with a sender before its holder is believed dead. */
const CLAIM_MILLISECONDS = 60_000;

/** Claims at most `limit` due rows, the longest due first; concurrent dispatchers never get the same row. */
export async function claimDue(house: House, limit: number): Promise<readonly Claimed[]> {
  const now = house.clock.now();
  const until = new Date(now.getTime() + CLAIM_MILLISECONDS);
  return await house.database.$queryRaw<Claimed[]>`
    UPDATE notification SET state = 'queued', round = round + 1, claimed_until = ${until}::timestamptz
    WHERE id IN (
      SELECT id FROM notification WHERE state = 'pending' AND due_at <= ${now}::timestamptz
      ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, round`;
}

/** The instant of the next notification that is not yet due, or null; the dispatcher sleeps until then. */
export async function nextDue(house: House): Promise<Date | null> {
  const next = await house.database.notification.findFirst({
    where: { state: 'pending' },
    orderBy: { dueAt: 'asc' },
    select: { dueAt: true },
  });
  return next?.dueAt ?? null;
}

/**
 * Makes rows pending again whose queue lost them or whose sender died; returns how many. What was being sent may then
 * arrive twice and says so (`mayRepeat`): after a crash nothing may be lost. A send that timed out is another matter: it is
 * recorded as unknown and never repeated by itself.
 */
export async function recoverLapsed(house: House): Promise<number> {
  const now = house.clock.now();
  return await house.database.$executeRaw`
    UPDATE notification SET state = 'pending', may_repeat = may_repeat OR state = 'sending', claimed_until = NULL
    WHERE state IN ('queued', 'sending') AND claimed_until < ${now}::timestamptz`;
}
