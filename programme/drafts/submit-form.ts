/** The form that asks for a draft, which comments it answers, and a note; at first for what it is, where a programme asks for several. */

import { pick } from '../messages/bilingual.js';
import { initialChoices, initialText } from '../messages/initial.js';
import type { Field, Form, Introduction, Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import {
  ownDeliverables,
  readSentDocument,
  readTermsOfSubmission,
  type SentDocument,
  type SubmissionTerms,
  submissionWords,
} from './prepare-submission.js';
import { readReadFiles } from './received-documents.js';
import { refuseDraft } from './refuse-draft.js';
import { draftTexts } from './texts.js';
import { commentWords, openCommentsWords } from './words.js';

/** As much as a field of Slack holds: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const LONGEST_PASTED = 3_000;
export const LONGEST_DRAFT_NOTE = 500;

/** As many as a platform's list of several choices shows well. */
const MOST_CHOICES = 20;

const endings = ['docx', 'pdf', 'md', 'txt'];

export async function submitForm(context: Context, given: Values): Promise<Form | Refusal> {
  const terms = await readTermsOfSubmission(context, given.deliverableType);
  if (terms === null) return await whichForm(context, given);
  const fileIds = Array.isArray(given.files) ? given.files.filter(isId) : [];
  const sent = fileIds.length === 0 ? null : await readSentDocument(context, fileIds);
  // What cannot be submitted is refused at once, and asked for anew where this form was sent with it.
  if (sent !== null && isRefusal(sent) && given.seen === undefined) return sent;
  const document = sent === null || isRefusal(sent) ? null : sent;
  const { newest } = terms;
  if (newest !== null && newest.sha256 === document?.file.sha256) return refuseDraft('same_content', newest);
  const { actions, form } = draftTexts[context.language];
  return {
    action: 'draft.submit',
    title: actions['draft.submit'].title,
    introduction: introductionOf(context, terms, document),
    fields: [
      ...(document === null ? await documentFields(context) : []),
      ...answerFields(context, terms, given),
      {
        ...{ kind: 'long text', name: 'note', label: form.note, optional: true, maximum: LONGEST_DRAFT_NOTE },
        ...initialText(given.note, LONGEST_DRAFT_NOTE),
      },
    ],
    known: {
      ...{ deliverableType: terms.deliverable.typeId, seen: seenOf(given, terms) },
      ...(document !== null && { files: [document.file.id] }),
    },
    submit: form.submit,
    cancel: chatTexts[context.language].close,
  };
}

/** Of what was there when the form was first opened. */
function seenOf({ seen }: Values, { newest }: SubmissionTerms): number {
  return typeof seen === 'number' ? seen : (newest?.number ?? 0);
}

async function whichForm(context: Context, { files }: Values): Promise<Form | Refusal> {
  const { actions, form } = draftTexts[context.language];
  const choices = (await ownDeliverables(context)).map(({ typeId, title }) => ({
    ...{ value: typeId, label: pick(context.language, title) },
  }));
  if (choices.length === 0) return refuseDraft('nothing_to_hand_in', {});
  return {
    action: 'draft.submit',
    title: actions['draft.submit'].title,
    introduction: [],
    fields: [{ kind: 'choice', name: 'deliverableType', label: form.deliverable, choices }],
    known: Array.isArray(files) ? { files } : {},
    submit: form.next,
    cancel: chatTexts[context.language].close,
  };
}

function introductionOf(
  context: Context,
  terms: SubmissionTerms,
  document: SentDocument | null,
): readonly Introduction[] {
  const { deliverable, comments } = terms;
  const open = openCommentsWords(context.language, comments, deliverable.checklist);
  return [
    { kind: 'text', text: submissionWords(context, terms) },
    ...(document === null ? [] : [{ kind: 'text' as const, text: document.file.name }]),
    ...(open === '' ? [] : [{ kind: 'text' as const, text: open }]),
  ];
}

/** What was sent before can be chosen; a further file is taken here or, where the form takes none, in the chat. */
async function documentFields({ transaction, person, language, now }: Context): Promise<readonly Field[]> {
  const { form } = draftTexts[language];
  const sent = await readReadFiles(transaction, person.id, { now, most: MOST_CHOICES });
  const choices = sent.map(({ id, name }) => ({ value: id, label: name }));
  const file = { kind: 'file' as const, label: form.file, hint: form.fileHint, endings, optional: true };
  return [
    ...(choices.length === 0
      ? [{ ...file, name: 'files' }]
      : [
          { kind: 'several choices' as const, name: 'files', label: form.sent, choices, optional: true },
          { ...file, name: 'moreFiles' },
        ]),
    {
      ...{ kind: 'long text', name: 'text', label: form.text, hint: form.textHint },
      ...{ optional: true, maximum: LONGEST_PASTED },
    },
  ];
}

function answerFields(
  { language }: Context,
  { comments, deliverable }: SubmissionTerms,
  given: Values,
): readonly Field[] {
  const choices = comments.slice(0, MOST_CHOICES).map((comment) => ({
    value: comment.id,
    label: commentWords(language, comment, deliverable.checklist),
  }));
  if (choices.length === 0) return [];
  const initial = initialChoices(given.reviewComments, choices);
  const label = draftTexts[language].form.answers;
  return [
    {
      ...{ kind: 'several choices', name: 'reviewComments', label, choices, optional: true },
      ...(initial.length > 0 && { initial }),
    },
  ];
}
