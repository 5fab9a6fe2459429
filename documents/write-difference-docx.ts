/** Writes a comparison as a Word document: struck through and red what was removed, underlined and green what was added. */
import type { IRunOptions, Paragraph } from 'docx';
import { type DifferenceDocument, type DifferenceSection, printable } from './difference-document.js';
import { type MarkedRun, markedLines } from './marked-lines.js';

const RED = 'B3261E';
const GREEN = '14652C';
const GREY = '555555';

/** Word shows Japanese in the font for East Asian text, and guesses one where none is named. */
const font = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Yu Gothic' };

const looks: Readonly<Record<MarkedRun['kind'], IRunOptions>> = {
  kept: {},
  removed: { strike: true, color: RED },
  added: { underline: { type: 'single', color: GREEN }, color: GREEN },
};

type Library = typeof import('docx');

/** The document's bytes. Only the times of the archive's entries and of its making differ from one to the next. */
export async function writeDifferenceDocx(document: DifferenceDocument): Promise<Uint8Array> {
  // A megabyte of code, which a process needs first when somebody asks for such a file.
  const library = await import('docx');
  const { Document, HeadingLevel, Packer } = library;
  const { language, title, facts, legend, notes, sections, closing } = document;
  const children = [
    paragraphOf(library, [{ text: printable(title) }], { heading: HeadingLevel.TITLE }),
    ...facts.map(({ label, value }) =>
      paragraphOf(library, [{ text: printable(`${label}: `), color: GREY }, { text: printable(value) }]),
    ),
    ...markedParagraphs(library, legend),
    ...notes.map((text) => noteOf(library, text)),
    ...sections.flatMap((section) => sectionOf(library, section)),
    ...(closing === null ? [] : [noteOf(library, closing)]),
  ];
  const bold = { font, bold: true, color: '1D1D1D' };
  const file = new Document({
    title: printable(title),
    creator: 'SPP assistant',
    description: '',
    styles: {
      default: {
        document: {
          run: { font, size: 21, language: language === 'ja' ? { eastAsia: 'ja-JP' } : { value: 'en-GB' } },
          paragraph: { spacing: { line: 320 } },
        },
        title: { run: { ...bold, size: 32 }, paragraph: { spacing: { after: 200 } } },
        heading1: { run: { ...bold, size: 23 }, paragraph: { spacing: { before: 320, after: 60 }, keepNext: true } },
      },
    },
    sections: [{ children }],
  });
  return await Packer.toBuffer(file);
}

function sectionOf(library: Library, { heading, notes, runs }: DifferenceSection): readonly Paragraph[] {
  return [
    paragraphOf(library, [{ text: printable(heading) }], { heading: library.HeadingLevel.HEADING_1 }),
    ...notes.map((text) => noteOf(library, text)),
    ...markedParagraphs(library, runs),
  ];
}

function markedParagraphs(library: Library, runs: readonly MarkedRun[]): readonly Paragraph[] {
  return markedLines(runs).map((line) =>
    paragraphOf(
      library,
      line.map(({ kind, text }) => ({ text: printable(text), ...looks[kind] })),
    ),
  );
}

function noteOf(library: Library, text: string): Paragraph {
  return paragraphOf(library, [{ text: printable(text), size: 19, color: GREY }]);
}

function paragraphOf(
  { Paragraph, TextRun }: Library,
  runs: readonly IRunOptions[],
  options: { readonly heading?: 'Title' | 'Heading1' } = {},
): Paragraph {
  return new Paragraph({ ...options, children: runs.map((run) => new TextRun(run)) });
}
