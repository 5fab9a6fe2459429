/** The raw SQL of the audit: every notification and every post to a channel by its state, and the rows that contradict themselves. */
import { z } from 'zod';
import type { PrismaClient } from '../../prisma/client.js';

const countRow = z.object({ state: z.string(), count: z.int() });

/** How many rows are in each state, posts to channels among them. */
export async function countByState(database: PrismaClient): Promise<ReadonlyMap<string, number>> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT state::text AS state, count(*)::int AS count
    FROM (SELECT state FROM notification UNION ALL SELECT state FROM place_post) AS planned GROUP BY state`;
  return new Map(
    z
      .array(countRow)
      .parse(rows)
      .map(({ state, count }) => [state, count]),
  );
}

const faultRow = z.object({ id: z.uuid(), kind: z.string(), state: z.string(), fault: z.string() });

export type AuditFault = Readonly<z.infer<typeof faultRow>>;

/**
 * The rows that are wrong in themselves, at most `limit` of them.
 * @param overdue what was due before this and is neither sent nor held back is forgotten
 */
export async function readFaultyRows(
  database: PrismaClient,
  { now, overdue, limit }: { readonly now: Date; readonly overdue: Date; readonly limit: number },
): Promise<readonly AuditFault[]> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT id, kind, state::text AS state, fault FROM (
      SELECT n.id, n.kind, n.state, n.due_at, CASE
        WHEN n.state = 'delivered' AND n.settled_at IS NULL THEN 'delivered at no time'
        WHEN n.state = 'delivered' AND n.reference IS NULL AND n.reason IS DISTINCT FROM 'seen by people'
          THEN 'delivered without the reference of its channel'
        WHEN n.state = 'delivered' AND n.latest_at < n.settled_at - interval '1 minute' THEN 'sent when it was of no use any more'
        WHEN n.state IN ('suppressed', 'unreachable', 'unknown', 'failed', 'missed') AND n.reason IS NULL
          THEN 'not sent, and nothing says why'
        WHEN n.state IN ('pending', 'queued', 'sending') AND n.due_at < ${overdue}::timestamptz
          AND NOT EXISTS (SELECT FROM pace WHERE pace.key = n.pace_key AND (pace.paused_until > ${now}::timestamptz
            OR (pace.tokens < 1 AND pace.refilled_at > ${overdue}::timestamptz)))
          THEN 'due and forgotten'
        WHEN n.state = 'delivered' AND EXISTS (SELECT FROM notification o WHERE o.id < n.id AND o.channel = n.channel
          AND o.person_id = n.person_id AND o.state = 'delivered' AND o.reference = n.reference AND o.subject_id IS DISTINCT FROM n.subject_id)
          THEN 'one message for two notifications'
        END AS fault
      FROM notification n) AS looked
    WHERE fault IS NOT NULL ORDER BY due_at, id LIMIT ${limit}`;
  return z.array(faultRow).parse(rows);
}

/** The same of what is posted to channels and teams. */
export async function readFaultyPosts(
  database: PrismaClient,
  { now, overdue, limit }: { readonly now: Date; readonly overdue: Date; readonly limit: number },
): Promise<readonly AuditFault[]> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT id, 'announcement.post' AS kind, state, fault FROM (
      SELECT p.id, p.state::text AS state, p.due_at, CASE
        WHEN p.state = 'delivered' AND p.settled_at IS NULL THEN 'delivered at no time'
        WHEN p.state = 'delivered' AND p.reference IS NULL THEN 'delivered without the reference of its channel'
        WHEN p.state = 'delivered' AND p.latest_at < p.settled_at - interval '1 minute' THEN 'sent when it was of no use any more'
        WHEN p.state IN ('suppressed', 'unreachable', 'unknown', 'failed', 'missed') AND p.reason IS NULL
          THEN 'not sent, and nothing says why'
        WHEN p.state IN ('pending', 'queued', 'sending') AND p.due_at < ${overdue}::timestamptz AND NOT EXISTS (
          SELECT FROM pace JOIN place ON place.id = p.place_id
          WHERE pace.key = place.platform::text || ':' || place.tenant AND pace.paused_until > ${now}::timestamptz)
          THEN 'due and forgotten'
        WHEN p.state = 'delivered' AND EXISTS (SELECT FROM place_post o WHERE o.id < p.id AND o.state = 'delivered'
          AND o.reference = p.reference AND o.announcement_id <> p.announcement_id) THEN 'one message for two posts'
        END AS fault
      FROM place_post p) AS looked
    WHERE fault IS NOT NULL ORDER BY due_at, id LIMIT ${limit}`;
  return z.array(faultRow).parse(rows);
}

const sentRow = z.object({
  id: z.uuid(),
  key: z.string(),
  kind: z.string(),
  state: z.string(),
  mayRepeat: z.boolean(),
  /** A later row took its message's place, and the channel knows that one only. */
  edited: z.boolean(),
});

/** Every row that was or may have been sent over one of these channels. */
export async function readSentRows(
  database: PrismaClient,
  channels: readonly string[],
): Promise<readonly Readonly<z.infer<typeof sentRow>>[]> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT id, key, kind, state::text AS state, may_repeat AS "mayRepeat",
      EXISTS (SELECT FROM notification later WHERE later.person_id = n.person_id AND later.subject_id = n.subject_id
        AND later.id <> n.id AND later.state = 'delivered' AND later.reference = n.reference AND later.settled_at >= n.settled_at) AS edited
    FROM notification n WHERE channel::text = ANY (${[...channels]}::text[]) AND state IN ('delivered', 'unknown', 'sending', 'pending')
    UNION ALL
    SELECT p.id, 'announcement:' || p.announcement_id || ':place:' || p.place_id || ':' || p.version, 'announcement.post',
      p.state::text, false,
      EXISTS (SELECT FROM place_post later WHERE later.announcement_id = p.announcement_id AND later.place_id = p.place_id
        AND later.version > p.version AND later.state = 'delivered' AND later.reference = p.reference)
    FROM place_post p JOIN place ON place.id = p.place_id
    WHERE place.platform::text = ANY (${[...channels]}::text[]) AND p.state IN ('delivered', 'unknown', 'sending', 'pending')`;
  return z.array(sentRow).parse(rows);
}
