/** Lets a company answer a comment, or tick it off. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { initialText } from '../messages/initial.js';
import { elements, type Form, type Introduction, type Values } from '../messages/message.js';
import { shortened } from '../messages/shortened.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { answerComment } from './answer-comment.js';
import { answerTexts } from './answer-texts.js';
import { answerRecogniser } from './comment-recognisers.js';
import { commentTexts } from './comment-texts.js';
import { elementName } from './comment-words.js';
import { readReviewedDraft } from './drafts.js';
import { type CommentEntry, openCommentsOf, readComment } from './queries.js';
import { refuseAnswer } from './refuse-answer.js';

const LONGEST_ANSWER = 2_000;
/** As many as a platform's list of choices can hold. */
const MOST = 50;
/** Of a comment in a list of choices, and above the form. */
const LONGEST_CHOICE = 60;
const LONGEST_SHOWN = 1_500;

export const answerAction = memberAction({
  name: 'review.answer',
  texts: answerTexts,
  command: 'answer-comment',
  recognise: answerRecogniser,
  who: ['participant'],
  input: z
    .object({
      reviewComment: chosen,
      /** Without words. */
      ticked: z.boolean().default(false),
      words: z.string().trim().max(LONGEST_ANSWER, { error: 'too_long' }).default(''),
    })
    .refine(({ ticked, words }) => ticked || words !== '', { path: ['words'], error: 'required' }),
  confidential: true,
  offered: 'help',
  ask: answerForm,
  // One button beside the comment itself, or a form about it; another answer takes its place.
  confirm: 'never',
  run: async (context, { reviewComment: commentId, words }) => {
    const { transaction, now, language } = context;
    const answered = await answerComment(transaction, { commentId, words, by: actingMember(context), now });
    if (isRefusal(answered)) return answered;
    const { comment, open } = answered;
    const texts = answerTexts[language];
    const summary = texts.done({ number: comment.number, open });
    const input = { deliverable: comment.deliverableId };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          { kind: 'buttons', buttons: [{ label: texts.show, action: 'review.answers', input }] },
        ),
      },
    };
  },
});

async function answerForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, language } = context;
  const texts = answerTexts[language];
  const comment = isId(given.reviewComment) ? await readComment(transaction, given.reviewComment) : null;
  if (isId(given.reviewComment) && comment?.sentAt == null) return refuseAnswer('answer_gone', {});
  const form = {
    action: 'review.answer',
    title: texts.actions['review.answer'].title,
    submit: texts.send,
    cancel: chatTexts[language].close,
  };
  const words: Form['fields'][number] = {
    ...{ kind: 'long text', name: 'words', label: texts.words, hint: texts.wordsHint, maximum: LONGEST_ANSWER },
    ...initialText(given.words ?? comment?.answer?.words, LONGEST_ANSWER),
  };
  if (comment !== null) {
    const introduction = await aboutComment(context, comment);
    return { ...form, introduction, fields: [words], known: { reviewComment: comment.id } };
  }
  const { membership } = context;
  const open = await openCommentsOf(transaction, membership.companyId ?? '', MOST);
  if (open.length === 0) return refuseAnswer('no_comments', {});
  const label = (one: CommentEntry) =>
    `${commentTexts[language].number({ number: one.number, version: one.draftNumber })}: ${shortened(one.words, LONGEST_CHOICE)}`;
  const choices = open.map((one) => ({ value: one.id, label: label(one) }));
  return {
    ...{ ...form, introduction: [], known: {} },
    fields: [{ kind: 'choice', name: 'reviewComment', label: texts.comment, choices }, words],
  };
}

async function aboutComment(
  { transaction, language }: Context,
  { number, draftNumber, draftId, element, quotation, words }: CommentEntry,
): Promise<readonly Introduction[]> {
  const texts = commentTexts[language];
  const draft = await readReviewedDraft(transaction, draftId);
  const name = element === null ? null : elementName(language, draft?.checklist ?? null, element);
  const place = texts.place({ element: name, quotation: shortened(quotation, LONGEST_CHOICE * 3) });
  return [
    { kind: 'text', text: `${texts.number({ number, version: draftNumber })} — ${place}` },
    { kind: 'text', text: shortened(words, LONGEST_SHOWN) },
  ];
}
