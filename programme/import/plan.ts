/** A part of an import, worked out against the database before anything is written. */
import type { Language, Transaction } from '../../prisma/client.js';
import type { Bilingual } from '../messages/bilingual.js';
import { type Change, inBothLanguages } from './findings.js';
import type { ImportTexts } from './texts-ja.js';

export interface Plan {
  readonly changes: readonly Change[];
  /** Writes exactly what `changes` says, in statements that do not grow in number with the roster. */
  readonly apply: (transaction: Transaction) => Promise<void>;
}

/** Text as it is, or in the words of each language. */
export type Said = string | ((texts: ImportTexts, language: Language) => string);

export interface FieldChange {
  readonly field: keyof ImportTexts['fields'];
  /** Null: too long to be shown; only that it changed is said. */
  readonly values: { readonly before: Said; readonly after: Said } | null;
}

/** The fields of which the values differ; dates and lists have to be put into words before. */
export function changedField(field: FieldChange['field'], before: Said, after: Said): FieldChange[] {
  return isSame(before, after) ? [] : [{ field, values: { before, after } }];
}

/** 開始: 2024-11-07 15:30 → 2024-11-08 15:30、会場定員: 20 → 24 */
export function describeFields(fields: readonly FieldChange[], ...more: readonly Said[]): Bilingual {
  return inBothLanguages((texts, language) => {
    const parts = fields.map(({ field, values }) => {
      if (values === null) return texts.changes.replaced(texts.fields[field]);
      const shown = (said: Said) => inWords(said, texts, language) || texts.nothing;
      return texts.changes.changed(texts.fields[field], shown(values.before), shown(values.after));
    });
    return [...parts, ...more.map((said) => inWords(said, texts, language))].join(texts.changes.separator);
  });
}

export function inWords(said: Said, texts: ImportTexts, language: Language): string {
  return typeof said === 'string' ? said : said(texts, language);
}

function isSame(before: Said, after: Said): boolean {
  const [one, other] = [
    inBothLanguages((texts, language) => inWords(before, texts, language)),
    inBothLanguages((texts, language) => inWords(after, texts, language)),
  ];
  return one.ja === other.ja && one.en === other.en;
}

/** PostgreSQL takes 65,535 parameters per statement; this leaves room for the widest table. */
const ROWS_PER_STATEMENT = 2_000;

export function inChunks<Item>(items: readonly Item[]): Item[][] {
  const chunks: Item[][] = [];
  for (let start = 0; start < items.length; start += ROWS_PER_STATEMENT) {
    chunks.push(items.slice(start, start + ROWS_PER_STATEMENT));
  }
  return chunks;
}
