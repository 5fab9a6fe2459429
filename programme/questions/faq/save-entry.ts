/** Adds an entry to the FAQ of a programme, changes it, and takes it out. */
import type { Transaction } from '../../../prisma/client.js';
import { mentionOfEverybody } from '../../announcements/mentions.js';
import type { ActingMember } from '../../members/acting-member.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { MOST_ENTRIES, readEntry, type ShownEntry } from './entries.js';
import { namesIn } from './names-in-text.js';
import { refuseFaq } from './refuse-faq.js';

/** What an entry says; empty in a language in which it is missing. */
export type EntryTexts = Omit<ShownEntry, 'id' | 'version'>;

export const entryFields = ['questionJa', 'answerJa', 'questionEn', 'answerEn'] as const;

interface Writing {
  readonly texts: EntryTexts;
  /** Somebody has looked at the names in it and wants them there. */
  readonly keepNames: boolean;
  readonly by: ActingMember;
  readonly now: Date;
}

/** Null where it can be shown to everybody. */
async function refuseTexts(transaction: Transaction, { texts, keepNames, by }: Writing): Promise<Refusal | null> {
  const { questionJa, answerJa, questionEn, answerEn } = texts;
  if (questionJa === '' && questionEn === '' && answerJa === '' && answerEn === '')
    return refuseFaq('entry_empty', {}, { field: 'questionJa' });
  if ((questionJa === '') !== (answerJa === ''))
    return refuseFaq('half_in_japanese', {}, { field: questionJa === '' ? 'questionJa' : 'answerJa' });
  if ((questionEn === '') !== (answerEn === ''))
    return refuseFaq('half_in_english', {}, { field: questionEn === '' ? 'questionEn' : 'answerEn' });
  for (const field of entryFields) {
    const mention = mentionOfEverybody(texts[field]);
    if (mention !== null) return refuseFaq('entry_calls_everybody', { mention }, { field });
  }
  if (keepNames) return null;
  const names = await namesIn(transaction, by.programmeId, Object.values(texts));
  return names.length === 0 ? null : refuseFaq('names_somebody', { names }, { field: 'keepNames' });
}

/** `questionId`: of which question, whose answer it was. */
export async function addEntry(
  transaction: Transaction,
  { questionId, ...writing }: Writing & { readonly questionId: string | null },
): Promise<string | Refusal> {
  const refused = await refuseTexts(transaction, writing);
  if (refused !== null) return refused;
  const { texts, by, now } = writing;
  const { programmeId, personId } = by;
  const count = await transaction.faqEntry.count({ where: { programmeId, retiredAt: null } });
  if (count >= MOST_ENTRIES) return refuseFaq('faq_full', { most: MOST_ENTRIES });
  const made = { createdById: personId, createdAt: now, changedById: personId, changedAt: now };
  const { id } = await transaction.faqEntry.create({ data: { programmeId, ...texts, questionId, ...made } });
  return id;
}

/** `version`: the one that the form showed. Null where it is changed. */
export async function changeEntry(
  transaction: Transaction,
  { entryId, version, ...writing }: Writing & { readonly entryId: string; readonly version: number },
): Promise<Refusal | null> {
  const refused = await refuseTexts(transaction, writing);
  if (refused !== null) return refused;
  const { texts, by, now } = writing;
  const { count } = await transaction.faqEntry.updateMany({
    where: { id: entryId, programmeId: by.programmeId, version, retiredAt: null },
    data: { ...texts, version: { increment: 1 }, changedById: by.personId, changedAt: now },
  });
  if (count > 0) return null;
  return (await readEntry(transaction, entryId)) === null
    ? refuseFaq('entry_gone', {})
    : refuseFaq('entry_changed', {}, { field: 'answerJa' });
}

/** Null where nobody is shown it any more. */
export async function retireEntry(
  transaction: Transaction,
  { entryId, by, now }: { readonly entryId: string; readonly by: ActingMember; readonly now: Date },
): Promise<Refusal | null> {
  const entry = await transaction.faqEntry.findFirst({ where: { id: entryId, programmeId: by.programmeId } });
  if (entry === null) return refuse('not_found', {});
  const { count } = await transaction.faqEntry.updateMany({
    where: { id: entryId, retiredAt: null },
    data: { retiredAt: now, changedById: by.personId, changedAt: now },
  });
  return count > 0 ? null : refuseFaq('entry_gone', {});
}
