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
  return strange <= signs.length * MOST_STRANGE && !isMix(signs);
}

function isControl(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x7f && code < 0xa0);
}

function isPrivate(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000 || code === 0xfffd;
}

/** Greek, Cyrillic, phonetic and accented letters all over a Japanese or English text are numbers of signs. */
function isMix(signs: readonly string[]): boolean {
  const foreign = signs.filter((sign) => /[\u0180-\u024f\u0250-\u052f\u0530-\u1eff]/u.test(sign)).length;
  return foreign > signs.length * MOST_STRANGE;
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
