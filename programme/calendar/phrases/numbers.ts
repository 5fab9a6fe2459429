/** Numbers as people write them in dates: digits, kanji numerals and English words. */

const kanjiDigits = '〇一二三四五六七八九';

/** Up to 99 in digits or kanji; what stands before must be no number and no 第. */
export const number = String.raw`(?:(?<!\d)\d{1,2}|(?<![一二三四五六七八九十百千第])[一二三四五六七八九十]{1,3})`;

/** 2025, 二〇二五. */
export const longYear = '(?:(?<!\\d)(?:19|20)\\d{2}|[一二][〇一二三四五六七八九]{3})';

/** 11 for 11, 十一 and 二十三; NaN for what is no numeral, such as 一二十. */
export function numberOf(said: string | undefined): number {
  if (said === undefined || said === '') return Number.NaN;
  if (/^\d+$/.test(said)) return Number(said);
  if (/^[〇一二三四五六七八九]+$/.test(said)) {
    return Number([...said].map((one) => kanjiDigits.indexOf(one)).join(''));
  }
  const [, tens = '', ones = ''] = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/.exec(said) ?? [];
  if (!said.includes('十') || said.length !== tens.length + ones.length + 1) return Number.NaN;
  return (tens === '' ? 1 : kanjiDigits.indexOf(tens)) * 10 + Math.max(0, kanjiDigits.indexOf(ones || '〇'));
}

const units = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const teens = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = ['twenty', 'thirty', 'forty', 'fifty'];
const counted = [...units, ...teens];
const ordinals =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );
const lateOrdinals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(ordinals.slice(1, 10).map((word, at) => [`twenty-${word}`, 21 + at])),
  ...Object.fromEntries(ordinals.slice(1, 10).map((word, at) => [`twenty ${word}`, 21 + at])),
  ...{ thirtieth: 30, 'thirty-first': 31, 'thirty first': 31 },
};
const roundTens = `(?:${tens.join('|')})(?:[ -](?:${counted.slice(1, 10).join('|')}))?`;

/** Up to 99 in digits, to fifty-nine in words. */
export const numberWord = `(?:\\d{1,2}|${roundTens}|${[...teens, ...counted.slice(0, 13)].join('|')})`;
/** The first, the twenty-second. */
export const ordinalWord = `(?:${[...Object.keys(lateOrdinals), ...ordinals.slice(1).toReversed()].join('|')})`;

/** 15 for 15, fifteen, 15th and fifteenth; NaN for what is none. */
export function wordNumber(said: string | undefined): number {
  if (said === undefined) return Number.NaN;
  const digits = /^(\d+)(?:st|nd|rd|th)?$/.exec(said)?.[1];
  if (digits !== undefined) return Number(digits);
  if (counted.includes(said)) return counted.indexOf(said);
  if (ordinals.includes(said)) return ordinals.indexOf(said);
  const late = lateOrdinals[said];
  if (late !== undefined) return late;
  const [ten = '', one] = said.split(/[ -]/);
  if (!tens.includes(ten)) return Number.NaN;
  return (tens.indexOf(ten) + 2) * 10 + (one === undefined ? 0 : counted.indexOf(one));
}
