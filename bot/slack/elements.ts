/** Draws the elements of a message as groups of blocks that belong together. */
import { chartLines } from '../../programme/messages/chart-twin.js';
import type {
  ChartElement,
  Element,
  Fact,
  Item,
  RevisionElement,
  RevisionRun,
  TableElement,
} from '../../programme/messages/message.js';
import { revisionLines } from '../../programme/messages/revision-lines.js';
import { EMPTY_CELL, tableItems } from '../../programme/messages/table-twin.js';
import type { Language } from '../../programme/requests/context.js';
import { fileItem } from '../file-item.js';
import { type Block, limits, type RichTextPiece } from './block-kit.js';
import { drawButton, drawRows, inRows, isOpenable, splitButtons } from './buttons.js';
import { clean, cut, isBlank, narrowText, plainText, titled } from './text.js';

/** Blocks that are shown together or not at all. */
export type Group = readonly Block[];

/** One element as groups; `list` says that some of them may be left out where the space does not suffice. */
export interface Drawn {
  readonly groups: readonly Group[];
  readonly list: boolean;
}

/**
 * Whether blocks may be drawn that Slack still rolls out and that stand in messages alone: 'young' where a refusal is known and the
 * message is then drawn once more, 'settled' without them.
 */
export type BlockChoice = 'young' | 'settled';

/** Draws each element in its order. Revisions that follow one another are a list: they give way together, and are counted as one. */
export function drawElements(
  elements: readonly Element[],
  language: Language,
  choice: BlockChoice = 'settled',
): readonly Drawn[] {
  const drawn: Drawn[] = [];
  for (const [index, element] of elements.entries()) {
    const next = drawElement(element, String(index), language, choice);
    const before = drawn.at(-1);
    const goesOn = element.kind === 'revision' && elements[index - 1]?.kind === 'revision';
    if (goesOn && before !== undefined)
      drawn[drawn.length - 1] = { list: true, groups: [...before.groups, ...next.groups] };
    else drawn.push(next);
  }
  return drawn;
}

function drawElement(element: Element, place: string, language: Language, choice: BlockChoice): Drawn {
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
    case 'revision':
      return { list: true, groups: [[drawRevision(element, language)]] };
    case 'chart':
      return whole([
        ...(choice === 'young' ? [drawChart(element)] : []),
        ...drawNote(chartLines(element).join('\n'), language),
      ]);
    case 'table':
      if (choice === 'young') return whole([drawTable(element, language)]);
      return { list: true, groups: drawItems(tableItems(shortened(element, language)), place, language) };
    case 'list':
      return { list: true, groups: drawItems(element.items, place, language) };
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

/** What stands before a run, and how it is written: nobody has to tell red from green to read it. */
const revisionMarks = {
  kept: null,
  removed: { sign: '🟥', style: { strike: true } },
  added: { sign: '🟩', style: { bold: true } },
} as const;

/** Texts of a rich text are shown as they are, without markup, mentions or links. */
function drawRevision(revision: RevisionElement, language: Language): Block {
  const label = cut(clean(revision.label).replace(/\s+/g, ' ').trim(), limits.revisionLabel, language);
  const named: readonly RichTextPiece[] = label === '' ? [] : [{ type: 'text', text: label, style: { bold: true } }];
  const lines = [named, ...revisionLines(revision, language).map((runs) => runs.flatMap(drawRun))];
  // Line breaks inside one section, as Slack's own editor writes them.
  const pieces = lines
    .filter((line) => line.length > 0)
    .flatMap((line, at): readonly RichTextPiece[] => (at === 0 ? line : [{ type: 'text', text: '\n' }, ...line]));
  const elements: RichTextPiece[] = pieces.length === 0 ? [{ type: 'text', text: '–' }] : [...pieces];
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

function drawRun({ kind, text }: RevisionRun): RichTextPiece[] {
  const shown = clean(text);
  const mark = revisionMarks[kind];
  if (shown === '') return [];
  if (mark === null) return [{ type: 'text', text: shown }];
  return [
    { type: 'text', text: mark.sign },
    { type: 'text', text: shown, style: mark.style },
  ];
}

function drawItems(items: readonly Item[], place: string, language: Language): readonly Group[] {
  return items.map((item, index) => drawItem(item, `${place}.${index}`, language));
}

/** Whether as a table or as text, as much of each cell is shown. */
function shortened({ columns, rows, ...table }: TableElement, language: Language): TableElement {
  const cells = (row: readonly string[]) => row.map((cell) => cut(clean(cell), limits.tableCell, language));
  return { ...table, columns: cells(columns), rows: rows.map(cells) };
}

/** What is cut here stands whole in the lines below it. */
function drawChart({ form, title, unit, labels, series }: ChartElement): Block {
  const short = (text: string) => narrowText(text, limits.chartLabel).text;
  const names = labels.map(short);
  return {
    type: 'data_visualization',
    title: narrowText(title, limits.chartTitle).text,
    chart: {
      type: form === 'bars' ? 'bar' : 'line',
      series: series.map(({ name, values }) => ({
        name: short(name),
        data: names.map((label, at) => ({ label, value: values[at] ?? 0 })),
      })),
      axis_config: { categories: names, y_label: short(unit) },
    },
  };
}

/** The first row holds the titles. */
function drawTable({ caption, columns, rows }: TableElement, language: Language): Block {
  const cell = (text: string) => {
    const shown = cut(clean(text), limits.tableCell, language);
    return { type: 'raw_text' as const, text: isBlank(shown) ? EMPTY_CELL : shown };
  };
  return {
    type: 'data_table',
    caption: cut(clean(caption).replace(/\s+/g, ' ').trim() || EMPTY_CELL, limits.tableCaption, language),
    page_size: limits.tablePage,
    rows: [columns, ...rows.slice(0, limits.tableRows)].map((row) => row.slice(0, limits.tableColumns).map(cell)),
  };
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
