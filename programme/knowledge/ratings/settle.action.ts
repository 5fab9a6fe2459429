/** Takes an answer that did not help off the secretariat's list. */
import { z } from 'zod';
import { secretariat } from '../../members/roles.js';
import { initialChoice } from '../../messages/initial.js';
import type { Form, Message, Values } from '../../messages/message.js';
import { inOneLine } from '../../messages/shortened.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import type { Refusal } from '../../requests/refusal.js';
import { refuseKnowledge } from '../refuse-knowledge.js';
import { knowledgeTexts } from '../texts.js';
import { settleRating } from './settle-rating.js';

/** As many as a platform's list of choices holds; the others are found in the overview. */
const MOST_CHOICES = 100;
const LONGEST_CHOICE = 70;

export const settleRatingAction = memberAction({
  name: 'knowledge.settle-rating',
  texts: knowledgeTexts,
  command: 'settle-rating',
  who: secretariat,
  input: z.object({
    answerRating: chosen,
    /** What its author has said after this was not shown yet. */
    seenAt: z.iso.datetime({ error: 'required' }),
  }),
  offered: 'contextual',
  ask: whichForm,
  confirm: { when: 'words', show: async ({ language }) => ({ does: knowledgeTexts[language].settles, elements: [] }) },
  run: async (context, { answerRating: ratingId, seenAt }) => {
    const { transaction, person, now } = context;
    const settling = { ratingId, seenAt: new Date(seenAt), byId: person.id, now };
    return (await settleRating(transaction, settling)) ?? { message: settledMessage(context) };
  },
});

async function whichForm(context: Context, { answerRating }: Values): Promise<Form | Refusal> {
  const { transaction, membership, language, now } = context;
  const { actions, labels, settle } = knowledgeTexts[language];
  const ratings = await transaction.answerRating.findMany({
    where: { programmeId: membership.programmeId, helpful: false, settledAt: null },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
    take: MOST_CHOICES,
    select: { id: true, words: true },
  });
  if (ratings.length === 0) return refuseKnowledge('no_ratings', {});
  const choices = ratings.map(({ id, words }) => ({ value: id, label: inOneLine(words, LONGEST_CHOICE) }));
  return {
    ...{ action: 'knowledge.settle-rating', title: actions['knowledge.settle-rating'].title, introduction: [] },
    fields: [
      { kind: 'choice', name: 'answerRating', label: labels.rating, choices, ...initialChoice(answerRating, choices) },
    ],
    ...{ known: { seenAt: now.toISOString() }, submit: settle, cancel: chatTexts[language].close },
  };
}

function settledMessage({ language }: Context): Message {
  const { settled, unhelpfulLeft } = knowledgeTexts[language];
  const others = { label: unhelpfulLeft, action: 'overview.list', input: { list: 'unhelpful' } };
  return {
    summary: settled,
    elements: [
      { kind: 'text', text: settled },
      { kind: 'buttons', buttons: [others] },
    ],
  };
}
