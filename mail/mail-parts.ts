/** Makes of a message what a mail can show: paragraphs, facts, links and pictures, with no button that asks for an action. */

import { chartLines } from '../programme/messages/chart-twin.js';
import {
  type Button,
  type Element,
  type FileElement,
  type Item,
  isLink,
  type RevisionRun,
} from '../programme/messages/message.js';
import { revisionLines } from '../programme/messages/revision-lines.js';
import { tableItems } from '../programme/messages/table-twin.js';
import { chatTexts } from '../programme/messages/texts.js';
import type { Language, Platform } from '../programme/requests/context.js';
import { mailTexts } from './texts.js';

export type MailPart =
  | { readonly kind: 'heading' | 'text' | 'note' | 'title'; readonly text: string }
  | { readonly kind: 'fact'; readonly label: string; readonly value: string }
  | { readonly kind: 'revision'; readonly label: string; readonly lines: readonly (readonly RevisionRun[])[] }
  | { readonly kind: 'link'; readonly label: string; readonly address: string }
  | { readonly kind: 'picture'; readonly address: string; readonly description: string };

export interface MailSurroundings {
  readonly language: Language;
  /** Where the person has an account, so that it can be said where a button is. */
  readonly chats: readonly Platform[];
  /** Identifiers of the files that are attached. */
  readonly attached: ReadonlySet<string>;
}

/** The parts in the order of the elements; an element kind that it does not know does not compile. */
export function partsOf(elements: readonly Element[], around: MailSurroundings): readonly MailPart[] {
  const parts = elements.flatMap((element) => partsOfElement(element, around));
  const offers = elements.some((element) => hasActions(element));
  const { askForAccess } = mailTexts[around.language];
  return offers && around.chats.length === 0 ? [...parts, { kind: 'note', text: askForAccess }] : parts;
}

function partsOfElement(element: Element, around: MailSurroundings): readonly MailPart[] {
  switch (element.kind) {
    case 'heading':
    case 'text':
    case 'note':
      return [{ kind: element.kind, text: element.text }];
    case 'facts':
      return element.facts.map((fact) => ({ kind: 'fact', ...fact }));
    case 'revision':
      return [{ kind: 'revision', label: element.label, lines: revisionLines(element, around.language) }];
    case 'chart':
      return chartLines(element).map((text) => ({ kind: 'text', text }));
    case 'table':
      return tableItems(element).flatMap((item) => partsOfItem(item, around));
    case 'list':
      return element.items.flatMap((item) => partsOfItem(item, around));
    case 'buttons':
      return partsOfButtons(element.buttons, around);
    case 'image':
      return isOpenable(element.address)
        ? [{ kind: 'picture', address: element.address, description: element.description }]
        : [{ kind: 'note', text: element.description }];
    case 'file':
      return partsOfFile(element, around);
    default: {
      const never: never = element;
      throw new Error(`no drawing for ${JSON.stringify(never)}`);
    }
  }
}

function partsOfItem(item: Item, around: MailSurroundings): readonly MailPart[] {
  const lines = item.lines.map((text) => ({ kind: 'text', text }) as const);
  return [{ kind: 'title', text: item.title }, ...lines, ...partsOfButtons(item.buttons, around)];
}

function partsOfButtons(buttons: readonly Button[], { language, chats }: MailSurroundings): readonly MailPart[] {
  const links = buttons
    .filter(isLink)
    .map(
      ({ label, link }): MailPart =>
        isOpenable(link) ? { kind: 'link', label, address: link } : { kind: 'text', text: `${label}: ${link}` },
    );
  const labels = buttons.flatMap((button) => (isLink(button) ? [] : [button.label]));
  return labels.length === 0 ? links : [...links, { kind: 'note', text: mailTexts[language].inChat(labels, chats) }];
}

function partsOfFile({ file, name, label, link }: FileElement, around: MailSurroundings): readonly MailPart[] {
  const { attached, notAttached } = mailTexts[around.language];
  if (around.attached.has(file)) return [{ kind: 'text', text: attached(name) }];
  if (link === null || !isOpenable(link)) return [{ kind: 'note', text: notAttached(name) }];
  return [
    { kind: 'title', text: name },
    { kind: 'link', label, address: link },
    { kind: 'note', text: chatTexts[around.language].linkEnds },
  ];
}

/** Anything else, such as javascript:, stays text. */
function isOpenable(address: string): boolean {
  return /^https?:\/\/[^\s"<>]+$/i.test(address) && URL.canParse(address);
}

function hasActions(element: Element): boolean {
  if (element.kind === 'buttons') return element.buttons.some((button) => !isLink(button));
  return element.kind === 'list' && element.items.some(({ buttons }) => buttons.some((button) => !isLink(button)));
}
