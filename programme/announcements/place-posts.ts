/** The outbox of what is posted to channels and teams: planned with its announcement, delivered by a sweep of its own. */
import type { Transaction } from '../../prisma/client.js';

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
}
