/** What a submission would be: which version of what, of which file, what it would answer, and who would be told. */
import { type AssignmentEntry, readAdvisersOf, readPeopleOf } from '../advisers/queries.js';
import { businessDaysAfter, readOfficeCalendar } from '../calendar/business-days.js';
import { type DeliverableEntry, deliverablesOf } from '../deliverables/queries.js';
import { findReceivedFiles, type ReceivedFile } from '../files/received-file.js';
import { localOf } from '../messages/dates.js';
import type { Value } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { type CommentEntry, openComments } from '../reviews/queries.js';
import { readNewestDraft, type SubmittedDraft } from './queries.js';
import type { DraftReading } from './read-draft.js';
import { findReading } from './received-documents.js';
import { refuseDraft } from './refuse-draft.js';
import { replacesNewest } from './rules.js';
import { draftTexts } from './texts.js';
import { maySee, standingToReceived } from './walls.js';
import { adviserNames, dayWords, draftName } from './words.js';

export interface SubmissionTerms {
  readonly deliverable: DeliverableEntry;
  /** Null: it would be the first version. */
  readonly newest: SubmittedDraft | null;
  /** What the next version is called. */
  readonly number: number;
  readonly replaces: SubmittedDraft | null;
  readonly comments: readonly CommentEntry[];
  readonly advisers: readonly AssignmentEntry[];
  /** How many others of the company are told. */
  readonly colleagues: number;
  /** Until when it would be reviewed: 2025-03-07. */
  readonly reviewDueOn: string;
}

/** All that the person's company is to hand in; nothing for those without one. */
export async function ownDeliverables({ transaction, membership }: Context): Promise<readonly DeliverableEntry[]> {
  const { programmeId, companyId } = membership;
  return companyId === null ? [] : await deliverablesOf(transaction, { programmeId, companyId });
}

/** Null where the company has no such deliverable. */
export async function readTermsOfSubmission(context: Context, typeId: Value): Promise<SubmissionTerms | null> {
  const { transaction, person, membership, now } = context;
  const deliverable = (await ownDeliverables(context)).find((one) => one.typeId === typeId) ?? null;
  if (deliverable === null) return null;
  const { id, programmeId, companyId, reviewDays } = deliverable;
  const newest = id === null ? null : await readNewestDraft(transaction, id);
  const row =
    id === null ? null : await transaction.deliverable.findUnique({ where: { id }, select: { drafts: true } });
  const calendar = await readOfficeCalendar(transaction, programmeId);
  const people = await readPeopleOf(transaction, { programmeId, companyId });
  return {
    ...{ deliverable, newest, number: (row?.drafts ?? 0) + 1 },
    replaces: replacesNewest(newest, person.id) ? newest : null,
    comments: id === null ? [] : await openComments(transaction, id),
    advisers: await readAdvisersOf(transaction, { programmeId, companyId: membership.companyId ?? companyId }),
    colleagues: people.filter((one) => one !== person.id).length,
    reviewDueOn: businessDaysAfter(localOf(now, calendar.timeZone).date, reviewDays, calendar),
  };
}

export function submissionWords({ language }: Pick<Context, 'language'>, terms: SubmissionTerms): string {
  const { deliverable, number, replaces, advisers, reviewDueOn, colleagues } = terms;
  return draftTexts[language].submits({
    ...draftName(language, { title: deliverable.title, number }),
    ...{ replaces: replaces?.number ?? null, colleagues },
    advisers: adviserNames(language, advisers),
    due: dayWords(language, reviewDueOn),
  });
}

export interface SentDocument {
  readonly file: ReceivedFile;
  readonly reading: Extract<DraftReading, { readonly ok: true }>;
}

/** The one document that the person has sent, or why it cannot be submitted. */
export async function readSentDocument(
  { transaction, person }: Pick<Context, 'transaction' | 'person'>,
  fileIds: readonly string[],
): Promise<SentDocument | Refusal> {
  const field = { field: 'files' };
  if (fileIds.length > 1) return refuseDraft('one_document', {}, field);
  const [file] = (await findReceivedFiles(transaction, person.id, fileIds)) ?? [];
  if (file === undefined || !maySee('received', standingToReceived(person.id, file.senderId))) {
    return refuse('file_not_found', {}, field);
  }
  const reading = await findReading(transaction, file.id);
  if (reading === null) return refuseDraft('document_not_read', {}, field);
  return reading.ok ? { file, reading } : refuseDraft('document_fault', reading.fault, field);
}
