/** Reads a document as clauses: numbered or not, each with what it is called and the title that it stands under. */
import type { DocumentParagraph, DocumentText } from '../../../documents/document-text.js';
import { ClausePlace } from './clause-place.js';
import { isJapanese } from './comparable.js';
import { type ClauseNumber, readLabel, readLead } from './numbering.js';

export interface DraftClause {
  /** Among the clauses of its version, from 0. */
  readonly position: number;
  /** As people name it (第3条, (2)), null where it has none. */
  readonly number: string | null;
  /** What is typed before the text: its number, a bullet, spaces. */
  readonly lead: string;
  readonly text: string;
  /** It names what follows. */
  readonly isTitle: boolean;
  /** The numbers under which it is found, its own last. */
  readonly path: readonly string[];
  /** The nearest title above it, null where the path says that already. */
  readonly under: string | null;
  /** Which of several clauses without a number at this place, from 1; null where it is the only one. */
  readonly ordinal: number | null;
  /** What its paragraph has; `continues`: it is a further line of the paragraph in which the clause before it stands. */
  readonly heading: number | null;
  readonly label: string | null;
  readonly page: number | null;
  readonly continues: boolean;
}

interface ClauseLine {
  readonly number: ClauseNumber | null;
  readonly bullet: string | null;
  readonly piece: string;
  /** Characters before the text, and before it where the number turns out to be none. */
  readonly lead: number;
  readonly marks: number;
  readonly paragraph: DocumentParagraph;
  readonly continues: boolean;
}

/** Some 500 pages. What follows is one clause, so that no file of a million lines holds up the process. */
export const MOST_PARAGRAPHS = 20_000;

/** A paragraph of more lines is no list. */
const MOST_LINES = 1_000;

/** The clauses in their order. Paragraphs of nothing but spaces are none. */
export function clausesOf({ paragraphs }: DocumentText): readonly DraftClause[] {
  const lines = withinLimit(paragraphs).flatMap(linesOf);
  const place = new ClausePlace();
  const groups: number[] = [];
  const sizes: number[] = [];
  const clauses = lines.map((line, position): DraftClause => {
    const number = line.number !== null && place.accepts(line.number) ? line.number : null;
    const lead = line.piece.slice(0, number === null ? line.marks : line.lead);
    const text = line.piece.slice(lead.length);
    const isTitle = looksLikeTitle(line, number, text, lines[position + 1]);
    const { heading, label, page } = line.paragraph;
    const { path, under, group, ordinal } = place.put({ number, text, isTitle, heading });
    groups.push(group);
    sizes[group] = ordinal;
    return {
      position,
      number: number?.written ?? null,
      lead,
      text,
      isTitle,
      path,
      under,
      ordinal: ordinal === 0 ? null : ordinal,
      heading,
      label,
      page,
      continues: line.continues,
    };
  });
  const isAlone = (at: number) => (sizes[groups[at] ?? 0] ?? 0) < 2;
  return clauses.map((clause, at) => (clause.ordinal !== null && isAlone(at) ? { ...clause, ordinal: null } : clause));
}

function withinLimit(paragraphs: readonly DocumentParagraph[]): readonly DocumentParagraph[] {
  if (paragraphs.length <= MOST_PARAGRAPHS) return paragraphs;
  const rest = paragraphs.slice(MOST_PARAGRAPHS).map(({ label, text }) => `${label ?? ''}${text}`);
  const page = paragraphs[MOST_PARAGRAPHS]?.page ?? null;
  return [...paragraphs.slice(0, MOST_PARAGRAPHS), { text: rest.join('\n'), heading: null, label: null, page }];
}

/** A paragraph's lines each begin a clause where they begin with a number or a bullet, as pasted lists do. */
function linesOf(paragraph: DocumentParagraph): readonly ClauseLine[] {
  if (paragraph.text.trim() === '' && (paragraph.label ?? '').trim() === '') return [];
  const lines = paragraph.text.split('\n', MOST_LINES + 1);
  if (lines.length === 1 || lines.length > MOST_LINES) return [lineOf(paragraph.text, paragraph, 0)];
  const pieces: string[] = [];
  let piece: string | null = null;
  for (const line of lines) {
    const { number, bullet } = readLead(line);
    if (piece === null) piece = line;
    else if (number === null && bullet === null) piece += `\n${line}`;
    else {
      pieces.push(piece);
      piece = line;
    }
  }
  return [...pieces, piece ?? ''].map((one, at) => lineOf(one, paragraph, at));
}

function lineOf(piece: string, paragraph: DocumentParagraph, at: number): ClauseLine {
  const label = at === 0 && paragraph.label !== null ? readLabel(paragraph.label) : null;
  // What follows the document's own number is text, also where it looks like one more number.
  if (label !== null) return { number: label, bullet: null, piece, lead: 0, marks: 0, paragraph, continues: false };
  const { number, bullet, lead, marks } = readLead(piece);
  return { number, bullet, piece, lead: lead.length, marks: marks.length, paragraph, continues: at > 0 };
}

/** Longer lines are no titles. */
const LONGEST_TITLE = { ja: 40, en: 80 } as const;

const sentenceEnd = /[。．.!?！？;；:：、,」]$|(?:ます|ません|です|である|とする|する|した)$/u;
const wholeInBrackets = /^[【《〈[［].{1,60}[】》〉\]］]$/u;
const headingNumber = /^(?:第.+[編部章節款条]|article|section|chapter|part|clause|annex|appendix|§)/iu;
const headingBullet = /^[■□◆◇●◎▼▶]$/u;
const outline = /^[0-9０-９]{1,2}(?:[.．-][0-9０-９]{1,2})*$/u;

/** Where a document knows no headings: 第3条(目的), 【方針】, ■ 適用範囲, and 2. 適用範囲 unless 3. follows at once, as in a list. */
function looksLikeTitle(
  line: ClauseLine,
  numbered: ClauseNumber | null,
  typed: string,
  next: ClauseLine | undefined,
): boolean {
  if (line.paragraph.heading !== null && !line.continues) return true;
  const text = typed.trim();
  if (text.length > LONGEST_TITLE.en || (text.length > LONGEST_TITLE.ja && isJapanese(text))) return false;
  const number = numbered?.written ?? null;
  if (text === '') return number !== null && headingNumber.test(number);
  if (wholeInBrackets.test(text)) return true;
  if (text.includes('\n') || sentenceEnd.test(text) || /^[a-z]/.test(text)) return false;
  if (number !== null && headingNumber.test(number)) return true;
  if (line.bullet !== null && headingBullet.test(line.bullet)) return number !== null || line.bullet !== '●';
  if (number === null || !outline.test(number) || next === undefined) return false;
  const own = numbered?.readings[0];
  const follows = next.number?.readings.some(({ style, value }) => style === own?.style && value === own.value + 1);
  return follows !== true;
}
