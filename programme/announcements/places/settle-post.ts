/** Decides about a post of which it is not known whether it is in its channel, or that failed: it is there after all, or it is posted once more. */
import type { Place, PlacePost, Prisma, Transaction } from '../../../prisma/client.js';
import { wakeDispatcher } from '../../notifications/notifications.sql.js';
import type { Refusal } from '../../requests/refusal.js';
import { lockAnnouncement } from '../announcements.sql.js';
import { refuseAnnouncement } from '../refuse-announcement.js';

type Post = Pick<PlacePost, 'version' | 'state' | 'latestAt'>;

interface OpenPost<One extends Post = Post> {
  readonly post: One;
  /** It takes the place of an earlier one. */
  readonly isEdit: boolean;
}

/** What people can decide about, of the posts of one announcement, the first version first: the last that was to be sent, or null. */
export function openPost<One extends Post>(posts: readonly One[]): OpenPost<One> | null {
  const post = posts.findLast(({ state }) => state !== 'suppressed');
  return post === undefined || !isOpen(post) ? null : { post, isEdit: post.version > (posts[0]?.version ?? 0) };
}

export const openStates = ['unknown', 'failed', 'unreachable'] as const;

function isOpen({ state }: Post): boolean {
  return openStates.some((one) => one === state);
}

/** An edit is right however late it comes. */
export function mayPostAgain({ post, isEdit }: OpenPost, place: Pick<Place, 'leftAt'>, now: Date): boolean {
  return place.leftAt === null && (isEdit || post.latestAt > now);
}

interface Decision {
  /** Of the announcement. */
  readonly id: string;
  readonly now: Date;
}

/** A person has seen that it is there. */
export async function notePosted(transaction: Transaction, { id, now }: Decision): Promise<Refusal | null> {
  const found = await lockOpenPost(transaction, id);
  if (found?.open.post.state !== 'unknown') return refuseAnnouncement('post_settled_meanwhile', {});
  const done = { state: 'delivered', reason: 'seen by people', settledAt: now } as const;
  return await change(transaction, found.open.post, done);
}

/** Due again at once, as long as it is of use; that of a stopped announcement once that is resumed (`isStopped`). */
export async function postAgain(
  transaction: Transaction,
  { id, now }: Decision,
): Promise<{ readonly isStopped: boolean } | Refusal> {
  const found = await lockOpenPost(transaction, id);
  if (found === null) return refuseAnnouncement('post_settled_meanwhile', {});
  const { open, announcement } = found;
  if (announcement.state === 'withdrawn' && !open.isEdit) return refuseAnnouncement('not_posted_withdrawn', {});
  if (open.post.place.leftAt !== null) return refuseAnnouncement('place_gone', {});
  if (!mayPostAgain(open, open.post.place, now)) return refuseAnnouncement('post_too_late', {});
  const isStopped = announcement.state === 'stopped' && !open.isEdit;
  const state = isStopped ? 'stopped' : 'pending';
  const afresh = { state, dueAt: now, faults: 0, reason: null, settledAt: null } as const;
  const refused = await change(transaction, open.post, afresh);
  if (refused !== null) return refused;
  await wakeDispatcher(transaction);
  return { isStopped };
}

/** Under the announcement's lock, which a stop, a withdrawal and a second decision wait for; null where nothing is open. */
async function lockOpenPost(transaction: Transaction, id: string) {
  const announcement = await lockAnnouncement(transaction, id);
  const posts = await transaction.placePost.findMany({
    where: { announcementId: id },
    orderBy: { version: 'asc' },
    include: { place: true },
  });
  const open = openPost(posts);
  return announcement === null || open === null ? null : { announcement, open };
}

/** Its sender may have been slow and say at this moment what became of it. */
async function change(
  transaction: Transaction,
  { id, state }: PlacePost,
  data: Prisma.PlacePostUpdateManyMutationInput,
): Promise<Refusal | null> {
  const { count } = await transaction.placePost.updateMany({ where: { id, state }, data });
  return count === 0 ? refuseAnnouncement('post_settled_meanwhile', {}) : null;
}
