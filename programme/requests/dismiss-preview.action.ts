/** Dismisses what a preview showed, so that it cannot be confirmed any more. */
import { z } from 'zod';
import { everyRole } from '../members/roles.js';
import { plain } from '../messages/message.js';
import { memberAction } from './action.js';
import { isId } from './is-id.js';
import { dismissPreviewName, refuseSettled } from './previews.js';
import { lockPreview, settlePreview } from './previews.sql.js';
import { dismissRecogniser } from './recognisers.js';
import { refuse } from './refusal.js';
import { requestTexts } from './texts.js';

export const dismissPreviewAction = memberAction({
  name: dismissPreviewName,
  texts: requestTexts,
  recognise: dismissRecogniser,
  command: 'dismiss',
  who: everyRole,
  input: z.object({ preview: z.string().max(100).optional() }),
  offered: 'contextual',
  confirm: 'never',
  run: async (context, { preview: id }) => {
    const { nothingToConfirm, dismissed } = requestTexts[context.language];
    const preview =
      id !== undefined && !isId(id) ? null : await lockPreview(context.transaction, context.actor, id ?? null);
    if (preview === null) return id === undefined ? { message: plain(nothingToConfirm) } : refuse('not_found', {});
    const refused = refuseSettled(preview, id === undefined, context.now);
    if (refused) return refused;
    await settlePreview(context.transaction, preview.id, 'dismissed', context.now);
    return { message: plain(dismissed) };
  },
});
