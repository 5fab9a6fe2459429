/** Reads a plain text as sentences, each with the heading that it stands under. */
import type { Language } from '../../../prisma/client.js';
import {
  isContents,
  isExtractMark,
  isHeading,
  isSignature,
  isTitle,
  isWrapped,
  startsAnew,
  withoutBullet,
  wrapWidth,
} from './lines.js';
import { isQuestion, runInHeading } from './run-in-headings.js';

export interface DraftSentence {
  readonly text: string;
  /** Null: it stands under none. */
  readonly heading: string | null;
  /** Sentences of one section are read beside each other; those of two are not. */
  readonly section: number;
}

/** Japanese text ends its sentences with 。; English ones are told by the platform's own segmenter. */
export function readSentences(text: string, language: Language): readonly DraftSentence[] {
  const sentences: DraftSentence[] = [];
  const lines = text
    .normalize('NFC')
    .split(/\r\n|[\n\r\f\u2028\u2029]/)
    .map((line) => line.trim());
  const width = wrapWidth(lines, language);
  const wraps = isWrapped(lines, language);
  let heading: string | null = null;
  let section = 0;
  let paragraph: string[] = [];
  const flush = () => {
    const found = split(paragraph.join(language === 'ja' ? '' : ' '), language);
    const runIn = runInHeading(found, language);
    const under = [heading, runIn?.heading].filter((one) => typeof one === 'string').join('\n');
    for (const one of found.slice(runIn?.ownSentences ?? 0))
      sentences.push({ text: one, heading: under === '' ? null : under, section });
    paragraph = [];
  };
  const signature = signatureStart(lines);
  for (const [position, line] of lines.entries()) {
    if (line === '') {
      flush();
      continue;
    }
    if (isContents(line)) continue;
    const last = paragraph.at(-1);
    const isContinued = wraps && !endsParagraph(last, width) && goesOn(last, language);
    const next = lines.slice(position + 1).find((one) => one !== '') ?? '';
    const around = { width, isContinued, next: lines[position + 1] ?? '' };
    const isFirst = sentences.length === 0 && paragraph.length === 0 && heading === null;
    if (isExtractMark(line)) {
      flush();
      sentences.push({ text: line, heading, section });
      continue;
    }
    if (
      (isFirst && isTitle(line)) ||
      isQuestion(line, next) ||
      (!isName(position, signature, line) && isHeading(line, language, around))
    ) {
      flush();
      heading = line;
      section += 1;
      continue;
    }
    const isRow = line.includes('\t');
    if (isRow || startsAnew(line) || !isContinued) flush();
    paragraph.push(withoutBullet(line));
    if (isRow) flush();
  }
  flush();
  return sentences;
}

/** So many lines at most stand under a text: date, body, company, title, name. */
const LONGEST_SIGNATURE = 8;

/** The place of the first line of the signature under the text; Infinity without one. */
function signatureStart(lines: readonly string[]): number {
  const written = [...lines.entries()].filter(([, line]) => line !== '').slice(-LONGEST_SIGNATURE);
  return written.find(([, line]) => isSignature(line))?.[0] ?? Number.POSITIVE_INFINITY;
}

/** A name on a line of its own under a text looks like a heading, and would part the title from the date. */
function isName(position: number, signature: number, line: string): boolean {
  return position > signature && line.length <= 40 && !startsAnew(line);
}

/** Each line is a sentence and stands alone, as labelled sets have them. */
export function readLines(text: string): readonly DraftSentence[] {
  return text
    .replace(/(?:\r\n|\n|\r)$/, '')
    .split(/\r\n|\n|\r/)
    .map((line, section) => ({ text: line.trim(), heading: null, section }));
}

export function languageOf(text: string): Language {
  const japanese = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0;
  const latin = text.match(/[a-z]/giu)?.length ?? 0;
  // A Japanese text names ILO, OECD and companies in Latin letters.
  return japanese * 3 > latin ? 'ja' : 'en';
}

/** A line that leaves so much of the width empty is the last of its paragraph. */
const SHORT_LINE = 0.6;

function endsParagraph(line: string | undefined, width: number): boolean {
  return line !== undefined && width !== Number.POSITIVE_INFINITY && line.length < width * SHORT_LINE;
}

/** A wrapped line goes on in the next one; one that ends its sentence, and a signature, do not. */
function goesOn(line: string | undefined, language: Language): boolean {
  if (line === undefined || isSignature(line)) return false;
  return language === 'ja' ? !/[。!?！？:：]$/u.test(line) : !/[.!?:;]$/.test(line);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** After which no sentence ends. */
const abbreviation = /\b(?:Ltd|Inc|Co|Corp|No|Art|Mr|Ms|Mrs|Dr|e\.g|i\.e|etc|vs|Pt|Sec|[A-Z])\.\s*$/i;

/** No sentence is longer; the time of a search grows with a sentence's length more than in proportion. */
const LONGEST_SENTENCE = 1000;

function split(paragraph: string, language: Language): readonly string[] {
  const found = language === 'ja' ? splitJapanese(paragraph) : splitEnglish(paragraph);
  return found
    .flatMap((one) => (one.length <= LONGEST_SENTENCE ? [one] : (one.match(/[\s\S]{1,1000}/gu) ?? [])))
    .map((one) => one.trim())
    .filter((one) => /\p{L}|\d{2}/u.test(one));
}

function splitEnglish(paragraph: string): readonly string[] {
  const found: string[] = [];
  // The segmenter's time grows with the square of what it is given at once.
  for (const some of paragraph.match(/[\s\S]{1,2000}(?<=[.!?])\s|[\s\S]{1,2000}/gu) ?? [])
    for (const { segment } of segmenter.segment(some)) {
      const before = found.at(-1);
      if (before !== undefined && abbreviation.test(before.slice(-20))) found[found.length - 1] = before + segment;
      else found.push(segment);
    }
  return found;
}

/** Closing brackets after the end belong to the sentence; 「…。」と goes on. */
function splitJapanese(paragraph: string): readonly string[] {
  const found: string[] = [];
  for (const piece of paragraph.match(/[^。!?！？]+[。!?！？」』)）]*/gu) ?? []) {
    const before = found.at(-1);
    if (before?.endsWith('」') === true && /^(?:など|等)?(?:と|旨)/u.test(piece))
      found[found.length - 1] = before + piece;
    else found.push(piece);
  }
  return found;
}
