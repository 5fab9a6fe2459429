/** Brings text to the one form in which it is compared, however it was typed; what is shown stays as it was written. */
import { toRomaji } from 'wanakana';
import { usualIdeographs } from './variant-ideographs.js';

/** Signs that nobody sees, variation selectors apart: these choose the form of the letter before them. */
const invisible = /(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}])\p{Default_Ignorable_Code_Point}/gu;

/** Zero-width signs, marks of the writing direction, soft hyphens and the like, which no font draws, are taken out. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/**
 * Letters that came apart are put together again, as files from a Mac hold them (ガ in two characters). NFC itself would
 * replace compatibility ideographs, which people write on purpose.
 */
export function composed(text: string): string {
  return text.replace(/[^\p{M}][\u0300-\u036F\u3099\u309A]+/gu, (letter) => letter.normalize('NFC'));
}

/** Codes and addresses as keyboards in Japan produce them: full-width letters and any dash mean the ordinary ones. */
export function identifierText(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2043\u2212]|(?<=[A-Za-z0-9])\u30FC(?=[A-Za-z0-9])/g, '-')
    .trim();
}

/** Full-width katakana, whatever kana it was typed in; the marks that repeat a letter (みすゞ) stay marks. */
export function katakana(text: string): string {
  return text
    .replace(/\u309B/g, '\u3099')
    .replace(/\u309C/g, '\u309A')
    .normalize('NFKC')
    .replace(/[\u3041-\u3096\u309D\u309E]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60));
}

/**
 * The form by which two texts are held to be one: regardless of width, kana, case, accents, spaces, punctuation, dashes,
 * invisible signs, variants of ideographs and the signs of a company's legal form (㈱, (株), 株式会社).
 */
export function canonicalText(text: string): string {
  const plain = withoutAccents(katakana(withoutInvisible(text)).toLowerCase());
  const spelled = usualIdeographs(repeatsSpelled(plain.replace(/\p{Variation_Selector}/gu, ''))).replace(
    legalSign,
    (sign) => legalForms.get(sign) ?? sign,
  );
  const letters = spelled.replace(/[^\p{L}\p{N}\u30FC\u3099\u309A]/gu, '');
  // Of a text of nothing but signs, the signs are all there is to compare.
  return letters === '' ? spelled.trim() : letters;
}

export function sameText(one: string, other: string): boolean {
  return one === other || canonicalText(one) === canonicalText(other);
}

const legalForms = new Map([
  ['(株)', '株式会社'],
  ['(有)', '有限会社'],
  ['(同)', '合同会社'],
  ['(資)', '合資会社'],
  ['(名)', '合名会社'],
]);
const legalSign = /\([株有同資名]\)/g;
const legalForm = new RegExp([...legalForms.values()].join('|'), 'g');

/** Letters that have no accent to take off, but are typed without one. */
const plainLetters = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['đ', 'd'],
]);

function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .replace(/[øłßæœđ]/g, (letter) => plainLetters.get(letter) ?? letter);
}

/** ミスヾ → ミスズ, 佐々木 → 佐佐木 */
function repeatsSpelled(text: string): string {
  return text.replace(/(.)([ヽヾ々])/gu, (_both, letter: string, mark: string) => {
    const unvoiced = letter.normalize('NFD').replace('\u3099', '');
    if (mark === '々') return letter + letter;
    return letter + (mark === 'ヾ' ? `${unvoiced}\u3099`.normalize('NFC') : unvoiced);
  });
}

/** Changed with the rules below, so that what older rules stored is made anew. */
const SEARCH_RULES = '1';

/** What every up-to-date search form begins with. */
export const searchFormStart = `${SEARCH_RULES}\n`;

/**
 * What is searched of a person or company: each of its texts in its canonical form and, for readings typed in another way,
 * in loose Latin letters, one per line. Null and empty texts are left out.
 */
export function searchForm(texts: readonly (string | null)[]): string {
  const exact = texts.map((text) => words(text ?? '').join('')).filter((text) => text !== '');
  return searchFormStart + [...new Set([...exact, ...exact.map(looseReading)])].join('\n');
}

/** Each group has to be found: one of its words has to stand in a search form. */
export type Sought = readonly (readonly string[])[];

/** As many words as anybody types; more would only make the search slow. */
const MOST_WORDS = 8;

/**
 * What was typed, as it is looked for in search forms: `exact` first, and where that leaves room `loose`, which also takes
 * another way of writing the reading (long vowels, systems of romaji). Both are empty where nothing was typed.
 */
export function soughtIn(typed: string): { readonly exact: Sought; readonly loose: Sought } {
  const exact = words(typed.slice(0, 200)).slice(0, MOST_WORDS);
  return {
    exact: exact.map((word) => [word, ...withoutTitle(word)]),
    loose: exact.map((word) => [looseReading(word)]),
  };
}

/** The words of a text without the legal form, which is part of the name in one document and not in another. */
function words(text: string): readonly string[] {
  return katakana(withoutInvisible(text))
    .replace(legalSign, ' ')
    .split(/[\s()「」『』<>,、]+/)
    .map((word) => canonicalText(word).replace(legalForm, ''))
    .filter((word) => word !== '');
}

/** 佐藤さん is looked for as 佐藤, too. */
function withoutTitle(word: string): readonly string[] {
  const name = word.replace(/(?:サン|サマ|様)$/, '');
  return name === '' || name === word ? [] : [name];
}

/** A word in its canonical form, as it sounds: サトウ, サトー, satoh and satō → sato; shimbashi and ｼﾝﾊﾞｼ → shinbashi. */
export function looseReading(word: string): string {
  const kana = word
    .replace(/[斎]/g, '斉')
    .replace(/ヴ([ァィェォ])/g, (_both, vowel: string) => voiced.get(vowel) ?? '')
    .replaceAll('ヴ', 'ブ')
    .replaceAll('ティ', 'チ')
    .replaceAll('ディ', 'ジ')
    .replace(/[ヶヵ]/g, (letter) => (letter === 'ヶ' ? 'ケ' : 'カ'));
  return latin(toRomaji(kana).toLowerCase().replace(/[-']/g, ''));
}

const voiced = new Map([
  ['ァ', 'バ'],
  ['ィ', 'ビ'],
  ['ェ', 'ベ'],
  ['ォ', 'ボ'],
]);

/** One of the spellings that Hepburn, Kunrei and passports give to one sound. */
function latin(romaji: string): string {
  return romaji
    .replace(/tch/g, 'cch')
    .replace(/m(?=[bmp])/g, 'n')
    .replace(/[st]y(?=[auo])/g, (letters) => (letters === 'sy' ? 'sh' : 'ch'))
    .replace(/[zj]y(?=[auo])/g, 'j')
    .replace(/s(?=i)/g, 'sh')
    .replace(/t(?=i)/g, 'ch')
    .replace(/t(?=u)/g, 'ts')
    .replace(/[zd](?=i)/g, 'j')
    .replace(/d(?=u)/g, 'z')
    .replace(/(?<![cs])h(?=u)/g, 'f')
    .replace(/o(?:u|h(?![aiueo]))/g, 'o')
    .replace(/([aiueo])\1+/g, '$1');
}
