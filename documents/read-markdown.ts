/** Reads Markdown (CommonMark, with tables and front matter) as paragraphs, without its marks. */
import type { DocumentParagraph, DocumentText } from './document-text.js';

export function readMarkdown(text: string): DocumentText {
  const reader: Reader = { paragraphs: [], lines: [], label: null, fence: null, isInComment: false };
  for (const line of withoutFrontMatter(text).split(/\r\n|[\n\r]/)) {
    if (reader.fence === null) readLine(reader, line);
    else readCode(reader, line);
  }
  finish(reader);
  return { paragraphs: reader.paragraphs, pages: null };
}

/** Whether a text without a name is Markdown: by its first heading, link or emphasis that no plain text has. */
export function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, 20_000);
  return (
    /^#{1,6} \S/m.test(start) ||
    /^---\r?\n[\w-]+:/.test(start) ||
    (/^(?:=|-){3,}\s*$/m.test(start) && /\*\*\S/.test(start))
  );
}

interface Reader {
  readonly paragraphs: DocumentParagraph[];
  /** Of the open paragraph. */
  lines: string[];
  label: string | null;
  /** What ends the open block of code. */
  fence: string | null;
  isInComment: boolean;
}

function withoutFrontMatter(text: string): string {
  return text
    .replace(/^\ufeff/, '')
    .replace(/^---[ \t]*\r?\n(?:[\w-]+:|#)[\s\S]{0,20000}?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/, '');
}

function readLine(reader: Reader, given: string): void {
  const line = withoutComments(reader, given);
  const unquoted = line.replace(/^(?: {0,3}>[ \t]?)+/, '');
  const plain = unquoted.trim();
  const fence = /^(`{3,}|~{3,})[^`]*$/.exec(plain)?.[1];
  const heading = /^(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?$/.exec(plain);
  const setext = /^(=+|-+)$/.exec(plain);
  const item = /^\s*([-*+]|\d{1,9}[.)])[ \t]+(.*)$/.exec(unquoted);
  if (fence !== undefined) {
    finish(reader);
    reader.fence = fence;
  } else if (plain === '') finish(reader);
  else if (heading !== null) {
    finish(reader);
    put(reader, heading[2] ?? '', heading[1]?.length ?? 1, null);
  } else if (setext !== null && reader.lines.length > 0 && reader.label === null) {
    const title = reader.lines.join(' ');
    reader.lines = [];
    put(reader, title, plain.startsWith('=') ? 1 : 2, null);
  } else if (/^([-*_])[ \t]*(?:\1[ \t]*){2,}$/.test(plain) || /^\[[^\]]+\]:\s*\S/.test(plain)) finish(reader);
  else if (plain.startsWith('|') || /^:?-+:?(?:\s*\|\s*:?-+:?)+$/.test(plain)) readRow(reader, plain);
  else if (item !== null) {
    finish(reader);
    reader.label = /\d/.test(item[1] ?? '') ? (item[1] ?? null) : '•';
    reader.lines = [withoutTask(item[2] ?? '')];
  } else {
    // Two spaces or a backslash at the end of a line ask for a new one.
    reader.lines.push(/(?: {2,}|\\)$/.test(line) ? `${plain.replace(/\\$/, '')}\n` : plain);
  }
}

function readCode(reader: Reader, line: string): void {
  const { fence } = reader;
  if (fence !== null && line.trim().startsWith(fence) && line.trim().replaceAll(fence.charAt(0), '') === '')
    reader.fence = null;
  else if (line.trim() !== '') reader.paragraphs.push({ text: line.trim(), heading: null, label: null, page: null });
}

/** Cell by cell, as tables of other documents are read. */
function readRow(reader: Reader, row: string): void {
  finish(reader);
  if (/^[|:\s-]+$/.test(row)) return;
  for (const cell of row.replace(/^\||\|$/g, '').split(/(?<!\\)\|/))
    put(reader, cell.replaceAll('\\|', '|'), null, null);
}

function withoutComments(reader: Reader, line: string): string {
  let [rest, kept] = [line, ''];
  while (rest !== '') {
    const mark = rest.indexOf(reader.isInComment ? '-->' : '<!--');
    if (mark < 0) return kept + (reader.isInComment ? '' : rest);
    if (!reader.isInComment) kept += rest.slice(0, mark);
    rest = rest.slice(mark + (reader.isInComment ? 3 : 4));
    reader.isInComment = !reader.isInComment;
  }
  return kept;
}

function withoutTask(item: string): string {
  return item.replace(/^\[([ xX])\][ \t]+/, (_all, mark: string) => (mark === ' ' ? '☐ ' : '☑ '));
}

function finish(reader: Reader): void {
  const { label, lines } = reader;
  reader.lines = [];
  reader.label = null;
  if (lines.length > 0) put(reader, joined(lines), null, label);
}

/** Japanese is written without spaces, also where a line is broken. */
function joined(lines: readonly string[]): string {
  return lines.reduce((before, line) => {
    const isBroken = before.endsWith('\n');
    const isJapanese =
      /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]$/.test(before) ||
      /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/.test(line);
    return before + (isBroken || isJapanese ? '' : ' ') + line;
  });
}

function put(reader: Reader, marked: string, heading: number | null, label: string | null): void {
  const text = withoutMarks(marked).trim();
  if (text !== '') reader.paragraphs.push({ text, heading, label, page: null });
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', copy: '©' };

/** The bounds keep what is looked for from being looked for to the end of the text at every bracket. */
function withoutMarks(text: string): string {
  return text
    .replaceAll(/<((?:https?|mailto):[^<>\s]{1,500})>/g, '$1')
    .replaceAll(/<br\s*\/?>/gi, '\n')
    .replaceAll(/<\/?[a-zA-Z][^<>]{0,500}>/g, '')
    .replaceAll(/!?\[([^\][]{0,500})\]\([^()\s]{0,500}(?:\s+"[^"]{0,200}")?\)/g, '$1')
    .replaceAll(/!?\[([^\][]{1,500})\]\[[^\][]{0,200}\]/g, '$1')
    .replaceAll(/\[\^[^\][\s]{1,50}\]/g, '')
    .replaceAll(/(?<!\\)(?:\*\*|__|~~)/g, '')
    .replaceAll(/(?<![\\*])\*(?=\S)([^*\n]{1,500}?\S?)\*/g, '$1')
    .replaceAll(/(?<![\w\\])_(?=\S)([^_\n]{1,500}?)_(?!\w)/g, '$1')
    .replaceAll(/(?<!\\)`/g, '')
    .replaceAll(/&(amp|lt|gt|quot|nbsp|copy);/g, (_all, name: string) => entities[name] ?? '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
}
