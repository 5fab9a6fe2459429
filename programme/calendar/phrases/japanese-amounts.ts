/** Reads amounts of time in Japanese: 「3日後」, 「2時間」, 「一週間後ろに」, 「30分遅らせ」, and what repeats: 「毎週水曜」, 「3分ごと」. */
import type { AmountUnit } from './date-phrase.js';
import { monthWords, nthOf, weekdayLetters, weekdayNumber } from './japanese-days.js';
import { number, numberOf } from './numbers.js';
import {
  days,
  type Groups,
  monthAway,
  monthOf,
  noDate,
  offset,
  type Reader,
  type Reading,
  reader,
  repeating,
} from './references.js';

const minutesOf: Partial<Record<AmountUnit, number>> = { second: 1 / 60, minute: 1, hour: 60 };

const unitWords: readonly (readonly [AmountUnit, RegExp])[] = [
  ['workingDay', /^営業日/],
  ['second', /^秒/],
  ['minute', /^分/],
  ['hour', /^時間/],
  ['day', /^日/],
  ['week', /^週/],
  ['month', /^(?:[かカヶケヵ]|箇|個)?月/],
  ['year', /^年/],
];

const unit = '(?<unit>営業日|秒|分|時間|日|週|[かカヶケヵ箇個]月|年)';
const amount = `(?:(?<amount>${number}|数) ?${unit}間?(?<more>半)?|(?<half>半)(?<halfUnit>日|年|月|時間))`;
const about = '(?:ほど|くらい|ぐらい|だけ|程度|程)?';
const later =
  '後ろ(?:倒し|ずらし|に(?:ずら)?)?|後に?ずら|先送り|先延ばし|遅ら|遅く|遅め|遅れ|おくら|おくれ|延期|延長|延ば|のば|繰り?下げ|ずら|後にし';
const earlier = '前倒し|前に?ずら|前に(?:移|し|動か|変更)|前へ|早め|早く|はやめ|繰り?上げ';

interface AmountSaid {
  readonly amount: number;
  readonly unit: AmountUnit;
}

/** 90 minutes for 1時間半; of 数 (a few) three. */
function amountOf(said: Groups): AmountSaid | null {
  if (said.half !== undefined) return halfOf(said.halfUnit ?? '');
  const of = unitWords.find(([, pattern]) => pattern.test(said.unit ?? ''))?.[0];
  const count = said.amount === '数' ? 3 : numberOf(said.amount);
  if (of === undefined || !(count > 0)) return null;
  if (said.more === undefined) return { amount: count, unit: of };
  return of === 'hour'
    ? { amount: count * 60 + 30, unit: 'minute' }
    : of === 'year'
      ? { amount: count * 12 + 6, unit: 'month' }
      : null;
}

function halfOf(of: string): AmountSaid {
  if (of === '時間') return { amount: 30, unit: 'minute' };
  if (of === '年') return { amount: 6, unit: 'month' };
  return of === '月' ? { amount: 15, unit: 'day' } : { amount: 12, unit: 'hour' };
}

/** From now: minutes and hours to an instant, the rest to a day. Of something that is named (「締切の3日前」) a shift. */
function away(said: Groups, sign: 1 | -1, isOfSomething: boolean): Reading | undefined {
  const found = amountOf(said);
  if (found === null) return undefined;
  if (isOfSomething) return { amount: { ...found, amount: sign * found.amount, means: 'shift' } };
  const minutes = minutesOf[found.unit];
  if (minutes !== undefined) return { minutesAway: sign * found.amount * minutes };
  return { days: { first: offset(sign * found.amount, found.unit), last: null, bound: null } };
}

const amounts: readonly Reader[] = [
  reader(`${amount}(?:後|あと)(?!ろ|に?ずら|半|期|者|に(?:し|移|変更))`, (said, before) =>
    away(said, 1, /[のた]$/.test(before)),
  ),
  reader(`${amount}前(?!倒|後|に?ずら|へ|半|期|まで|迄|に(?:移|し|動か|変更))`, (said, before) =>
    away(said, -1, /の$/.test(before)),
  ),
  // 「3日前までに」 counts from what is to be done by then.
  reader(`${amount}前(?=まで|迄)`, (said) => away(said, -1, true)),
  reader(`${amount}${about},?(?:${later})(?:せ|し)?て?`, (said) => shift(said, 1)),
  reader(`${amount}${about},?(?:${earlier})(?:せ|し)?て?`, (said) => shift(said, -1)),
  reader(`${amount}以内`, (said) => {
    const found = amountOf(said);
    if (found === null) return undefined;
    if (minutesOf[found.unit] !== undefined) return { amount: { ...found, means: 'length' } };
    return { days: { first: { is: 'within', amount: found }, last: null, bound: 'within' } };
  }),
  reader(`(?:今後|向こう|これから(?:の)?)${amount}`, (said) => {
    const found = amountOf(said);
    return found === null ? undefined : { days: { first: { is: 'within', amount: found }, last: null, bound: null } };
  }),
  noDate(
    '(?<=[一二三四五六七八九十\\d])分の[一二三四五六七八九十\\d]|[一二三四五六七八九十\\d]{1,2}分の[一二三四五六七八九十\\d]|五分五分|日数|年数',
  ),
];

function shift(said: Groups, sign: 1 | -1): Reading | undefined {
  const found = amountOf(said);
  return found === null ? undefined : { amount: { ...found, amount: sign * found.amount, means: 'shift' } };
}

/** How long: a day is one only with 間 or as half of one (「3日」 is a date), and minutes in kanji only with it (十分 is enough). */
function length(said: Groups): Reading | undefined {
  const found = amountOf(said);
  return found === null ? undefined : { amount: { ...found, means: 'length' } };
}

const lengths: readonly Reader[] = [
  reader(`(?<amount>${number}|数) ?(?<unit>日)(?:間|ほど|くらい|ぐらい)(?!後|前|以内|ごと|おき)`, length),
  reader(
    `(?<!\\d)(?<amount>\\d{1,2}) ?(?<unit>分)(?!の[一二三四五六七八九\\d]|割|野|岐|析|類|か[れち]|け|担|布|科|室|咲|身)間?`,
    length,
  ),
  reader('(?<!\\d)(?<amount>\\d{3})(?<unit>分)間?(?!の\\d)', (said) => ({
    amount: { amount: Number(said.amount), unit: 'minute', means: 'length' },
  })),
  reader(`(?<amount>[一二三四五六七八九十]{1,3})(?<unit>分)(?:間|ほど|くらい|ぐらい|ずつ)`, length),
  reader(
    `(?<amount>${number}|数) ?(?<unit>時間|週間?|[かカヶケヵ箇個]月|営業日)間?(?<more>半)?(?!目|後|前|以内|ごと|おき)`,
    length,
  ),
  reader(`(?<half>半)(?<halfUnit>日|年|時間)(?!ごと|おき|後|前)`, length),
  reader('(?<!\\d)(?<amount>\\d{1,2}) ?(?<unit>秒)間?(?!速|針|後|前)', length),
  reader(`(?<![\\d年])(?<amount>${number}) ?(?<unit>年)間(?<more>半)?`, length),
];

const eachUnit: Readonly<Record<string, AmountUnit>> = {
  ...{ 分: 'minute', 時: 'hour', 日: 'day', 週: 'week', 月: 'month', 年: 'year' },
};
const weekdays = `(?<weekdays>[${weekdayLetters}](?:曜日?)?(?:(?:と|・|,)?[${weekdayLetters}](?:曜日?)?){0,6})(?![一-龠])`;

function weekdaysOf(said: string | undefined): readonly number[] {
  return [...(said ?? '').replace(/曜日?/g, '')].map(weekdayNumber).filter((one) => one > 0);
}

const recurrences: readonly Reader[] = [
  reader(`(?<how>毎週|隔週)の? ?${weekdays}`, (said) => ({
    every: repeating(said.how === '毎週' ? 1 : 2, 'week', { weekdays: weekdaysOf(said.weekdays) }),
  })),
  // Each of them in a month that is named: 「2月の火曜と木曜」.
  reader(
    `(?:(?<month>${number})月|(?<monthWord>今月|来月|再来月))の ?(?<weekdays>[${weekdayLetters}](?:・[${weekdayLetters}]){0,6}曜日?(?:(?:と|・|,|や)[${weekdayLetters}]曜日?){0,6})`,
    ({ month, monthWord, weekdays: said }) => ({
      every: repeating(1, 'week', { weekdays: weekdaysOf(said) }),
      ...days({
        ...{ is: 'month', section: null },
        month: monthWord === undefined ? monthOf(numberOf(month)) : monthAway(monthWords[monthWord] ?? 0),
      }),
    }),
  ),
  reader('毎(?<each>[分時日週月年])(?!新聞|度|正)', ({ each }) => ({
    every: repeating(1, eachUnit[each ?? ''] ?? 'day'),
  })),
  reader('隔(?<each>[日週月年])', ({ each }) => ({ every: repeating(2, eachUnit[each ?? ''] ?? 'week') })),
  reader('毎朝', () => ({ every: repeating(1, 'day'), part: 'morning' })),
  reader('毎(?:晩|夕|夜)', () => ({ every: repeating(1, 'day'), part: 'evening' })),
  reader(`毎月の?第 ?(?<nth>[1-5一二三四五])(?<weekday>[${weekdayLetters}])曜日?`, (said) => ({
    every: repeating(1, 'month', { weekdays: [weekdayNumber(said.weekday)], nth: nthOf(said) }),
  })),
  reader(`毎月の?(?<day>${number})日`, ({ day }) => ({ every: repeating(1, 'month', { dayOfMonth: numberOf(day) }) })),
  reader('(?:毎月の?月?末日?|毎月末)', () => ({ every: repeating(1, 'month', { dayOfMonth: -1 }) })),
  reader(`${amount}(?:ごと|毎|に(?:1|一)(?:回|度))に?`, (said) => {
    const found = amountOf(said);
    return found === null ? undefined : { every: repeating(found.amount, found.unit) };
  }),
  // 「一日おき」 leaves a day out between two.
  reader(`${amount}おきに?`, (said) => {
    const found = amountOf(said);
    if (found === null) return undefined;
    const between = minutesOf[found.unit] === undefined ? 1 : 0;
    return { every: repeating(found.amount + between, found.unit) };
  }),
  reader('平日', () => ({ every: repeating(1, 'week', { weekdays: [1, 2, 3, 4, 5] }) })),
];

export const japaneseAmounts: readonly Reader[] = [...amounts, ...lengths, ...recurrences];
