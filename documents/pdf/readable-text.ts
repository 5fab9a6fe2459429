/** Tells text from what comes of a font that does not say what its signs mean, and puts right what some fonts say wrongly. */

/** From this share on, a page's text is no text. */
const MOST_STRANGE = 0.2;

/** Letters, signs and marks of Japanese and of the languages of Europe. */
const usual =
  /[\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{P}\p{S}\p{M}\p{No}\u30fc\uff70]/u;

/** A font without a mapping gives the number of each sign as if it were a letter: control characters, private ones, rare scripts in a mix. */
export function isReadable(text: string): boolean {
  const signs = [...text].filter((sign) => !/\s/u.test(sign) || isControl(sign));
  if (signs.length === 0) return true;
  const strange = signs.filter((sign) => isControl(sign) || isPrivate(sign) || !usual.test(sign)).length;
  return strange <= signs.length * MOST_STRANGE && !isMix(signs) && !isShifted(signs);
}

function isControl(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code < 0xa0);
}

function isPrivate(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000 || code === 0xfffd;
}

/** Letters of many scripts and rare signs all over a Japanese or English text are numbers of signs. */
function isMix(signs: readonly string[]): boolean {
  const share = (pattern: RegExp) => signs.filter((sign) => pattern.test(sign)).length / signs.length;
  if (share(/[\u0180-\u1eff]/u) > MOST_STRANGE) return true;
  // Accents, rare characters and rare symbols between Chinese characters: no text has them, with or without kana.
  return share(/\p{Script=Han}/u) > 0.1 && share(rareBesideHan) > 0.1;
}

const rareBesideHan =
  /[\u00c0-\u1eff\u2100-\u218f\u2194-\u245f\u2500-\u259f\u2607-\u260f\u2613-\u2bff\u3400-\u4dbf\ua000-\uabff\u{20000}-\u{3ffff}]/u;

/** Numbers of a Latin font's signs are letters again, all moved by as many places; a text in any language has more vowels. */
function isShifted(signs: readonly string[]): boolean {
  const letters = signs.filter((sign) => /[a-z]/i.test(sign));
  const vowels = letters.filter((letter) => /[aeiouy]/i.test(letter)).length;
  return letters.length >= 60 && letters.length > signs.length * 0.5 && vowels < letters.length * 0.25;
}

/** Radicals that look like letters, and that some fonts name in their place; the others are told by Unicode itself. */
const radicals: Readonly<Record<string, string>> = {
  ...{
    '⺠': '民',
    '⻁': '虎',
    '⻄': '西',
    '⻆': '角',
    '⻑': '長',
    '⻘': '青',
    '⻝': '食',
    '⻣': '骨',
    '⻤': '鬼',
    '⻨': '麦',
  },
  ...{
    '⻩': '黄',
    '⻫': '斉',
    '⻭': '歯',
    '⻯': '竜',
    '⻲': '亀',
    '⺟': '母',
    '⻳': '亀',
    '⺒': '巳',
    '⺬': '示',
    '⻡': '首',
  },
};

/** 「⼈権」 looks like 「人権」 and is never found by it; neither are the forms of signs in vertical writing. */
export function withUsualSigns(text: string): string {
  return text
    .replace(/[\u2e80-\u2fdf\ufe10-\ufe19\ufe30-\ufe4f]/gu, (sign) => radicals[sign] ?? sign.normalize('NFKC'))
    .replaceAll('\u00ad', '');
}
