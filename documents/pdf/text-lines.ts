/** Puts the pieces of text of a PDF's page together into lines, by where they stand. */

/** A piece or a line of text. Along it goes the text; across it go the lines. In vertical writing, along is down and across is to the left. */
export interface PlacedText {
  readonly text: string;
  readonly isVertical: boolean;
  /** Where it begins and ends along, in points. */
  readonly from: number;
  readonly to: number;
  /** The baseline, growing from line to line. */
  readonly across: number;
  /** Of its letters, in points. */
  readonly size: number;
}

export interface PageLines {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** In the order of the file, which is the order of reading in what office programs write. */
  readonly lines: readonly PlacedText[];
}

/** More space between two pieces stands between two cells or columns. In letters, as all that follows. */
const CELL_GAP = 2;
/** A number of a list may stand further away from its text. */
const LABEL_GAP = 8;
/** A space that somebody typed; less comes from justified lines and from between Japanese and Latin letters. */
const WIDE_SPACE = 0.6;
/** How far raised and lowered letters stand from the baseline. */
const RAISED = 0.6;

const japanese = '[\\u2e80-\\u303f\\u3041-\\u30ff\\u31f0-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]';
const letter = '[\\u3005\\u3041-\\u3096\\u30a1-\\u30fa\\u30fc\\u3400-\\u9fff\\uf900-\\ufaff]';
/** Around signs, and between Japanese and Latin letters, it is the page's own spacing. */
const spaceAtSign = new RegExp(
  `(?<=${japanese})(?<!${letter}) +(?=${japanese}|[0-9A-Za-z])|(?<=${letter}) +(?=[0-9A-Za-z]|(?!${letter})${japanese})|(?<=[0-9A-Za-z]) +(?=${japanese})`,
  'gu',
);
const foreignDot = new RegExp(`(?<=${letter})\\u2027|\\u2027(?=${letter})`, 'gu');
const spaceBetweenLetters = new RegExp(`(?<=${letter}) +(?=${letter})`, 'gu');
/** More spaces than this share of the letters are drawn between letters, not typed: 「人 権 方 針」. */
const MOST_SPACES = 0.25;
const endsJapanese = new RegExp(`${japanese}$`, 'u');
const beginsJapanese = new RegExp(`^${japanese}`, 'u');
const label =
  /^\s*(?:[•‣・●○■□◆▪–-]|[(（]?[0-9０-９a-zA-Z一二三四五六七八九十]{1,4}[)）.．、:]?|第[0-9０-９一二三四五六七八九十]{1,4}[条章節項]|[①-⑳⑴-⒇])$/u;

/** @param pieces in the order of the file @param width of the page */
export function linesOf(pieces: readonly PlacedText[], width: number): readonly PlacedText[] {
  const lines: PlacedText[] = [];
  for (const piece of upright(pieces, width)) {
    const line = lines.at(-1);
    const joined = line === undefined ? null : joinedLine(line, piece);
    if (joined === null) lines.push(piece);
    else lines[lines.length - 1] = joined;
  }
  return lines.map((line) => ({ ...line, text: spaced(line.text).trim() }));
}

/** Some browsers write vertical text letter by letter, each as if it were a line of its own. Without blanks. */
function upright(pieces: readonly PlacedText[], width: number): readonly PlacedText[] {
  const turned: PlacedText[] = [];
  let stack: PlacedText[] = [];
  const flush = () => {
    const isStack = stack.length >= SHORTEST_STACK;
    for (const piece of stack) turned.push(isStack ? vertical(piece, width) : piece);
    stack = [];
  };
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const above = stack.at(-1);
    const step = above === undefined ? 1 : (piece.across - above.across) / piece.size;
    const isBelow =
      above === undefined || (Math.abs(piece.from - above.from) < piece.size * 0.6 && step > 0.4 && step < 1.3);
    if (!isBelow || piece.isVertical || [...piece.text].length > 1) flush();
    if (!piece.isVertical && [...piece.text].length === 1) stack.push(piece);
    else turned.push(piece);
  }
  flush();
  return turned;
}

/** So many letters stand above each other nowhere else. */
const SHORTEST_STACK = 5;

function vertical(piece: PlacedText, width: number): PlacedText {
  const { across, from, size } = piece;
  return { ...piece, isVertical: true, from: across - size, to: across, across: width - from };
}

function spaced(text: string): string {
  // A font that has one sign for several middle dots may name another language's.
  const plain = text.replaceAll(spaceAtSign, '').replaceAll(foreignDot, '・');
  const letters = plain.replaceAll(' ', '').length;
  const spaces = plain.match(spaceBetweenLetters)?.length ?? 0;
  return spaces > letters * MOST_SPACES ? plain.replaceAll(spaceBetweenLetters, '') : plain;
}

function joinedLine(line: PlacedText, piece: PlacedText): PlacedText | null {
  if (line.isVertical !== piece.isVertical) return null;
  const size = Math.max(line.size, piece.size);
  const gap = (piece.from - line.to) / size;
  const distance = Math.abs(piece.across - line.across) / size;
  const isSmaller = Math.min(line.size, piece.size) < size * 0.8;
  if (distance > (isSmaller ? RAISED : 0.3) || gap < -1.1) return null;
  if (gap > (label.test(line.text) ? LABEL_GAP : CELL_GAP)) return null;
  return {
    ...line,
    text: line.text + between(line.text, piece.text, gap) + piece.text,
    to: Math.max(line.to, piece.to),
    size,
    across: piece.size > line.size ? piece.across : line.across,
  };
}

function between(before: string, after: string, gap: number): string {
  if (/\s$/.test(before) || /^\s/.test(after)) return '';
  const isJapanese = endsJapanese.test(before) && beginsJapanese.test(after);
  if (gap >= WIDE_SPACE) return isJapanese ? '\u3000' : ' ';
  return gap > 0.15 ? ' ' : '';
}
