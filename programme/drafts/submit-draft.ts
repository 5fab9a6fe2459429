/** A company submits a version of a draft: it is kept and checked, what it answers is noted, and its adviser and colleagues are told. */
import type { DocumentSource, Transaction } from '../../prisma/client.js';
import { type AssignmentEntry, readAdvisersOf, readPeopleOf } from '../advisers/queries.js';
import { businessDaysAfter, readOfficeCalendar } from '../calendar/business-days.js';
import { holdDeliverable, recordEvent } from '../deliverables/record-event.js';
import { forgetReadings } from '../files/keep-files.js';
import type { ReceivedFile } from '../files/received-file.js';
import type { ActingMember } from '../members/acting-member.js';
import { localOf } from '../messages/dates.js';
import { plan } from '../notifications/plan.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { answerComments } from '../reviews/answer-comments.js';
import { planReviewDue } from '../reviews/plan-review-due.js';
import { checkDraft, storedCheck } from './check/check-draft.js';
import type { ElementFound } from './check/check-text.js';
import { languageOf } from './check/sentences.js';
import { charactersOf, storedParagraphs, textToCheck } from './draft-text.js';
import { eraseDraft } from './erase-draft.js';
import { draftSubmitted, draftSubmittedByColleague } from './notifications.js';
import { readNewestDraft, readSubmittedDraft, type SubmittedDraft } from './queries.js';
import type { DraftReading } from './read-draft.js';
import { refuseDraft } from './refuse-draft.js';
import { originalName, replacesNewest } from './rules.js';

export interface SubmitDraft {
  readonly typeId: string;
  /** As its sender's, of whom it becomes the company's own. */
  readonly file: Pick<ReceivedFile, 'id' | 'sha256'>;
  readonly reading: Extract<DraftReading, { readonly ok: true }>;
  readonly note: string;
  /** The comments that this version answers. */
  readonly answers: readonly string[];
  readonly by: ActingMember;
  readonly now: Date;
}

export interface DraftSubmission {
  readonly draft: SubmittedDraft;
  /** The newest version before it; null where it is the first. */
  readonly before: SubmittedDraft | null;
  /** Whether that one gave its place to it. */
  readonly hasReplaced: boolean;
  readonly advisers: readonly AssignmentEntry[];
  readonly answered: number;
  /** Null where the deliverable has no checklist. */
  readonly elements: readonly ElementFound[] | null;
}

/**
 * Under the deliverable's lock, so that of two who send the same at once the second is told that it is there, and of two who send
 * different versions both are kept, one after the other.
 */
export async function submitDraft(transaction: Transaction, asked: SubmitDraft): Promise<DraftSubmission | Refusal> {
  const { typeId, file, by, answers, now } = asked;
  const { companyId, programmeId } = by;
  if (companyId === null) return refuse('not_found', {});
  const { id: deliverableId } = await holdDeliverable(transaction, { typeId, companyId }, now);
  const before = await readNewestDraft(transaction, deliverableId);
  if (before !== null && before.sha256 === file.sha256) return refuseDraft('same_content', before, { field: 'files' });
  const hasReplaced = replacesNewest(before, by.personId);
  const draft = await writeDraft(transaction, { ...asked, companyId, deliverableId });
  if (draft === null) return refuse('file_not_found', {}, { field: 'files' });
  const elements = await writeCheck(transaction, draft, asked);
  if (before !== null && hasReplaced) await replace(transaction, before, draft, now);
  const answered = await answerComments(transaction, {
    ...{ deliverableId, commentIds: answers, words: '', draftId: draft.id, personId: by.personId, now },
  });
  const kind = hasReplaced ? 'replaced' : 'submitted';
  await recordEvent(transaction, deliverableId, { kind, at: now, draftNumber: draft.number, personId: by.personId });
  const advisers = await readAdvisersOf(transaction, { programmeId, companyId });
  await tell(transaction, draft, { companyId, advisers, by, now });
  const { id: draftId, reviewDueOn } = draft;
  const adviserIds = advisers.map(({ adviser }) => adviser.id);
  if (reviewDueOn !== null) await planReviewDue(transaction, { draftId, programmeId, reviewDueOn, adviserIds, now });
  return { draft, before, hasReplaced, advisers, answered, elements };
}

interface Writing extends SubmitDraft {
  readonly companyId: string;
  readonly deliverableId: string;
}

/** As an original is called that comes back. */
const endings: Readonly<Record<DocumentSource, string>> = {
  docx: 'docx',
  pdf: 'pdf',
  markdown: 'md',
  plain: 'txt',
  pasted: 'txt',
};

/** Null where the file is gone, or somebody else's. */
async function writeDraft(
  transaction: Transaction,
  { deliverableId, companyId, file, reading, note, by, now }: Writing,
): Promise<SubmittedDraft | null> {
  const { programmeId, personId } = by;
  const counted = await transaction.deliverable.update({
    where: { id: deliverableId },
    data: { drafts: { increment: 1 } },
    include: { type: true },
  });
  const number = counted.drafts;
  const name = originalName(counted.type.code, number, endings[reading.source]);
  // First, since it is its sender's alone as long as the file is.
  await forgetReadings(transaction, [file.id]);
  const kept = await transaction.file.updateMany({
    where: { id: file.id, kind: 'received', personId },
    data: { kind: 'draft', programmeId, companyId, personId: null, expiresAt: null, name },
  });
  if (kept.count === 0) return null;
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const today = localOf(now, calendar.timeZone).date;
  const reviewDueOn = new Date(businessDaysAfter(today, counted.type.reviewDays, calendar));
  const whose = { programmeId, companyId };
  const { id } = await transaction.draft.create({
    data: {
      ...{ ...whose, deliverableId, number, source: reading.source, sha256: file.sha256, fileId: file.id, note },
      ...{ language: languageOf(textToCheck(reading.text, reading.source)), submittedById: personId },
      ...{ submittedAt: now, reviewDueOn },
    },
  });
  const content = { paragraphs: storedParagraphs(reading.text), pages: reading.text.pages };
  const characters = charactersOf(reading.text);
  await transaction.draftText.create({ data: { ...whose, draftId: id, ...content, characters } });
  return await readSubmittedDraft(transaction, id);
}

async function writeCheck(
  transaction: Transaction,
  { id: draftId, checklist, language, programmeId, company }: SubmittedDraft,
  { reading, now }: SubmitDraft,
): Promise<readonly ElementFound[] | null> {
  const elements = checkDraft(checklist, textToCheck(reading.text, reading.source), language);
  if (elements === null || checklist === null) return null;
  const whose = { programmeId, companyId: company.id };
  await transaction.draftCheck.create({
    data: { draftId, ...whose, checklist, elements: storedCheck(elements), checkedAt: now },
  });
  return elements;
}

/** What the earlier one answered the new one answers; the earlier one was seen by nobody, and nothing of its content is kept. */
async function replace(
  transaction: Transaction,
  before: SubmittedDraft,
  { id: draftId }: SubmittedDraft,
  now: Date,
): Promise<void> {
  await transaction.commentAnswer.updateMany({ where: { draftId: before.id }, data: { draftId } });
  await eraseDraft(transaction, before, now);
  await transaction.draft.update({ where: { id: before.id }, data: { replacedAt: now } });
}

interface Telling {
  readonly companyId: string;
  readonly advisers: readonly AssignmentEntry[];
  readonly by: ActingMember;
  readonly now: Date;
}

/** The company's advisers and nobody else beside its own people. */
async function tell(
  transaction: Transaction,
  { id: subjectId }: SubmittedDraft,
  { companyId, advisers, by, now }: Telling,
): Promise<void> {
  const { programmeId, personId } = by;
  const people = await readPeopleOf(transaction, { programmeId, companyId });
  const told = [
    ...advisers.map(({ adviser }) => ({ kind: draftSubmitted, personId: adviser.id })),
    ...people.filter((id) => id !== personId).map((id) => ({ kind: draftSubmittedByColleague, personId: id })),
  ];
  await plan(
    transaction,
    now,
    told.map((one) => ({
      ...one,
      key: `${one.kind.key}:${subjectId}:${one.personId}`,
      programmeId,
      subjectId,
      dueAt: now,
    })),
  );
}
