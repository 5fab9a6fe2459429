/** Makes the files that companies hand in: Word documents and PDFs of their own, with the parts that real ones have. */
import { strToU8, zipSync } from 'fflate';

/** A policy as it is laid out: the title first, then headings and what stands below them. */
export interface PolicyText {
  readonly title: string;
  readonly clauses: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export function makeWordDocument({ title, clauses }: PolicyText): Uint8Array {
  const paragraph = (text: string, style?: string) =>
    `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
  const body = [
    paragraph(title, 'Title'),
    ...clauses.flatMap(({ heading, paragraphs }) => [
      paragraph(heading, 'Heading1'),
      ...paragraphs.map((text) => paragraph(text)),
    ]),
  ].join('');
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`,
    '_rels/.rels': relationships('officeDocument', 'word/document.xml'),
    'word/_rels/document.xml.rels': relationships('styles', 'styles.xml'),
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}">${style('Title', 'Title', '')}${style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')}</w:styles>`,
  };
  const parts = Object.entries(files).map(([path, xml]) => [path, strToU8(`${DECLARATION}${xml}`)] as const);
  return zipSync(Object.fromEntries(parts));
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function relationships(kind: string, target: string): string {
  return `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${kind}" Target="${target}"/></Relationships>`;
}

function style(id: string, name: string, properties: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const LINES_A_PAGE = 38;
const WIDEST_LINE = 38;
const FONT_SIZE = 12;
const LINE_HEIGHT = 18;

/** With a font that is not embedded and a character map of the reader's own, as Japanese PDFs of offices have. */
export function makePdf({ title, clauses }: PolicyText): Uint8Array {
  const lines = [
    ...wrapped(title),
    ...clauses.flatMap(({ heading, paragraphs }) => ['', ...wrapped(heading), ...paragraphs.flatMap(wrapped)]),
  ];
  const pages: string[][] = [];
  for (let from = 0; from < lines.length; from += LINES_A_PAGE) pages.push(lines.slice(from, from + LINES_A_PAGE));
  const firstPage = 6;
  const pageNumbers = pages.map((_, index) => firstPage + 2 * index);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiKakuGo-W5 /Encoding /UniJIS-UTF16-H /DescendantFonts [4 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiKakuGo-W5 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> /FontDescriptor 5 0 R >>',
    '<< /Type /FontDescriptor /FontName /HeiseiKakuGo-W5 /Flags 4 /FontBBox [-92 -250 1010 922] /ItalicAngle 0 /Ascent 752 /Descent -221 /CapHeight 737 /StemV 114 >>',
    ...pages.flatMap((page, index) => {
      const content = pageContent(page);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${firstPage + 2 * index + 1} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  return strToU8(pdfOf(objects));
}

/** All of it is ASCII: a character is a byte. */
function pdfOf(objects: readonly string[]): string {
  let file = '%PDF-1.5\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`;
}

function pageContent(lines: readonly string[]): string {
  const shown = lines.map((line) => `<${inUtf16(line)}> Tj T*`).join('\n');
  return `BT /F1 ${FONT_SIZE} Tf ${LINE_HEIGHT} TL 56 780 Td\n${shown}\nET`;
}

function inUtf16(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');
}

/** English is broken between words, Japanese anywhere. */
function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[ -~]+?(?: |$)|[^ -~]|[ -~]+/g) ?? []) {
    if (line !== '' && line.length + piece.trimEnd().length > WIDEST_LINE) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += piece;
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}
