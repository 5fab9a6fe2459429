/** Reads days, weeks, months and years in Japanese: 「11月7日(木)」, 「来月の第2水曜」, 「月末」, 「令和7年度」, 「明後日」. */
import { longYear, number, numberOf } from './numbers.js';
import {
  type DayReference,
  dayAway,
  days,
  type Groups,
  type MonthReference,
  monthAway,
  monthOf,
  noDate,
  type Reader,
  type Reading,
  reader,
  type Section,
} from './references.js';

export const weekdayLetters = '月火水木金土日';
const eras: Readonly<Record<string, number>> = {
  ...{ 令和: 2018, r: 2018, 平成: 1988, h: 1988, 昭和: 1925, s: 1925, 大正: 1911 },
};
const yearWords: Readonly<Record<string, number>> = {
  ...{ 今年: 0, 本年: 0, 来年: 1, 再来年: 2, 去年: -1, 昨年: -1, 一昨年: -2 },
};
export const monthWords: Readonly<Record<string, number>> = {
  ...{ 今月: 0, 当月: 0, 来月: 1, 再来月: 2, 先月: -1, 先々月: -2 },
};
const weekWords: Readonly<Record<string, number | 'next' | 'last'>> = {
  ...{ 今週: 0, 来週: 1, 再来週: 2, さ来週: 2, 先週: -1, 先々週: -2 },
  ...{ 次: 'next', この次: 'next', 今度: 'next', 前: 'last', この前: 'last' },
};
const dayWords: Readonly<Record<string, number>> = {
  ...{ 今日: 0, 本日: 0, きょう: 0, 明日: 1, あした: 1, あす: 1, 明後日: 2, あさって: 2, しあさって: 3, 明々後日: 3 },
  ...{ 昨日: -1, きのう: -1, 一昨日: -2, おととい: -2, おとつい: -2 },
};
const sections: Readonly<Record<string, Section>> = {
  ...{
    初め: 'start',
    はじめ: 'start',
    始め: 'start',
    頭: 'start',
    初: 'start',
    あたま: 'start',
    上旬: 'early',
    初旬: 'early',
  },
  ...{ 中旬: 'mid', 半ば: 'mid', なかば: 'mid', 中頃: 'mid', 中ごろ: 'mid', 下旬: 'late' },
  ...{ 末: 'end', 末日: 'end', 終わり: 'end', おわり: 'end', 前半: 'firstHalf', 後半: 'secondHalf' },
};

const anyOf = (words: Readonly<Record<string, unknown>>) =>
  Object.keys(words)
    .toSorted((a, b) => b.length - a.length)
    .join('|');

const section = `(?<section>${anyOf(sections)})`;
const year = `(?:(?:(?<era>令和|平成|昭和|大正|(?<![a-z])[rhs]) ?(?<eraYear>元|\\d{1,2}|[一二三四五六七八九十]{1,3})|(?<year>${longYear})) ?年(?!度) ?の?|(?<yearWord>${anyOf(yearWords)})の?)`;
const weekday = `(?<weekday>[${weekdayLetters}])曜日?`;
/** What only describes a date that is said. */
export const weekdayNote = `(?: ?\\([${weekdayLetters}](?:曜日?)?(?:[・,/]?[祝休])?\\)| ?[${weekdayLetters}]曜日?)?`;
const month = `${year}? ?(?<month>${number}) ?月`;
const monthWord = `(?<monthWord>${anyOf(monthWords)})の?`;
const nthWeekday = `(?:第 ?(?<nth>[1-5一二三四五])|(?<lastOne>最終|最後の)) ?の?${weekday}`;
const rangeMark = ' ?(?:から|~|-|ー) ?';

/** 2025 for 令和7年; null where no year is said. */
export function yearOf({ era, eraYear, year: long }: Groups): number | null {
  if (era !== undefined) return (eras[era] ?? 0) + (eraYear === '元' ? 1 : numberOf(eraYear));
  return long === undefined ? null : numberOf(long);
}

function monthSaid(said: Groups): MonthReference {
  const away = monthWords[said.monthWord ?? ''];
  if (away !== undefined) return monthAway(away);
  return monthOf(numberOf(said.month), yearOf(said), yearWords[said.yearWord ?? ''] ?? null);
}

const sectionSaid = ({ section: said }: Groups): Section | null => sections[said ?? ''] ?? null;
/** Only the last day and the halves are said exactly. */
const approximate = (said: Groups) => !['end', 'firstHalf', 'secondHalf', null].includes(sectionSaid(said));
export const weekdayNumber = (letter: string | undefined) => weekdayLetters.indexOf(letter ?? '?') + 1;

function dateIn(monthReference: MonthReference | null, day: string | undefined): DayReference {
  return { is: 'date', month: monthReference, day: numberOf(day), swaps: false };
}

function rangeIn(monthReference: MonthReference | null, said: Groups): Reading {
  const last = dateIn(monthReference, said.lastDay);
  return { days: { first: dateIn(monthReference, said.day), last, bound: null } };
}

const monthReaders: readonly Reader[] = [
  reader(`${month} ?(?:の ?)?(?<day>${number}) ?日${weekdayNote}`, (said) => days(dateIn(monthSaid(said), said.day))),
  reader(
    `${month} ?(?<day>${number})日?${weekdayNote}${rangeMark}(?<lastDay>${number})日${weekdayNote}(?!間)`,
    (said) => rangeIn(monthSaid(said), said),
  ),
  reader(`${monthWord} ?(?<day>${number}) ?日(?!間|後|以内)${weekdayNote}`, (said) =>
    days(dateIn(monthSaid(said), said.day)),
  ),
  reader(`(?:${month}|${monthWord})(?:の ?)?${section}`, (said) => ({
    ...days({ is: 'month', month: monthSaid(said), section: sectionSaid(said) }),
    approximate: approximate(said),
  })),
  reader(`${month}(?!曜|光|桂|間|号|謝|例|次|給|期|決算|堂|雨|人形|晴|病|さん|様|氏|先生)`, (said) =>
    days({ is: 'month', month: monthSaid(said), section: null }),
  ),
  reader(`(?<monthWord>${anyOf(monthWords)})(?!号|分の)`, (said) =>
    days({ is: 'month', month: monthSaid(said), section: null }),
  ),
  reader(`(?:${month}|${monthWord})の? ?${nthWeekday}`, (said) =>
    days({ ...{ is: 'nthWeekday', nth: nthOf(said), weekday: weekdayNumber(said.weekday), month: monthSaid(said) } }),
  ),
  reader(`(?<![一二三四五六七八九十\\d])${nthWeekday}`, (said) =>
    days({ ...{ is: 'nthWeekday', nth: nthOf(said), weekday: weekdayNumber(said.weekday), month: null } }),
  ),
  reader(`(?:${month}|${monthWord})の? ?(?:第 ?(?<nth>[1-5一二三四五])|(?<lastOne>最終)) ?週(?!間)`, (said) =>
    days({ is: 'nthWeek', nth: nthOf(said), month: monthSaid(said) }),
  ),
  reader('(?<![今来先当々年歳毎半日\\d])月(?:の)?(?<section>初め|はじめ|初|頭|半ば|なかば|末)(?!日曜)', (said) => ({
    ...days({ is: 'month', month: null, section: sectionSaid(said) }),
    approximate: approximate(said),
  })),
  reader('(?<section>上旬|中旬|下旬|初旬)', (said) => ({
    ...days({ is: 'month', month: null, section: sectionSaid(said) }),
    approximate: true,
  })),
];

export function nthOf({ nth, lastOne }: Groups): number {
  return lastOne === undefined ? numberOf(nth) : -1;
}

/** A number of days by itself is no date: 「3日間」, 「二日酔い」, 「四日市」. */
const noBareDay =
  '(?!間|後|前(?!後)|以内|目|分|程度|ごと|毎|おき|ほど|遅|早|連続|ずつ|ずら|延|くらい|ぐらい|本|市|町|坊|月|酔|夜|ばかり|がかり|先|近く|だけ)';

const dayReaders: readonly Reader[] = [
  reader(`(?<day>${number}) ?日${noBareDay}${weekdayNote}`, (said, before) => {
    const { day } = said;
    if (/(?:中|丸|まる|あと|残り|第) ?$/.test(before)) return undefined;
    return day === '一' || day === '1' ? undefined : days(dateIn(null, day));
  }),
  // The first of a month, told from 「一日中」, 「1日に3回」 and 「一日も早く」.
  reader(
    `(?<![\\d一二三四五六七八九十第])[1一] ?日(?:(?: ?\\([${weekdayLetters}]\\))|(?=付|の午|の[朝昼夕夜]|まで|以降|から|午|ごろ|頃)|(?<=1日)(?=[はの]|に(?!\\d|[一二三])))`,
    () => days(dateIn(null, '1')),
  ),
  reader(`(?<day>${number}) ?(?:~|-|ー) ?(?<lastDay>${number})日(?!間|後|前|以内)`, (said) => rangeIn(null, said)),
  noDate('三日月|二日酔い|四日市|五日市|八日市|廿日市|十日町|三日坊主|三日天下|明日香|明日葉|明日菜|今日的|一日千秋'),
  reader(
    `(?<dayWord>今日|本日|明日|明後日|明々後日|昨日|一昨日|あさって|しあさって|おととい|おとつい|あした)(?!香|葉|美|奈|海|太)`,
    ({ dayWord }) => days(dayAway(dayWords[dayWord ?? ''] ?? 0)),
  ),
  reader(
    '(?<![ぁ-んー])(?<dayWord>きょう|きのう|あす)(?=[はのもにがでを, ]|$|じゅう|中|から|まで|以降)',
    ({ dayWord }) => days(dayAway(dayWords[dayWord ?? ''] ?? 0)),
  ),
];

const letterAlone = `(?=[はにをがもでのかと,. ]|$|午|朝|夕|まで|以降|\\d)`;

const weekReaders: readonly Reader[] = [
  reader(`(?:(?<week>${anyOf(weekWords)})の? ?)?(?<![${weekdayLetters}])${weekday}(?!社|版)`, weekdaySaid),
  reader(`(?<week>今週|来週|再来週|さ来週|先週|次|今度)の? ?(?<weekday>[月火水木金土])${letterAlone}`, weekdaySaid),
  reader(`(?:(?<week>${anyOf(weekWords)})の? ?)?\\((?<weekday>[${weekdayLetters}])(?:曜日?)?\\)`, weekdaySaid),
  // Each of several: 「火・木曜」.
  reader(`(?<weekday>[${weekdayLetters}])(?=・[${weekdayLetters}](?:・[${weekdayLetters}]){0,5}曜)`, weekdaySaid),
  reader('(?<week>今週|来週|再来週|さ来週|先週|先々週)(?!号)', ({ week }) => days(weekAway(week, null))),
  reader(`(?<week>今週|来週|再来週|先週|(?<![今来先々一二三四五六七八九十\\d])週)の? ?${section}(?!日)`, (said) => {
    if (said.section === '末') return days({ is: 'weekend', week: said.week === '週' ? null : weekCount(said.week) });
    return { ...days(weekAway(said.week, sectionSaid(said))), approximate: approximate(said) };
  }),
  reader('(?<week>今週|来週|再来週|先週)?の?(?:週末|土日)(?!月)', ({ week }) =>
    days({ is: 'weekend', week: week === undefined ? null : weekCount(week) }),
  ),
  reader('(?<week>来|再来)?週明け', ({ week }) =>
    days({ is: 'weekday', weekday: 1, week: week === undefined ? 'next' : week === '来' ? 1 : 2 }),
  ),
];

function weekCount(week: string | undefined): number {
  const away = weekWords[week ?? ''];
  return typeof away === 'number' ? away : 0;
}

function weekAway(week: string | undefined, part: Section | null): DayReference {
  return { is: 'away', unit: 'week', by: weekCount(week), section: part };
}

function weekdaySaid({ week, weekday: letter }: Groups): Reading {
  return days({ is: 'weekday', weekday: weekdayNumber(letter), week: weekWords[week ?? ''] ?? null });
}

const fiscalWords: Readonly<Record<string, number>> = {
  今年度: 0,
  本年度: 0,
  来年度: 1,
  昨年度: -1,
  前年度: -1,
  年度: 0,
};

const seasons: Readonly<Record<string, number>> = { 春: 3, 夏: 6, 秋: 9, 冬: 12 };

const yearReaders: readonly Reader[] = [
  reader(`(?:${year}の?${section}|(?<![今来昨去本\\d])年(?<only>末|初|始))(?!年|度)`, (said) => {
    if (said.only !== undefined)
      return days({ is: 'named', name: said.only === '末' ? '年末' : '年始', year: null, yearsAway: null });
    const [long, word] = [yearOf(said), yearWords[said.yearWord ?? ''] ?? 0];
    const part = sectionSaid(said);
    return days(
      long === null
        ? { is: 'away', unit: 'year', by: word, section: part }
        : { is: 'year', year: long, fiscal: false, section: part },
    );
  }),
  reader(`${year}(?<!の)(?!月|目|前|後|間|以|生|号)`, (said) => {
    const long = yearOf(said);
    if (long !== null) return days({ is: 'year', year: long, fiscal: false, section: null });
    return days({ is: 'away', unit: 'year', by: yearWords[said.yearWord ?? ''] ?? 0, section: null });
  }),
  reader('年内', () => ({
    days: { first: { is: 'away', unit: 'year', by: 0, section: null }, last: null, bound: 'within' },
  })),
  reader(
    `(?:(?:(?<era>令和|平成|昭和|[rhs]) ?(?<eraYear>元|\\d{1,2}|[一二三四五六七八九十]{1,3})|(?<year>${longYear})) ?年度|(?<fiscal>${anyOf(fiscalWords)}))(?:の?${section})?`,
    (said) => {
      const [long, word] = [yearOf(said), fiscalWords[said.fiscal ?? ''] ?? 0];
      const part = sectionSaid(said);
      if (said.fiscal === '年度') {
        return part === null
          ? undefined
          : { ...days({ is: 'fiscalSection', section: part }), approximate: approximate(said) };
      }
      const first: DayReference =
        long === null
          ? { is: 'away', unit: 'fiscalYear', by: word, section: part }
          : { is: 'year', year: long, fiscal: true, section: part };
      return { ...days(first), approximate: approximate(said) };
    },
  ),
  reader(
    `${year}(?<season>[春夏秋冬])(?!休|期)|この(?<this>[春夏秋冬])(?!休|期)|(?<bare>[春夏秋冬])(?=ごろ|頃|まで|以降|[にはの]開)`,
    (said) =>
      days({
        ...{ is: 'season', first: seasons[said.season ?? said.this ?? said.bare ?? ''] ?? 0 },
        ...{ year: yearOf(said), yearsAway: yearWords[said.yearWord ?? ''] ?? null, isNext: false },
      }),
  ),
  reader('(?<decade>19\\d|20\\d)0年代', ({ decade }) => days({ is: 'decade', year: Number(decade) * 10 })),
];

export const japaneseDays: readonly Reader[] = [...monthReaders, ...dayReaders, ...weekReaders, ...yearReaders];
