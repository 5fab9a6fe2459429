/** The kinds of notifications about drafts: to the adviser and to colleagues, that a version came or was taken back. */
import type { Transaction } from '../../prisma/client.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Message, plain } from '../messages/message.js';
import { type Composing, notificationKind } from '../notifications/kind.js';
import type { BaseContext } from '../requests/context.js';
import { reviewTexts } from '../reviews/texts.js';
import { readSubmittedDraft, type SubmittedDraft } from './queries.js';
import { draftTexts } from './texts.js';
import { mayHearOfDraft } from './walls.js';
import { dayWords, draftName, personWords } from './words.js';

/** To the company's advisers. */
export const draftSubmitted = notificationKind('draft.submitted', {
  name: { ja: '原稿の提出', en: 'a draft was submitted' },
  compose: async (context, notification) => {
    const draft = await readFor(context, notification);
    // Replaced or taken back meanwhile: what is there now has a notification of its own.
    return draft?.isLiving === true ? await submittedMessage(context, draft) : null;
  },
});

/** To the others of the company. */
export const draftSubmittedByColleague = notificationKind('draft.submitted-by-colleague', {
  name: { ja: '社内の方による原稿の提出', en: 'a colleague submitted a draft' },
  compose: async (context, notification) => {
    const draft = await readFor(context, notification);
    if (draft?.isLiving !== true) return null;
    const { language } = context;
    const { notices, mine } = draftTexts[language];
    const by = personWords(language, draft.submittedBy.name);
    const text = notices.colleague({ ...draftName(language, draft), by });
    return {
      summary: text,
      elements: elements(
        { kind: 'text', text },
        {
          kind: 'buttons',
          buttons: [
            { label: mine.check, action: 'draft.check', input: { draft: draft.id } },
            { label: mine.show, action: 'draft.mine', input: {} },
          ],
        },
      ),
    };
  },
});

/** To the company's advisers, where they were told of the submission. */
export const draftWithdrawn = notificationKind('draft.withdrawn', {
  name: { ja: '原稿の取り下げ', en: 'a draft was taken back' },
  compose: async (context, notification) => {
    const draft = await readFor(context, notification);
    if (draft === null || !(await wasTold(context.transaction, notification, draftSubmitted.key))) return null;
    const { language } = context;
    const company = pick(language, draft.company.name);
    return plain(draftTexts[language].notices.withdrawn({ ...draftName(language, draft), company }));
  },
});

/** To the others of the company. */
export const draftWithdrawnByColleague = notificationKind('draft.withdrawn-by-colleague', {
  name: { ja: '社内の方による原稿の取り下げ', en: 'a colleague took a draft back' },
  compose: async (context, notification) => {
    const draft = await readFor(context, notification);
    const by = draft && (await withdrawnBy(context.transaction, draft));
    if (draft === null || by === null) return null;
    const { language } = context;
    const about = { ...draftName(language, draft), by: personWords(language, by) };
    return plain(draftTexts[language].notices.colleagueWithdrew(about));
  },
});

/** Null where the person may no longer hear of it: taken off the company, or no longer of it. */
async function readFor(
  { transaction }: BaseContext,
  { subjectId, personId }: Composing,
): Promise<SubmittedDraft | null> {
  const draft = subjectId === null ? null : await readSubmittedDraft(transaction, subjectId);
  if (draft === null) return null;
  const part = { companyId: draft.company.id, part: 'original' } as const;
  return (await mayHearOfDraft(transaction, personId, part)) ? draft : null;
}

async function submittedMessage({ transaction, language }: BaseContext, draft: SubmittedDraft): Promise<Message> {
  const { notices, mine } = draftTexts[language];
  const company = pick(language, draft.company.name);
  const text = notices.submitted({ ...draftName(language, draft), company });
  const answers = await transaction.commentAnswer.count({ where: { draftId: draft.id } });
  const replaces = await transaction.deliverableEvent.count({
    where: { deliverableId: draft.deliverableId, kind: 'replaced', draftNumber: draft.number },
  });
  const lines = [
    ...(draft.reviewDueOn === null ? [] : [notices.due(dayWords(language, draft.reviewDueOn))]),
    ...(replaces > 0 ? [notices.replaces] : []),
    ...(answers > 0 ? [notices.answers(answers)] : []),
    ...(draft.note === '' ? [] : [notices.note(draft.note)]),
  ];
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text: [text, ...lines].join('\n') },
      {
        kind: 'buttons',
        buttons: [
          { label: reviewTexts[language].open, action: 'review.open', input: { draft: draft.id }, emphasis: 'primary' },
          { label: mine.file, action: 'draft.file', input: { draft: draft.id } },
          { label: mine.check, action: 'draft.check', input: { draft: draft.id } },
        ],
      },
    ),
  };
}

/** Whether the notification of this kind about the same version went out to the same person. */
async function wasTold(transaction: Transaction, { subjectId, personId }: Composing, kind: string): Promise<boolean> {
  const about = { kind, subjectId, personId };
  return (
    (await transaction.notification.count({
      where: { ...about, state: { in: ['sending', 'delivered', 'unknown'] } },
    })) > 0
  );
}

/** The name of who took it back. */
async function withdrawnBy(transaction: Transaction, { deliverableId, number }: SubmittedDraft) {
  const event = await transaction.deliverableEvent.findFirst({
    where: { deliverableId, kind: 'withdrawn', draftNumber: number },
    include: { person: true },
  });
  return event?.person ? { ja: event.person.nameJa, en: event.person.nameEn } : null;
}
