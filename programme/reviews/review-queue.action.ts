/** Lists an adviser's drafts that wait for a review, by the due dates of their reviews. */
import { z } from 'zod';
import { businessDaysBetween, type OfficeCalendar, readOfficeCalendar } from '../calendar/business-days.js';
import { dayIn } from '../deliverables/day-words.js';
import { inBoth } from '../messages/bilingual.js';
import { formatDay, localOf } from '../messages/dates.js';
import { elements, type Item } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import type { Context } from '../requests/context.js';
import { page, pageStart } from '../requests/page.js';
import { versionWords } from './describe.js';
import { unseenWords } from './home-elements.js';
import { queueRecogniser } from './recognisers.js';
import { type QueuedDraft, readReviewQueue } from './reviews.sql.js';
import { reviewTexts } from './texts.js';

const PER_PAGE = 8;

export const reviewQueue = memberAction({
  name: 'review.queue',
  texts: reviewTexts,
  command: 'reviews',
  recognise: queueRecogniser,
  who: ['adviser'],
  input: z.object({ from: pageStart }),
  offered: 'menu',
  confirm: 'read',
  run: async (context, { from }) => {
    const { transaction, membership, person, language } = context;
    const { programmeId } = membership;
    const about = { programmeId, adviserId: person.id, from, size: PER_PAGE };
    const queue = await readReviewQueue(transaction, about);
    const calendar = await readOfficeCalendar(transaction, programmeId);
    const { next } = page(queue.items, queue.total, about);
    const { queueTitle, more } = reviewTexts[language];
    const summary = queueTitle(queue.total);
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: summary },
          { kind: 'text', text: queue.total === 0 ? '' : unseenWords(context, queue, calendar) },
          { kind: 'list', items: queue.items.map((draft) => queueItem(context, draft, calendar)) },
          {
            kind: 'buttons',
            buttons: next === null ? [] : [{ label: more, action: 'review.queue', input: { from: next } }],
          },
        ),
      },
    };
  },
});

function queueItem({ language, now }: Context, draft: QueuedDraft, calendar: OfficeCalendar): Item {
  const { queued, open, continue: goOn } = reviewTexts[language];
  const { draftId, number, submittedAt, openedAt, reviewDueOn } = draft;
  const company = inBoth(draft.companyJa, draft.companyEn);
  const { timeZone } = calendar;
  const today = localOf(now, timeZone).date;
  const isOpened = openedAt !== null;
  return {
    title: versionWords({ language }, { company, title: inBoth(draft.titleJa, draft.titleEn), number }),
    lines: queued({
      submitted: formatDay(language, submittedAt, timeZone),
      age: businessDaysBetween(localOf(submittedAt, timeZone).date, today, calendar),
      due: reviewDueOn === null ? null : dayIn(language, reviewDueOn),
      isLate: reviewDueOn !== null && reviewDueOn < today,
      isOpened,
    }),
    buttons: [{ label: isOpened ? goOn : open, action: 'review.open', input: { draft: draftId } }],
  };
}
