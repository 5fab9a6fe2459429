/** Throws away what a person put into a form and did not send: one draft by its button, all of them by words. */
import { z } from 'zod';
import { everyRole } from '../members/roles.js';
import { plain } from '../messages/message.js';
import { memberAction } from './action.js';
import type { Context } from './context.js';
import { discardDraftName } from './form-drafts.js';
import { emptyDrafts, readDrafts } from './form-drafts.sql.js';
import { isId } from './is-id.js';
import { discardRecogniser } from './recognisers.js';
import { refuse } from './refusal.js';
import { requestTexts } from './texts.js';

export const discardDraftAction = memberAction({
  name: discardDraftName,
  texts: requestTexts,
  recognise: discardRecogniser,
  command: 'discard-draft',
  who: everyRole,
  /** It is looked for among the person's own, so that the guard need not know it. */
  input: z.object({ keptForm: z.string().max(100).optional() }),
  offered: 'contextual',
  confirm: 'never',
  run: async (context, { keptForm: draft }) => {
    const drafts = await ownDrafts(context, draft);
    const { discarded, nothingToDiscard } = requestTexts[context.language];
    if (drafts.length === 0) {
      return draft === undefined ? { message: plain(nothingToDiscard) } : refuse('nothing_to_discard', {});
    }
    const ids = drafts.map(({ id }) => id);
    await emptyDrafts(context.transaction, ids, context.now);
    return { message: plain(discarded) };
  },
});

async function ownDrafts({ transaction, person, now }: Context, draft: string | undefined) {
  if (draft !== undefined && !isId(draft)) return [];
  return await readDrafts(transaction, person.id, draft ?? null, now);
}
