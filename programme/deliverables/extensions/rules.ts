/** The pure rules of a due date: whether a deliverable can have a later one. */
import type { Refusal } from '../../requests/refusal.js';
import { dayInBoth, todayIn } from '../day-words.js';
import type { ExtendableDeliverable } from './queries.js';
import { refuseExtension } from './refuse-extension.js';

/** Null where it needs more time at all. */
export function refuseExtending({ stage }: Pick<ExtendableDeliverable, 'stage'>): Refusal | null {
  return stage === 'approved' || stage === 'published' ? refuseExtension('extension_done', {}) : null;
}

/** Null where the day (2025-04-07) can be its due date. */
export function refuseUntil(
  { dueOn, lastDay, timeZone }: Pick<ExtendableDeliverable, 'dueOn' | 'lastDay' | 'timeZone'>,
  until: string,
  now: Date,
): Refusal | null {
  const field = { field: 'until' };
  if (dueOn !== null && until <= dueOn) return refuseExtension('not_later', { due: dayInBoth(dueOn) }, field);
  if (until <= todayIn(now, timeZone)) return refuseExtension('extension_past', {}, field);
  return until > lastDay ? refuseExtension('after_programme', { last: dayInBoth(lastDay) }, field) : null;
}
