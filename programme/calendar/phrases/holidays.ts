/** Days that have a name: Japan's holidays, the new year, Christmas, and the days off around them, in both languages. */
import holidayJp from '@holiday-jp/holiday_jp';
import { Temporal } from 'temporal-polyfill';
import { businessDaysAfter, dayAfter, isWorkingDay } from '../business-days.js';
import { days, type Reader, reader } from './references.js';

/** Month and day of the first and the last one. */
const fixed: Readonly<Record<string, readonly [number, number, number, number]>> = {
  年末: [12, 28, 12, 31],
  年始: [1, 1, 1, 5],
  年末年始: [12, 29, 1, 3],
  大晦日: [12, 31, 12, 31],
  正月: [1, 1, 1, 3],
  クリスマス: [12, 25, 12, 25],
  クリスマスイブ: [12, 24, 12, 24],
  'Independence Day': [7, 4, 7, 4],
  'Boxing Day': [12, 26, 12, 26],
  'Veterans Day': [11, 11, 11, 11],
  バレンタインデー: [2, 14, 2, 14],
  ハロウィン: [10, 31, 10, 31],
  お盆: [8, 13, 8, 16],
  ゴールデンウィーク: [4, 29, 5, 5],
};

/** Of other countries, whose people write here too: month, weekday and which of them in the month (-1: the last). */
const byWeekday: Readonly<Record<string, readonly [number, number, number]>> = {
  Thanksgiving: [11, 4, 4],
  'Labor Day': [9, 1, 1],
  'Memorial Day': [5, 1, -1],
  "Mother's Day": [5, 7, 2],
  "Father's Day": [6, 7, 3],
};

/** By name, in order. The library knows Japan's from 1970 to 2050. */
const holidayDays = new Map<string, string[]>();
for (const { date, name } of Object.values(holidayJp.holidays)) {
  const known = holidayDays.get(name) ?? [];
  holidayDays.set(name, known);
  known.push(date);
}
for (const dates of holidayDays.values()) dates.sort();

const sortedHolidays = [...holidayDays.values()].flat().toSorted();

const japaneseNames = [...holidayDays.keys()].filter((name) => /日$/.test(name) && !/休日/.test(name));

const aliases: readonly (readonly [string, string])[] = [
  ['年末年始', '年末年始'],
  ['大晦日', "大晦日|大みそか|new year'?s eve"],
  ['元日', "元旦|元日|new year'?s day"],
  ['正月', "お?正月(?!明け)|三が日|(?:the )?new year(?:'?s)?(?! (?:eve|day))(?: holidays?)?"],
  ['クリスマスイブ', 'クリスマス・?イブ|christmas eve|xmas eve'],
  ['クリスマス', "クリスマス(?!・?イブ)|(?:christmas|xmas)(?: day)?(?:'s)?(?! (?:eve|party|card))"],
  ['バレンタインデー', "バレンタイン(?:デー)?|valentine'?s(?: day)?"],
  ['ハロウィン', "ハロウィン|hallowe'?en"],
  ['お盆', '(?<![一-龠])お盆(?:休み)?|obon(?: holidays?)?'],
  ['ゴールデンウィーク', '(?:ゴールデン・?ウ[ィイ]ーク|(?<![a-z])gw(?![a-z])|golden week)(?!明け)'],
  ['成人の日', 'coming[ -]of[ -]age day'],
  ['建国記念の日', '建国記念日|national foundation day|foundation day'],
  ['春分の日', '(?:vernal|spring) equinox(?: day)?'],
  ['秋分の日', '(?:autumnal?|fall) equinox(?: day)?'],
  ['天皇誕生日', "(?:the )?emperor'?s birthday"],
  ['昭和の日', 'showa day'],
  ['憲法記念日', 'constitution (?:memorial )?day'],
  ['みどりの日', 'greenery day'],
  ['こどもの日', "子供の日|子どもの日|children'?s day"],
  ['海の日', 'marine day|ocean day'],
  ['山の日', 'mountain day'],
  ['敬老の日', 'respect for the aged day'],
  ['スポーツの日', '(?:health and )?sports day'],
  ['文化の日', '(?:national )?culture day'],
  ['勤労感謝の日', 'labou?r thanksgiving(?: day)?'],
  ['Thanksgiving', '(?<!labou?r )thanksgiving(?: day)?'],
  ['Labor Day', 'labou?r day'],
  ['Memorial Day', 'memorial day'],
  ['Independence Day', 'independence day'],
  ['Boxing Day', 'boxing day'],
  ['Veterans Day', "veterans?'? day|veteran's day"],
  ["Mother's Day", "mother'?s'? day|母の日"],
  ["Father's Day", "father'?s'? day|父の日"],
  ['連休', '(?:次の|今度の)?(?:[三3四4]|大型)?連休(?!明け|前)|(?:the )?(?:long|three-day) weekend'],
  ['連休明け', '[三3]?連休明け|after (?:the )?long weekend'],
  ['ゴールデンウィーク明け', '(?:ゴールデン・?ウ[ィイ]ーク|(?<![a-z])gw)明け|after (?:the )?golden week'],
  ['祝日明け', '祝日明け'],
  ['正月明け', '(?:お?正月|年)明け'],
];

const named = (name: string) => days({ is: 'named', name, year: null, yearsAway: null });

export const holidayReaders: readonly Reader[] = [
  ...japaneseNames.map((name) => reader(name, () => named(name))),
  ...aliases.map(([name, pattern]) => reader(`(?<![a-z])(?:${pattern})(?![a-z])`, () => named(name))),
];

/** The next one that is not over on that day; null where none is known. */
export function namedDays(name: string, base: string): { readonly first: string; readonly last: string } | null {
  if (name === '祝日明け') return single(afterHoliday(base));
  if (name === '連休' || name === '連休明け') return longHoliday(base, name === '連休明け');
  if (name.endsWith('明け')) return single(nextWorkingDay(namedDays(name.slice(0, -2), base)?.last ?? base));
  const rule = byWeekday[name];
  if (rule !== undefined) return single(ruledDay(rule, base));
  const span = fixed[name];
  if (span !== undefined) return fixedDays(span, base);
  return single(holidayDays.get(name)?.find((date) => date >= base) ?? null);
}

function single(day: string | null): { readonly first: string; readonly last: string } | null {
  return day === null ? null : { first: day, last: day };
}

function fixedDays([month, day, lastMonth, lastDay]: readonly [number, number, number, number], base: string) {
  const year = Number(base.slice(0, 4));
  const spans = [year - 1, year, year + 1].map((one) => ({
    first: new Temporal.PlainDate(one, month, day).toString(),
    last: new Temporal.PlainDate(lastMonth < month ? one + 1 : one, lastMonth, lastDay).toString(),
  }));
  return spans.find(({ last }) => last >= base) ?? null;
}

function ruledDay([month, weekday, nth]: readonly [number, number, number], base: string): string | null {
  const year = Number(base.slice(0, 4));
  const days = [year, year + 1].map((one) => {
    const first = new Temporal.PlainDate(one, month, 1);
    const day = 1 + ((weekday - first.dayOfWeek + 7) % 7) + (nth < 0 ? 4 : nth - 1) * 7;
    return first.with({ day: day > first.daysInMonth ? day - 7 : day }).toString();
  });
  return days.find((day) => day >= base) ?? null;
}

const isOff = (day: string) => !isWorkingDay(day, { closures: [] }).working;

const nextWorkingDay = (day: string) => businessDaysAfter(day, 1, { closures: [] });

function afterHoliday(base: string): string | null {
  const holiday = sortedHolidays.find((date) => date >= base);
  return holiday === undefined ? null : nextWorkingDay(holiday);
}

/** The next three days off or more in a row: within half a year there is always one, where holidays are known. */
function longHoliday(base: string, after: boolean) {
  let first = base;
  while (isOff(dayAfter(first, -1))) first = dayAfter(first, -1);
  for (let looked = 0; looked < 250; looked += 1) {
    let last = first;
    while (isOff(first) && isOff(dayAfter(last))) last = dayAfter(last);
    if (isOff(first) && last >= dayAfter(first, 2)) return after ? single(dayAfter(last)) : { first, last };
    first = dayAfter(last);
  }
  return null;
}
