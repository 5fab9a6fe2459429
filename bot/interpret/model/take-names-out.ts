/** Takes the names of people and companies out of a sentence before it leaves, and puts them back into what comes back. */
import type { Value, Values } from '../../../programme/messages/message.js';
import { usualIdeographs } from '../../../programme/messages/variant-ideographs.js';
import type { PerhapsNamed } from '../../../programme/model-use/names.sql.js';

/** The form in which names are compared: half width, 高橋 for 髙橋. */
export function comparedForm(text: string): string {
  return usualIdeographs(text.normalize('NFKC'));
}

export interface NamesOut {
  /** In the form in which names are compared. */
  readonly takeOut: (text: string) => string;
  /** An input with the names that stand-ins in it mean. */
  readonly putBack: (input: Values) => Values;
}

const legalForms = /株式会社|有限会社|合同会社|合資会社|合名会社|[(（][株有同][)）]|㈱|㈲/gu;
const latinForms = /[,.]|\b(?:co|ltd|inc|corp|corporation|company|limited|k\.?k|llc|gmbh|plc)\b/giu;

/** What tells that a family name of one letter is one, and not a word: 森さん, 原部長. */
const titles = '(?:さん|さま|様|先生|氏|くん|君|ちゃん|部長|課長|係長|社長|主任|専務|常務|取締役|サン)';

const email = /[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi;
const phone = /(?<!\d)(?:\+\d{1,3}[ -]?)?0?\d{1,4}[ -]\d{2,4}[ -]\d{3,4}(?!\d)/g;

/** A letter of the private area stands for each stand-in until all names are out, so that no name is found within another's. */
const FIRST_MARK = 0xe100;
const marks = /[\ue100-\uefff]/g;

/** Addresses and telephone numbers first, then names; the same stand-in for the same name in all texts. */
export function namesOut(named: readonly PerhapsNamed[]): NamesOut {
  const patterns = [{ kind: 'EMAIL', pattern: email }, { kind: 'PHONE', pattern: phone }, ...patternsOf(named)];
  const standIns = new Map<string, string>();
  const takeOut = (typed: string) => {
    const held: string[] = [];
    const marked = patterns.reduce(
      (text, { kind, pattern }) =>
        text.replace(pattern, (found) => {
          const standIn = standIns.get(found) ?? `${kind}_${standIns.size + 1}`;
          standIns.set(found, standIn);
          return String.fromCharCode(FIRST_MARK + held.push(standIn) - 1);
        }),
      comparedForm(typed).replace(marks, ''),
    );
    return marked.replace(marks, (mark) => held[mark.charCodeAt(0) - FIRST_MARK] ?? '');
  };
  const back = (value: Value): Value => {
    const meant = new Map([...standIns].map(([name, standIn]) => [standIn, name]));
    const named = (text: string) =>
      text.replace(/\b(?:EMAIL|PHONE|PERSON|COMPANY)_\d+/g, (one) => meant.get(one) ?? one);
    if (typeof value === 'string') return named(value);
    return typeof value === 'object' && value !== null ? value.map(named) : value;
  };
  return {
    takeOut,
    putBack: (input) => Object.fromEntries(Object.entries(input).map(([field, value]) => [field, back(value)])),
  };
}

/** Where nothing is to be taken out. */
export const withNames: NamesOut = { takeOut: (text) => text, putBack: (input) => input };

interface NamePattern {
  readonly kind: 'PERSON' | 'COMPANY';
  readonly pattern: RegExp;
}

/** The longest first, so that a family name does not take part of a whole one. */
function patternsOf(named: readonly PerhapsNamed[]): readonly NamePattern[] {
  const written = named.flatMap((one): (WrittenName & Pick<NamePattern, 'kind'>)[] =>
    one.kind === 'company'
      ? companyNames(one).map((name) => ({ kind: 'COMPANY', ...name }))
      : personNames(one).map((name) => ({ kind: 'PERSON', ...name })),
  );
  return written
    .toSorted((a, b) => b.name.length - a.name.length)
    .map(({ kind, name, after = '' }) => ({ kind, pattern: patternOf(name, after) }));
}

interface WrittenName {
  readonly name: string;
  /** A pattern that must follow. */
  readonly after?: string;
}

const isLatin = (name: string) => /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(name);

function patternOf(name: string, after: string): RegExp {
  const spaced = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  if (!isLatin(name)) return new RegExp(`${spaced}${after}`, 'gu');
  return new RegExp(`(?<![\\p{L}\\p{N}])${spaced.replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])${after}`, 'giu');
}

function companyNames({ nameJa, nameEn, reading }: PerhapsNamed): readonly WrittenName[] {
  const japanese = comparedForm(nameJa).trim();
  const bare = japanese.replace(legalForms, '').trim();
  const english = comparedForm(nameEn).trim();
  const bareEnglish = english.replace(latinForms, ' ').replace(/\s+/gu, ' ').trim();
  return [japanese, bare, english, bareEnglish, ...kanaOf(reading)]
    .filter((name) => [...name].length >= 2)
    .map((name) => ({ name }));
}

/** Whole names in either order; family and given names of two letters and more alone, of one letter only with a title. */
function personNames({ nameJa, nameEn, reading }: PerhapsNamed): readonly WrittenName[] {
  const latin = comparedForm(nameEn).trim().split(/\s+/u);
  const english = latin.length < 2 ? latin : [latin.join(' '), latin.toReversed().join(' '), ...latin];
  const names = [nameJa, ...kanaOf(reading)].flatMap((written) => {
    const parts = comparedForm(written).trim().split(/\s+/u);
    return [parts.join(''), parts.join(' '), ...parts];
  });
  return [
    ...[...names, ...english].filter((name) => [...name].length >= 2).map((name) => ({ name })),
    ...names.filter((name) => [...name].length === 1).map((name) => ({ name, after: `(?=${titles})` })),
  ];
}

/** A reading in hiragana and katakana; one of less than three letters is part of too many words. */
function kanaOf(reading: string): readonly string[] {
  const plain = reading.normalize('NFKC').trim();
  const shift = (text: string, range: RegExp, by: number) =>
    text.replace(range, (letter) => String.fromCharCode(letter.charCodeAt(0) + by));
  return [shift(plain, /[\u30a1-\u30f6]/g, -0x60), shift(plain, /[\u3041-\u3096]/g, 0x60)].flatMap((kana) => {
    const parts = kana.split(/\s+/u).filter((part) => part.length >= 3);
    return parts.length === 0 ? [] : [kana.replace(/\s+/gu, ' '), kana.replace(/\s+/gu, ''), ...parts];
  });
}
