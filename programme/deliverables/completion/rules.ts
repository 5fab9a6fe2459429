/** The pure rules of completion: what can be reported of a deliverable now. */
import type { Refusal } from '../../requests/refusal.js';
import { dayInBoth, todayIn } from '../day-words.js';
import type { ReportableDeliverable } from './queries.js';
import { refuseCompletion } from './refuse-completion.js';

type Staged = Pick<ReportableDeliverable, 'stage'>;

/**
 * Null where its approval can be reported. The board belongs to the company: it may approve what the adviser has not confirmed, who
 * advises; the form says so.
 */
export function refuseApproval({ stage }: Staged): Refusal | null {
  if (stage === 'not_started' || stage === 'drafting') return refuseCompletion('nothing_submitted', {});
  return stage === 'approved' || stage === 'published' ? refuseCompletion('approved_already', {}) : null;
}

/** Null where its publication can be reported. */
export function refusePublication({ stage }: Staged): Refusal | null {
  if (stage === 'published') return refuseCompletion('published_already', {});
  return stage === 'approved' ? null : refuseCompletion('not_approved', {});
}

/** Null where something can have happened on this day (2025-03-20), which has begun in the programme's zone. */
export function refuseReportDay(
  { timeZone }: Pick<ReportableDeliverable, 'timeZone'>,
  day: string,
  now: Date,
): Refusal | null {
  return day > todayIn(now, timeZone) ? refuseCompletion('report_in_future', {}, { field: 'day' }) : null;
}

/** Null where it can have been published on this day. */
export function refusePublicationDay(
  deliverable: Pick<ReportableDeliverable, 'timeZone' | 'approvedOn'>,
  day: string,
  now: Date,
): Refusal | null {
  const { approvedOn } = deliverable;
  if (approvedOn !== null && day < approvedOn) {
    return refuseCompletion('published_before_approval', { day: dayInBoth(approvedOn) }, { field: 'day' });
  }
  return refuseReportDay(deliverable, day, now);
}
