/** Writes a number the way a list of a Word document asks for: ECMA-376 part 1, 17.18.59 (ST_NumberFormat). */

/** One sign for each number from 1 on. */
const sequences: Readonly<Record<string, string>> = {
  decimalEnclosedCircle: '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿',
  decimalEnclosedParen: '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇',
  decimalEnclosedFullstop: '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛',
  ideographEnclosedCircle: '㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉',
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
  aiueo: 'ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ',
  aiueoFullWidth: 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  iroha: 'ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ',
  irohaFullWidth: 'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン',
  chicago: '*†‡§',
};

type Write = (number: number) => string;

const writers: Readonly<Record<string, Write>> = {
  upperRoman: roman,
  lowerRoman: (number) => roman(number).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (number) => letters(number).toLowerCase(),
  decimalZero: (number) => String(number).padStart(2, '0'),
  decimalFullWidth: (number) => inDigits(number, '０１２３４５６７８９'),
  decimalFullWidth2: (number) => inDigits(number, '０１２３４５６７８９'),
  numberInDash: (number) => `- ${number} -`,
  ordinal,
  hex: (number) => number.toString(16).toUpperCase(),
  japaneseCounting: (number) => counted(number, '〇一二三四五六七八九', ['', '十', '百', '千'], '万'),
  chineseCounting: (number) => counted(number, '〇一二三四五六七八九', ['', '十', '百', '千'], '万'),
  chineseCountingThousand: (number) => counted(number, '〇一二三四五六七八九', ['', '十', '百', '千'], '万'),
  taiwaneseCountingThousand: (number) => counted(number, '〇一二三四五六七八九', ['', '十', '百', '千'], '萬'),
  japaneseLegal: (number) => counted(number, '零壱弐参四伍六七八九', ['', '拾', '百', '阡'], '萬', true),
  japaneseDigitalTenThousand: (number) => inDigits(number, '〇一二三四五六七八九'),
  ideographDigital: (number) => inDigits(number, '〇一二三四五六七八九'),
  taiwaneseDigital: (number) => inDigits(number, '○一二三四五六七八九'),
  none: () => '',
};

/** Formats of other languages are written in plain digits. @param pattern of a custom format: "001, 002, 003, ..." */
export function formatNumber(number: number, format: string, pattern: string | null): string {
  if (format === 'custom' && pattern !== null) return custom(number, pattern);
  const sequence = sequences[format];
  if (sequence !== undefined) return inSequence(number, sequence);
  return writers[format]?.(number) ?? String(number);
}

/** Word begins again where the signs end; circles simply stop. */
function inSequence(number: number, sequence: string): string {
  const signs = [...sequence];
  if (number < 1) return String(number);
  const beginsAgain = /^[ｱアｲイ甲子*]/u.test(sequence);
  return signs[beginsAgain ? (number - 1) % signs.length : number - 1] ?? String(number);
}

function custom(number: number, pattern: string): string {
  const [first = ''] = pattern.split(',');
  return /^0*1$/.test(first.trim()) ? String(number).padStart(first.trim().length, '0') : String(number);
}

function inDigits(number: number, digits: string): string {
  return String(number).replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

/** a … z, aa, bb …: a letter is repeated, not counted on. */
function letters(number: number): string {
  if (number < 1 || number > 26 * 30) return String(number);
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const romans: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as const),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const),
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let [rest, written] = [number, ''];
  for (const [value, sign] of romans)
    while (rest >= value) {
      written += sign;
      rest -= value;
    }
  return written;
}

function ordinal(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}

/** 二十三, 百五. @param names of units, tens, hundreds and thousands @param withOne 壱拾 for 10, as in deeds */
function counted(
  number: number,
  digits: string,
  names: readonly string[],
  tenThousand: string,
  withOne = false,
): string {
  if (number < 1) return digits[0] ?? '';
  if (number >= 10_000) {
    const high = counted(Math.floor(number / 10_000), digits, names, tenThousand, withOne);
    const low = number % 10_000;
    return high + tenThousand + (low === 0 ? '' : counted(low, digits, names, tenThousand, withOne));
  }
  const places = [...String(number)].reverse();
  return places
    .map((digit, place) => {
      if (digit === '0') return '';
      const isSilent = digit === '1' && place > 0 && !withOne;
      return (isSilent ? '' : (digits[Number(digit)] ?? '')) + (names[place] ?? '');
    })
    .reverse()
    .join('');
}
