/** Takes an answer that did not help off the secretariat's list. */
import { z } from 'zod';
import { secretariat } from '../../members/roles.js';
import type { Message } from '../../messages/message.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { refuseKnowledge } from '../refuse-knowledge.js';
import { knowledgeTexts } from '../texts.js';
import { settleRating } from './settle-rating.js';

export const settleRatingAction = memberAction({
  name: 'knowledge.settle-rating',
  texts: knowledgeTexts,
  command: 'settle-rating',
  who: secretariat,
  input: z.object({
    answerRating: chosen,
    /** Of the rating as it was shown. */
    ratedAt: z.iso.datetime({ error: 'required' }),
  }),
  offered: 'contextual',
  ask: async () => refuseKnowledge('settled_in_list', {}),
  confirm: { when: 'words', show: async ({ language }) => ({ does: knowledgeTexts[language].settles, elements: [] }) },
  run: async (context, { answerRating: ratingId, ratedAt }) => {
    const { transaction, person, now } = context;
    const settling = { ratingId, ratedAt: new Date(ratedAt), byId: person.id, now };
    return (await settleRating(transaction, settling)) ?? { message: settledMessage(context) };
  },
});

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
