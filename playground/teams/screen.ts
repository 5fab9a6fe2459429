/** What is drawn of a message or card, in reading order, with the place of each thing: the basis for reading, finding buttons and finding fields. */
import { readMarkdown } from './markdown.js';
import {
  adaptiveCardType,
  type Fields,
  fieldsOf,
  fileConsentType,
  fileInfoType,
  isFields,
  listOf,
  textOf,
} from './wire.js';

/** Where something stands: the position in each container from the outside in. */
export type Place = readonly number[];

export type Item =
  | { readonly kind: 'text'; readonly text: string; readonly attention: boolean; readonly place: Place }
  | { readonly kind: 'field'; readonly input: Fields; readonly place: Place }
  | {
      readonly kind: 'button';
      readonly label: string;
      readonly place: Place;
      readonly enabled: boolean;
      /** An Adaptive Card's action, a button of another card or a suggestion, or the buttons Teams draws for a file. */
      readonly of: 'action' | 'card button' | 'consent';
      readonly action: Fields;
      /** Which attachment it stands in; inputs of one card are not sent with another's button. */
      readonly attachment: number;
    };

export type Button = Extract<Item, { kind: 'button' }>;

/** What the person changed of a card by ToggleVisibility and ShowCard. */
export interface Shown {
  readonly visibility: ReadonlyMap<string, boolean>;
  readonly openedCards: ReadonlySet<unknown>;
}

export const nothingChanged: Shown = { visibility: new Map(), openedCards: new Set() };

function isVisible(element: Fields, shown: Shown): boolean {
  const changed = typeof element.id === 'string' ? shown.visibility.get(element.id) : undefined;
  return changed ?? element.isVisible !== false;
}

function words(text: unknown, place: Place, attention = false): readonly Item[] {
  const read = readMarkdown(textOf(text) ?? '').trim();
  return read === '' ? [] : [{ kind: 'text', text: read, attention, place }];
}

function actionItems(action: unknown, place: Place, attachment: number, shown: Shown): readonly Item[] {
  const fields = fieldsOf(action);
  const label = textOf(fields.title) ?? textOf(fields.tooltip);
  const button: readonly Item[] =
    label === undefined
      ? []
      : [
          {
            kind: 'button',
            label,
            place,
            enabled: fields.isEnabled !== false,
            of: 'action',
            action: fields,
            attachment,
          },
        ];
  return fields.type === 'Action.ShowCard' && shown.openedCards.has(fields.card)
    ? [...button, ...cardItems(fields.card, [...place, 0], attachment, shown)]
    : button;
}

function factText(fact: unknown): string {
  const { title, value } = fieldsOf(fact);
  const name = readMarkdown(textOf(title) ?? '');
  return `${name}${/[:：]\s*$/.test(name) || name === '' ? '' : ':'} ${readMarkdown(textOf(value) ?? '')}`.trim();
}

const childLists = ['items', 'columns', 'rows', 'cells', 'images'] as const;

function elementItems(element: unknown, place: Place, attachment: number, shown: Shown): readonly Item[] {
  if (!isFields(element) || !isVisible(element, shown)) {
    return [];
  }
  const nested = (list: unknown, offset = 0) =>
    listOf(list).flatMap((child, index) => elementItems(child, [...place, offset + index], attachment, shown));
  const select = element.selectAction === undefined ? [] : actionItems(element.selectAction, place, attachment, shown);
  switch (element.type) {
    case 'TextBlock':
      return words(element.text, place, textOf(element.color)?.toLowerCase() === 'attention');
    case 'RichTextBlock': {
      const runs = listOf(element.inlines);
      const text = runs.map((run) => (typeof run === 'string' ? run : (textOf(fieldsOf(run).text) ?? ''))).join('');
      const actions = runs.flatMap((run, index) => {
        const action = fieldsOf(run).selectAction;
        return action === undefined ? [] : actionItems(action, [...place, index], attachment, shown);
      });
      // Runs are drawn as they are, without markdown.
      return [...(text.trim() === '' ? [] : [{ kind: 'text' as const, text, attention: false, place }]), ...actions];
    }
    case 'FactSet':
      return listOf(element.facts).flatMap((fact, index) => [
        { kind: 'text' as const, text: factText(fact), attention: false, place: [...place, index] },
      ]);
    case 'Image':
      return [...(textOf(element.altText) ? words(element.altText, place) : []), ...select];
    case 'Media':
      return words(element.altText, place);
    case 'ActionSet':
      return listOf(element.actions).flatMap((action, index) =>
        actionItems(action, [...place, index], attachment, shown),
      );
    default:
      break;
  }
  if (textOf(element.type)?.startsWith('Input.')) {
    const inline =
      element.inlineAction === undefined ? [] : actionItems(element.inlineAction, place, attachment, shown);
    return [{ kind: 'field', input: element, place }, ...inline];
  }
  const children = childLists.flatMap((name) =>
    // A table's `columns` are widths, not content.
    name === 'columns' && element.type === 'Table' ? [] : nested(element[name]),
  );
  return [...children, ...select];
}

/** Everything drawn of one Adaptive Card: its body, then its own buttons. */
export function cardItems(card: unknown, place: Place, attachment: number, shown: Shown): readonly Item[] {
  const { body, actions, selectAction } = fieldsOf(card);
  const elements = listOf(body);
  return [
    ...elements.flatMap((element, index) => elementItems(element, [...place, index], attachment, shown)),
    ...(selectAction === undefined ? [] : actionItems(selectAction, place, attachment, shown)),
    ...listOf(actions).flatMap((action, index) =>
      actionItems(action, [...place, elements.length + index], attachment, shown),
    ),
  ];
}

function cardButton(button: unknown, place: Place, attachment: number): readonly Item[] {
  const action = fieldsOf(button);
  const label = textOf(action.title);
  return label === undefined
    ? []
    : [{ kind: 'button', label, place, enabled: true, of: 'card button', action, attachment }];
}

function attachmentItems(attachment: unknown, index: number, shown: Shown): readonly Item[] {
  const { contentType, content, name } = fieldsOf(attachment);
  const place = [1, index];
  if (contentType === adaptiveCardType) {
    return cardItems(content, place, index, shown);
  }
  if (contentType === fileConsentType || contentType === fileInfoType) {
    const description = words(fieldsOf(content).description, place);
    const file: readonly Item[] = [{ kind: 'text', text: textOf(name) ?? '', attention: false, place }, ...description];
    const buttons = contentType === fileConsentType ? ['Allow', 'Decline'] : [];
    return [
      ...file,
      ...buttons.map((label) => ({
        kind: 'button' as const,
        label,
        place,
        enabled: true,
        of: 'consent' as const,
        action: fieldsOf(attachment),
        attachment: index,
      })),
    ];
  }
  const hero = fieldsOf(content);
  return [
    ...['title', 'subtitle', 'text'].flatMap((part) => words(hero[part], place)),
    ...listOf(hero.images).flatMap((image) => words(fieldsOf(image).alt, place)),
    ...listOf(hero.buttons).flatMap((button, at) => cardButton(button, [...place, at], index)),
  ];
}

/** Everything drawn of a message: text, cards, and the suggestions below it. */
export function messageItems(payload: Fields, shown: Shown): readonly Item[] {
  const text = textOf(payload.text) ?? '';
  const spoken: readonly Item[] =
    payload.textFormat === 'plain' && text !== ''
      ? [{ kind: 'text', text, attention: false, place: [0] }]
      : words(text, [0]);
  return [
    ...spoken,
    ...listOf(payload.attachments).flatMap((attachment, index) => attachmentItems(attachment, index, shown)),
    ...listOf(fieldsOf(payload.suggestedActions).actions).flatMap((button, index) =>
      cardButton(button, [2, index], -1),
    ),
  ];
}

export function readItems(items: readonly Item[]): string {
  return items
    .flatMap((item) =>
      item.kind === 'text' ? item.text : item.kind === 'field' ? (textOf(item.input.label) ?? []) : [],
    )
    .join('\n');
}

export function buttonsOf(items: readonly Item[]): readonly Button[] {
  return items.filter((item) => item.kind === 'button');
}

function shared(one: Place, other: Place): number {
  const length = one.findIndex((position, index) => other[index] !== position);
  return length < 0 ? one.length : length;
}

/**
 * Of several buttons with one label, the one that belongs to a text: in the innermost container that holds both,
 * and there the one that follows the text soonest (or precedes it most closely, if none follows).
 */
export function buttonBeside(items: readonly Item[], label: string, text: string): Button | undefined {
  const anchor = items.findIndex((item) => item.kind === 'text' && item.text.includes(text));
  const found = items[anchor];
  if (!found) {
    return undefined;
  }
  const ranked = items
    .flatMap((item, index) => (item.kind === 'button' && item.label === label ? [{ item, index }] : []))
    .map(({ item, index }) => ({
      item,
      depth: shared(item.place, found.place),
      distance: index > anchor ? index - anchor : items.length + anchor - index,
    }))
    .sort((one, other) => other.depth - one.depth || one.distance - other.distance);
  return ranked[0]?.item;
}
