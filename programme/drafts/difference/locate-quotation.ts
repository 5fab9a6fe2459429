/** Finds the clauses in which a quoted text stands, also where it is quoted with other spaces, marks or a word left out. */
import type { DocumentText } from '../../../documents/document-text.js';
import { clausesOf, type DraftClause } from './clauses.js';
import { comparable, pairsOf, share } from './comparable.js';

export interface QuotedPlace {
  /** In their order; a quotation may go over several. */
  readonly clauses: readonly [DraftClause, ...DraftClause[]];
  /** False: the words stand nowhere as quoted, and this is the clause that is most like them. */
  readonly isExact: boolean;
}

/** Where the quotation first stands in the text; null where nothing is like it. */
export function locateQuotation(text: DocumentText, quotation: string): QuotedPlace | null {
  return locateAmong(clausesOf(text), quotation);
}

/** No longer quotation is compared with what is only like it. */
const LONGEST_QUOTATION = 2_000;

/** A shorter one would be like anything. */
const SHORTEST_LIKE = 8;

/** So much of the quotation has to stand in the clause. */
const LEAST_SHARE = 0.6;

/** Later clauses than so many characters down are not compared with it. */
const MOST_CHARACTERS = 500_000;

/** The same among clauses that are known. */
export function locateAmong(clauses: readonly DraftClause[], quotation: string): QuotedPlace | null {
  const sought = quotable(quotation);
  if (sought === '') return null;
  for (const words of wordsOf(clauses)) {
    const found = standing(words, sought);
    const [first, ...more] = found.flatMap((at) => clauses[at] ?? []);
    if (first !== undefined) return { clauses: [first, ...more], isExact: true };
  }
  return nearest(clauses, sought.slice(0, LONGEST_QUOTATION));
}

/** Many comments are looked up in the same version. */
const known = new WeakMap<readonly DraftClause[], readonly QuotableWords[]>();

/** The text of all clauses as one, with the place at which each begins. */
interface QuotableWords {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Without numbers, as a program hands over what was marked, and with them, as people copy it. */
function wordsOf(clauses: readonly DraftClause[]): readonly QuotableWords[] {
  const before = known.get(clauses);
  if (before !== undefined) return before;
  const words = [
    joined(clauses, ({ text }) => text),
    joined(clauses, ({ label, lead, text }) => `${label ?? ''}${lead}${text}`),
  ];
  known.set(clauses, words);
  return words;
}

function joined(clauses: readonly DraftClause[], textOf: (clause: DraftClause) => string): QuotableWords {
  const parts: string[] = [];
  const starts: number[] = [];
  let length = 0;
  for (const clause of clauses) {
    const part = quotable(textOf(clause));
    starts.push(length);
    parts.push(part);
    length += part.length;
  }
  return { text: parts.join(''), starts };
}

/** Quotation marks and spaces are lost or added where people quote. */
function quotable(text: string): string {
  return comparable(text).replaceAll(/[\s"'「」『』«»]/gu, '');
}

/** Positions of the clauses over which it goes. */
function standing({ text, starts }: QuotableWords, sought: string): readonly number[] {
  const from = text.indexOf(sought);
  if (from === -1) return [];
  const to = from + sought.length;
  return [...starts.keys()].filter((at) => {
    const [start = 0, end = text.length] = starts.slice(at, at + 2);
    return start < to && end > from && end > start;
  });
}

function nearest(clauses: readonly DraftClause[], sought: string): QuotedPlace | null {
  if (sought.length < SHORTEST_LIKE) return null;
  const own = pairsOf(sought);
  let best: DraftClause | null = null;
  let most = 0;
  let characters = 0;
  for (const clause of clauses) {
    if (characters > MOST_CHARACTERS) break;
    characters += clause.text.length;
    const belongs = share(own, pairsOf(quotable(clause.text)));
    if (belongs > most) [best, most] = [clause, belongs];
  }
  return best === null || most < LEAST_SHARE ? null : { clauses: [best], isExact: false };
}
