/** Takes a version back, after it has shown what will be lost. */
import { z } from 'zod';
import { readDeliverable } from '../deliverables/queries.js';
import { deliverableTexts } from '../deliverables/texts.js';
import { actingMember } from '../members/acting-member.js';
import { type Form, plain, type Values } from '../messages/message.js';
import { chatTexts } from '../messages/texts.js';
import { memberAction, type Preview } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import type { Context } from '../requests/context.js';
import { isId } from '../requests/is-id.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { draftField, readVisibleDraft } from './choose-draft.js';
import { readVersions, type SubmittedDraft } from './queries.js';
import { withdrawRecogniser } from './recognisers.js';
import { draftTexts } from './texts.js';
import { withdrawDraft } from './withdraw-draft.js';
import { draftName } from './words.js';

export const withdrawDraftAction = memberAction({
  name: 'draft.withdraw',
  texts: draftTexts,
  command: 'withdraw-draft',
  recognise: withdrawRecogniser,
  who: ['participant'],
  input: z.object({
    draft: chosen,
    /** The form has shown what will be lost. */
    agreed: z.boolean().optional(),
  }),
  confidential: true,
  offered: 'help',
  ask: withdrawForm,
  confirm: {
    when: 'always',
    show: async (context, { draft: draftId }): Promise<Preview | Refusal> => {
      const draft = await readVisibleDraft(context, draftId, 'original');
      if (isRefusal(draft)) return draft;
      const { told } = draftTexts[context.language].withdraw;
      return { does: await lossWords(context, draft), elements: [{ kind: 'text', text: told }] };
    },
  },
  run: async (context, { draft: draftId }) => {
    const { transaction, language, now } = context;
    const withdrawal = await withdrawDraft(transaction, { draftId, by: actingMember(context), now });
    if (isRefusal(withdrawal)) return withdrawal;
    const { draft, stage } = withdrawal;
    const text = draftTexts[language].withdraw.done(
      draftName(language, draft),
      deliverableTexts[language].stages[stage],
    );
    return { message: plain(text) };
  },
});

async function lossWords({ transaction, language }: Context, draft: SubmittedDraft): Promise<string> {
  const { id: draftId, deliverableId } = draft;
  const deliverable = await readDeliverable(transaction, deliverableId);
  const others = await readVersions(transaction, { deliverableId }, 2);
  return draftTexts[language].withdraw.does({
    ...draftName(language, draft),
    comments: await transaction.reviewComment.count({ where: { draftId, sentAt: { not: null } } }),
    answers: await transaction.commentAnswer.count({ where: { draftId } }),
    isLast: others.every(({ id }) => id === draftId),
    stage: deliverableTexts[language].stages[deliverable?.stage ?? 'not_started'],
  });
}

async function withdrawForm(context: Context, { draft: draftId }: Values): Promise<Form | Refusal> {
  const { actions, withdraw, form } = draftTexts[context.language];
  const frame = {
    ...{ action: 'draft.withdraw', title: actions['draft.withdraw'].title },
    cancel: chatTexts[context.language].close,
  };
  if (!isId(draftId)) {
    const field = await draftField(context);
    return isRefusal(field) ? field : { ...frame, introduction: [], fields: [field], known: {}, submit: form.next };
  }
  const draft = await readVisibleDraft(context, draftId, 'original');
  if (isRefusal(draft)) return draft;
  return {
    ...frame,
    introduction: [{ kind: 'text', text: `${await lossWords(context, draft)}\n${withdraw.told}` }],
    fields: [],
    known: { draft: draftId, agreed: true },
    submit: withdraw.submit,
  };
}
