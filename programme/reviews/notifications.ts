/** The kinds of notifications about reviews: to the company its outcome and corrections, to advisers what is due and answered. */
import { z } from 'zod';
import { adviserName } from '../advisers/words.js';
import { mayHearOfDraft } from '../drafts/walls.js';
import { nameIn } from '../members/queries.js';
import { pick } from '../messages/bilingual.js';
import { elements, type Message } from '../messages/message.js';
import { type Composing, type ComposingContext, notificationKind } from '../notifications/kind.js';
import type { BaseContext } from '../requests/context.js';
import { answerTexts } from './answer-texts.js';
import { commentTexts } from './comment-texts.js';
import { commentItem } from './comment-words.js';
import { draftWords } from './describe.js';
import { type ReviewedDraft, readReviewedDraft } from './drafts.js';
import { commentsSentAt, openComments, readComment } from './queries.js';
import { reviewTexts } from './texts.js';

/** To the company's participants, with all comments of the round. */
export const reviewEnded = notificationKind('review.ended', {
  name: { ja: '原稿の確認結果', en: 'a review has ended' },
  compose: composeEnded,
});

/** To the company's participants. */
export const commentCorrected = notificationKind('review.comment-corrected', {
  name: { ja: 'コメントの訂正', en: 'a comment was corrected' },
  compose: composeCorrected,
});

/** To the company's advisers, on the morning of the day on which a review is due. */
export const reviewDue = notificationKind('review.due', {
  name: { ja: '原稿の確認の期限', en: 'a review is due' },
  compose: composeDue,
  topic: 'reminders',
});

/** To the adviser who wrote the comments. */
export const commentsAnswered = notificationKind('review.answered', {
  name: { ja: 'コメントへの回答', en: 'all comments were answered' },
  compose: composeAnswered,
});

/** As many comments as a notice shows; the list has the rest. */
const MOST_SHOWN = 8;

async function composeEnded(context: ComposingContext, { subjectId, personId }: Composing): Promise<Message | null> {
  const { transaction, language, fileLinks } = context;
  const draft = subjectId === null ? null : await readReviewedDraft(transaction, subjectId);
  const round = draft?.round;
  if (draft === null || round?.endedAt == null || round.outcome === null || draft.isErased) return null;
  const { companyId, deliverableId, checklist } = draft;
  if (!(await mayHearOfDraft(transaction, personId, { companyId, part: 'comments' }))) return null;
  const reviewer = await transaction.person.findUniqueOrThrow({ where: { id: round.reviewerId } });
  const comments = await commentsSentAt(transaction, deliverableId, round.endedAt);
  const texts = reviewTexts[language];
  const { notices } = texts;
  const text = notices.ended({
    ...draftWords(language, draft),
    ...{ adviser: adviserName(context, nameIn(reviewer)), outcome: texts.outcomes[round.outcome] },
  });
  const list = { label: notices.answers, action: 'review.answers', input: { deliverable: deliverableId } };
  const approve = { label: notices.approve, action: 'deliverable.approve', input: { deliverable: deliverableId } };
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: round.words },
      round.file !== null && {
        ...{ kind: 'file', file: round.file.id, name: round.file.name, label: notices.openFile },
        link: fileLinks.linkTo(round.file.id, 'draft'),
      },
      {
        kind: 'list',
        items: comments
          .slice(0, MOST_SHOWN)
          .map((comment) => commentItem({ language, checklist, latest: null }, comment, [])),
      },
      { kind: 'text', text: round.outcome === 'confirmed' ? notices.nextConfirmed : notices.nextRevised },
      {
        kind: 'buttons',
        buttons: [
          ...(comments.length > 0 ? [{ ...list, emphasis: 'primary' as const }] : []),
          ...(round.outcome === 'confirmed' ? [{ ...approve, form: true }] : []),
        ],
      },
    ),
  };
}

const versionData = z.object({ version: z.number() });

async function composeCorrected(
  { transaction, language }: BaseContext,
  { subjectId, personId, data }: Composing,
): Promise<Message | null> {
  const comment = subjectId === null ? null : await readComment(transaction, subjectId);
  if (comment === null) return null;
  const { companyId, id: commentId } = comment;
  if (!(await mayHearOfDraft(transaction, personId, { companyId, part: 'comments' }))) return null;
  const { version } = versionData.parse(data);
  // A further correction has a notification of its own.
  if (comment.corrections !== version) return null;
  const was = await transaction.reviewCommentVersion.findUnique({
    where: { commentId_version: { commentId, version } },
  });
  const draft = await readReviewedDraft(transaction, comment.draftId);
  if (was === null || draft === null) return null;
  const { notices } = commentTexts[language];
  const text = notices.corrected({ title: pick(language, draft.title), number: comment.number });
  const input = { deliverable: comment.deliverableId };
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'text', text: notices.was(was.words) },
      { kind: 'text', text: notices.is(comment.words) },
      {
        kind: 'buttons',
        buttons: [{ label: reviewTexts[language].notices.answers, action: 'review.answers', input }],
      },
    ),
  };
}

/** The version that is still to be reviewed by this person; null where nothing is due. */
async function stillDue(
  { transaction }: BaseContext,
  { subjectId, personId }: Composing,
): Promise<ReviewedDraft | null> {
  const draft = subjectId === null ? null : await readReviewedDraft(transaction, subjectId);
  if (draft === null || draft.isGone || draft.round?.endedAt != null) return null;
  const { companyId } = draft;
  return (await mayHearOfDraft(transaction, personId, { companyId, part: 'unsent' })) ? draft : null;
}

async function composeDue(context: BaseContext, notification: Composing): Promise<Message | null> {
  const draft = await stillDue(context, notification);
  if (draft === null) return null;
  const { notices, open } = reviewTexts[context.language];
  const text = notices.due(draftWords(context.language, draft));
  const input = { draft: draft.id };
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'buttons', buttons: [{ label: open, action: 'review.open', input, emphasis: 'primary' }] },
    ),
  };
}

async function composeAnswered(context: BaseContext, { subjectId, personId }: Composing): Promise<Message | null> {
  const { transaction, language } = context;
  const draft = subjectId === null ? null : await readReviewedDraft(transaction, subjectId);
  if (draft === null || draft.isErased) return null;
  const { companyId, deliverableId } = draft;
  if (!(await mayHearOfDraft(transaction, personId, { companyId, part: 'comments' }))) return null;
  // One was taken back meanwhile, or a further round has brought new ones.
  if ((await openComments(transaction, deliverableId)).length > 0) return null;
  const text = answerTexts[language].notices.answered(draftWords(language, draft));
  const input = { draft: draft.id };
  return {
    summary: text,
    elements: elements(
      { kind: 'text', text },
      { kind: 'buttons', buttons: [{ label: reviewTexts[language].open, action: 'review.open', input }] },
    ),
  };
}
