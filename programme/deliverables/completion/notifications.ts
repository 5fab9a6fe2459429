/** The kind of notification about reports of completion: to the company's advisers and the secretariat. */
import { z } from 'zod';
import { readAdvisersOf } from '../../advisers/queries.js';
import { dayText } from '../../calendar/business-days.js';
import { pick } from '../../messages/bilingual.js';
import { elements, type Message } from '../../messages/message.js';
import { type Composing, notificationKind } from '../../notifications/kind.js';
import type { BaseContext } from '../../requests/context.js';
import { dayIn } from '../day-words.js';
import { secretariatOf } from '../tell-secretariat.js';
import { deliverableTexts } from '../texts.js';
import { readReportable } from './queries.js';
import { completionTexts } from './texts.js';

export const deliverableReported = notificationKind('deliverable.reported', {
  name: { ja: '承認・公開の報告', en: 'an approval or a publication was reported' },
  compose,
});

const reportData = z.object({ what: z.enum(['approved', 'published', 'taken_back']), position: z.int() });

async function compose(
  { transaction, language }: BaseContext,
  { subjectId, personId, data }: Composing,
): Promise<Message | null> {
  const found = subjectId === null ? null : await readReportable(transaction, subjectId);
  if (found === null) return null;
  const advisers = await readAdvisersOf(transaction, found);
  const isAdviser = advisers.some(({ adviser }) => adviser.id === personId);
  if (!isAdviser && !(await secretariatOf(transaction, found.programmeId)).includes(personId)) return null;
  const { what, position } = reportData.parse(data);
  const event = await transaction.deliverableEvent.findFirst({
    where: { deliverableId: found.id, kind: what, position },
  });
  // Taken back meanwhile, which has a notification of its own.
  const holds = what === 'taken_back' || found.stage === 'published' || found.stage === what;
  if (event === null || !holds) return null;
  const { notices } = completionTexts[language];
  const about = { company: pick(language, found.company), title: pick(language, found.title) };
  if (what === 'taken_back') {
    const text = notices.takenBack({ ...about, stage: deliverableTexts[language].stages[found.stage] });
    return { summary: text, elements: [{ kind: 'text', text }] };
  }
  const day = event.day === null ? '' : dayIn(language, dayText(event.day));
  const text = notices[what]({ ...about, day });
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: event.approvedBy === '' ? '' : notices.approvedBy(event.approvedBy) },
      { kind: 'buttons', buttons: event.url === '' ? [] : [{ label: notices.open, link: event.url }] },
    ),
  };
}
