/** Reads a plain text: a line is a paragraph, unless the lines were broken where the page ended. */
import type { DocumentParagraph, DocumentText } from './document-text.js';
import { hyphenatedWords, joinLines, startsItem } from './wrapped-lines.js';

/** Nobody breaks lines at fewer letters, */
const NARROWEST = 20;
/** nor at more. */
const WIDEST = 110;

/** Its headings are for those to tell who know what it is about. */
export function readPlain(text: string): DocumentText {
  const lines = text.split(/\r\n|[\n\r\f\u2028\u2029]/).map((line) => line.trim());
  const width = widthOf(lines);
  const words = hyphenatedWords(lines);
  const open: string[][] = [];
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const before = lines[at - 1] ?? '';
    const goesOn = before !== '' && isBroken(before, width) && !startsItem.test(line);
    const paragraph = open.at(-1);
    if (goesOn && paragraph !== undefined) paragraph.push(line);
    else open.push([line]);
  }
  const paragraphs = open.map(
    (of): DocumentParagraph => ({ text: joinLines(of, words), heading: null, label: null, page: null }),
  );
  return { paragraphs, pages: null };
}

/** Where lines are broken, in letters; infinite where a paragraph is one line. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines.filter((line) => line !== '').map(({ length }) => length);
  lengths.sort((one, other) => one - other);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  // Of a few lines nobody knows.
  return lengths.length < 6 || width < NARROWEST || width > WIDEST ? Number.POSITIVE_INFINITY : width;
}

function isBroken(line: string, width: number): boolean {
  return line.length >= width * 0.85 && !/[。．.!?！？:：]$/u.test(line);
}
