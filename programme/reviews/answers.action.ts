/** Shows a company the comments on a deliverable: those that it has not answered first. */
import { z } from 'zod';
import { maySeeOf } from '../drafts/walls.js';
import { actingMember } from '../members/acting-member.js';
import { pick } from '../messages/bilingual.js';
import { initialChoice } from '../messages/initial.js';
import { type ActionButton, elements, type Form, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { page, pageStart } from '../requests/page.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { answerTexts } from './answer-texts.js';
import { answersRecogniser } from './comment-recognisers.js';
import { commentItem } from './comment-words.js';
import { newestVersion } from './drafts.js';
import { type CommentEntry, commentedDeliverables, sentComments } from './queries.js';
import { quotable, readDraftText } from './quotation.js';
import { refuseAnswer } from './refuse-answer.js';

const PER_PAGE = 8;

export const answersAction = memberAction({
  name: 'review.answers',
  texts: answerTexts,
  command: 'comments',
  recognise: answersRecogniser,
  who: ['participant'],
  input: z.object({ deliverable: chosen, from: pageStart }),
  confidential: true,
  offered: 'help',
  confirm: 'read',
  complete: async (context, given) => {
    if (given.deliverable !== undefined) return given;
    const { spokenDeliverableType } = given;
    const [only, ...others] = (await commented(context)).filter(
      ({ typeId }) => !isId(spokenDeliverableType) || typeId === spokenDeliverableType,
    );
    return only === undefined || others.length > 0 ? given : { ...given, deliverable: only.id };
  },
  ask: chooseForm,
  run: async (context, { deliverable: id, from }) => {
    const { transaction, language } = context;
    const found = await transaction.deliverable.findUnique({ where: { id }, include: { type: true } });
    if (found === null) return refuse('not_found', {});
    const { companyId, type } = found;
    if (!(await maySeeOf(transaction, actingMember(context), { companyId, part: 'comments' }))) {
      return refuse('not_found', {});
    }
    const comments = await sentComments(transaction, id);
    if (comments.length === 0) return refuseAnswer('no_comments', {});
    const open = comments.filter(({ answer }) => answer === null);
    const ordered = [...open, ...comments.filter(({ answer }) => answer !== null)];
    const { items, next } = page(ordered.slice(from, from + PER_PAGE), ordered.length, { from, size: PER_PAGE });
    const newest = await newestVersion(transaction, id);
    const text = newest && (await readDraftText(transaction, newest.id));
    const show = { language, checklist: type.checklist, latest: text && quotable(text) };
    const { title, more } = answerTexts[language];
    const summary = title({ title: pick(language, { ja: type.titleJa, en: type.titleEn }), open: open.length });
    const goOn = { label: more, action: 'review.answers', input: { deliverable: id, from: next } };
    return {
      message: {
        summary,
        elements: elements(
          { kind: 'heading', text: summary },
          {
            kind: 'list',
            items: items.map((comment) => commentItem(show, comment, answerButtons(context, comment))),
          },
          { kind: 'buttons', buttons: next === null ? [] : [goOn] },
        ),
      },
    };
  },
});

function answerButtons({ language }: Context, { id, answer }: CommentEntry): readonly ActionButton[] {
  const texts = answerTexts[language];
  const about = { action: 'review.answer', input: { reviewComment: id } };
  if (answer !== null) return [{ ...about, label: texts.again, form: true }];
  return [
    { ...about, label: texts.answer, form: true },
    { ...about, label: texts.tick, input: { reviewComment: id, ticked: true } },
  ];
}

async function commented({ transaction, membership }: Context) {
  const { programmeId, companyId } = membership;
  return companyId === null ? [] : await commentedDeliverables(transaction, { programmeId, companyId });
}

async function chooseForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const texts = answerTexts[language];
  const choices = (await commented(context)).map(({ id, title }) => ({ value: id, label: pick(language, title) }));
  if (choices.length === 0) return refuseAnswer('no_comments', {});
  return {
    action: 'review.answers',
    title: texts.actions['review.answers'].title,
    introduction: [],
    fields: [
      {
        ...{ kind: 'choice', name: 'deliverable', label: texts.deliverable, choices },
        ...initialChoice(given.deliverable, choices),
      },
    ],
    known: {},
    submit: texts.show,
    cancel: chatTexts[language].close,
  };
}
