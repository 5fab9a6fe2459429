/** Cuts a document into passages that can be quoted: some sentences of one section, with the headings above them. */
import type { DocumentParagraph, DocumentText } from '../../documents/document-text.js';
import { plainText } from '../../documents/read-document.js';
import { sentencesOf } from './sentences.js';

export interface CutPassage {
  /** The headings above it, the highest first; empty where there is none. */
  readonly heading: string;
  readonly page: number | null;
  readonly text: string;
}

/** In characters: some sentences, so that what is found is about one thing. */
const LONGEST_PASSAGE = 600;
/** Of all headings together; a longer one is no heading. */
const LONGEST_HEADING = 200;
const BETWEEN_HEADINGS = ' › ';

/** In the order of the document; none where nothing but headings stands in it. */
export function cutPassages({ paragraphs }: DocumentText): readonly CutPassage[] {
  const passages: CutPassage[] = [];
  let above: readonly { readonly level: number; readonly text: string }[] = [];
  // Whether the last passage may still grow: not beyond its section.
  let isOpen = false;
  for (const paragraph of paragraphs) {
    const { heading: level, page } = paragraph;
    const text = textOf(paragraph);
    if (text === '') continue;
    if (level !== null) {
      isOpen = false;
      above = [...above.filter((one) => one.level < level), { level, text: text.replace(/\s+/gu, ' ') }];
      continue;
    }
    const heading = headingOf(above.map((one) => one.text));
    for (const piece of piecesOf(text)) {
      const last = passages.at(-1);
      if (isOpen && last !== undefined && last.text.length + piece.length < LONGEST_PASSAGE)
        passages[passages.length - 1] = { ...last, text: `${last.text}\n${piece}` };
      else passages.push({ heading, page, text: piece });
      isOpen = true;
    }
  }
  return passages;
}

function textOf(paragraph: DocumentParagraph): string {
  return plainText({ paragraphs: [paragraph], pages: null })
    .replace(/\0/g, '')
    .trim();
}

/** The lowest headings tell most: of too many the highest are left out. */
function headingOf(above: readonly string[]): string {
  const [highest, ...others] = above;
  const joined = above.join(BETWEEN_HEADINGS);
  if (joined.length <= LONGEST_HEADING || highest === undefined) return joined;
  return others.length > 0 ? headingOf(others) : `${highest.slice(0, LONGEST_HEADING - 1)}…`;
}

/** A paragraph whole, or where it is longer than a passage, its sentences by as many as fit. */
function piecesOf(text: string): readonly string[] {
  if (text.length <= LONGEST_PASSAGE) return [text];
  const pieces: string[] = [];
  for (const sentence of sentencesOf(text).flatMap(cutSentence)) {
    const last = pieces.at(-1);
    const space = last !== undefined && /[\p{Script=Latin}\p{N}\p{P}]$/u.test(last) && /^[\p{ASCII}]/u.test(sentence);
    const joined = `${last ?? ''}${space ? ' ' : ''}${sentence}`;
    if (last === undefined || joined.length > LONGEST_PASSAGE) pieces.push(sentence);
    else pieces[pieces.length - 1] = joined;
  }
  return pieces;
}

/** What no full stop ends, as a table without rows or text without punctuation. */
function cutSentence(sentence: string): readonly string[] {
  const signs = [...sentence];
  const pieces: string[] = [];
  for (let from = 0; from < signs.length; from += LONGEST_PASSAGE) {
    pieces.push(signs.slice(from, from + LONGEST_PASSAGE).join(''));
  }
  return pieces;
}
