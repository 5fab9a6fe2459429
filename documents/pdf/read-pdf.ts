/** Reads a PDF as paragraphs. Only in a thread of its own: the library that does it changes what the thread's globals are. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { DocumentRefused } from '../document-fault.js';
import type { DocumentText } from '../document-text.js';
import { limitBytes } from './limit-bytes.js';
import { loadPdfjs, openingOptions } from './load-pdfjs.js';
import { paragraphsOf } from './paragraphs.js';
import { isReadable, withUsualSigns } from './readable-text.js';
import { withoutRepeatedLines } from './repeated-lines.js';
import { linesOf, type PageLines, type PlacedText } from './text-lines.js';

/** A thousand pages have two million. */
const MOST_CHARACTERS = 5_000_000;
const MOST_PAGES = 3_000;

/** @throws {DocumentRefused} */
export async function readPdf(content: Uint8Array): Promise<DocumentText> {
  const limit = limitBytes();
  const pdfjs = loadPdfjs();
  try {
    const opening = pdfjs.getDocument(openingOptions(content));
    const pages = await readPages(await opening.promise, (one, other) => pdfjs.Util.transform(one, other));
    if (limit.isOver) throw new DocumentRefused({ kind: 'too_large' });
    return textOf(pages);
  } catch (cause) {
    if (limit.isOver) throw new DocumentRefused({ kind: 'too_large' }, { cause });
    if (cause instanceof DocumentRefused) throw cause;
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new DocumentRefused({ kind: isLocked ? 'encrypted' : 'damaged' }, { cause });
  }
}

function textOf(pages: readonly PageLines[]): DocumentText {
  const cleaned = withoutRepeatedLines(pages).map((page) => {
    const text = page.lines.map((line) => line.text).join('');
    return { ...page, isUnreadable: text === '' || !isReadable(text) };
  });
  const unreadablePages = cleaned.filter(({ isUnreadable }) => isUnreadable).map(({ page }) => page);
  if (unreadablePages.length === cleaned.length)
    throw new DocumentRefused({ kind: 'unreadable', pages: unreadablePages });
  const paragraphs = paragraphsOf(cleaned.filter(({ isUnreadable }) => !isUnreadable));
  return { paragraphs, pages: pages.length, ...(unreadablePages.length > 0 && { unreadablePages }) };
}

type Multiply = (one: number[], other: number[]) => number[];

async function readPages(document: PDFDocumentProxy, multiply: Multiply): Promise<readonly PageLines[]> {
  if (document.numPages > MOST_PAGES) throw new DocumentRefused({ kind: 'too_large' });
  const pages: PageLines[] = [];
  let characters = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { height, transform, width } = page.getViewport({ scale: 1 });
    const pieces = await piecesOf(page, (own) => multiply(transform, own), width);
    characters += pieces.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > MOST_CHARACTERS) throw new DocumentRefused({ kind: 'too_large' });
    pages.push({ page: number, width, height, lines: linesOf(pieces, width) });
    page.cleanup();
  }
  return pages;
}

/** @param place from the page's own measures to points from its upper left corner, as it is turned for reading */
async function piecesOf(
  page: PDFPageProxy,
  place: (own: number[]) => number[],
  width: number,
): Promise<readonly PlacedText[]> {
  const { items, styles } = await page.getTextContent({ includeMarkedContent: false });
  return items.flatMap((item): readonly PlacedText[] => {
    if (!('str' in item) || item.str === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = place(item.transform);
    const isVertical = styles[item.fontName]?.vertical === true;
    const size = Math.hypot(c, d) || Math.hypot(a, b);
    // What stands askew is a watermark or a drawing's.
    const isAskew = Math.abs(b) > 0.1 * Math.hypot(a, b);
    if (size === 0 || isAskew) return [];
    const text = withUsualSigns(item.str);
    if (isVertical) return [{ text, isVertical, from: y, to: y + item.height, across: width - x, size }];
    return [{ text, isVertical, from: x, to: x + item.width, across: y, size }];
  });
}
