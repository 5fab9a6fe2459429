/** Records what became of a post to a channel or team, and tells the secretariat of what did not get there. */
import { inTransaction, type NotificationState, type Platform, type Transaction } from '../../../prisma/client.js';
import type { Outcome } from '../../notifications/gateway.js';
import { paceKey } from '../../notifications/pace.js';
import { pausePace } from '../../notifications/pace.sql.js';
import { pauseAfterFault } from '../../notifications/pause.js';
import type { Json } from '../../requests/context.js';
import type { Services } from '../../requests/services.js';
import { lockAnnouncement } from '../announcements.sql.js';
import { tellSecretariat } from '../tell-secretariat.js';
import type { ClaimedPost } from './place-posts.sql.js';

/** Failed sends after which a post that never gets through is left to people: about two hours. */
const MOST_FAULTS = 15;

/** How often a post that may be there is sent again, as its platform asks for. */
const MOST_REPETITIONS = 3;

/** What a wait for our set-up counts at most. */
const MOST_FAULTS_OF_OURS = 9;

interface SentPost {
  readonly post: ClaimedPost;
  readonly tenancy: { readonly platform: Platform; readonly tenant: string };
  /** It takes the place of an earlier one. */
  readonly isEdit: boolean;
}

export async function recordPost(services: Services, sent: SentPost, outcome: Outcome): Promise<void> {
  const { database, clock, log } = services;
  const { post, tenancy } = sent;
  const now = clock.now();
  if (outcome.outcome === 'rate-limited') {
    await pausePace(database, paceKey(tenancy.platform, tenancy.tenant), outcome.until, now);
  }
  await inTransaction(database, async (transaction) => {
    switch (outcome.outcome) {
      case 'delivered':
        return await settlePost(transaction, post, { state: 'delivered', reference: outcome.reference, now });
      case 'uncertain':
        return await settlePost(transaction, post, { state: 'unknown', reason: outcome.reason, now });
      case 'unreachable':
        await transaction.place.updateMany({ where: { id: post.placeId, leftAt: null }, data: { leftAt: now } });
        return await settlePost(transaction, post, { state: 'unreachable', reason: outcome.reason, now });
      case 'refused':
        log.error({ post: post.id, reason: outcome.reason }, 'a platform refused a post to a channel');
        return await settlePost(transaction, post, { state: 'failed', reason: outcome.reason, now });
      case 'rate-limited':
        return await dueAgain(transaction, sent, { dueAt: outcome.until, reason: 'rate limited', faults: post.faults });
      default:
        return await again(transaction, sent, outcome, now);
    }
  });
}

/** After a pause that grows; or given up. */
async function again(
  transaction: Transaction,
  sent: SentPost,
  outcome: Extract<Outcome, { outcome: 'not-sent' | 'may-repeat' }>,
  now: Date,
): Promise<void> {
  const { reason } = outcome;
  const { post, isEdit } = sent;
  const isOurs = outcome.outcome === 'not-sent' && outcome.ours === true;
  const faults = isOurs ? Math.min(post.faults, MOST_FAULTS_OF_OURS) : post.faults;
  if (outcome.outcome === 'may-repeat' && !isEdit && faults >= MOST_REPETITIONS) {
    return await settlePost(transaction, post, { state: 'unknown', reason, now });
  }
  if (!isOurs && faults >= MOST_FAULTS) return await settlePost(transaction, post, { state: 'failed', reason, now });
  const dueAt = new Date(now.getTime() + pauseAfterFault(faults));
  await dueAgain(transaction, sent, { dueAt, reason, faults: faults + 1 });
}

/** One that was stopped while it was being sent is stopped, too. */
async function dueAgain(
  transaction: Transaction,
  { post: { id, announcementId }, isEdit }: SentPost,
  next: { readonly dueAt: Date; readonly reason: string; readonly faults: number },
): Promise<void> {
  const announcement = await lockAnnouncement(transaction, announcementId);
  const state = announcement?.state === 'stopped' && !isEdit ? 'stopped' : 'pending';
  await transaction.placePost.updateMany({
    where: { id, state: 'sending' },
    data: { state, claimedUntil: null, ...next },
  });
}

interface Settlement {
  readonly state: Extract<
    NotificationState,
    'delivered' | 'suppressed' | 'unreachable' | 'unknown' | 'failed' | 'missed'
  >;
  /** Why it is not there, or need not be. */
  readonly reason?: string;
  /** Where it stands on its platform. */
  readonly reference?: Json;
  readonly now: Date;
}

const untold: ReadonlySet<NotificationState> = new Set(['delivered', 'suppressed']);

/** Ends the post in this state. One whose sender was taken for dead may still say what became of it. */
export async function settlePost(
  transaction: Transaction,
  { id, announcementId, version }: ClaimedPost,
  { state, reason, reference, now }: Settlement,
): Promise<void> {
  const { count } = await transaction.placePost.updateMany({
    where: { id, state: { in: ['sending', 'unknown'] } },
    data: {
      state,
      reason: reason ?? null,
      settledAt: now,
      claimedUntil: null,
      ...(reference != null && { reference }),
    },
  });
  if (count === 0 || untold.has(state)) return;
  const announcement = await transaction.announcement.findUniqueOrThrow({ where: { id: announcementId } });
  await tellSecretariat(transaction, {
    ...{ announcement, what: 'post', about: version, data: { version: String(version), state }, now },
  });
}
