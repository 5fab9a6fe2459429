/** The raw SQL on what is posted to places: what is due, the claim of one post under its tenant's pace, and what is stopped or corrected. */
import { z } from 'zod';
import { NotificationState, Platform, Prisma, type Transaction } from '../../../prisma/client.js';
import type { PaceLevel } from '../../notifications/pace.js';

/** More than any burst: nothing was sent at this pace yet. */
const UNSPENT = 1_000_000;

/** For how long a sender may hold a post, in seconds of the real clock: bringing a file to Slack takes up to half a minute. */
const HELD_SECONDS = 120;

/** Between two posts to one place: Slack takes about one message a second in a channel. */
const BETWEEN_MILLISECONDS = 1_000;

/** Not the correction of an earlier one. */
const isFirst = Prisma.sql`NOT EXISTS (SELECT FROM place_post earlier WHERE earlier.announcement_id = place_post.announcement_id
  AND earlier.place_id = place_post.place_id AND earlier.version < place_post.version)`;

const tenancyRow = z.object({ platform: z.enum(Platform), tenant: z.string() });

/** Of which workspaces and tenants something is due. */
export async function readDueTenants(
  transaction: Transaction,
  now: Date,
): Promise<readonly Readonly<z.infer<typeof tenancyRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT DISTINCT place.platform::text AS platform, place.tenant FROM place_post post JOIN place ON place.id = post.place_id
    WHERE post.state = 'pending' AND post.due_at <= ${now}::timestamptz ORDER BY 1, 2`;
  return z.array(tenancyRow).parse(rows);
}

const paceRow = z.object({ tokens: z.number(), refilledAt: z.date(), pausedUntil: z.date().nullable() });

/** The pace of a tenant, which nobody else spends until the transaction ends. */
export async function lockPace(
  transaction: Transaction,
  key: string,
  now: Date,
): Promise<PaceLevel & { readonly pausedUntil: Date | null }> {
  await transaction.$executeRaw`
    INSERT INTO pace (key, tokens, refilled_at) VALUES (${key}, ${UNSPENT}::double precision, ${now}::timestamptz)
    ON CONFLICT DO NOTHING`;
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT tokens, refilled_at AS "refilledAt", paused_until AS "pausedUntil" FROM pace WHERE key = ${key} FOR UPDATE`;
  return z.tuple([paceRow]).parse(rows)[0];
}

const claimedRow = z.object({
  id: z.uuid(),
  announcementId: z.uuid(),
  placeId: z.uuid(),
  version: z.int(),
  latestAt: z.date(),
  faults: z.int(),
});

export type ClaimedPost = Readonly<z.infer<typeof claimedRow>>;

/**
 * Claims the longest due post of a tenant for one sender; null where there is none. One place is not written to twice at once, and a
 * correction waits until what it corrects is settled.
 */
export async function claimPost(
  transaction: Transaction,
  { platform, tenant, now }: { readonly platform: Platform; readonly tenant: string; readonly now: Date },
): Promise<ClaimedPost | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    UPDATE place_post SET state = 'sending', claimed_until = clock_timestamp() + make_interval(secs => ${HELD_SECONDS})
    WHERE id = (SELECT post.id FROM place_post post JOIN place ON place.id = post.place_id
      WHERE post.state = 'pending' AND post.due_at <= ${now}::timestamptz
        AND place.platform::text = ${platform} AND place.tenant = ${tenant}
        AND NOT EXISTS (SELECT FROM place_post other WHERE other.place_id = post.place_id AND other.id <> post.id
          AND (other.state = 'sending' OR (other.state = 'delivered'
            AND other.settled_at > ${new Date(now.getTime() - BETWEEN_MILLISECONDS)}::timestamptz AND other.settled_at <= ${now}::timestamptz)))
        AND NOT EXISTS (SELECT FROM place_post earlier WHERE earlier.announcement_id = post.announcement_id
          AND earlier.place_id = post.place_id AND earlier.version < post.version AND earlier.state IN ('pending', 'sending'))
      ORDER BY post.due_at, post.id LIMIT 1 FOR UPDATE OF post SKIP LOCKED)
    RETURNING id, announcement_id AS "announcementId", place_id AS "placeId", version, latest_at AS "latestAt", faults`;
  const [row] = z.array(claimedRow).parse(rows);
  return row ?? null;
}

/** At most `limit` posts whose sender has not said for too long what became of them, locked. */
export async function findLapsed(transaction: Transaction, limit: number): Promise<readonly ClaimedPost[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, announcement_id AS "announcementId", place_id AS "placeId", version, latest_at AS "latestAt", faults
    FROM place_post WHERE state = 'sending' AND claimed_until < clock_timestamp()
    ORDER BY claimed_until LIMIT ${limit} FOR UPDATE SKIP LOCKED`;
  return z.array(claimedRow).parse(rows);
}

/** Stops what no sender has taken up; returns how many. */
export async function stopPosts(transaction: Transaction, announcementId: string): Promise<number> {
  return await transaction.$executeRaw`
    UPDATE place_post SET state = 'stopped' WHERE announcement_id = ${announcementId}::uuid AND state = 'pending' AND ${isFirst}`;
}

export async function resumePosts(transaction: Transaction, announcementId: string): Promise<number> {
  return await transaction.$executeRaw`
    UPDATE place_post SET state = 'pending', reason = NULL WHERE announcement_id = ${announcementId}::uuid AND state = 'stopped'`;
}

/** Withdraws what is not posted yet. */
export async function suppressPosts(transaction: Transaction, announcementId: string, now: Date): Promise<void> {
  await transaction.$executeRaw`
    UPDATE place_post SET state = 'suppressed', reason = 'withdrawn', settled_at = ${now}::timestamptz
    WHERE announcement_id = ${announcementId}::uuid AND state IN ('pending', 'stopped')`;
}

/** Ends what was stopped until it was too late to be of use. */
export async function missPosts(transaction: Transaction, announcementId: string, now: Date): Promise<void> {
  await transaction.$executeRaw`
    UPDATE place_post SET state = 'missed', reason = 'too late to be of use', settled_at = ${now}::timestamptz
    WHERE announcement_id = ${announcementId}::uuid AND state = 'stopped'`;
}

/** Whether it may be in its place and nobody knows where there: people said so, or the answer to its send was lost. */
export async function areUnfound(transaction: Transaction, announcementId: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT coalesce(bool_or(state IN ('delivered', 'unknown') AND reference IS NULL), false)
      AND NOT coalesce(bool_or(state = 'sending' OR reference IS NOT NULL), false) AS unfound
    FROM place_post WHERE announcement_id = ${announcementId}::uuid`;
  return z.tuple([z.object({ unfound: z.boolean() })]).parse(rows)[0].unfound;
}

/**
 * Plans the correction of what is posted or may be, as version `version` of it; returns at how many places. What is not posted yet
 * is locked first: a sender that takes it up waits, and says the new version.
 */
export async function correctPosts(
  transaction: Transaction,
  {
    id,
    version,
    now,
    latestAt,
  }: { readonly id: string; readonly version: number; readonly now: Date; readonly latestAt: Date },
): Promise<number> {
  await transaction.$executeRaw`
    SELECT FROM place_post WHERE announcement_id = ${id}::uuid AND state = 'pending' ORDER BY id FOR UPDATE`;
  await transaction.$executeRaw`
    UPDATE place_post SET state = 'suppressed', reason = 'a later version took its place', settled_at = ${now}::timestamptz
    WHERE announcement_id = ${id}::uuid AND state = 'pending' AND NOT (${isFirst})`;
  return await transaction.$executeRaw`
    INSERT INTO place_post (announcement_id, place_id, version, due_at, latest_at)
    SELECT DISTINCT announcement_id, place_id, ${version}::int, ${now}::timestamptz, ${latestAt}::timestamptz
    FROM place_post WHERE announcement_id = ${id}::uuid AND state IN ('delivered', 'unknown', 'sending')
    ON CONFLICT DO NOTHING`;
}

const stateRow = z.object({ version: z.int(), state: z.enum(NotificationState), reference: z.unknown() });

/** What became of the posts of one announcement to one place, the first version first. */
export async function readPosts(
  transaction: Transaction,
  { announcementId, placeId }: Pick<ClaimedPost, 'announcementId' | 'placeId'>,
): Promise<readonly Readonly<z.infer<typeof stateRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT version, state::text AS state, reference FROM place_post
    WHERE announcement_id = ${announcementId}::uuid AND place_id = ${placeId}::uuid ORDER BY version`;
  return z.array(stateRow).parse(rows);
}
