/** A comparison of two versions as a document: data for the writers, with all its words. */
import type { MarkedRun } from './marked-lines.js';

export interface DifferenceDocument {
  readonly language: 'ja' | 'en';
  readonly title: string;
  /** The two versions with their dates, who made them, how much changed. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What the marks mean, written with the marks. */
  readonly legend: readonly MarkedRun[];
  /** What became of the clauses that were commented on, and what the reader must know. */
  readonly notes: readonly string[];
  readonly sections: readonly DifferenceSection[];
  readonly closing: string | null;
  /** For those who hear the text, around what is struck through or underlined. */
  readonly spoken: { readonly removed: SpokenMarks; readonly added: SpokenMarks };
}

/** One clause. */
export interface DifferenceSection {
  readonly heading: string;
  /** "Comment 3 → clause 7: changed". */
  readonly notes: readonly string[];
  readonly runs: readonly MarkedRun[];
}

interface SpokenMarks {
  readonly begins: string;
  readonly ends: string;
}

/** Characters that no XML document may hold, and those that turn the reading direction and so can disguise a text. */
const unprintable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose.
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/g;

/** The text as every reader of documents takes it, whoever wrote it. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unprintable, '');
}
