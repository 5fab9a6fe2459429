/** Plans the reminder of a review on the day on which it is due: to who looks after the company when the version comes. */
import type { Transaction } from '../../prisma/client.js';
import { dayAfter } from '../calendar/business-days.js';
import { instantOf } from '../messages/dates.js';
import { plan } from '../notifications/plan.js';
import { reviewDue } from './notifications.js';

const REMIND_AT = '09:00';

export interface DueReview {
  readonly draftId: string;
  readonly programmeId: string;
  /** 2025-03-07, in the programme's zone. */
  readonly reviewDueOn: string;
  readonly adviserIds: readonly string[];
  readonly now: Date;
}

/** Nothing where that morning is over; what is reviewed, replaced or withdrawn by then is told of to nobody. */
export async function planReviewDue(
  transaction: Transaction,
  { draftId: subjectId, programmeId, reviewDueOn, adviserIds, now }: DueReview,
): Promise<void> {
  const { timeZone } = await transaction.programme.findUniqueOrThrow({
    where: { id: programmeId },
    select: { timeZone: true },
  });
  const dueAt = instantOf(reviewDueOn, REMIND_AT, timeZone);
  const latestAt = instantOf(dayAfter(reviewDueOn), '00:00', timeZone);
  if (dueAt === null || latestAt === null || dueAt <= now) return;
  const kind = reviewDue;
  await plan(
    transaction,
    now,
    adviserIds.map((personId) => ({
      key: `${kind.key}:${subjectId}:${personId}`,
      ...{ kind, programmeId, personId, subjectId, dueAt, latestAt },
    })),
  );
}
