/** Dismisses what a preview showed, so that it cannot be confirmed any more. */
import { z } from 'zod';
import { contactsOf } from '../members/contacts.js';
import { everyRole } from '../members/roles.js';
import { memberTexts } from '../members/texts.js';
import { elements, type Message, plain } from '../messages/message.js';
import { memberAction } from './action.js';
import type { Context } from './context.js';
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
  input: z.object({
    preview: z.string().max(100).optional(),
    /** It was said in a word that also asks for no more messages. */
    stop: z.boolean().default(false),
  }),
  offered: 'contextual',
  confirm: 'never',
  run: async (context, { preview: id, stop }) => {
    const { nothingToConfirm, dismissed } = requestTexts[context.language];
    const preview =
      id !== undefined && !isId(id) ? null : await lockPreview(context.transaction, context.actor, id ?? null);
    const settled = preview && refuseSettled(preview, id === undefined, context.now);
    const nothingWaits = preview === null || (settled !== null && settled.refused !== 'preview_superseded');
    if (stop && nothingWaits) return { message: await howToStop(context) };
    if (preview === null) return id === undefined ? { message: plain(nothingToConfirm) } : refuse('not_found', {});
    if (settled) return settled;
    await settlePreview(context.transaction, preview.id, 'dismissed', context.now);
    return { message: plain(dismissed) };
  },
});

async function howToStop(context: Context): Promise<Message> {
  const { cannotStop, contact, actions } = memberTexts[context.language];
  const contacts = await contactsOf(context, context.person);
  const settings = { label: actions['member.settings'].title, action: 'member.settings', input: {}, form: true };
  return {
    summary: cannotStop,
    elements: elements(
      { kind: 'text', text: cannotStop },
      { kind: 'text', text: contacts.length === 0 ? '' : contact(contacts) },
      { kind: 'buttons', buttons: [settings] },
    ),
  };
}
