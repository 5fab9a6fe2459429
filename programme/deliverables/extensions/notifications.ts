/** The kinds of notifications about due dates: one that is asked for, one that is refused, and one that has moved. */
import { z } from 'zod';
import { readAdvisersOf } from '../../advisers/queries.js';
import { pick } from '../../messages/bilingual.js';
import { elements, type Message } from '../../messages/message.js';
import { type Composing, notificationKind } from '../../notifications/kind.js';
import type { BaseContext, Language } from '../../requests/context.js';
import { dayIn } from '../day-words.js';
import { type ExtensionEntry, readExtension } from './queries.js';
import { extensionTexts } from './texts.js';

/** To the secretariat. */
export const extensionAsked = notificationKind('deliverable.extension-asked', {
  name: { ja: '期限の延長の申し込み', en: 'more time is asked for' },
  compose: composeAsked,
});

/** To the company's participants. */
export const extensionRefused = notificationKind('deliverable.extension-refused', {
  name: { ja: '期限の延長の回答', en: 'more time was refused' },
  compose: composeRefused,
});

/** To the company's participants and its advisers. */
export const dueDateMoved = notificationKind('deliverable.due-moved', {
  name: { ja: '期限の変更', en: 'a due date has moved' },
  compose: composeMoved,
});

/** A request in the reader's language. */
export function extensionWords(language: Language, { company, title, dueOn, until }: ExtensionEntry) {
  return {
    ...{ company: pick(language, company), title: pick(language, title) },
    ...{ was: dueOn === null ? null : dayIn(language, dueOn), until: dayIn(language, until) },
  };
}

async function composeAsked(
  { transaction, language }: BaseContext,
  { subjectId, personId }: Composing,
): Promise<Message | null> {
  const extension = subjectId === null ? null : await readExtension(transaction, subjectId);
  if (extension?.state !== 'asked') return null;
  const { programmeId } = extension;
  const isSecretary = await transaction.membership.findFirst({
    where: { programmeId, personId, role: 'secretariat', endedAt: null },
  });
  if (isSecretary === null) return null;
  const texts = extensionTexts[language];
  const text = texts.notices.asked(extensionWords(language, extension));
  const about = { action: 'deliverable.decide-extension', input: { extension: extension.id } };
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: extension.reason === '' ? '' : texts.because(extension.reason) },
      { kind: 'buttons', buttons: [{ ...about, label: texts.decide, form: true, emphasis: 'primary' }] },
    ),
  };
}

async function isParticipant(
  { transaction }: BaseContext,
  { programmeId, companyId }: ExtensionEntry,
  personId: string,
): Promise<boolean> {
  const member = { programmeId, companyId, personId, role: 'participant', endedAt: null } as const;
  return (await transaction.membership.findFirst({ where: member })) !== null;
}

async function composeRefused(context: BaseContext, { subjectId, personId }: Composing): Promise<Message | null> {
  const extension = subjectId === null ? null : await readExtension(context.transaction, subjectId);
  if (extension?.state !== 'refused' || !(await isParticipant(context, extension, personId))) return null;
  const texts = extensionTexts[context.language];
  const text = texts.notices.refused(extensionWords(context.language, extension));
  return { summary: text, elements: elements({ kind: 'text', text }, { kind: 'text', text: extension.answer }) };
}

const movedData = z.object({ extension: z.uuid() });

async function composeMoved(context: BaseContext, { personId, data }: Composing): Promise<Message | null> {
  const { transaction, language } = context;
  const extension = await readExtension(transaction, movedData.parse(data).extension);
  // It moved again since, which has a notification of its own.
  if (extension === null || extension.dueOn !== extension.until) return null;
  const { notices } = extensionTexts[language];
  const words = extensionWords(language, extension);
  const isOwn = await isParticipant(context, extension, personId);
  const advisers = await readAdvisersOf(transaction, extension);
  if (!isOwn && !advisers.some(({ adviser }) => adviser.id === personId)) return null;
  const text = isOwn ? notices.moved(words) : notices.movedOf(words);
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: extension.state === 'by_late_review' ? notices.byLateReview : extension.answer },
    ),
  };
}
