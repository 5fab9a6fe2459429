/** Confirms what a preview showed: `redeem-preview.ts` carries it out; this says why that is not possible, or that there is nothing. */
import { z } from 'zod';
import { everyRole } from '../members/roles.js';
import { plain } from '../messages/message.js';
import { memberAction } from './action.js';
import { isId } from './is-id.js';
import { confirmPreviewName, refuseSettled } from './previews.js';
import { lockPreview } from './previews.sql.js';
import { confirmRecogniser } from './recognisers.js';
import { refuse } from './refusal.js';
import { requestTexts } from './texts.js';

export const confirmPreviewAction = memberAction({
  name: confirmPreviewName,
  texts: requestTexts,
  recognise: confirmRecogniser,
  command: 'confirm',
  who: everyRole,
  /** Without it the latest is meant, which was confirmed by typing. It is looked for among the account's own, so that the guard need not know it. */
  input: z.object({ preview: z.string().max(100).optional() }),
  offered: 'contextual',
  confirm: 'never',
  run: async (context, { preview: id }) => {
    const preview =
      id !== undefined && !isId(id) ? null : await lockPreview(context.transaction, context.actor, id ?? null);
    if (preview === null) {
      return id === undefined
        ? { message: plain(requestTexts[context.language].nothingToConfirm) }
        : refuse('not_found', {});
    }
    const refused = refuseSettled(preview, id === undefined, context.now);
    if (refused === null) throw new Error('a preview that could be confirmed was not');
    return refused;
  },
});
