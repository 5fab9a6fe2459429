/** Puts the lines of a PDF together into paragraphs, as somebody sees them who looks at the page. */
import type { DocumentParagraph } from '../document-text.js';
import { endsSentence, hyphenatedWords, joinLines, startsItem } from '../wrapped-lines.js';
import type { PageLines, PlacedText } from './text-lines.js';

interface Line extends PlacedText {
  readonly page: number;
  /** How far lines of its column reach. */
  readonly edge: number;
  /** From one line to the next, where the page says it. */
  readonly pitch: number;
}

/** Sizes that differ by less are one. */
const SAME_SIZE = 0.08;
/** Larger letters than those of most of the text are a heading's. */
const HEADING_SIZE = 1.12;
const LONGEST_HEADING = 120;
/** In letters: how far a line may be indented from another one of its paragraph. */
const INDENT = 0.7;
/** The first line of a paragraph, or the text beside its number, is indented by no more. */
const FIRST_INDENT = 5;

/** A row of dots leads to the number of a page. */
const contentsLine = /(?:[.．]{4,}|[…‥]{2,}|・{4,}|(?:\. ){4,})\s*[0-9０-９ivx]{1,4}$/u;

/** With headings told by the size of their letters. */
export function paragraphsOf(pages: readonly PageLines[]): readonly DocumentParagraph[] {
  const lines = pages.flatMap((page) => measured(page)).filter(({ text }) => !contentsLine.test(text));
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open !== undefined && goesOn(open, line)) open.push(line);
    else paragraphs.push([line]);
  }
  const words = hyphenatedWords(lines.map(({ text }) => text));
  const headings = headingSizes(lines);
  return paragraphs.map((of) => {
    const text = joinLines(
      of.map((line) => line.text),
      words,
    );
    const [{ page, size } = { page: 1, size: 0 }] = of;
    const isHeading = text.length <= LONGEST_HEADING && of.length <= 3 && !/[。、,;]$/u.test(text);
    return { text, heading: isHeading ? (headings.get(rounded(size)) ?? null) : null, label: null, page };
  });
}

function measured({ lines, page }: PageLines): readonly Line[] {
  const pitches = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    const pitch = next === undefined ? 0 : (next.across - line.across) / line.size;
    return next !== undefined && isSameSize(line, next) && pitch > 0.8 && pitch < 3.5 ? [pitch] : [];
  });
  pitches.sort((one, other) => one - other);
  // Within a paragraph lines stand closest; between two paragraphs there may be more.
  const pitch = pitches[Math.floor(pitches.length * 0.3)] ?? 1.8;
  return lines.map((line) => {
    const column = lines.filter(
      (other) =>
        other.isVertical === line.isVertical &&
        Math.abs(other.from - line.from) < 4 * line.size &&
        Math.abs(other.size - line.size) < line.size * 0.25,
    );
    return { ...line, page, pitch, edge: Math.max(...column.map(({ to }) => to)) };
  });
}

function isSameSize(one: PlacedText, other: PlacedText): boolean {
  return Math.abs(one.size - other.size) <= SAME_SIZE * Math.max(one.size, other.size);
}

function goesOn(paragraph: readonly Line[], line: Line): boolean {
  const before = paragraph.at(-1);
  if (before === undefined || before.isVertical !== line.isVertical || !isSameSize(before, line)) return false;
  if (startsItem.test(line.text) || !isFull(before, line)) return false;
  const pitch = (line.across - before.across) / line.size;
  const isNext = before.page === line.page && pitch > 0.5;
  if (isNext) return pitch <= before.pitch * 1.3 + 0.1 && isBelow(paragraph, line);
  // On the next page, or at the top of the next column.
  const isNewColumn = before.page === line.page && pitch < -5 && line.from > before.from + 10 * line.size;
  const isElsewhere = before.page + 1 === line.page || isNewColumn;
  return isElsewhere && before.to - before.from > 10 * line.size && !endsSentence.test(before.text);
}

/** Whether the next line's first word had no more room. */
function isFull(before: Line, { size, text }: Line): boolean {
  const word = /^[!-~]+/.exec(text)?.[0].length ?? 0;
  // Two Japanese letters: one that must not begin a line takes its neighbour along.
  const needed = word === 0 ? 2 * size : word * 0.5 * size + 0.3 * size;
  return before.to + needed > before.edge - 0.3 * size;
}

/** Whether it stands under the paragraph's other lines. */
function isBelow(paragraph: readonly Line[], line: Line): boolean {
  // What stands in another column or on the page before says nothing here.
  const jump = paragraph.findLastIndex((one, at) => at > 0 && one.across < (paragraph[at - 1]?.across ?? 0));
  const [first, second] = paragraph.slice(Math.max(jump, 0));
  if (first === undefined) return false;
  const indent = (line.from - (second ?? first).from) / line.size;
  if (second !== undefined) return Math.abs(indent) <= INDENT;
  return indent >= -FIRST_INDENT && indent <= (startsItem.test(first.text) ? FIRST_INDENT : INDENT);
}

/** The sizes of headings with their levels: all that are larger than what most letters have. */
function headingSizes(lines: readonly Line[]): ReadonlyMap<number, number> {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(rounded(size), (letters.get(rounded(size)) ?? 0) + text.length);
  const [[body] = [0]] = [...letters].sort(([, one], [, other]) => other - one);
  const sizes = [...letters.keys()].filter((size) => size >= body * HEADING_SIZE).sort((one, other) => other - one);
  return new Map(sizes.map((size, place) => [size, Math.min(place + 1, 9)]));
}

function rounded(size: number): number {
  return Math.round(size * 2) / 2;
}
