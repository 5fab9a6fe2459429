/** Makes a repeated delivery harmless: a request that had an effect is stored with its answer, in the same transaction. */
import { createHash } from 'node:crypto';
import { executePipelined, Prisma, type PrismaClient, type Transaction } from '../../prisma/client.js';
import type { Reply } from '../messages/message.js';
import { forgetPreviews } from './previews.sql.js';
import type { Request } from './request.js';
import type { Services } from './services.js';

/** How long the process that replies holds the right to: after this a repeated delivery may reply instead. */
const CLAIM_MILLISECONDS = 30_000;

/** Teams sends a message again under a new id when 15 s pass without an answer; a person who types the same again was answered sooner. */
const SLOW_ANSWER_SECONDS = 14;

/** How long after the first delivery such a resend can come. */
const RESEND_WITHIN_SECONDS = 60;

/** For how long a request is remembered: repeated deliveries come within minutes, Slack's last within an hour or so. */
const REMEMBERED_MILLISECONDS = 2 * 86_400_000;

/** Rows deleted in one statement, so that none holds its locks for long. */
const FORGET_BATCH = 1_000;

/** A request that was carried out before. */
export interface StoredRequest {
  readonly key: string;
  readonly accountId: string;
  readonly inputHash: string;
  readonly reply: Reply;
  /** Null where the account is nobody's yet. */
  readonly personId: string | null;
}

/** The request that this one repeats, if any: by key, by fingerprint, or because Teams resent what was answered slowly. */
export async function findStored(
  database: Transaction | PrismaClient,
  request: Request,
  now: Date,
): Promise<StoredRequest | null> {
  const rows = await database.$queryRaw<StoredRequest[]>`
    SELECT key, account_id AS "accountId", person_id AS "personId", parameters AS "inputHash", reply FROM request
    WHERE key = ${request.key} OR fingerprint = ${request.fingerprint}
      OR (content = ${request.resendFingerprint} AND created_at > ${now}::timestamptz - make_interval(secs => ${RESEND_WITHIN_SECONDS})
        AND coalesce(answered_at, ${now}::timestamptz) > created_at + make_interval(secs => ${SLOW_ANSWER_SECONDS}))
    ORDER BY created_at LIMIT 1`;
  return rows[0] ?? null;
}

/** The request that was stored under this key. */
export async function readStored(database: Transaction, key: string): Promise<StoredRequest | null> {
  const rows = await database.$queryRaw<StoredRequest[]>`
    SELECT key, account_id AS "accountId", person_id AS "personId", parameters AS "inputHash", reply FROM request WHERE key = ${key}`;
  return rows[0] ?? null;
}

/** Stores the request with its answer; the key's and the fingerprint's unique constraints stop a second one, in a transaction at its commit. */
export async function storeRequest(
  database: Transaction | PrismaClient,
  request: Request,
  who: { readonly accountId: string; readonly personId: string | null },
  reply: Reply,
  now: Date,
): Promise<void> {
  const claimedUntil = request.answeredLater ? new Date(now.getTime() + CLAIM_MILLISECONDS) : null;
  const statement = Prisma.sql`
    INSERT INTO request (key, fingerprint, content, account_id, person_id, action, parameters, reply, created_at, claimed_until, answered_at)
    VALUES (${request.key}, ${request.fingerprint}, ${request.resendFingerprint}, ${who.accountId}::uuid, ${who.personId}::uuid,
      ${request.action}, ${inputHashOf(request)}, ${JSON.stringify(reply)}::jsonb, ${now}::timestamptz, ${claimedUntil}::timestamptz,
      ${request.answeredLater ? null : now}::timestamptz)`;
  await executePipelined(database, statement);
}

/** Constraints whose violation means that another delivery of the same event came first. */
export const requestConstraints: ReadonlySet<string> = new Set(['request_pkey', 'request_fingerprint_key']);

/**
 * A digest of what was asked, to notice a key that is used for something else. Of words only that they were words: the same
 * ones may be understood differently at each delivery.
 */
export function inputHashOf({ origin, action, input }: Request): string {
  return createHash('sha256')
    .update(JSON.stringify(origin === 'words' ? [origin] : [action, input]))
    .digest('hex');
}

/** Takes the right to send the answer of a request that was carried out before; false when it was sent or someone is at it. */
export async function claimReply(database: PrismaClient, key: string, now: Date): Promise<boolean> {
  const until = new Date(now.getTime() + CLAIM_MILLISECONDS);
  const claimed = await database.request.updateMany({
    where: { key, answeredAt: null, OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }] },
    data: { claimedUntil: until },
  });
  return claimed.count === 1;
}

export async function markReplied(database: Transaction | PrismaClient, key: string, now: Date): Promise<void> {
  await database.request.updateMany({ where: { key }, data: { answeredAt: now, claimedUntil: null } });
}

/** Gives the right to answer back, so that a repeated delivery may try. */
export async function releaseReply(database: PrismaClient, key: string): Promise<void> {
  await database.request.updateMany({ where: { key, answeredAt: null }, data: { claimedUntil: null } });
}

/** Deletes the requests that no platform repeats any more, with the answers they hold, and previews as old; returns how many requests. */
export async function forgetRequests({ database, clock }: Services): Promise<number> {
  const before = new Date(clock.now().getTime() - REMEMBERED_MILLISECONDS);
  await forgetPreviews(database, before);
  for (let forgotten = 0; ; ) {
    const batch = await database.$executeRaw`
      DELETE FROM request WHERE key IN (
        SELECT key FROM request WHERE created_at < ${before}::timestamptz ORDER BY created_at LIMIT ${FORGET_BATCH})`;
    forgotten += batch;
    if (batch < FORGET_BATCH) return forgotten;
  }
}
