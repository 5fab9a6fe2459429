/** What an adviser's own overview says of drafts: how many nobody has looked at, and the way to them. */
import { businessDaysBetween, type OfficeCalendar, readOfficeCalendar } from '../calendar/business-days.js';
import { localOf } from '../messages/dates.js';
import type { Element } from '../messages/message.js';
import type { BaseContext, Context } from '../requests/context.js';
import { type ReviewQueue, readReviewQueue } from './reviews.sql.js';
import { reviewTexts } from './texts.js';

/** "Not looked at yet: 3 (oldest 5 business days)". */
export function unseenWords(
  { language, now }: Pick<BaseContext, 'language' | 'now'>,
  { total, unseen, oldestAt }: Pick<ReviewQueue, 'total' | 'unseen' | 'oldestAt'>,
  calendar: OfficeCalendar,
): string {
  const dayOf = (instant: Date) => localOf(instant, calendar.timeZone).date;
  const oldest = oldestAt === null ? 0 : businessDaysBetween(dayOf(oldestAt), dayOf(now), calendar);
  return reviewTexts[language].unseen({ total, unseen, oldest });
}

/** Nothing where no draft waits, and to nobody but advisers. */
export async function reviewElements(context: Context): Promise<readonly Element[]> {
  const { transaction, membership, person, language } = context;
  if (membership.role !== 'adviser') return [];
  const { programmeId } = membership;
  const queue = await readReviewQueue(transaction, { programmeId, adviserId: person.id, from: 0, size: 0 });
  if (queue.total === 0) return [];
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const { queueTitle, actions } = reviewTexts[language];
  return [
    { kind: 'text', text: `${queueTitle(queue.total)}\n${unseenWords(context, queue, calendar)}` },
    { kind: 'buttons', buttons: [{ label: actions['review.queue'].title, action: 'review.queue', input: {} }] },
  ];
}
