/** Reads the number or bullet with which a clause begins, typed as people type it in Japanese and English. */

export interface NumberReading {
  /** Numbers of one style count on together: 条, 1.1, (1), ①, ア … */
  readonly style: string;
  readonly value: number;
}

export interface ClauseNumber {
  /** As people name it: 第3条, 3.1, (2). */
  readonly written: string;
  /** How it may be meant, likeliest first: "i." is the first Roman number or the ninth letter. */
  readonly readings: readonly NumberReading[];
  /** It looks like other things, too (an initial, an interjection), and is a number only where it fits those before it. */
  readonly isWeak: boolean;
}

export interface ClauseLead {
  /** Everything before the clause's text, as typed. */
  readonly lead: string;
  /** The same without the number. */
  readonly marks: string;
  readonly number: ClauseNumber | null;
  /** ■ and the like, which stand before headings as well. */
  readonly bullet: string | null;
}

const DIGITS = '[0-9０-９]';
const KANJI = '[〇一二三四五六七八九十百]';
const ROMAN = '[ivxlc]{1,6}|[IVXLC]{1,6}|[ⅰ-ⅻⅠ-Ⅻ]';
const JAPANESE = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}「『【〈';
/** What is counted or measured: 3.5倍 is no clause 3.5. */
const UNITS = '年月日時分秒億万千円%％回倍度人名社件割点歳ヶか個';
/** After which a reference goes on: 第3条に定める. */
const PARTICLES = 'にのをではがともへや、,，および並又';
/** The number ends here: a space, the end, or Japanese text that counts nothing. */
const ENDS = `(?=[\\s\\u3000]|$|(?![${UNITS}])[${JAPANESE}(（])`;

const bracketed = `${DIGITS}{1,3}|${KANJI}{1,3}|${ROMAN}|[a-zA-Zａ-ｚＡ-Ｚ]|[ア-ン]`;

const kanjiNumbered = new RegExp(
  `^第[\\s\\u3000]*(${DIGITS}{1,4}|${KANJI}{1,6})[\\s\\u3000]*(?:([編章節款条項])|([部号])(?=[\\s\\u3000(（]|$))(?:の(${DIGITS}{1,2}|${KANJI}{1,3})(?=[\\s\\u3000(（]|$))?(?![${PARTICLES}])`,
  'u',
);
/** "Article 3 of the Covenant" and "Section 2 applies" are references. */
const wordNumbered =
  /^([Aa]rticle|[Ss]ection|[Cc]hapter|[Pp]art|[Cc]lause|[Aa]nnex|[Aa]ppendix|ARTICLE|SECTION|CHAPTER|PART|CLAUSE|ANNEX|APPENDIX)[\s\u3000]+([0-9]{1,3}(?:\.[0-9]{1,3})*|[IVXLC]{1,6}|[A-Z])[.:)]?(?=[\s\u3000]*$|[\s\u3000]+[^\sa-z])/u;
const sectionSign = /^§[\s\u3000]*([0-9]{1,3}(?:\.[0-9]{1,3})*)\.?(?=[\s\u3000]|$)/u;
const inBrackets = new RegExp(`^([(（[［【〔])[\\s\\u3000]*(${bracketed})[\\s\\u3000]*([)）\\]］】〕])`, 'u');
const sign = /^[①-⑳㉑-㉟㊱-㊿❶-❿⑴-⒇⒈-⒛⒜-⒵]/u;
const decimals = new RegExp(`^(${DIGITS}{1,2}(?:[.．‐-]${DIGITS}{1,2}){1,4})[.．、)）]?${ENDS}`, 'u');
const digits = new RegExp(
  `^(${DIGITS}{1,2})(?:([.．、:：])(?=[\\s\\u3000]|$|(?![${UNITS}])[${JAPANESE}(（A-Z])|([)）])|\\u3000+)`,
  'u',
);
const wideDigits = /^([０-９]{1,2})(?=[ \u3000])/u;
const kanjiDigits = new RegExp(`^(${KANJI}{1,3})(?:([、.．])|(?=\\u3000))`, 'u');
const letter = new RegExp(`^(${ROMAN}|[a-zA-Zａ-ｚＡ-Ｚ]|[ア-ン])([.．、)）])${ENDS}`, 'u');
const spacedLetter = /^([ア-ンⅠ-Ⅻⅰ-ⅻ])(?=[ \u3000])/u;

/** ○○株式会社 and ―― are no bullets. */
const bulletSign = /^([・•‣●○■□◆◇◎▪▼▶►▷➢※→*＊‐–—-])(?!\1)/u;
const needsSpace = /^[*‐–—-]$/u;

/** The number or bullet, or both, before the text of a line. */
export function readLead(line: string): ClauseLead {
  const indent = /^[\s\u3000]*/u.exec(line)?.[0] ?? '';
  const rest = line.slice(indent.length);
  const bullet = readBullet(rest);
  const marks = indent + (bullet ?? '');
  const found = readNumber(rest.slice(bullet?.length ?? 0));
  if (found === null) return { lead: marks, marks, number: null, bullet: bullet?.trim() ?? null };
  const after = line.slice(marks.length + found.length);
  const spaces = /^[\s\u3000]*/u.exec(after)?.[0].length ?? 0;
  const lead = line.slice(0, marks.length + found.length + spaces);
  return { lead, marks, number: found.number, bullet: bullet?.trim() ?? null };
}

/** The number that a document's own numbering shows; null for bullets and what says nothing. */
export function readLabel(label: string): ClauseNumber | null {
  const plain = label.trim();
  const { lead, number } = readLead(`${plain}\u3000`);
  if (number !== null && lead.trim() === plain) return { ...number, isWeak: false };
  const digitsOnly = new RegExp(`^${DIGITS}{1,3}$`, 'u').exec(plain);
  if (digitsOnly !== null) return numbered(plain, 'decimal1', digitOf(plain));
  return /[\p{L}\p{N}]/u.test(plain) ? numbered(plain, 'other', 0) : null;
}

function readBullet(rest: string): string | null {
  const found = bulletSign.exec(rest)?.[1];
  if (found === undefined) return null;
  const spaces = /^[\s\u3000]*/u.exec(rest.slice(found.length))?.[0] ?? '';
  if (needsSpace.test(found) && spaces === '') return null;
  return found + spaces;
}

interface Found {
  readonly length: number;
  readonly number: ClauseNumber;
}

function readNumber(rest: string): Found | null {
  // Only its beginning is looked at, whatever it holds.
  const start = rest.slice(0, 60);
  return readWordNumber(start) ?? readBracketed(start) ?? readSign(start) ?? readPlain(start);
}

function readWordNumber(start: string): Found | null {
  const kanji = kanjiNumbered.exec(start);
  if (kanji !== null) {
    const [whole, count = '', strong, other, sub] = kanji;
    const value = digitOf(count) + (sub === undefined ? 0 : digitOf(sub) / 100);
    return found(whole, numbered(whole.replaceAll(/[\s\u3000]/gu, ''), strong ?? other ?? '', value));
  }
  const word = wordNumbered.exec(start);
  if (word !== null) {
    const [whole, name = '', count = ''] = word;
    return found(whole, numbered(withoutEnd(whole), name.toLowerCase(), countOf(count)));
  }
  const section = sectionSign.exec(start);
  return section === null ? null : found(section[0], numbered(withoutEnd(section[0]), '§', countOf(section[1] ?? '')));
}

const SQUARE = '[［【〔';

function readBracketed(start: string): Found | null {
  const match = inBrackets.exec(start);
  if (match === null) return null;
  const [whole, opening = '', inner = '', closing = ''] = match;
  const isSquare = SQUARE.includes(opening);
  if (isSquare === ')）'.includes(closing)) return null;
  const written = isSquare ? whole : `(${inner.normalize('NFKC').trim()})`;
  const isWeak = !new RegExp(`^${DIGITS}`, 'u').test(inner);
  return foundAny(whole, { written, readings: readingsOf(inner, isSquare ? '[]' : '()'), isWeak });
}

const signs: readonly (readonly [string, string, string])[] = [
  ['①', '⑳', '○'],
  ['❶', '❿', '●'],
  ['⑴', '⒇', '()'],
  ['⒈', '⒛', 'decimal1'],
  ['⒜', '⒵', '()letter'],
];

function readSign(start: string): Found | null {
  const one = sign.exec(start)?.[0];
  if (one === undefined) return null;
  const code = one.codePointAt(0) ?? 0;
  for (const [first, last, style] of signs) {
    const from = first.codePointAt(0) ?? 0;
    if (code >= from && code <= (last.codePointAt(0) ?? 0)) return found(one, numbered(one, style, code - from + 1));
  }
  return found(one, numbered(one, '○', Number(one.normalize('NFKC'))));
}

function readPlain(start: string): Found | null {
  const deep = decimals.exec(start);
  if (deep !== null) {
    const parts = (deep[1] ?? '').split(/[.．‐-]/u).map(digitOf);
    const last = parts.at(-1) ?? 0;
    return found(deep[0], numbered((deep[1] ?? '').normalize('NFKC'), `decimal${parts.length}`, last));
  }
  const single = digits.exec(start) ?? wideDigits.exec(start);
  if (single !== null) {
    const [whole, count = '', dot, bracket] = single;
    const style = bracket === undefined ? (dot === undefined ? 'spaced' : 'decimal1') : ')';
    return found(whole.trimEnd(), numbered(withoutEnd(whole), style, digitOf(count)));
  }
  const kanji = kanjiDigits.exec(start);
  if (kanji !== null)
    return found(kanji[0], { ...numbered(kanji[1] ?? '', '一', digitOf(kanji[1] ?? '')), isWeak: true });
  const lettered = letter.exec(start) ?? spacedLetter.exec(start);
  if (lettered === null) return null;
  const [whole, inner = '', end = ''] = lettered;
  const written = end === ')' || end === '）' ? whole.normalize('NFKC') : inner;
  return foundAny(whole, {
    written,
    readings: readingsOf(inner, end === '' ? ' ' : end.normalize('NFKC')),
    isWeak: true,
  });
}

function foundAny(whole: string, number: ClauseNumber): Found | null {
  return number.readings.length === 0 ? null : found(whole, number);
}

function found(whole: string, number: ClauseNumber): Found {
  return { length: whole.length, number };
}

function numbered(written: string, style: string, value: number): ClauseNumber {
  return { written, readings: [{ style, value }], isWeak: false };
}

function withoutEnd(whole: string): string {
  return whole
    .normalize('NFKC')
    .trim()
    .replace(/[.、:]$/u, '');
}

/** What stands inside brackets or before a dot; `around` keeps "(a)" and "a." apart. */
function readingsOf(inner: string, around: string): readonly NumberReading[] {
  const plain = inner.normalize('NFKC');
  if (/^[0-9]+$/.test(plain)) return [{ style: around, value: Number(plain) }];
  if (new RegExp(`^${KANJI}`, 'u').test(plain)) return [{ style: `${around}一`, value: digitOf(plain) }];
  if (/^[ア-ン]$/u.test(plain))
    return [
      { style: `${around}ア`, value: KATAKANA.indexOf(plain) + 1 },
      { style: `${around}イ`, value: IROHA.indexOf(plain) + 1 },
    ].filter(({ value }) => value > 0);
  const size = plain === plain.toLowerCase() ? 'small' : 'large';
  const roman = { style: `${around}${size} roman`, value: romanOf(plain) };
  const asLetter = { style: `${around}${size} letter`, value: plain.toLowerCase().charCodeAt(0) - 96 };
  if (plain.length > 1) return [roman];
  return roman.value === 0 ? [asLetter] : [roman, asLetter];
}

const KATAKANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';
const IROHA = 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス';

function countOf(text: string): number {
  const last = text.split('.').at(-1) ?? text;
  if (/^[0-9]/.test(last)) return Number(last);
  return romanOf(last) || last.toLowerCase().charCodeAt(0) - 96;
}

/** 12, １２, 十二, 一二. */
function digitOf(text: string): number {
  const plain = text.normalize('NFKC');
  if (/^[0-9]+$/.test(plain)) return Number(plain);
  let sum = 0;
  let digit = 0;
  for (const one of plain) {
    if (one === '百' || one === '十') {
      sum += (digit === 0 ? 1 : digit) * (one === '百' ? 100 : 10);
      digit = 0;
    } else digit = digit * 10 + Math.max(0, '〇一二三四五六七八九'.indexOf(one));
  }
  return sum + digit;
}

const ROMANS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** 0: it is none. */
function romanOf(text: string): number {
  const values = [...text.normalize('NFKC').toLowerCase()].map((one) => ROMANS[one] ?? 0);
  if (values.includes(0)) return 0;
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}
