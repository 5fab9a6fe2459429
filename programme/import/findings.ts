/** What an import has to say: faults that stop it and changes that it makes, each in both languages. */
import type { Language } from '../../prisma/client.js';
import type { Bilingual } from '../messages/bilingual.js';
import { canonicalText } from '../messages/canonical.js';
import { importing as en } from './texts-en.js';
import { type ImportTexts, importing as ja } from './texts-ja.js';

const byLanguage: Readonly<Record<Language, ImportTexts>> = { ja, en };

/** A file as it was handed over; `name` is only repeated in faults, never trusted. */
export interface InputFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Something in a file that has to be put right before anything is imported, or that somebody should look at. */
export interface Fault {
  readonly file: string;
  /** As Excel or an editor numbers it; null where it is about the whole file. */
  readonly line: number | null;
  /** In JSON: `sessions[2].startsAt`. */
  readonly path: string | null;
  readonly reason: Bilingual;
}

/** What is found while a file is read; each part of the reading adds to it. */
export interface Findings {
  readonly faults: Fault[];
  readonly warnings: Fault[];
}

export type ChangeKind = keyof ImportTexts['changes']['kind'];

/** One thing that an import does, or (`remark`) deliberately leaves alone. */
export interface Change {
  readonly what: keyof ImportTexts['changes']['what'];
  readonly kind: ChangeKind;
  /** The Japanese name with the code or e-mail that identifies it. */
  readonly name: string;
  readonly details: Bilingual;
}

export function inBothLanguages(say: (texts: ImportTexts, language: Language) => string): Bilingual {
  return { ja: say(ja, 'ja'), en: say(en, 'en') };
}

/** @param place a line, or a path in JSON, of which `withLines` adds the line */
export function fault(
  file: string,
  place: number | string | null,
  say: (faults: ImportTexts['faults'], texts: ImportTexts) => string,
): Fault {
  const reason = inBothLanguages((texts) => say(texts.faults, texts));
  return typeof place === 'number'
    ? { file, line: place, path: null, reason }
    : { file, line: null, path: place === '' ? null : place, reason };
}

/** Faults of a JSON file with the line of each path. */
export function withLines(faults: readonly Fault[], file: string, lineOf: (path: string) => number): readonly Fault[] {
  return faults.map((one) =>
    one.file === file && one.path !== null && one.line === null ? { ...one, line: lineOf(one.path) } : one,
  );
}

/** One sentence for the person who imports: file, place and reason. */
export function wordFault({ file, line, path, reason }: Fault, language: Language): string {
  return byLanguage[language].wordFault(file, line, path, reason[language]);
}

/** The same for what stops nothing. */
export function wordWarning(warning: Fault, language: Language): string {
  return byLanguage[language].warning(wordFault(warning, language));
}

/** Which sheet of a workbook was read. */
export function wordSheet(
  { file, name }: { readonly file: string; readonly name: string },
  language: Language,
): string {
  return byLanguage[language].sheetRead(file, name);
}

/** One line for the person who imports. */
export function wordChange(change: Change, language: Language): string {
  const texts = byLanguage[language];
  return texts.wordChange(
    texts.changes.what[change.what],
    texts.changes.kind[change.kind],
    change.name,
    change.details[language],
  );
}

/** Every word of both languages that stands for something, by its canonical form. */
export function vocabulary<Meaning extends string>(
  choose: (texts: ImportTexts) => Readonly<Record<Meaning, readonly string[]>>,
  meanings: readonly Meaning[],
): ReadonlyMap<string, Meaning> {
  const words = new Map<string, Meaning>();
  for (const meaning of meanings) {
    words.set(canonicalText(meaning), meaning);
    for (const word of [...choose(ja)[meaning], ...choose(en)[meaning]]) words.set(canonicalText(word), meaning);
  }
  return words;
}

/** The words of both languages, Japanese first. */
export function wordsOf(choose: (texts: ImportTexts) => readonly string[]): readonly string[] {
  return [...choose(ja), ...choose(en)];
}

/** In the order in which each key first comes. */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
