/** Plans what is posted to a place: a sweep of its own delivers it. */
import type { Transaction } from '../../../prisma/client.js';
import { wakeDispatcher } from '../../notifications/notifications.sql.js';

interface PlanPost {
  readonly announcementId: string;
  readonly placeId: string;
  readonly version: number;
  readonly now: Date;
  readonly latestAt: Date;
}

/** Planning the same version twice is planning it once. */
export async function planPost(
  transaction: Transaction,
  { announcementId, placeId, version, now, latestAt }: PlanPost,
): Promise<void> {
  await transaction.placePost.createMany({
    data: [{ announcementId, placeId, version, dueAt: now, latestAt }],
    skipDuplicates: true,
  });
  // The worker that hears of it looks for posts, too.
  await wakeDispatcher(transaction);
}
