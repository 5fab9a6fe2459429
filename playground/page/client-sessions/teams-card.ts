/** Finds the card that a command means, and in it the button or the field, as the person's screen holds them now. */
import type { Session } from '../../teams/client-session.js';
import type { OpenDialog, Pressed, Surface } from '../../teams/client-types.js';
import { inputsOf } from '../../teams/press.js';
import type { Button } from '../../teams/screen.js';
import { type Message, reaches } from '../../teams/store.js';
import {
  adaptiveCardType,
  type Fields,
  fieldsOf,
  fileConsentType,
  isFields,
  listOf,
  textOf,
} from '../../teams/wire.js';
import type { TeamsPlaceOfCard } from '../command.js';
import { buttonGone, buttonOff, consentGone, dialogGone, fieldGone, messageGone } from './teams-refusals.js';

/** The person's client, and by which id the page knows the open dialog. */
export interface Screen {
  readonly session: Session;
  readonly dialog: () => { readonly id: string; readonly open: OpenDialog } | undefined;
}

interface Found {
  readonly pressed: Pressed;
  /** Content of the attachment, or the card of the dialog. */
  readonly card: unknown;
  readonly contentType: string | undefined;
  readonly attachment: number;
}

/** What stands there, after RFC 6901; undefined where nothing does. */
export function resolvePointer(root: unknown, pointer: string): unknown {
  if (!pointer.startsWith('/')) {
    return undefined;
  }
  return pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((within: unknown, token) => {
      if (Array.isArray(within)) {
        return /^\d+$/.test(token) ? listOf(within)[Number(token)] : undefined;
      }
      return isFields(within) && Object.hasOwn(within, token) ? within[token] : undefined;
    }, root);
}

/** @throws NotPossible where the person does not see it (any more) */
export function findMessage({ session }: Screen, conversation: string, id: string): Message {
  const message = session.teams.store.message({ id: conversation }, id);
  if (!message || !reaches(message, session.user)) {
    throw messageGone();
  }
  return message;
}

function findCard(screen: Screen, place: TeamsPlaceOfCard): Found {
  if ('dialog' in place) {
    const dialog = screen.dialog();
    if (dialog?.id !== place.dialog || dialog.open.card === undefined) {
      throw dialogGone();
    }
    const { open } = dialog;
    return {
      pressed: { where: 'dialog', dialog: open },
      card: open.card,
      contentType: adaptiveCardType,
      attachment: 0,
    };
  }
  const pressed = screen.session.pressedOn(findMessage(screen, place.conversation, place.message));
  if (place.attachment === -1) {
    return { pressed, card: pressed.payload, contentType: undefined, attachment: -1 };
  }
  const found = listOf(pressed.payload.attachments)[place.attachment];
  if (!isFields(found)) {
    throw buttonGone();
  }
  return { pressed, card: found.content, contentType: textOf(found.contentType), attachment: place.attachment };
}

/** Puts what the page's inputs hold in the place of whatever the client held. */
function fill(pressed: Pressed, card: unknown, inputs: Readonly<Record<string, string>>): void {
  const surface: Surface = pressed.where === 'dialog' ? pressed.dialog : pressed.surface;
  const { values } = surface.filled;
  values.clear();
  for (const { id } of inputsOf(card)) {
    const value = typeof id === 'string' && Object.hasOwn(inputs, id) ? inputs[id] : undefined;
    if (typeof id === 'string' && value !== undefined) {
      values.set(id, value);
    }
  }
}

interface FoundButton {
  readonly pressed: Pressed;
  readonly button: Button;
}

function buttonAt({ attachment }: Found, of: Button['of'], action: Fields, label: unknown): Button {
  return { kind: 'button', label: textOf(label) ?? '', place: [], enabled: true, of, action, attachment };
}

/** The action of an Adaptive Card at this pointer, with the inputs filled in. */
export function findAction(
  screen: Screen,
  place: TeamsPlaceOfCard,
  pointer: string,
  inputs: Readonly<Record<string, string>>,
): FoundButton {
  const found = findCard(screen, place);
  const action = resolvePointer(found.card, pointer);
  if (found.contentType !== adaptiveCardType || !isFields(action) || !textOf(action.type)?.startsWith('Action.')) {
    throw buttonGone();
  }
  if (action.isEnabled === false) {
    throw buttonOff();
  }
  fill(found.pressed, found.card, inputs);
  return { pressed: found.pressed, button: buttonAt(found, 'action', action, action.title ?? action.tooltip) };
}

/** A button of a hero card, or a suggested action. */
export function findCardButton(screen: Screen, place: TeamsPlaceOfCard, pointer: string): FoundButton {
  const found = findCard(screen, place);
  const action = resolvePointer(found.card, pointer);
  if (found.contentType === adaptiveCardType || !isFields(action) || typeof action.type !== 'string') {
    throw buttonGone();
  }
  return { pressed: found.pressed, button: buttonAt(found, 'card button', action, action.title) };
}

/** The button that Teams draws below a file which the bot offers. */
export function findConsent(screen: Screen, place: TeamsPlaceOfCard, accept: boolean): FoundButton {
  const found = findCard(screen, place);
  if (found.contentType !== fileConsentType || found.pressed.where === 'dialog') {
    throw consentGone();
  }
  const offer = fieldsOf(listOf(found.pressed.payload.attachments)[found.attachment]);
  return { pressed: found.pressed, button: buttonAt(found, 'consent', offer, accept ? 'Allow' : 'Decline') };
}

/** A field whose choices are searched among the bot's data, with the inputs filled in. */
export function findSearch(
  screen: Screen,
  place: TeamsPlaceOfCard,
  id: string,
  inputs: Readonly<Record<string, string>>,
): { readonly pressed: Pressed; readonly card: unknown; readonly input: Fields } {
  const { pressed, card } = findCard(screen, place);
  const input = inputsOf(card).find((found) => found.id === id);
  if (input?.['choices.data'] === undefined) {
    throw fieldGone();
  }
  fill(pressed, card, inputs);
  return { pressed, card, input };
}
