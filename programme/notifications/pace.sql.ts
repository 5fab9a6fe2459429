/** The raw SQL on paces: which tenant a due row counts for, how much may be claimed for it, and whose turn it is. */
import { z } from 'zod';
import { Prisma, type PrismaClient, type Transaction } from '../../prisma/client.js';
import type { Claimed } from './notifications.sql.js';

/** More than any burst: nothing was sent at this pace yet. */
const UNSPENT = 1_000_000;

/** Rows that are given a pace in one go; more wait for the next look. */
const MOST_ASSIGNED = 10_000;

/**
 * Gives due rows the pace of the tenant that they will go to: that of the account that its person used last and that can be
 * written to. Who has none counts for e-mail.
 */
export async function assignPaces(database: PrismaClient, now: Date): Promise<void> {
  await database.$executeRaw`
    WITH due AS (
      SELECT id, person_id, account_id, channel FROM notification
      WHERE state = 'pending' AND pace_key IS NULL AND due_at <= ${now}::timestamptz
      ORDER BY due_at LIMIT ${MOST_ASSIGNED} FOR UPDATE SKIP LOCKED),
    assigned AS (
      UPDATE notification SET pace_key = CASE WHEN due.channel = 'email' THEN 'email:' ELSE coalesce(
        (SELECT platform::text || ':' || tenant FROM account
          WHERE person_id = due.person_id AND unreachable_reason IS NULL
            AND (due.account_id IS NULL OR account.id = due.account_id)
          ORDER BY last_seen_at DESC, id LIMIT 1), 'email:') END
      FROM due WHERE notification.id = due.id RETURNING pace_key)
    INSERT INTO pace (key, tokens, refilled_at)
    SELECT DISTINCT pace_key, ${UNSPENT}::double precision, ${now}::timestamptz FROM assigned ORDER BY 1
    ON CONFLICT DO NOTHING`;
}

const paceRow = z.object({
  key: z.string(),
  tokens: z.number(),
  refilledAt: z.date(),
  pausedUntil: z.date().nullable(),
  /** Whether a single notification waits; otherwise only messages of many do. */
  single: z.boolean(),
});

export type WaitingPace = Readonly<z.infer<typeof paceRow>>;

/** The paces for which something is due, also those that pause. `lock` holds them until the transaction ends. */
export async function readWaitingPaces(
  transaction: Transaction,
  now: Date,
  { lock }: { readonly lock: boolean },
): Promise<readonly WaitingPace[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT key, tokens, refilled_at AS "refilledAt", paused_until AS "pausedUntil",
      EXISTS (SELECT FROM notification WHERE pace_key = pace.key AND state = 'pending' AND bulk_id IS NULL
        AND due_at <= ${now}::timestamptz) AS single
    FROM pace WHERE EXISTS (SELECT FROM notification WHERE pace_key = pace.key AND state = 'pending'
      AND due_at <= ${now}::timestamptz)
    ORDER BY key ${lock ? Prisma.sql`FOR UPDATE OF pace` : Prisma.empty}`;
  return z.array(paceRow).parse(rows);
}

/** What was claimed of a pace is gone from it. */
export async function spend(transaction: Transaction, key: string, tokens: number, now: Date): Promise<void> {
  await transaction.$executeRaw`
    UPDATE pace SET tokens = ${tokens}, refilled_at = ${now}::timestamptz,
      paused_until = CASE WHEN paused_until > ${now}::timestamptz THEN paused_until END
    WHERE key = ${key}`;
}

/** Nothing is sent at this pace before `until`; a longer pause stays. */
export async function pausePace(database: PrismaClient, key: string, until: Date, now: Date): Promise<void> {
  await database.$executeRaw`
    INSERT INTO pace (key, tokens, refilled_at, paused_until) VALUES (${key}, 0, ${now}::timestamptz, ${until}::timestamptz)
    ON CONFLICT (key) DO UPDATE SET tokens = least(pace.tokens, 0), paused_until = greatest(pace.paused_until, excluded.paused_until)`;
}

interface ClaimOf {
  readonly key: string;
  readonly now: Date;
  readonly until: Date;
  readonly limit: number;
}

const claimedRow = z.object({ id: z.uuid(), round: z.int() });

/** Puts the longest due single notifications of a pace into the queue. */
export async function claimSingles(
  transaction: Transaction,
  { key, now, until, limit }: ClaimOf,
): Promise<readonly Claimed[]> {
  const due = Prisma.sql`
    SELECT id, person_id, account_id, channel FROM notification
    WHERE state = 'pending' AND pace_key = ${key} AND bulk_id IS NULL AND due_at <= ${now}::timestamptz
    ORDER BY due_at, id LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  return await claim(transaction, due, until);
}

/** How many turns the announcement with the fewest messages left has, for each turn of another. */
const TURNS_OF_THE_SMALLEST = 6;

/** Beyond so many it does not matter which has more left. */
const COUNTED_LEFT = 1_000;

/**
 * Puts messages of many into the queue, announcement by announcement in turns. The one with the fewest left has more turns, so
 * that a small one is hardly later for a large one beside it, and a large one hardly later for a small one.
 */
export async function claimTurns(
  transaction: Transaction,
  { key, now, until, limit }: ClaimOf,
): Promise<readonly Claimed[]> {
  const waits = Prisma.sql`state = 'pending' AND pace_key = ${key} AND due_at <= ${now}::timestamptz`;
  const due = Prisma.sql`
    WITH RECURSIVE bulk AS (
      (SELECT bulk_id FROM notification WHERE ${waits} AND bulk_id IS NOT NULL ORDER BY bulk_id LIMIT 1)
      UNION ALL
      SELECT (SELECT n.bulk_id FROM notification n WHERE n.state = 'pending' AND n.pace_key = ${key}
        AND n.due_at <= ${now}::timestamptz AND n.bulk_id > bulk.bulk_id ORDER BY n.bulk_id LIMIT 1)
      FROM bulk WHERE bulk.bulk_id IS NOT NULL),
    ranked AS (
      SELECT bulk_id, row_number() OVER (ORDER BY (SELECT count(*) FROM (SELECT FROM notification n
        WHERE n.state = 'pending' AND n.pace_key = ${key} AND n.bulk_id = bulk.bulk_id AND n.due_at <= ${now}::timestamptz
        LIMIT ${COUNTED_LEFT}) AS counted), bulk_id) AS place
      FROM bulk WHERE bulk_id IS NOT NULL),
    turns AS (
      SELECT found.id, found.number / CASE WHEN ranked.place = 1 THEN ${TURNS_OF_THE_SMALLEST} ELSE 1 END::float AS turn, ranked.place
      FROM ranked CROSS JOIN LATERAL (
        SELECT taken.id, row_number() OVER () AS number FROM (
          SELECT n.id FROM notification n
          WHERE n.state = 'pending' AND n.pace_key = ${key} AND n.bulk_id = ranked.bulk_id AND n.due_at <= ${now}::timestamptz
          ORDER BY n.due_at, n.id LIMIT ${limit}) AS taken) AS found
      ORDER BY turn, ranked.place LIMIT ${limit})
    SELECT id, person_id, account_id, channel FROM notification
    WHERE id IN (SELECT id FROM turns) AND state = 'pending' FOR UPDATE SKIP LOCKED`;
  return await claim(transaction, due, until);
}

/** Puts the rows into the queue, each with the channel and tenant that it will go to. One for e-mail stays so. */
async function claim(transaction: Transaction, due: Prisma.Sql, until: Date): Promise<readonly Claimed[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    WITH due AS (${due})
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
  return z.array(claimedRow).parse(rows);
}
