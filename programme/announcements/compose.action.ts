/** The secretariat writes an announcement, or changes one of which nothing was sent, and sees it before it is sent. */
import { z } from 'zod';
import { actingMember } from '../members/acting-member.js';
import { secretariat } from '../members/roles.js';
import type { Values } from '../messages/message.js';
import { memberAction } from '../requests/action.js';
import { isRefusal } from '../requests/refusal.js';
import { announcementInput, readEntered } from './announcement-input.js';
import { audienceSchema } from './audience.js';
import { composeForm } from './compose-form.js';
import { previewMessage } from './preview.js';
import { composeRecogniser } from './recognisers.js';
import { refuseAnnouncement } from './refuse-announcement.js';
import { saveDraft } from './save-draft.js';
import { announcementTexts } from './texts.js';

export const composeAnnouncement = memberAction({
  name: 'announcement.compose',
  texts: announcementTexts,
  command: 'announce',
  who: secretariat,
  /** `unclear`: of a sentence it could not be told whom it means. `forwarded`: the text came as a message that was passed on. */
  input: z
    .object({ ...announcementInput, unclear: z.boolean().default(false), forwarded: z.string().default('') })
    .refine(({ textJa, textEn }) => textJa !== '' || textEn !== '', { path: ['textJa'], error: 'required' }),
  recognise: composeRecogniser,
  complete: async (_context, given) => completed(given),
  receives: {
    types: ['pdf', 'png', 'jpeg', 'gif', 'webp', 'docx', 'pptx'],
    field: 'files',
    onlyOne: true,
    forwarded: 'forwarded',
  },
  offered: 'menu',
  ask: composeForm,
  // It sends nothing: what it shows waits to be sent.
  confirm: 'never',
  run: async (context, { unclear, forwarded, ...entered }) => {
    if (unclear) return refuseAnnouncement('audience_unclear', {});
    const { transaction, now, membership } = context;
    const by = actingMember(context);
    const id = entered.announcement ?? null;
    const { programmeId } = membership;
    const { timeZone } = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
    const before = id === null ? null : await transaction.announcement.findUnique({ where: { id } });
    const audience = before === null ? null : audienceSchema.parse(before.audience ?? {});
    const definition = await readEntered(transaction, entered, { programmeId, timeZone, now, audience });
    if (isRefusal(definition)) return definition;
    const { files } = entered;
    const saved = await saveDraft(transaction, { id, definition, files, by, now });
    if (isRefusal(saved)) return saved;
    const note = forwarded === '' ? null : announcementTexts[context.language].forwarded;
    return { message: await previewMessage(context, saved.id, { ...saved, note }) };
  },
});

/** What a sentence says stands in the language in which it is written. */
function completed({ said: spoken, ...rest }: Values): Values {
  const said = spoken ?? rest.forwarded;
  if (typeof said !== 'string' || said.trim() === '' || rest.textJa !== undefined || rest.textEn !== undefined)
    return rest;
  const field = /[ぁ-んァ-ヶ一-龠]/.test(said) ? 'textJa' : 'textEn';
  return { ...rest, [field]: said };
}
