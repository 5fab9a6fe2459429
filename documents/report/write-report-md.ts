/** Writes a report as Markdown. What people wrote stays text: no sign of it becomes a heading, a link or a picture. */
import { printable } from '../difference-document.js';
import { cellText, type ReportBlock, type ReportDocument, type ReportTable, shownInText } from './report-document.js';

/** @param pictures the names of the files beside it, one for each chart in their order; null: it stands alone */
export function writeReportMd({ title, facts, blocks }: ReportDocument, pictures: readonly string[] | null): string {
  let charts = 0;
  const written = blocks.map((block) => {
    if (block.kind !== 'chart') return blockText(block);
    const name = pictures?.[charts];
    charts += 1;
    return name === undefined ? '' : `![${plainText(block.description)}](${encodeURI(name)})`;
  });
  const parts = [`# ${plainText(title)}`, ...facts.map(plainText), ...written];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function blockText(block: Exclude<ReportBlock, { kind: 'chart' }>): string {
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
      return tableText(block);
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
