/** Finds what stands on every page of a PDF without belonging to its text: headers, footers, page numbers. */
import type { PageLines, PlacedText } from './text-lines.js';

/** They stand in this share of the page, at either end. */
const MARGIN = 0.12;
/** On at least this share of the pages: of those with one side's header, or without the first page. */
const SHARE = 0.4;

const pageNumber =
  /^[\s―—–−-]*(?:p(?:age|\.)?\s*)?(?:[0-9０-９]{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of|／)\s*[0-9０-９]{1,4})?(?:\s*(?:ページ|頁))?[\s―—–−-]*$/iu;

/** The pages without those lines. */
export function withoutRepeatedLines(pages: readonly PageLines[]): readonly PageLines[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.lines.filter((line) => isInMargin(page, line)).map((line) => keyOf(line)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isRepeated = (line: PlacedText) => {
    const count = counts.get(keyOf(line)) ?? 0;
    return count >= 2 && count >= pages.length * SHARE;
  };
  return pages.map((page) => ({
    ...page,
    lines: page.lines.filter((line) => !isInMargin(page, line) || !(isRepeated(line) || pageNumber.test(line.text))),
  }));
}

function isInMargin({ width, height }: PageLines, line: PlacedText): boolean {
  if (line.isVertical) return false;
  return width > 0 && (line.across < height * MARGIN || line.across > height * (1 - MARGIN));
}

/** Numbers count the pages; what else differs is another line. */
function keyOf({ across, text }: PlacedText): string {
  return `${Math.round(across / 4)} ${text.replace(/[0-9０-９]+/g, '0')}`;
}
