/** Draws the elements of a message as groups of blocks that belong together. */
import type { Element, Fact, Item } from '../../programme/messages/message.js';
import type { Language } from '../../programme/requests/context.js';
import { fileItem } from '../file-item.js';
import { type Block, limits } from './block-kit.js';
import { drawButton, drawRows, inRows, isOpenable, splitButtons } from './buttons.js';
import { isBlank, plainText, titled } from './text.js';

/** Blocks that are shown together or not at all. */
export type Group = readonly Block[];

/** One element as groups; `list` says that some of them may be left out where the space does not suffice. */
export interface Drawn {
  readonly groups: readonly Group[];
  readonly list: boolean;
}

/** Draws each element in its order. */
export function drawElements(elements: readonly Element[], language: Language): readonly Drawn[] {
  return elements.map((element, index) => drawElement(element, String(index), language));
}

function drawElement(element: Element, place: string, language: Language): Drawn {
  switch (element.kind) {
    case 'heading':
      return whole(isBlank(element.text) ? [] : [drawHeading(element.text, language)]);
    case 'text':
      return whole(drawText(element.text, language));
    case 'note':
      return whole(drawNote(element.text, language));
    case 'facts':
      return whole(drawFacts(element.facts, language));
    case 'image':
      return whole(drawImage(element, language));
    case 'file':
      return whole(drawItem(fileItem(element, language), place, language));
    case 'buttons': {
      const { drawn, lines } = splitButtons(element.buttons);
      return whole([...lines.flatMap((line) => drawText(line, language)), ...drawRows(drawn, place, language)]);
    }
    case 'list':
      return { list: true, groups: element.items.map((item, index) => drawItem(item, `${place}.${index}`, language)) };
    default:
      return unknownElement(element);
  }
}

function unknownElement(element: never): never {
  throw new Error(`an element that Slack's renderer does not know: ${JSON.stringify(element)}`);
}

function whole(blocks: Group): Drawn {
  return { list: false, groups: blocks.length === 0 ? [] : [blocks] };
}

function drawHeading(text: string, language: Language): Block {
  return { type: 'header', text: plainText(text.replace(/\s*\n\s*/g, ' '), limits.header, language) };
}

export function drawText(text: string, language: Language): Block[] {
  return isBlank(text) ? [] : [{ type: 'section', text: plainText(text, limits.sectionText, language), expand: true }];
}

export function drawNote(text: string, language: Language): Block[] {
  if (isBlank(text)) return [];
  return [{ type: 'context', elements: [plainText(text, limits.contextText, language)] }];
}

function drawFacts(facts: readonly Fact[], language: Language): Block[] {
  return inRows(facts, limits.sectionFields).map((row) => ({
    type: 'section',
    fields: row.map((fact) =>
      titled(fact.label, [isBlank(fact.value) ? '–' : fact.value], limits.sectionField, language),
    ),
  }));
}

function drawImage(image: Extract<Element, { kind: 'image' }>, language: Language): Block[] {
  if (!isOpenable(image.address)) return drawNote(image.description, language);
  const description = plainText(image.description, limits.imageDescription, language).text;
  return [{ type: 'image', image_url: image.address, alt_text: description }];
}

/** A lone button stands beside its item, which saves a block; several stand under it. */
function drawItem(item: Item, place: string, language: Language): Group {
  const { drawn, lines } = splitButtons(item.buttons);
  const text = titled(item.title, [...item.lines, ...lines], limits.sectionText, language);
  const [first, ...others] = drawn;
  if (first && others.length === 0) {
    return [{ type: 'section', text, expand: true, accessory: drawButton(first, place, language) }];
  }
  return [{ type: 'section', text, expand: true }, ...drawRows(drawn, place, language)];
}
