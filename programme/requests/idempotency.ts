/** Makes a repeated delivery harmless: a request that had an effect is stored with its answer, in the same transaction. */
import { createHash } from 'node:crypto';
import type { PrismaClient, Transaction } from '../../prisma/client.js';
import type { Reply } from '../messages/message.js';
import { replySchema } from '../messages/reply-schema.js';
import { forgetFormDrafts } from './form-drafts.sql.js';
import { forgetLastShown } from './last-shown.sql.js';
import { forgetPreviews } from './previews.sql.js';
import type { Request } from './request.js';
import { deleteOldest, readRepeated, type StoredRequest, writeRequest } from './requests.sql.js';
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

/** The request that this one repeats, if any: by key, by fingerprint, or because Teams resent what was answered slowly. */
export async function findStored(
  database: Transaction | PrismaClient,
  request: Request,
  now: Date,
): Promise<StoredRequest | null> {
  return await readRepeated(database, request, now, {
    resendWithinSeconds: RESEND_WITHIN_SECONDS,
    slowSeconds: SLOW_ANSWER_SECONDS,
  });
}

/** Whether this delivery repeats a request that was carried out, as far as its own names tell. */
export async function isStored(
  database: PrismaClient,
  { key, fingerprint }: Pick<Request, 'key' | 'fingerprint'>,
): Promise<boolean> {
  const same = fingerprint === null ? [{ key }] : [{ key }, { fingerprint }];
  return (await database.request.count({ where: { OR: same } })) > 0;
}

/** The request that was stored under this key. */
export async function readStored(transaction: Transaction, key: string): Promise<StoredRequest | null> {
  const row = await transaction.request.findUnique({ where: { key } });
  if (row === null) return null;
  const { accountId, personId, parameters: inputHash } = row;
  return { key, accountId, personId, inputHash, reply: replySchema.parse(row.reply) };
}

/** Stores the request with its answer; the key's and the fingerprint's unique constraints stop a second one, in a transaction at its commit. */
export async function storeRequest(
  database: Transaction | PrismaClient,
  request: Request,
  who: { readonly accountId: string; readonly personId: string | null },
  reply: Reply,
  now: Date,
): Promise<void> {
  const { key, fingerprint, resendFingerprint, action } = request;
  // What is yet to be sent is claimed by this process; should it die, a repeated delivery sends it.
  const claims = request.answeredLater || request.leavesLine === true;
  await writeRequest(database, {
    ...{ key, fingerprint, resendFingerprint, action, reply, now },
    ...who,
    inputHash: inputHashOf(request),
    claimedUntil: claims ? new Date(now.getTime() + CLAIM_MILLISECONDS) : null,
    answeredAt: claims ? null : now,
  });
}

/** Constraints whose violation means that another delivery of the same event came first. */
export const requestConstraints: ReadonlySet<string> = new Set(['request_pkey', 'request_fingerprint_key']);

/**
 * A digest of what was asked, to notice a key that is used for something else. Of words only that they were words: the same
 * ones may be understood differently at each delivery.
 */
export function inputHashOf({ origin, action, input, received = [] }: Request): string {
  return createHash('sha256')
    .update(JSON.stringify(origin === 'words' ? [origin] : [action, withoutFiles(input, received)]))
    .digest('hex');
}

/** Files that were chosen in a form are kept anew with each delivery that fetches them. */
function withoutFiles(input: Request['input'], received: readonly string[]): Request['input'] {
  if (received.length === 0) return input;
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]) => {
      if (!Array.isArray(value)) return [[name, value]];
      const rest = value.filter((one) => !received.includes(one));
      return rest.length === 0 ? [] : [[name, rest]];
    }),
  );
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

/** Deletes the requests that no platform repeats any more, with the answers they hold, previews as old, and what was put into forms or shown and has run out; returns how many requests. */
export async function forgetRequests({ database, clock }: Services): Promise<number> {
  const before = new Date(clock.now().getTime() - REMEMBERED_MILLISECONDS);
  await forgetPreviews(database, before);
  await forgetFormDrafts(database, clock.now());
  await forgetLastShown(database, clock.now());
  for (let forgotten = 0; ; ) {
    const batch = await deleteOldest(database, before, FORGET_BATCH);
    forgotten += batch;
    if (batch < FORGET_BATCH) return forgotten;
  }
}
