/** Says that no reminder is sent in a programme that is not announced, and what is to be done first. */
import { isAnnounced } from '../members/queries.js';
import type { ActionButton } from '../messages/message.js';
import type { Context } from '../requests/context.js';
import { yearTexts } from '../years/texts.js';
import { reminderTexts } from './texts.js';

interface HeldBack {
  readonly note: { readonly kind: 'note'; readonly text: string };
  readonly announce: ActionButton;
}

/** With the button that announces it; null where the programme is announced. */
export async function heldBack({ transaction, membership, language }: Context): Promise<HeldBack | null> {
  if (await isAnnounced(transaction, membership.programmeId)) return null;
  const action = 'programme.open';
  return {
    note: { kind: 'note', text: reminderTexts[language].heldBack },
    announce: { action, label: yearTexts[language].actions[action].title, input: {} },
  };
}
