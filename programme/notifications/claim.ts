/** Hands due notifications to the queue, each to one dispatcher only. */
import { z } from 'zod';
import type { Services } from '../requests/services.js';

/** One row handed to the queue. The round makes the job's id new each time the row is handed over. */
export interface Claimed {
  readonly id: string;
  readonly round: number;
}

/** After how long it is looked up whether the queue still has a row's job. */
export const QUEUED_MILLISECONDS = 10_000;

const claimedRows = z.array(z.object({ id: z.uuid(), round: z.int() }));

/**
 * Claims at most `limit` due rows, the longest due first; concurrent dispatchers never get the same row. Each is given its
 * channel and tenant: those of the account that its person used last and that can be written to. One for e-mail stays so.
 */
export async function claimDue(services: Services, limit: number): Promise<readonly Claimed[]> {
  const now = services.clock.now();
  const until = new Date(now.getTime() + QUEUED_MILLISECONDS);
  const rows: unknown = await services.database.$queryRaw`
    WITH due AS (
      SELECT id, person_id, account_id, channel FROM notification WHERE state = 'pending' AND due_at <= ${now}::timestamptz
      ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE notification SET state = 'queued', round = round + 1, claimed_until = ${until}::timestamptz,
      channel = CASE WHEN due.channel = 'email' THEN due.channel ELSE best.channel END,
      tenant = CASE WHEN due.channel = 'email' THEN NULL ELSE best.tenant END
    FROM due LEFT JOIN LATERAL (
      SELECT platform::text::channel AS channel, tenant FROM account
      WHERE person_id = due.person_id AND unreachable_reason IS NULL
        AND (due.account_id IS NULL OR account.id = due.account_id)
      ORDER BY last_seen_at DESC, id LIMIT 1) best ON true
    WHERE notification.id = due.id
    RETURNING notification.id, notification.round`;
  return claimedRows.parse(rows);
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
