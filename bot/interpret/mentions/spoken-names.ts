/** Finds the companies and people that a sentence names: whole or short, in either script, by their readings, with a form of address or without. */
import { LRUCache } from 'lru-cache';
import { katakana } from '../../../programme/messages/canonical.js';
import type { KnownName } from './known-names.js';

/** One name in a text, at its place in NFKC, and what it may be the name of: several where it is not clear. */
export interface SpokenName {
  readonly from: number;
  readonly to: number;
  readonly ids: ReadonlySet<string>;
}

const address = 'さん|さま|様|殿|氏|くん|君|ちゃん|先生|社長|会長|専務|常務|部長|課長|係長|主任';
/** After a company's short name. */
const companyAddress = 'さん|さま|様|殿|御中|社';
const han = String.raw`\p{Script=Han}々ヶ`;
const kata = String.raw`\p{Script=Katakana}ー`;
const hira = String.raw`\p{Script=Hiragana}`;
/** What follows a short name that stands by itself. */
const particle = `(?=[はがをもにへとのでや、。,.:： 　!?！？]|から|まで|$)`;

const legalForm =
  /株式会社|有限会社|合同会社|一般社団法人|[(（][株有同][)）]|㈱|㈲|,? ?\b(?:co\.?,? ?ltd\.?|inc\.?|corporation|corp\.?|k\.?k\.?|ltd\.?|llc)(?![a-z])\.?/gi;

/** Words that begin the names of many: by themselves they name none. */
const manyBegin =
  /^(?:日本|東京|大阪|名古屋|京都|横浜|関東|関西|中部|九州|北海道|東北|新日本|第一|株式|japan|nippon|nihon|tokyo|osaka|first|new|general|united|national|international|the|east|west|north|south)$/i;

interface Form {
  readonly pattern: RegExp;
  readonly id: string;
  /** Looked for where all kana are katakana. */
  readonly inKatakana: boolean;
}

/** By each name as it is known: to make its patterns anew takes longer than to look for them. */
const known = new LRUCache<string, readonly Form[]>({ max: 5_000 });

/** Every name, the longest first, none within another, in the order of the text. */
export function companiesIn(text: string, companies: readonly KnownName[]): readonly SpokenName[] {
  return spokenIn(text, companies, companyForms);
}

export function peopleIn(text: string, people: readonly KnownName[]): readonly SpokenName[] {
  return spokenIn(text, people, personForms);
}

function spokenIn(
  text: string,
  names: readonly KnownName[],
  formsOf: (name: KnownName) => readonly Form[],
): readonly SpokenName[] {
  const typed = text.normalize('NFKC');
  const kana = katakana(typed);
  const found = names.flatMap((name) =>
    formsKept(name, formsOf).flatMap(({ pattern, id, inKatakana }) =>
      [...(inKatakana ? kana : typed).matchAll(pattern)].map(({ index, 0: words }) => ({
        ...{ from: index, to: index + words.length, id },
      })),
    ),
  );
  const spoken: { from: number; to: number; ids: Set<string> }[] = [];
  for (const { from, to, id } of found.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    const same = spoken.find((one) => one.from === from && one.to === to);
    if (same !== undefined) same.ids.add(id);
    else if (!spoken.some((one) => from < one.to && one.from < to)) spoken.push({ from, to, ids: new Set([id]) });
  }
  return spoken.toSorted((a, b) => a.from - b.from);
}

function formsKept(name: KnownName, formsOf: (name: KnownName) => readonly Form[]): readonly Form[] {
  const { id, nameJa, nameEn, reading, also = [] } = name;
  const key = [formsOf.name, id, nameJa, nameEn, reading, ...also].join('\n');
  const forms = known.get(key) ?? formsOf(name);
  known.set(key, forms);
  return forms;
}

function companyForms({ id, nameJa, nameEn, reading, also = [] }: KnownName): readonly Form[] {
  const [ja, en] = [bare(nameJa), bare(nameEn)];
  const kana = bare(katakana(reading));
  const short = shortJapanese(ja);
  const [first = ''] = en.split(' ');
  const patterns: (readonly [string, boolean?])[] = [
    ...[ja, ...also.map(bare).filter((one) => !isLatin(one) && !new RegExp(`(?:${companyAddress})$`).test(one))]
      .filter((one) => one.length >= 2)
      .map((one) => [`${exact(one)}(?:${companyAddress})?`] as const),
    ...[en, ...also.map(bare).filter(isLatin)]
      .filter((one) => one.length >= 3 && one.includes(' '))
      .map((one) => [latin(exact(one))] as const),
    ...(short === null ? [] : [[`(?<![${han}])${exact(short)}(?:${companyAddress})`] as const]),
    ...(short === null || short.length < 2 || manyBegin.test(short)
      ? []
      : [[`(?<![${han}${kata}])${exact(short)}${particle}`] as const]),
    ...(first.length < 3 || manyBegin.test(first) ? [] : [[capitalised(first)] as const]),
    ...(kana.length < 3 ? [] : [[`${exact(kana)}(?:${companyAddressKana})?`, true] as const, ...shortReadings(kana)]),
  ];
  return patterns.map(([pattern, inKatakana = false]) => ({ id, inKatakana, pattern: new RegExp(pattern, 'gu') }));
}

const companyAddressKana = katakana(companyAddress);

/** 「やまぶきさん」: the beginning of a reading before a form of address. */
function shortReadings(kana: string): readonly (readonly [string, boolean])[] {
  const lengths = Array.from({ length: Math.max(0, Math.min(kana.length, 8) - 2) }, (_, at) => at + 3);
  return lengths.map((length) => [`(?<![${kata}])${exact(kana.slice(0, length))}(?:サン|サマ)`, true]);
}

/** The beginning in one script, of a name that has more than that; of one in ideographs alone its first two. */
function shortJapanese(name: string): string | null {
  const run = new RegExp(`^(?:[${han}]+|[${kata}]+|[${hira}]+)`, 'u').exec(name)?.[0] ?? '';
  if (run === '' || (run === name && run.length < 4)) return null;
  const isHan = new RegExp(`^[${han}]+$`, 'u').test(run);
  return isHan && run.length > 3 ? run.slice(0, 2) : run === name ? null : run;
}

function personForms({ id, nameJa, nameEn, reading }: KnownName): readonly Form[] {
  const ja = nameJa
    .normalize('NFKC')
    .trim()
    .split(/[ ・]+/);
  const en = nameEn.normalize('NFKC').trim().split(/\s+/);
  const kana = katakana(reading)
    .normalize('NFKC')
    .trim()
    .split(/[ ・]+/);
  const whole = ja.map(exact).join('[ 　・]?');
  const [family = ''] = ja;
  const patterns: (readonly [string, boolean?])[] = [
    ...(ja.length > 1 || family.length >= 3 ? [[`${whole}(?:${address})?`] as const] : []),
    [`(?<![${han}${kata}])${exact(family)}(?:${address})`],
    // Where no space says which part is the family's, two letters are, before a form of address.
    ...(ja.length > 1 || family.length < 3
      ? []
      : [[`(?<![${han}${kata}])${exact(family.slice(0, 2))}(?:${address})`] as const]),
    ...(family.length < 2 ? [] : [[`(?<![${han}${kata}])${exact(family)}${particle}`] as const]),
    ...(en.length > 1
      ? [[latin(en.map(exact).join(' '))] as const, [latin([...en].reverse().map(exact).join(' '))] as const]
      : []),
    ...en.filter((one) => one.length >= 3).map((one) => [capitalised(one)] as const),
    ...en.filter((one) => one.length >= 2).map((one) => [latin(`${exact(one)}(?:[- ](?:san|sensei|sama))`)] as const),
    ...(kana.length > 1 ? [[kana.map(exact).join('[ 　]?'), true] as const] : []),
    ...((kana[0]?.length ?? 0) < 2 ? [] : [[`(?<![${kata}])${exact(kana[0] ?? '')}(?:${addressKana})`, true] as const]),
  ];
  return patterns.map(([pattern, inKatakana = false]) => ({ id, inKatakana, pattern: new RegExp(pattern, 'gu') }));
}

const addressKana = katakana('さん|さま|せんせい|先生|様|氏|くん|ちゃん');

/** Without what a company is by law. */
function bare(name: string): string {
  return name.normalize('NFKC').replace(legalForm, '').trim();
}

function isLatin(text: string): boolean {
  return /^[a-z]/i.test(text);
}

/** In whatever case, as a word of its own. */
function latin(pattern: string): string {
  return `(?<![\\p{L}\\p{N}])(?:${pattern.replace(/[a-z]/gi, (one) => `[${one.toLowerCase()}${one.toUpperCase()}]`)})(?![\\p{L}\\p{N}])`;
}

/** One word is a name only with its capital, or all in capitals; a possessive may follow. */
function capitalised(word: string): string {
  const [first = '', ...rest] = word;
  const either = rest.map((one) => (/[a-z]/i.test(one) ? `[${one.toLowerCase()}${one.toUpperCase()}]` : exact(one)));
  return `(?<![\\p{L}\\p{N}])${exact(first.toUpperCase())}${either.join('')}(?![\\p{L}\\p{N}])`;
}

function exact(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
