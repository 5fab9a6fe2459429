/** Shows what changed between two versions of a deliverable, to those who may read both. */
import { z } from 'zod';
import { maySeeOf } from '../../drafts/walls.js';
import { actingMember } from '../../members/acting-member.js';
import { initialChoice } from '../../messages/initial.js';
import type { Form, Values } from '../../messages/message.js';
import { chatTexts } from '../../messages/texts.js';
import { memberAction } from '../../requests/action.js';
import { chosen } from '../../requests/chosen.js';
import type { Context } from '../../requests/context.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { readReviewedDraft } from '../drafts.js';
import { readDraftText } from '../quotation.js';
import { refuseReview } from '../refuse-review.js';
import { differenceMessage } from './difference-message.js';
import { differenceOf } from './difference-of.js';
import { differenceRecogniser } from './recognisers.js';
import { refuseDifference } from './refuse-difference.js';
import { changeTexts } from './texts.js';
import { versionChoices, withVersions } from './versions.js';

export const differenceAction = memberAction({
  name: 'draft.difference',
  texts: changeTexts,
  command: 'difference',
  recognise: differenceRecogniser,
  who: ['participant', 'adviser', 'secretariat'],
  input: z.object({ olderDraft: chosen, draft: chosen }),
  confidential: true,
  offered: 'help',
  confirm: 'read',
  complete: withVersions,
  ask: chooseForm,
  run: async (context, { olderDraft, draft }) => {
    const { transaction } = context;
    const newer = await readReviewedDraft(transaction, draft);
    const older = await readReviewedDraft(transaction, olderDraft);
    if (newer === null || older === null) return refuse('not_found', {});
    for (const { companyId } of [newer, older]) {
      const isOpen = await maySeeOf(transaction, actingMember(context), { companyId, part: 'difference' });
      if (!isOpen)
        return context.membership.role === 'secretariat' ? refuseReview('draft_closed', {}) : refuse('not_found', {});
    }
    if (newer.id === older.id) return refuseDifference('same_version', {});
    if (newer.deliverableId !== older.deliverableId) return refuseDifference('other_deliverable', {});
    const [before, after] = older.number < newer.number ? [older, newer] : [newer, older];
    const [text, laterText] = [await readDraftText(transaction, before.id), await readDraftText(transaction, after.id)];
    if (text === null || laterText === null) return refuseDifference('version_gone', {});
    const difference = differenceOf(transaction, { id: before.id, text }, { id: after.id, text: laterText });
    return { message: await differenceMessage(context, { older: before, newer: after, difference }) };
  },
});

async function chooseForm(context: Context, given: Values): Promise<Form | Refusal> {
  const { language } = context;
  const choices = await versionChoices(context);
  if (choices.length < 2) return refuseDifference('one_version', {});
  const texts = changeTexts[language];
  return {
    action: 'draft.difference',
    title: texts.actions['draft.difference'].title,
    introduction: [],
    fields: [
      {
        ...{ kind: 'choice', name: 'olderDraft', label: texts.labels.older, choices },
        ...initialChoice(given.olderDraft, choices),
      },
      { kind: 'choice', name: 'draft', label: texts.labels.newer, choices, ...initialChoice(given.draft, choices) },
    ],
    known: {},
    submit: texts.show,
    cancel: chatTexts[language].close,
  };
}
