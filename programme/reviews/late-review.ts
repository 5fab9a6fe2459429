/** What a review that comes late does to the company's due date. */
import type { Transaction } from '../../prisma/client.js';
import { businessDaysAfter, businessDaysBetween, readOfficeCalendar } from '../calendar/business-days.js';
import { localOf } from '../messages/dates.js';
import type { ReviewedDraft } from './drafts.js';

export interface LateReview {
  /** In business days, at least 1. */
  readonly days: number;
  /** The company's due date that follows from it, as 2025-04-07. */
  readonly until: string;
}

/** Null where the review is in time, where the company has no due date, or where it is done already. */
export async function lateReview(
  transaction: Transaction,
  { programmeId, reviewDueOn, dueOn, stage, timeZone }: ReviewedDraft,
  now: Date,
): Promise<LateReview | null> {
  if (reviewDueOn === null || dueOn === null || stage === 'approved' || stage === 'published') return null;
  const today = localOf(now, timeZone).date;
  if (today <= reviewDueOn) return null;
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const days = businessDaysBetween(reviewDueOn, today, calendar);
  return days === 0 ? null : { days, until: businessDaysAfter(dueOn, days, calendar) };
}
