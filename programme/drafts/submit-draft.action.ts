/** Submits a version of a draft: a file that is dropped into the chat without any command, chosen in the form, or pasted text. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import { actingMember } from '../members/acting-member.js';
import { pick } from '../messages/bilingual.js';
import { type Button, elements, type Message, type Values } from '../messages/message.js';
import { memberAction, type Preview, type PreviewState } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { ActingPerson, Context } from '../requests/context.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { openComments } from '../reviews/queries.js';
import { checkSummary } from './check-words.js';
import { charactersOf, firstLine } from './draft-text.js';
import { withPastedText } from './paste-text.js';
import {
  ownDeliverables,
  readSentDocument,
  readTermsOfSubmission,
  type SentDocument,
  type SubmissionTerms,
  submissionWords,
} from './prepare-submission.js';
import { readDeclarations } from './queries.js';
import { keepReading } from './received-documents.js';
import { submitRecogniser } from './recognisers.js';
import { refuseDraft } from './refuse-draft.js';
import { type DraftSubmission, submitDraft } from './submit-draft.js';
import { LONGEST_DRAFT_NOTE, submitForm } from './submit-form.js';
import { draftTexts } from './texts.js';
import { adviserNames, dayWords, draftName, openCommentsWords, personWords } from './words.js';

const input = z.object({
  deliverableType: chosen,
  files: z.array(chosen).min(1, { error: 'required' }).max(10),
  /** Pasted; `complete` puts it into a file. */
  text: z.string().optional(),
  reviewComments: z
    .array(z.uuid({ error: 'not_a_choice' }))
    .max(100)
    .default([]),
  note: z.string().trim().max(LONGEST_DRAFT_NOTE, { error: 'too_long' }).default(''),
  /** The number of the newest version when the form was opened. */
  seen: z.coerce.number().int().min(0).optional(),
});

type Asked = z.infer<typeof input>;

export const submitDraftAction = memberAction({
  name: 'draft.submit',
  texts: draftTexts,
  command: 'submit-draft',
  recognise: submitRecogniser,
  who: ['participant'],
  input,
  confidential: true,
  offered: 'menu',
  // Also what is refused with its reason: older formats, macros, archives.
  receives: {
    types: ['docx', 'pdf', 'text', 'csv', 'ole', 'macros', 'zip'],
    field: 'files',
    when: handsIn,
    look: keepReading,
  },
  complete: async (context, given) => await withOnlyDeliverable(context, await withPastedText(context, given)),
  ask: submitForm,
  confirm: { when: 'always', show: preview, state },
  run: async (context, asked) => {
    const { transaction, now } = context;
    const prepared = await prepare(context, asked);
    if (isRefusal(prepared)) return prepared;
    const { document } = prepared;
    const { note, reviewComments: answers, deliverableType: typeId } = asked;
    const about = { typeId, file: document.file, reading: document.reading, note, answers };
    const submission = await submitDraft(transaction, { ...about, by: actingMember(context), now });
    return isRefusal(submission) ? submission : { message: await submittedMessage(context, submission, asked) };
  },
});

/** Whether somebody of a company is to hand in anything. */
async function handsIn(transaction: Transaction, { memberships }: ActingPerson): Promise<boolean> {
  const own = memberships.flatMap(({ role, programmeId }) => (role === 'participant' ? [programmeId] : []));
  return own.length > 0 && (await transaction.deliverableType.count({ where: { programmeId: { in: own } } })) > 0;
}

/** The one deliverable that there is, where none is named. */
async function withOnlyDeliverable(context: Context, given: Values): Promise<Values> {
  if (given.deliverableType !== undefined) return given;
  const [only, ...others] = await ownDeliverables(context);
  return only === undefined || others.length > 0 ? given : { ...given, deliverableType: only.typeId };
}

interface Prepared {
  readonly terms: SubmissionTerms;
  readonly document: SentDocument;
}

async function prepare(
  context: Context,
  { deliverableType, files }: Pick<Asked, 'deliverableType' | 'files'>,
): Promise<Prepared | Refusal> {
  const terms = await readTermsOfSubmission(context, deliverableType);
  if (terms === null) return refuse('not_found', {});
  const document = await readSentDocument(context, files);
  return isRefusal(document) ? document : { terms, document };
}

async function preview(context: Context, asked: Asked): Promise<Preview | Refusal> {
  const { language } = context;
  const prepared = await prepare(context, asked);
  if (isRefusal(prepared)) return prepared;
  const { terms, document } = prepared;
  const texts = draftTexts[language];
  const { deliverable, newest, comments } = terms;
  if (newest !== null && newest.sha256 === document.file.sha256) {
    return refuseDraft('same_content', newest, { field: 'files' });
  }
  const { text } = document.reading;
  const unread = text.unreadablePages ?? [];
  const before = (await ownDeliverables(context)).find(({ typeId }) => typeId === deliverable.dependsOnId);
  const isEarly = before !== undefined && !['confirmed', 'approved', 'published'].includes(before.stage);
  const buttons = await otherButtons(context, terms, asked);
  return {
    does: submissionWords(context, terms),
    elements: elements(
      { kind: 'text', text: texts.sentFile({ name: document.file.name, characters: charactersOf(text) }) },
      { kind: 'text', text: texts.begins(firstLine(text)) },
      unread.length > 0 && { kind: 'text', text: texts.unreadPages(unread) },
      { kind: 'text', text: openCommentsWords(language, comments, deliverable.checklist) },
      isEarly && { kind: 'note', text: texts.before(pick(language, before.title)) },
      { kind: 'buttons', buttons },
    ),
  };
}

/** The form, which can say more, and what else the file may have been meant for. */
async function otherButtons(
  { transaction, language, membership, now }: Context,
  { deliverable, comments }: SubmissionTerms,
  { files }: Asked,
): Promise<readonly Button[]> {
  const texts = draftTexts[language];
  const coming = { companyId: membership.companyId ?? '', state: 'booked', startsAt: { gt: now } } as const;
  const isAhead = membership.companyId !== null && (await transaction.booking.count({ where: coming })) > 0;
  const details = { deliverableType: deliverable.typeId, files };
  return [
    ...(comments.length === 0
      ? []
      : [{ label: texts.addDetails, action: 'draft.submit', input: details, form: true as const }]),
    ...(isAhead
      ? [{ label: texts.useForConsultation, action: 'consultation.add-files', input: { files }, proposed: true }]
      : []),
  ];
}

/** What a colleague has sent, or the adviser opened or commented on, since it was shown. */
async function state(context: Context, { deliverableType }: Asked): Promise<PreviewState> {
  const terms = await readTermsOfSubmission(context, deliverableType);
  if (terms === null) return [null];
  const { newest, comments, advisers } = terms;
  return [
    ...[newest?.id ?? null, newest?.openedAt?.getTime() ?? null],
    ...[...comments, ...advisers].map(({ id }) => id),
  ];
}

async function submittedMessage(context: Context, submission: DraftSubmission, { seen }: Asked): Promise<Message> {
  const { transaction, language, person } = context;
  const { draft, before, hasReplaced, advisers, answered, elements: found } = submission;
  const texts = draftTexts[language];
  const summary = texts.submitted(draftName(language, draft));
  const open = await openComments(transaction, draft.deliverableId);
  const declared = await readDeclarations(transaction, draft.deliverableId);
  const isOthers = before !== null && before.submittedBy.id !== person.id;
  const isNews = before !== null && seen !== undefined && before.number > seen;
  const lines = [
    texts.told(adviserNames(language, advisers), dayWords(language, draft.reviewDueOn)),
    ...(before !== null && hasReplaced ? [texts.replaced(before.number)] : []),
    ...(isOthers && isNews
      ? [texts.colleagueBefore(personWords(language, before.submittedBy.name), before.number)]
      : []),
    ...(answered > 0 ? [texts.answered(answered)] : []),
    ...(open.length > 0 ? [texts.stillOpen(open.length)] : []),
  ];
  return {
    summary,
    elements: elements(
      { kind: 'text', text: [summary, ...lines].join('\n') },
      ...(found === null ? [] : checkSummary(language, draft.checklist, found, declared)),
      { kind: 'buttons', buttons: buttonsAfter(context, draft) },
    ),
  };
}

function buttonsAfter({ language }: Context, draft: DraftSubmission['draft']): readonly Button[] {
  const texts = draftTexts[language];
  const input = { draft: draft.id };
  const declare = { deliverableType: draft.typeId };
  return [
    ...(draft.checklist === null
      ? []
      : [
          { label: texts.check.show, action: 'draft.check', input },
          { label: texts.declare.button, action: 'draft.declare', input: declare, form: true },
        ]),
    { label: texts.mine.show, action: 'draft.mine', input: {} },
  ];
}
