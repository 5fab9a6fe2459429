/** Finds what stands on every page of a PDF without belonging to its text: headers, footers, page numbers. */
import type { PageLines, PlacedText } from './text-lines.js';

/** They stand in this share of the page, at either end, */
const MARGIN = 0.12;
/** further from the text than its lines from each other, */
const APART = 1.4;
/** in no more lines than these, */
const MOST_LINES = 3;
/** on at least this share of the pages: of those with one side's header, or without the first page. */
const SHARE = 0.4;

const pageNumber =
  /^[\s―—–−-]*(?:p(?:age|\.)?\s*)?(?:[0-9０-９]{1,4}|[ivxlc]{1,6})(?:\s*(?:\/|of|／)\s*[0-9０-９]{1,4})?(?:\s*(?:ページ|頁))?[\s―—–−-]*$/iu;

/** The pages without those lines. */
export function withoutRepeatedLines(pages: readonly PageLines[]): readonly PageLines[] {
  const counts = new Map<string, number>();
  const atEdge = pages.map((page) => edgeLines(page));
  for (const lines of atEdge)
    for (const key of new Set([...lines].map((line) => keyOf(line)))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const isRepeated = (line: PlacedText) => {
    const count = counts.get(keyOf(line)) ?? 0;
    return count >= 2 && count >= pages.length * SHARE;
  };
  return pages.map((page, at) => ({
    ...page,
    lines: page.lines.filter(
      (line) => atEdge[at]?.has(line) !== true || !(isRepeated(line) || pageNumber.test(line.text)),
    ),
  }));
}

function edgeLines({ height, lines }: PageLines): ReadonlySet<PlacedText> {
  const inOrder = lines.filter(({ isVertical }) => !isVertical).sort((one, other) => one.across - other.across);
  const steps = inOrder.slice(1).map((line, at) => line.across - (inOrder[at]?.across ?? 0));
  const usual = steps.filter((step) => step > 3).sort((one, other) => one - other);
  const pitch = usual[Math.floor(usual.length / 2)] ?? 0;
  const top = inOrder.filter(({ across }) => across < height * MARGIN);
  const bottom = inOrder.filter(({ across }) => across > height * (1 - MARGIN)).reverse();
  return new Set([...outermost(top, inOrder, pitch), ...outermost(bottom, [...inOrder].reverse(), pitch)]);
}

/** Those before the first gap. @param all from the same edge on */
function outermost(near: readonly PlacedText[], all: readonly PlacedText[], pitch: number): readonly PlacedText[] {
  let baselines = 0;
  for (const [at, line] of all.entries()) {
    if (at >= near.length) return [];
    const next = all[at + 1];
    const step = next === undefined ? Number.POSITIVE_INFINITY : Math.abs(next.across - line.across);
    if (step > 3) baselines += 1;
    if (step > pitch * APART) return baselines <= MOST_LINES ? near.slice(0, at + 1) : [];
  }
  return [];
}

/** Numbers count the pages; what else differs is another line. */
function keyOf({ across, text }: PlacedText): string {
  return `${Math.round(across / 4)} ${text.replace(/[0-9０-９]+/g, '0')}`;
}
