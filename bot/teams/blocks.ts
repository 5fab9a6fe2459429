/** Draws the smallest parts of a card: a text, and rows of buttons. */
import { type Button, isLink } from '../../programme/messages/message.js';
import { chatTexts } from '../../programme/messages/texts.js';
import type { Language } from '../../programme/requests/context.js';
import { buttonPayload } from '../payload.js';
import { type ActionSet, BUTTONS_PER_ROW, type CardAction, type TextBlock } from './card.js';
import { isLoopback } from './loopback.js';
import { clean, defuseLabel, escapeMarkdown, INVISIBLE, shorten } from './text.js';

/** Our own key in a button's data, beside Teams' (`msteams`) and the inputs' own. */
export const payloadKey = 'spp';

/** A button in a dialog always submits the dialog, so it must not ask to open another. */
export type CardPlace = 'chat' | 'dialog';

const LONGEST_TEXT = 3000;
const LONGEST_LABEL = 80;
const MOST_BUTTONS = 24;

export function textBlock(
  text: string,
  language: Language,
  look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {},
  longest = LONGEST_TEXT,
): TextBlock {
  // Teams refuses a TextBlock without text.
  const shown = clean(text).trim() === '' ? INVISIBLE : shorten(text, longest, language);
  return { type: 'TextBlock', text: escapeMarkdown(shown), wrap: true, ...look };
}

export function note(text: string, language: Language): TextBlock {
  return textBlock(text, language, { isSubtle: true, size: 'small' });
}

/** The line that says how many things had no room. */
export function moreItems(count: number, language: Language): TextBlock {
  return note(chatTexts[language].moreItems(count), language);
}

export function label(text: string, language: Language): string {
  return defuseLabel(shorten(text, LONGEST_LABEL, language)) || INVISIBLE;
}

export function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:';
}

/** What a button may open: files have an address without https on this machine alone, in the playground. */
function isOpenable(address: string): boolean {
  return isHttps(address) || (URL.canParse(address) && isLoopback(new URL(address)));
}

function cardAction(button: Button, place: CardPlace, language: Language): CardAction {
  const title = label(button.label, language);
  if (isLink(button)) return { type: 'Action.OpenUrl', title, url: new URL(button.link).href };
  const opens = button.form === true && place === 'chat';
  return {
    type: 'Action.Submit',
    title,
    data: { [payloadKey]: buttonPayload(button), ...(opens && { msteams: { type: 'task/fetch' } }) },
    ...(button.emphasis === 'primary' && { style: 'positive' as const }),
    ...(button.emphasis === 'danger' && { style: 'destructive' as const }),
  };
}

/** Rows of at most six. Any other address is written out, for nothing may be opened that Teams or we do not trust. */
export function buttonRows(
  buttons: readonly Button[],
  place: CardPlace,
  language: Language,
): readonly (ActionSet | TextBlock)[] {
  const plain = buttons.filter((button) => isLink(button) && !isOpenable(button.link));
  const actions = buttons
    .filter((button) => !plain.includes(button))
    .slice(0, MOST_BUTTONS)
    .map((button) => cardAction(button, place, language));
  const beyond = buttons.length - plain.length - actions.length;
  const rows = Array.from({ length: Math.ceil(actions.length / BUTTONS_PER_ROW) }, (_, row) =>
    actions.slice(row * BUTTONS_PER_ROW, (row + 1) * BUTTONS_PER_ROW),
  );
  return [
    ...plain.flatMap((button) => (isLink(button) ? [textBlock(`${button.label}: ${button.link}`, language)] : [])),
    ...rows.map((row): ActionSet => ({ type: 'ActionSet', actions: row })),
    ...(beyond > 0 ? [moreItems(beyond, language)] : []),
  ];
}
