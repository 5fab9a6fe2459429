/** Writes a report as a Word document: styles, contents with links, tables, charts, and page numbers in the footer. It asks nothing on opening. */
import { setImmediate } from 'node:timers/promises';
import type { FileChild, IRunOptions, IStylesOptions } from 'docx';
import { renderChart } from '../charts/render-chart.js';
import { printable } from '../difference-document.js';
import {
  cellText,
  type PhotographReader,
  type ReportBlock,
  type ReportDocument,
  type ReportTable,
  shownInText,
} from './report-document.js';

const INK = '1D1D1D';
const GREY = '555555';
const SHADE = 'DDE8F0';

/** In twentieths of a point: what is left of A4 between the margins. */
const TEXT_WIDTH = 9_070;
/** In pixels, on the page: the width of the text. */
const PICTURE_WIDTH = 600;
/** An upright photograph as wide as the text would fill a page. */
const PICTURE_HEIGHT = 560;

/** Word shows Japanese in the font for East Asian text, and guesses one where none is named. */
const font = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Yu Gothic' };

type Library = typeof import('docx');

interface PlacedPicture {
  readonly type: 'png' | 'jpg';
  readonly data: Uint8Array;
  /** In pixels, on the page. */
  readonly width: number;
  readonly height: number;
}

/** The document's bytes. Only the times of the archive's entries and of its making differ from one to the next. */
export async function writeReportDocx(document: ReportDocument, readPhotograph: PhotographReader): Promise<Uint8Array> {
  // A megabyte of code, which a process needs first when somebody asks for such a file.
  const library = await import('docx');
  const { Document, Footer, Packer, PageNumber, AlignmentType } = library;
  const { language, title, facts, contents, blocks } = document;
  const pictures = new Map<ReportBlock, PlacedPicture>();
  for (const block of blocks) {
    // A picture takes a tenth of a second of the processor, in which nobody else is answered.
    if (block.kind === 'chart') await setImmediate();
    const picture = await pictureOf(block, readPhotograph);
    if (picture !== null) pictures.set(block, picture);
  }
  const children = [
    paragraph(library, [{ text: title }], { heading: library.HeadingLevel.TITLE }),
    ...facts.map((text) => paragraph(library, [{ text, color: GREY }])),
    paragraph(library, [{ text: contents }], { style: 'ContentsHeading' }),
    ...linksTo(library, blocks),
    ...blocks.flatMap((block, at) => drawn(library, block, { at, picture: pictures.get(block) })),
  ];
  const number = { color: GREY, size: 18 };
  const footer = new Footer({
    children: [
      new library.Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new library.TextRun({ ...number, children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  });
  const file = new Document({
    title: printable(title),
    creator: 'SPP assistant',
    description: '',
    styles: stylesFor(language),
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { left: 1_418, right: 1_418 } } },
        footers: { default: footer },
        children,
      },
    ],
  });
  return await Packer.toBuffer(file);
}

async function pictureOf(block: ReportBlock, readPhotograph: PhotographReader): Promise<PlacedPicture | null> {
  if (block.kind === 'chart') {
    const { png, width, height } = await renderChart(block.chart);
    return { type: 'png', data: png, width: PICTURE_WIDTH, height: Math.round((PICTURE_WIDTH * height) / width) };
  }
  if (block.kind !== 'photograph') return null;
  const data = await readPhotograph(block.photograph);
  if (data === null) return null;
  const { width, height } = block;
  // A small one is not made coarse.
  const scale = Math.min(1, PICTURE_WIDTH / width, PICTURE_HEIGHT / height);
  return { type: 'jpg', data, width: Math.round(width * scale), height: Math.round(height * scale) };
}

function stylesFor(language: ReportDocument['language']): IStylesOptions {
  const bold = { font, bold: true, color: INK };
  const headed = (size: number, before: number, after: number) => ({
    run: { ...bold, size },
    paragraph: { spacing: { before, after }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font, size: 21, language: language === 'ja' ? { eastAsia: 'ja-JP' } : { value: 'en-GB' } },
        // Without the rule LibreOffice takes the height for a fixed one, and cuts every picture to it.
        paragraph: { spacing: { line: 320, lineRule: 'auto', after: 100 } },
      },
      title: { run: { ...bold, size: 36 }, paragraph: { spacing: { after: 240 } } },
      heading1: headed(28, 480, 160),
      heading2: headed(24, 320, 120),
      heading3: headed(22, 240, 80),
    },
    paragraphStyles: [
      { id: 'ContentsHeading', name: 'Contents Heading', basedOn: 'Normal', ...headed(24, 320, 120) },
      {
        ...{ id: 'Caption', name: 'caption', basedOn: 'Normal', run: { ...bold, size: 19 } },
        paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
      },
      {
        ...{ id: 'PictureCaption', name: 'Picture Caption', basedOn: 'Normal', run: { color: GREY, size: 19 } },
        paragraph: { spacing: { before: 40, after: 240 } },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        paragraph: { spacing: { line: 260, lineRule: 'auto', after: 0 } },
      },
    ],
  };
}

const markOf = (at: number) => `section_${at}`;

/** The headings with links to them, and without page numbers, which only a field could hold that asks to be brought up to date. */
function linksTo(library: Library, blocks: readonly ReportBlock[]): readonly FileChild[] {
  const { InternalHyperlink, Paragraph, TextRun } = library;
  return blocks.flatMap((block, at) =>
    block.kind === 'heading' && block.level < 3
      ? [
          new Paragraph({
            indent: { left: (block.level - 1) * 360 },
            spacing: { after: 20 },
            children: [
              new InternalHyperlink({
                anchor: markOf(at),
                children: [new TextRun({ text: printable(block.text), style: 'Hyperlink' })],
              }),
            ],
          }),
        ]
      : [],
  );
}

interface Drawing {
  readonly at: number;
  readonly picture: PlacedPicture | undefined;
}

function drawn(library: Library, block: ReportBlock, { at, picture }: Drawing): readonly FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [headingOf(library, block, at)];
    case 'paragraph':
      return linesOf(block.text).map((text) => paragraph(library, [{ text }]));
    case 'note':
      return linesOf(block.text).map((text) => paragraph(library, [{ text, size: 19, color: GREY }]));
    case 'facts':
      return block.facts.map(({ label, value }) =>
        paragraph(library, [{ text: `${label}: `, bold: true }, { text: value }], {
          bullet: { level: 0 },
          // What it is the label of follows in a list, and would stand on the next page without it.
          keepNext: value === '',
        }),
      );
    case 'list':
      return block.items.map(({ text, level }, at) =>
        // A title stays with the first of its speakers.
        paragraph(library, [{ text }], { bullet: { level }, keepNext: (block.items[at + 1]?.level ?? 0) > level }),
      );
    case 'table':
      if (block.sheetOnly) return [];
      return [
        paragraph(library, [{ text: block.caption }], { style: 'Caption' }),
        tableOf(library, block),
        // Two tables without a paragraph between them are one to Word.
        paragraph(library, []),
      ];
    case 'chart':
      return picture === undefined ? [] : [imageOf(library, block.description, picture)];
    case 'photograph':
      return [
        picture === undefined
          ? paragraph(library, [{ text: block.goneWords, color: GREY }], { keepNext: true })
          : imageOf(library, block.description, picture),
        paragraph(library, [{ text: block.caption }], { style: 'PictureCaption' }),
      ];
  }
}

function headingOf(
  { Bookmark, HeadingLevel, Paragraph, TextRun }: Library,
  { level, text }: Extract<ReportBlock, { kind: 'heading' }>,
  at: number,
): FileChild {
  const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
  return new Paragraph({
    heading: levels[level],
    children: [new Bookmark({ id: markOf(at), children: [new TextRun({ text: printable(text) })] })],
  });
}

function imageOf({ ImageRun, Paragraph }: Library, description: string, picture: PlacedPicture): FileChild {
  const { type, data, width, height } = picture;
  const words = printable(description);
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        ...{ type, data, transformation: { width, height } },
        altText: { name: words.slice(0, 60), title: words.slice(0, 60), description: words },
      }),
    ],
  });
}

function tableOf(library: Library, table: ReportTable): FileChild {
  const { AlignmentType, Table, TableCell, TableLayoutType, TableRow, WidthType } = library;
  const { columns, rows } = shownInText(table);
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.round((TEXT_WIDTH * width) / total));
  const cell = (text: string, at: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      ...(isHead && { shading: { fill: SHADE } }),
      children: linesOf(text).map((line) =>
        paragraph(library, [{ text: line, size: 18, bold: isHead }], {
          style: 'TableText',
          ...(columns[at]?.kind === 'number' && !isHead && { alignment: AlignmentType.RIGHT }),
        }),
      ),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    rows: [
      new TableRow({ tableHeader: true, children: columns.map(({ title }, at) => cell(title, at, true)) }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ kind }, at) => cell(cellText(row[at] ?? null, kind), at, false)),
          }),
      ),
    ],
  });
}

/** At least one, since a cell without a paragraph makes a document damaged. */
function linesOf(text: string): readonly string[] {
  return printable(text).split('\n');
}

interface ParagraphLook {
  readonly heading?: 'Title';
  readonly style?: string;
  readonly bullet?: { readonly level: number };
  readonly keepNext?: boolean;
  readonly alignment?: 'right';
}

function paragraph({ Paragraph, TextRun }: Library, runs: readonly IRunOptions[], look: ParagraphLook = {}) {
  return new Paragraph({
    ...look,
    children: runs.map(({ text, ...run }) => new TextRun({ ...run, text: printable(text ?? '') })),
  });
}
