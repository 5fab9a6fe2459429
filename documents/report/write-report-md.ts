/** Writes a report as Markdown. What people wrote stays text: no sign of it becomes a heading, a link or a picture. */
import { printable } from '../difference-document.js';
import {
  cellText,
  type ReportBlock,
  type ReportDocument,
  type ReportPhotograph,
  type ReportTable,
  shownInText,
} from './report-document.js';

/** The names of the files beside it. */
interface FilesBeside {
  /** One for each chart, in their order. */
  readonly charts: readonly string[];
  /** By what names each; one that is not there any more has none. */
  readonly photographs: ReadonlyMap<string, string>;
}

/** @param beside null: it stands alone, and tells of photographs by their captions */
export function writeReportMd({ title, facts, blocks }: ReportDocument, beside: FilesBeside | null): string {
  let charts = 0;
  const written = blocks.map((block) => {
    if (block.kind === 'photograph') return photographText(block, beside);
    if (block.kind !== 'chart') return blockText(block);
    const name = beside?.charts[charts];
    charts += 1;
    return name === undefined ? '' : pictureText(block.description, name);
  });
  const parts = [`# ${plainText(title)}`, ...facts.map(plainText), ...written];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function pictureText(description: string, name: string): string {
  return `![${plainText(description)}](${encodeURI(name)})`;
}

function photographText({ photograph, description, caption, goneWords }: ReportPhotograph, beside: FilesBeside | null) {
  const name = beside?.photographs.get(photograph);
  const picture = name === undefined ? plainText(goneWords) : pictureText(description, name);
  return [...(beside === null ? [] : [picture]), `*${plainText(caption)}*`].join('\n\n');
}

function blockText(block: Exclude<ReportBlock, { kind: 'chart' | 'photograph' }>): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${plainText(block.text)}`;
    case 'paragraph':
      return linesOf(block.text);
    case 'note':
      return linesOf(block.text)
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n');
    case 'facts':
      return block.facts
        .map(({ label, value }) => `- **${plainText(label)}**: ${plainText(value)}`.trimEnd())
        .join('\n');
    case 'list':
      return block.items.map(({ text, level }) => `${'  '.repeat(level)}- ${plainText(text)}`).join('\n');
    case 'table':
      return block.sheetOnly ? '' : tableText(block);
  }
}

function tableText(table: ReportTable): string {
  const { caption } = table;
  const { columns, rows } = shownInText(table);
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    plainText(caption),
    '',
    row(columns.map(({ title }) => plainText(title))),
    row(columns.map(({ kind }) => (kind === 'number' ? '---:' : '---'))),
    ...rows.map((cells) => row(cells.map((cell, at) => plainText(cellText(cell, columns[at]?.kind ?? 'text'))))),
  ].join('\n');
}

/** Two spaces at its end keep a line of a paragraph apart from the next one. */
function linesOf(text: string): string {
  return printable(text)
    .split('\n')
    .map((line) => plainText(line))
    .join('  \n');
}

/** One line, with a stroke before every sign that means something to Markdown: https://spec.commonmark.org/0.31.2/#backslash-escapes */
function plainText(text: string): string {
  return printable(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&')
    .replace(/^(\s*)(\d*)([-+.)])(?=\s)/, '$1$2\\$3')
    .replace(/(https?|ftp)(:)/gi, '$1\\$2')
    .replace(/\b(www)\./gi, '$1\\.')
    .replace(/@/g, '\\@');
}
