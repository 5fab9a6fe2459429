/** What a Teams client does when a button is pressed: which activity or invoke it sends, and with which of the inputs. */
import type { Button } from './screen.js';
import { type Fields, fieldsOf, isFields, listOf, textOf } from './wire.js';

export type PressEffect =
  | { readonly kind: 'open'; readonly address: string }
  | {
      readonly kind: 'toggle';
      readonly targets: readonly { readonly id: string; readonly visible: boolean | undefined }[];
    }
  | { readonly kind: 'show card'; readonly card: unknown }
  /** A message with words, drawn as the person's own where `shown` is given. */
  | { readonly kind: 'words'; readonly text: string; readonly shown: string | undefined; readonly value: unknown }
  /** A submission without words. */
  | { readonly kind: 'submit'; readonly value: Fields }
  | { readonly kind: 'invoke'; readonly name: string; readonly value: Fields }
  | { readonly kind: 'impossible'; readonly why: string };

/** All inputs of a card, also those that are hidden or in a card that a button opens: Teams submits and checks them too. */
export function inputsOf(card: unknown): readonly Fields[] {
  if (Array.isArray(card)) {
    return card.flatMap(inputsOf);
  }
  if (!isFields(card)) {
    return [];
  }
  const own = textOf(card.type)?.startsWith('Input.') ? [card] : [];
  const inner = Object.entries(card)
    .filter(([name]) => !['fallback', 'data', 'choices', 'refresh', 'msteams'].includes(name))
    .flatMap(([, value]) => inputsOf(value));
  return [...own, ...inner];
}

/** The element of a card with this id, wherever it stands. */
export function elementWithId(card: unknown, id: string): Fields | undefined {
  const children = Array.isArray(card) ? card : isFields(card) ? Object.values(card) : [];
  if (isFields(card) && card.id === id) {
    return card;
  }
  for (const child of children) {
    const found = elementWithId(child, id);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** Whether pressing this needs the card's inputs to be valid first. */
export function sendsInputs(button: Button): boolean {
  const { type, associatedInputs } = button.action;
  return (
    button.of === 'action' &&
    (type === 'Action.Submit' || type === 'Action.Execute') &&
    textOf(associatedInputs)?.toLowerCase() !== 'none'
  );
}

function submitted(data: Fields, values: Fields): PressEffect {
  const msteams = fieldsOf(data.msteams);
  switch (msteams.type) {
    case 'task/fetch':
      return {
        kind: 'invoke',
        name: 'task/fetch',
        value: { data: { ...data, ...values }, context: { theme: 'default' } },
      };
    case 'imBack':
      return { kind: 'words', text: String(msteams.value), shown: String(msteams.value), value: undefined };
    case 'messageBack': {
      const own = isFields(msteams.value) ? msteams.value : {};
      const merged = { ...own, ...values };
      const value = typeof msteams.value === 'string' && Object.keys(merged).length === 0 ? msteams.value : merged;
      return { kind: 'words', text: String(msteams.text), shown: textOf(msteams.displayText), value };
    }
    case 'signin':
      return { kind: 'open', address: String(msteams.value) };
    case 'invoke': {
      const name = textOf(fieldsOf(msteams.value).type) ?? '';
      return {
        kind: 'invoke',
        name,
        value: { data: { ...fieldsOf(msteams.value), ...values }, context: { theme: 'default' } },
      };
    }
    default:
      return { kind: 'submit', value: { ...data, ...values } };
  }
}

function cardAction(action: Fields, values: Fields, inDialog: boolean): PressEffect {
  const data = fieldsOf(action.data);
  switch (action.type) {
    case 'Action.OpenUrl':
      return { kind: 'open', address: String(action.url) };
    case 'Action.ToggleVisibility':
      return {
        kind: 'toggle',
        targets: listOf(action.targetElements).map((target) => {
          const { elementId, isVisible } = fieldsOf(target);
          return {
            id: textOf(target) ?? textOf(elementId) ?? '',
            visible: typeof isVisible === 'boolean' ? isVisible : undefined,
          };
        }),
      };
    case 'Action.ShowCard':
      return { kind: 'show card', card: action.card };
    case 'Action.Execute':
      return {
        kind: 'invoke',
        name: 'adaptiveCard/action',
        value: {
          action: {
            type: 'Action.Execute',
            ...(action.id === undefined ? {} : { id: action.id }),
            ...(action.title === undefined ? {} : { title: action.title }),
            verb: action.verb,
            data: { ...data, ...values },
          },
          trigger: 'manual',
        },
      };
    case 'Action.Submit':
      return inDialog
        ? {
            kind: 'invoke',
            name: 'task/submit',
            value: { data: { ...data, ...values }, context: { theme: 'default' } },
          }
        : submitted(data, values);
    default:
      return { kind: 'impossible', why: `this client does not know ${String(action.type)}` };
  }
}

/** The buttons of hero cards and suggested actions. */
function cardButton(action: Fields): PressEffect {
  const { type, value, text, displayText } = action;
  switch (type) {
    case 'openUrl':
    case 'signin':
      return { kind: 'open', address: String(value) };
    case 'imBack':
      return { kind: 'words', text: String(value), shown: String(value), value: undefined };
    case 'messageBack':
      return { kind: 'words', text: textOf(text) ?? '', shown: textOf(displayText), value };
    case 'invoke':
      return {
        kind: 'invoke',
        name: textOf(fieldsOf(value).type) ?? '',
        value: { data: value, context: { theme: 'default' } },
      };
    default:
      return { kind: 'impossible', why: `this client does not know buttons of the type ${String(type)}` };
  }
}

/**
 * What pressing the button leads to. `values` are the card's inputs as they would be sent.
 * A client without Universal Actions takes the fallback of an Action.Execute, and can do nothing without one.
 */
export function effectOf(button: Button, values: Fields, inDialog: boolean, universalActions: boolean): PressEffect {
  if (button.of === 'card button') {
    return cardButton(button.action);
  }
  if (button.action.type === 'Action.Execute' && !universalActions) {
    return isFields(button.action.fallback)
      ? cardAction(button.action.fallback, values, inDialog)
      : { kind: 'impossible', why: 'an old client cannot press an Action.Execute without a fallback' };
  }
  return cardAction(button.action, values, inDialog);
}
