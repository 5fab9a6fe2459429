/** Draws a Message as an Adaptive Card. */
import { chartLines } from '../../programme/messages/chart-twin.js';
import type {
  ChartElement,
  Element,
  Fact,
  Item,
  Message,
  RevisionElement,
  TableElement,
} from '../../programme/messages/message.js';
import { revisionLines } from '../../programme/messages/revision-lines.js';
import { EMPTY_CELL } from '../../programme/messages/table-twin.js';
import type { Language } from '../../programme/requests/context.js';
import { fileItem } from '../file-item.js';
import { buttonRows, type CardPlace, isHttps, moreItems, note, textBlock } from './blocks.js';
import {
  bytesOf,
  type Card,
  type CardAction,
  type CardAttachment,
  type CardElement,
  cardContentType,
  fillCard,
  LARGEST_CARD,
  type Piece,
  type RichTextBlock,
} from './card.js';
import { clean, defuseRun, escapeMarkdown, INVISIBLE, shorten } from './text.js';

/** So many facts share a table; a longer table is split, so that what has no room can be left out piece by piece. */
const FACTS_PER_SET = 10;
const LONGEST_FACT = 1000;
/** A longer table goes on in a further one under the same titles, for the same reason. */
const ROWS_PER_TABLE = 10;
const LONGEST_CELL = 300;
const LONGEST_CHART_WORD = 80;
const LONGEST_SUMMARY = 300;
/** Within one entry of a list, so that no entry is larger than a card. */
const MOST_LINES = 12;
const LONGEST_LINE = 300;

/** Draws a message, at most LARGEST_CARD bytes: what has no room is left out visibly, never the buttons first. */
export function messageToCard(
  message: Message,
  language: Language,
  place: CardPlace = 'chat',
  closing: readonly CardAction[] = [],
): CardAttachment {
  const pieces = message.elements.flatMap((element) => draw(element, language, place));
  const shown = pieces.length > 0 ? pieces : [piece(textBlock(message.summary, language))];
  return attach(shown, message.summary, closing, language);
}

/** A card of these pieces, within the limit; `summary` is for clients that cannot draw it and for screen readers. */
export function attach(
  pieces: readonly Piece[],
  summary: string,
  actions: readonly CardAction[],
  language: Language,
): CardAttachment {
  const gist = shorten(clean(summary).trim() || INVISIBLE, LONGEST_SUMMARY, language);
  const frame: Card = {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: language,
    fallbackText: escapeMarkdown(gist),
    speak: escapeSpeech(gist),
    body: [],
    ...(actions.length > 0 && { actions }),
  };
  const body = fillCard(pieces, LARGEST_CARD - bytesOf(frame), (count) => moreItems(count, language));
  return { contentType: cardContentType, content: { ...frame, body } };
}

/** `speak` is read as SSML, an XML dialect. */
function escapeSpeech(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

export function piece(element: CardElement, count = 1, essential = false): Piece {
  return { element, count, essential };
}

/** One element of a message or of a form's introduction. */
export function draw(element: Element, language: Language, place: CardPlace): readonly Piece[] {
  switch (element.kind) {
    case 'heading':
      return [piece(textBlock(element.text, language, { style: 'heading', size: 'large', weight: 'bolder' }))];
    case 'text':
      return [piece(textBlock(element.text, language))];
    case 'note':
      return [piece(note(element.text, language))];
    case 'facts':
      return factSets(element.facts, language);
    case 'list':
      return element.items.map((item) => piece(container(item, language, place)));
    case 'chart':
      return [piece(chart(element, language)), piece(note(chartLines(element).join('\n'), language))];
    case 'table':
      return tables(element, language);
    case 'revision':
      return [piece(revisionBox(element, language))];
    case 'buttons':
      return buttonRows(element.buttons, place, language).map((row) =>
        piece(row, row.type === 'ActionSet' ? row.actions.length : 1, true),
      );
    case 'file':
      return [piece(container(fileItem(element, language, place === 'chat'), language, place), 1, true)];
    case 'image':
      // Teams loads images over https only; without it the description is all there is to show.
      return isHttps(element.address)
        ? [piece({ type: 'Image', url: new URL(element.address).href, altText: clean(element.description) })]
        : [piece(note(element.description, language))];
    default: {
      const never: never = element;
      throw new Error(`no drawing for ${JSON.stringify(never)}`);
    }
  }
}

function factSets(facts: readonly Fact[], language: Language): readonly Piece[] {
  const text = (words: string) => escapeMarkdown(shorten(words, LONGEST_FACT, language));
  return Array.from({ length: Math.ceil(facts.length / FACTS_PER_SET) }, (_, index) => {
    const part = facts.slice(index * FACTS_PER_SET, (index + 1) * FACTS_PER_SET);
    const drawn = part.map((fact) => ({ title: text(fact.label), value: text(fact.value) }));
    return piece({ type: 'FactSet', facts: drawn }, part.length);
  });
}

/** Its words are drawn as they are, without markdown; the lines below it say the same to clients that draw none. */
function chart({ form, title, unit, labels, series }: ChartElement, language: Language): CardElement {
  const plain = (text: string) => shorten(clean(text), LONGEST_CHART_WORD, language);
  return {
    type: form === 'bars' ? 'Chart.VerticalBar.Grouped' : 'Chart.Line',
    title: plain(title),
    yAxisTitle: plain(unit),
    data: series.map(({ name, values }) => ({
      legend: plain(name),
      values: labels.map((label, at) => ({ x: plain(label), y: values[at] ?? 0 })),
    })),
    fallback: textBlock(title, language, { weight: 'bolder' }),
  };
}

/** Clients draw tables since version 1.5 of cards, which every card here asks for; one that does not shows its `fallbackText`. */
function tables({ columns, rows }: TableElement, language: Language): readonly Piece[] {
  const row = (cells: readonly string[], look: Parameters<typeof textBlock>[2] = {}) => ({
    type: 'TableRow' as const,
    cells: cells.map((cell) => ({
      type: 'TableCell' as const,
      items: [textBlock(cell.trim() === '' ? EMPTY_CELL : cell, language, look, LONGEST_CELL)],
    })),
  });
  return Array.from({ length: Math.ceil(rows.length / ROWS_PER_TABLE) }, (_, index) => {
    const part = rows.slice(index * ROWS_PER_TABLE, (index + 1) * ROWS_PER_TABLE);
    return piece(
      {
        type: 'Table',
        firstRowAsHeaders: true,
        showGridLines: true,
        columns: columns.map(() => ({ width: 1 })),
        rows: [row(columns, { weight: 'bolder' }), ...part.map((cells) => row(cells))],
      },
      part.length,
    );
  });
}

const runLooks = {
  kept: {},
  removed: { color: 'attention', strikethrough: true },
  added: { color: 'good', underline: true, weight: 'bolder' },
} as const;

function revisionBox(revision: RevisionElement, language: Language): CardElement {
  const lines = revisionLines(revision, language).map((runs): RichTextBlock => {
    const shown = runs.map(({ kind, text }) => ({ kind, text: defuseRun(text) })).filter(({ text }) => text !== '');
    const inlines = shown.map(({ kind, text }) => ({ type: 'TextRun', text, ...runLooks[kind] }) as const);
    return { type: 'RichTextBlock', spacing: 'small', inlines };
  });
  return {
    type: 'Container',
    separator: true,
    items: [
      textBlock(revision.label, language, { weight: 'bolder' }, LONGEST_LINE),
      ...lines.filter(({ inlines }) => inlines.length > 0),
    ],
  };
}

function container(item: Item, language: Language, place: CardPlace): CardElement {
  const lines = item.lines.slice(0, MOST_LINES);
  const beyond = item.lines.length - lines.length;
  return {
    type: 'Container',
    separator: true,
    items: [
      textBlock(item.title, language, { weight: 'bolder' }, LONGEST_LINE),
      ...lines.map((line) => textBlock(line, language, { spacing: 'small' }, LONGEST_LINE)),
      ...(beyond > 0 ? [moreItems(beyond, language)] : []),
      ...buttonRows(item.buttons, place, language),
    ],
  };
}
