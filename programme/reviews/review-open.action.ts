/** Opens a version for its adviser, which begins its review. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { memberAction } from '../requests/action.js';
import { chosen } from '../requests/chosen.js';
import { isRefusal, refuse } from '../requests/refusal.js';
import { chooseDraftForm, namedDraft, withDraft } from './choose-draft.js';
import { versionWords } from './describe.js';
import { openReview } from './open-review.js';
import { openRecogniser } from './recognisers.js';
import { openedMessage } from './review-elements.js';
import { refuseOpening } from './rules.js';
import { reviewTexts } from './texts.js';

export const openReviewAction = memberAction({
  name: 'review.open',
  texts: reviewTexts,
  command: 'review',
  recognise: openRecogniser,
  who: ['adviser'],
  input: z.object({ draft: chosen }),
  confidential: true,
  offered: 'help',
  complete: async (context, given) => await withDraft(context, given, { opened: false }),
  ask: async (context, given) => {
    const { actions, openSubmit: submit } = reviewTexts[context.language];
    const { title } = actions['review.open'];
    return await chooseDraftForm(context, given, { action: 'review.open', title, submit, opened: false });
  },
  confirm: {
    when: 'words',
    show: async (context, given) => {
      const draft = await namedDraft(context, given);
      if (draft === null) return refuse('not_found', {});
      const does = reviewTexts[context.language].openDoes(versionWords(context, draft));
      return refuseOpening(draft) ?? { does, elements: [] };
    },
  },
  run: async (context, { draft: draftId }) => {
    const { transaction, now } = context;
    const opened = await openReview(transaction, { draftId, by: actingMember(context), now });
    return isRefusal(opened) ? opened : { message: await openedMessage(context, opened) };
  },
});
