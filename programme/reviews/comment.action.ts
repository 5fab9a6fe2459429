/** Lets an adviser comment on a version that they have open: on the whole, an element of the checklist or a quoted text. */
import { z } from 'zod';
import { checklistNamed } from '../drafts/checklists/by-name.js';
import { actingMember } from '../members/acting-member.js';
import { initialChoice, initialText } from '../messages/initial.js';
import { elements, type Form, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { chooseDraftForm, namedDraft, withDraft } from './choose-draft.js';
import { commentRecogniser } from './comment-recognisers.js';
import { commentTexts } from './comment-texts.js';
import { versionWords } from './describe.js';
import { newestVersion, type ReviewedDraft } from './drafts.js';
import { refuseComments } from './rules.js';
import { reviewTexts } from './texts.js';
import { LONGEST_COMMENT, LONGEST_QUOTATION, writeComment } from './write-comment.js';

/** Of the choice of an element: none. */
const WHOLE = 'whole';

export const commentAction = memberAction({
  name: 'review.comment',
  texts: commentTexts,
  command: 'review-comment',
  recognise: commentRecogniser,
  who: ['adviser'],
  input: z.object({
    draft: chosen,
    element: z.string().max(20).default(WHOLE),
    quotation: z.string().trim().max(LONGEST_QUOTATION, { error: 'too_long' }).default(''),
    words: z.string().trim().min(1, { error: 'required' }).max(LONGEST_COMMENT, { error: 'too_long' }),
  }),
  confidential: true,
  offered: 'help',
  complete: async (context, given) => await withDraft(context, given, { opened: true }),
  ask: commentForm,
  // The company sees it at the end of the round only; until then it is corrected or deleted by one button.
  confirm: 'never',
  run: async (context, { draft: draftId, element, quotation, words }) => {
    const { transaction, now, language } = context;
    const comment = { element: element === WHOLE || element === '' ? null : element, quotation, words };
    const written = await writeComment(transaction, { draftId, comment, by: actingMember(context), now });
    if (isRefusal(written)) return written;
    const texts = commentTexts[language];
    const summary = texts.written(written.number);
    const about = { draft: draftId };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'text', text: summary },
          written.newer !== null && { kind: 'note', text: texts.newer(written.newer) },
          {
            kind: 'buttons',
            buttons: [
              { label: texts.again, action: 'review.comment', input: about, form: true },
              { label: texts.correct, action: 'review.correct', input: { reviewComment: written.id }, form: true },
              { label: reviewTexts[language].end, action: 'review.end', input: about, form: true },
            ],
          },
        ),
      },
    };
  },
});

async function commentForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { transaction, language } = context;
  const texts = commentTexts[language];
  const { title } = texts.actions['review.comment'];
  const draft = await namedDraft(context, given);
  if (draft === null) {
    const about = { action: 'review.comment', title, submit: reviewTexts[language].endNext, opened: true };
    return await chooseDraftForm(context, given, about);
  }
  const refused = refuseComments(draft);
  if (refused) return refused;
  const newest = await newestVersion(transaction, draft.deliverableId);
  const newer = newest !== null && newest.number > draft.number ? texts.newer(newest.number) : null;
  return {
    action: 'review.comment',
    title,
    introduction: [
      { kind: 'text', text: texts.on(versionWords(context, draft)) },
      ...(newer === null ? [] : [{ kind: 'note' as const, text: newer }]),
    ],
    fields: fieldsOf(context, draft, given),
    known: { draft: draft.id },
    submit: texts.write,
    cancel: chatTexts[language].close,
  };
}

function fieldsOf({ language }: Context, { checklist }: ReviewedDraft, given: Values): Form['fields'] {
  const { labels, hints, whole } = commentTexts[language];
  const known = checklistNamed(checklist)?.elements ?? [];
  const choices = [
    { value: WHOLE, label: whole },
    ...known.map(({ id, name }) => ({ value: id, label: name[language] })),
  ];
  const initial = initialChoice(given.element, choices);
  return [
    ...(known.length === 0
      ? []
      : [
          {
            ...{ kind: 'choice' as const, name: 'element', label: labels.element, choices, optional: true },
            ...{ initial: WHOLE, ...initial },
          },
        ]),
    {
      ...{ kind: 'long text', name: 'quotation', label: labels.quotation, hint: hints.quotation, optional: true },
      ...{ maximum: LONGEST_QUOTATION, ...initialText(given.quotation, LONGEST_QUOTATION) },
    },
    {
      ...{ kind: 'long text', name: 'words', label: labels.words, maximum: LONGEST_COMMENT },
      ...initialText(given.words, LONGEST_COMMENT),
    },
  ];
}
