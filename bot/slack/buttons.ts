/** Renders buttons: those that ask for an action and those that open a web address. */
import { type Button, isLink } from '../../programme/messages/message.js';
import type { Language } from '../../programme/requests/context.js';
import { buttonPayload } from '../payload.js';
import { type Block, limits, type SlackButton } from './block-kit.js';
import { packPayload } from './payload-text.js';
import { plainText } from './text.js';

/** The beginnings of action_ids: of a button that asks for an action, and of one that only opens an address. */
export const actionPrefix = 'do:';
export const linkPrefix = 'open:';

/** Whether Slack can open the address: anything but http(s) would make it refuse the whole message. */
export function isOpenable(address: string): boolean {
  return address.length <= limits.buttonAddress && /^https?:\/\/\S+$/i.test(address) && URL.canParse(address);
}

/** The buttons that Slack can draw, and a line of text for each that it cannot. */
export function splitButtons(buttons: readonly Button[]): {
  readonly drawn: readonly Button[];
  readonly lines: readonly string[];
} {
  const drawable = (button: Button) => !isLink(button) || isOpenable(button.link);
  return {
    drawn: buttons.filter(drawable),
    lines: buttons.filter((button) => !drawable(button)).flatMap((b) => (isLink(b) ? [`${b.label}: ${b.link}`] : [])),
  };
}

/** @param place makes the action_id unique on its surface */
export function drawButton(button: Button, place: string, language: Language): SlackButton {
  const text = plainText(button.label, limits.buttonLabel, language);
  if (isLink(button)) return { type: 'button', text, url: button.link, action_id: linkPrefix + place };
  return {
    type: 'button',
    text,
    action_id: actionPrefix + place,
    value: packPayload(buttonPayload(button), limits.buttonValue),
    ...(button.emphasis ? { style: button.emphasis } : {}),
  };
}

/** Rows of buttons; Slack wraps a row to the width of the window. */
export function drawRows(buttons: readonly Button[], place: string, language: Language): Block[] {
  const drawn = buttons.map((button, index) => drawButton(button, `${place}.${index}`, language));
  return inRows(drawn, limits.actionsElements).map((elements, row) => ({
    type: 'actions',
    block_id: `row:${place}.${row}`,
    elements,
  }));
}

export function inRows<T>(all: readonly T[], length: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / length) }, (_, row) =>
    all.slice(row * length, (row + 1) * length),
  );
}
