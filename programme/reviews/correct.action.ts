/** Lets an adviser correct a comment, or delete one that was not sent yet. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { initialText } from '../messages/initial.js';
import { elements, type Form, type Values } from '../messages/message.js';
import { shortened } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { correctRecogniser } from './comment-recognisers.js';
import { commentTexts } from './comment-texts.js';
import { correctComment } from './correct-comment.js';
import { type CommentEntry, commentsBy, readComment } from './queries.js';
import { refuseComment } from './refuse-comment.js';
import { reviewTexts } from './texts.js';
import { LONGEST_COMMENT } from './write-comment.js';

/** As many as a platform's list of choices can hold. */
const MOST = 50;
/** Of a comment in a list of choices. */
const LONGEST_CHOICE = 60;

export const correctCommentAction = memberAction({
  name: 'review.correct',
  texts: commentTexts,
  command: 'review-correct',
  recognise: correctRecogniser,
  who: ['adviser'],
  input: z
    .object({
      reviewComment: chosen,
      words: z.string().trim().max(LONGEST_COMMENT, { error: 'too_long' }).default(''),
      /** Its form was sent, where it may be empty. */
      shownForm: z.boolean().default(false),
    })
    .refine(({ words, shownForm }) => shownForm || words !== '', { path: ['words'], error: 'required' }),
  confidential: true,
  offered: 'help',
  ask: correctForm,
  // Its form says what becomes of it; words alone name no comment.
  confirm: 'never',
  run: async (context, { reviewComment: commentId, words }) => {
    const { transaction, now, language } = context;
    const corrected = await correctComment(transaction, { commentId, words, by: actingMember(context), now });
    if (isRefusal(corrected)) return corrected;
    const { number, draftId: draft } = corrected.comment;
    const { changed, changedUnsent, dropped } = commentTexts[language];
    const summary = { corrected: changed, rewritten: changedUnsent, deleted: dropped }[corrected.became](number);
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          {
            kind: 'buttons',
            buttons: [{ label: reviewTexts[language].open, action: 'review.open', input: { draft } }],
          },
        ),
      },
    };
  },
});

async function correctForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, language } = context;
  const texts = commentTexts[language];
  const comment = isId(given.reviewComment) ? await readComment(transaction, given.reviewComment) : null;
  if (comment === null && isId(given.reviewComment)) return refuseComment('comment_gone', {});
  const form = {
    action: 'review.correct',
    title: texts.actions['review.correct'].title,
    cancel: chatTexts[language].close,
  };
  if (comment === null) return await chooseForm(context, form);
  return {
    ...form,
    introduction: comment.sentAt === null ? [] : [{ kind: 'note', text: texts.sentBefore }],
    fields: [
      {
        ...{ kind: 'long text', name: 'words', label: texts.labels.words, maximum: LONGEST_COMMENT },
        ...(comment.sentAt === null && { hint: texts.hints.correct, optional: true }),
        ...initialText(given.words ?? comment.words, LONGEST_COMMENT),
      },
    ],
    known: { reviewComment: comment.id, shownForm: true },
    submit: texts.corrects,
  };
}

async function chooseForm(
  { transaction, membership, person, language }: Context,
  form: Pick<Form, 'action' | 'title' | 'cancel'>,
): Promise<Form | Refusal> {
  const texts = commentTexts[language];
  const { programmeId } = membership;
  const comments = await commentsBy(transaction, { programmeId, personId: person.id, most: MOST });
  if (comments.length === 0) return refuseComment('nothing_written', {});
  const label = ({ number, draftNumber, words }: CommentEntry) =>
    `${texts.number({ number, version: draftNumber })}: ${shortened(words, LONGEST_CHOICE)}`;
  return {
    ...form,
    introduction: [],
    fields: [
      {
        ...{ kind: 'choice', name: 'reviewComment', label: texts.labels.comment },
        choices: comments.map((comment) => ({ value: comment.id, label: label(comment) })),
      },
    ],
    known: {},
    submit: reviewTexts[language].endNext,
  };
}
