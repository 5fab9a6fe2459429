/** A version as its adviser sees it: what it is, its original, its check, the comments and what can be done with it. */
import { dayIn } from '../deliverables/day-words.js';
import { deliverableTexts } from '../deliverables/texts.js';
import { checkSummary } from '../drafts/check-words.js';
import { readCheck, readDeclarations } from '../drafts/queries.js';
import { pick } from '../messages/bilingual.js';
import { formatInstantIn } from '../messages/dates.js';
import { type Button, type Element, elements, type Message } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { commentTexts } from './comment-texts.js';
import { commentItem } from './comment-words.js';
import { versionWords } from './describe.js';
import { newestVersion, type ReviewedDraft } from './drafts.js';
import { countMarks } from './mark-check.js';
import { markTexts } from './mark-texts.js';
import type { OpenedReview } from './open-review.js';
import { type CommentEntry, openComments, unsentComments } from './queries.js';
import { quotable, readDraftText } from './quotation.js';
import { reviewTexts } from './texts.js';

/** As many of each kind of comment as are shown with the version; a message takes no more than fifty blocks. */
const MOST_COMMENTS_SHOWN = 5;

export async function openedMessage(context: Context, { draft, lookedAt }: OpenedReview): Promise<Message> {
  const { transaction, language, fileLinks } = context;
  const texts = reviewTexts[language];
  const newest = await newestVersion(transaction, draft.deliverableId);
  const newer = newest !== null && newest.number > draft.number ? newest : null;
  const own = await unsentComments(transaction, draft.deliverableId);
  const open = await openComments(transaction, draft.deliverableId);
  const text = await readDraftText(transaction, draft.id);
  const marks = await countMarks(transaction, draft.id);
  const summary = versionWords(context, draft);
  const show = { language, checklist: draft.checklist, latest: text && quotable(text) };
  const lines = (comments: readonly CommentEntry[], isOwn: boolean): Element => ({
    kind: 'list',
    items: comments
      .slice(0, MOST_COMMENTS_SHOWN)
      .map((comment) => commentItem(show, comment, isOwn ? [correctButton(context, comment)] : [])),
  });
  const { endedAt, outcome } = draft.round ?? { endedAt: null, outcome: null };
  return {
    summary,
    elements: elements(
      { kind: 'heading', text: summary },
      endedAt !== null && {
        kind: 'note',
        text: texts.ended(outcome === null ? '' : texts.outcomes[outcome], dayOf(context, endedAt, draft)),
      },
      newer !== null && { kind: 'note', text: texts.newer(newer.number) },
      { kind: 'facts', facts: draftFacts(context, draft) },
      draft.file !== null && {
        ...{ kind: 'file', file: draft.file.id, name: draft.file.name, label: texts.original },
        link: fileLinks.linkTo(draft.file.id, 'draft'),
      },
      ...(await checkElements(context, draft)),
      marks.missed + marks.false_hit > 0 && { kind: 'note', text: markTexts[language].counts(marks) },
      own.length > 0 && { kind: 'text', text: texts.ownComments(own.length) },
      lines(own, true),
      open.length > 0 && { kind: 'text', text: texts.openComments(open.length) },
      lines(open, false),
      { kind: 'buttons', buttons: draftButtons(context, draft, { newer: newer?.id ?? null, lookedAt }) },
    ),
  };
}

function dayOf({ language }: Context, instant: Date, { timeZone }: ReviewedDraft): string {
  return formatInstantIn(language, instant, timeZone);
}

function draftFacts(context: Context, draft: ReviewedDraft) {
  const { language } = context;
  const { labels, submittedBy } = reviewTexts[language];
  const { reviewDueOn, dueOn, note, stage, submittedAt, timeZone } = draft;
  const at = formatInstantIn(language, submittedAt, timeZone);
  const day = (value: string | null) => (value === null ? '' : dayIn(language, value));
  return [
    { label: labels.submitted, value: submittedBy(pick(language, draft.submittedBy), at) },
    { label: labels.reviewDue, value: day(reviewDueOn) },
    { label: labels.due, value: day(dueOn) },
    { label: labels.stage, value: deliverableTexts[language].stages[stage] },
    { label: labels.note, value: note },
  ].filter(({ value }) => value !== '');
}

/** Element by element, with the sentence that shows it. */
async function checkElements({ transaction, language }: Context, draft: ReviewedDraft): Promise<readonly Element[]> {
  const { id, deliverableId, checklist } = draft;
  const found = await readCheck(transaction, id);
  if (found === null) return [{ kind: 'note', text: reviewTexts[language].noCheck }];
  return checkSummary(language, checklist, found, await readDeclarations(transaction, deliverableId));
}

function correctButton({ language }: Context, { id }: CommentEntry) {
  return { label: commentTexts[language].correct, action: 'review.correct', input: { reviewComment: id }, form: true };
}

interface Besides {
  readonly newer: string | null;
  readonly lookedAt: string | null;
}

function draftButtons(
  { language }: Context,
  { id, round, isGone }: ReviewedDraft,
  { newer, lookedAt }: Besides,
): readonly Button[] {
  const texts = reviewTexts[language];
  const input = { draft: id };
  const isOpen = !isGone && round !== null && round.endedAt === null;
  return [
    ...(newer === null
      ? []
      : [{ label: texts.openNewer, action: 'review.open', input: { draft: newer }, emphasis: 'primary' as const }]),
    ...(lookedAt === null
      ? []
      : [{ label: texts.changedSince, action: 'draft.difference', input: { olderDraft: lookedAt, draft: id } }]),
    { label: texts.checkWhole, action: 'draft.check', input },
    ...(isOpen
      ? [
          { label: texts.comment, action: 'review.comment', input, form: true },
          { label: markTexts[language].actions['draft.mark'].title, action: 'draft.mark', input, form: true },
          { label: texts.end, action: 'review.end', input, form: true },
        ]
      : []),
  ];
}
