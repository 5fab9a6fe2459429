/** Reads dates, months and years in English: "7 November", "Nov 7th", "the 22nd", "early March", "the second Wednesday of next month". */
import {
  anyWeekday,
  awayOf,
  monthIn,
  monthName,
  plainMonthName,
  relativeMonth,
  weekdayName,
  weekdayOfName,
  yearSaid,
} from './english-words.js';
import { ordinalWord, wordNumber } from './numbers.js';
import {
  type DayReference,
  days,
  type Groups,
  type MonthReference,
  noDate,
  type Reader,
  type Reading,
  reader,
  type Section,
} from './references.js';

const nth = '(?:st|nd|rd|th)';
const start = '(?<![a-z0-9/.:-])';
const dayNumber = `(?<day>\\d{1,2})${nth}?`;
/** What only describes the date: "Fri, 7 November". */
const before = `(?:${anyWeekday},? (?:the )?)?`;
const note = `(?: ?\\(${anyWeekday}\\)|, ${weekdayName}\\b)?`;
const dash = ' ?(?:-|~|to|until|till|through|and) ?';
const month = `(?<month>${monthName})`;
const theMonth = `(?<month>${monthName}|${relativeMonth})`;

const dateIn = (of: MonthReference | null, day: string | undefined): DayReference => ({
  ...{ is: 'date', month: of, day: wordNumber(day), swaps: false },
});

const dateSaid = (said: Groups): Reading => days(dateIn(monthIn(said), said.day));

function rangeSaid(said: Groups): Reading {
  const of = monthIn(said);
  return { days: { first: dateIn(of, said.day), last: dateIn(of, said.lastDay), bound: null } };
}

const dates: readonly Reader[] = [
  reader(`${start}${before}(?:the )?${dayNumber} ?-?(?:of )?${month}(?![a-z])${yearSaid}?${note}`, dateSaid),
  reader(
    `${start}${before}${month} ?-?(?:the )?${dayNumber}(?![\\d:/]|\\.\\d| ?[ap]\\.?m\\b|%| o'?clock)${yearSaid}?${note}`,
    dateSaid,
  ),
  reader(`${start}${before}(?:the )?(?<day>${ordinalWord}) (?:of )?${month}(?![a-z])${yearSaid}?`, dateSaid),
  reader(`${start}${before}${month} (?:the )?(?<day>${ordinalWord})(?![a-z])${yearSaid}?`, dateSaid),
  reader(
    `${start}(?:from |between )?(?:the )?${dayNumber}${dash}(?:the )?(?<lastDay>\\d{1,2})${nth}? ?(?:of )?${month}(?![a-z])${yearSaid}?`,
    rangeSaid,
  ),
  reader(
    `${start}(?:from |between )?${month} ?(?:the )?${dayNumber}${dash}(?:the )?(?<lastDay>\\d{1,2})${nth}?(?![\\d:/]| ?[ap]\\.?m\\b| (?:of )?${monthName}(?![a-z]))${yearSaid}?`,
    rangeSaid,
  ),
  reader(
    `${start}(?:the )?(?:${dayNumber}|(?<word>${ordinalWord})) (?:of )?(?<month>${relativeMonth})(?![a-z])`,
    (said) => days(dateIn(monthIn(said), said.word ?? said.day)),
  ),
  reader(`${start}(?<month>${relativeMonth}),? on (?:the )?(?<day>\\d{1,2})${nth}(?![a-z])`, dateSaid),
];

/** What is counted: "the 2nd draft" is no day. From the 13th on it is one all the same: "the 18th workshop". */
const counted =
  '(?:draft|version|session|seminar|workshop|day|part|time|one|meeting|round|item|principle|article|floor|page|comment|question|person|people|compan|quarter|week|half|centur|edition|place|step|phase|stage|element|paragraph|point|attempt|try|offer|line|option|slot|booking|consultation|reminder|choice|anniversar|birthday|generation|grade|deadline|chapter|section|row|column|party|parties|opinion|language|review|revision|year|month|hour|minute|file|name|appointment|adviser|advisor|delegate|seat|clause|sentence|most|best|last|next|or \\d)';
const neverDay =
  '(?:centur|edition|anniversar|birthday|principle|article|floor|page|row|seat|percentile|clause|paragraph)';

const bareDays: readonly Reader[] = [
  reader(`(?<=\\bon )the (?<day>${ordinalWord})(?= ?(?:$|[.,?!]| (?:at|from|in|if|please|instead)\\b))`, ({ day }) =>
    days(dateIn(null, day)),
  ),
  reader(`${start}the (?<day>\\d{1,2}${nth}|${ordinalWord}) of the month(?![a-z])`, ({ day }) =>
    days(dateIn(null, day)),
  ),
  reader(
    `${start}(?:(?:${anyWeekday},? )?the |(?<=\\b(?:on|by|until|till|from|before|after|to|and|or) ))(?<day>0?[1-9]|1[0-2])${nth}(?![a-z]|-\\w| ${counted}| (?:of )?(?:${monthName}|${relativeMonth}|${anyWeekday}))`,
    ({ day }) => days(dateIn(null, day)),
  ),
  reader(
    `${start}(?:(?:${anyWeekday},? )?the |(?<=\\b(?:on|by|until|till|from|before|after|to|and|or) ))(?<day>1[3-9]|2\\d|3[01])${nth}(?![a-z]|-\\w| ${neverDay}| (?:of )?(?:${monthName}|${relativeMonth}))`,
    ({ day }) => days(dateIn(null, day)),
  ),
  reader(
    `${start}(?:from )?the (?<day>\\d{1,2})${nth}${dash}(?:the )?(?<lastDay>\\d{1,2})${nth}(?![a-z]| (?:of )?${monthName})`,
    (said) => ({
      days: { first: dateIn(null, said.day), last: dateIn(null, said.lastDay), bound: null },
    }),
  ),
];

const sections: readonly (readonly [Section, string])[] = [
  ['early', 'early(?: in| on in)?|(?:the )?(?:start|beginning) of|(?:the )?first (?:third|part) of'],
  ['mid', 'mid|(?:the )?middle of|halfway through'],
  ['late', 'late(?: in)?|towards? the end of'],
  ['end', '(?:the )?end of(?: the)?|(?:the )?last day of'],
  ['firstHalf', '(?:the )?first half of'],
  ['secondHalf', '(?:the )?(?:second|latter|last) half of'],
];

const roughly = (section: Section) => !['end', 'firstHalf', 'secondHalf'].includes(section);

function wholeSection(unit: string | undefined, section: Section): DayReference {
  if (unit === 'month') return { is: 'month', month: null, section };
  if (unit === 'fiscal year') return { is: 'fiscalSection', section };
  return { is: 'away', unit: unit === 'week' ? 'week' : 'year', by: 0, section };
}

const sectionReaders: readonly Reader[] = sections.flatMap(([section, words]) => [
  reader(`${start}(?:${words})[ -](?:the )?${theMonth}(?![a-z])${yearSaid}?(?:'s)?`, (said) => ({
    ...days({ is: 'month', month: monthIn(said), section }),
    approximate: roughly(section),
  })),
  reader(`${start}(?:${words})[ -]?(?:the )?(?<unit>week|month|year|fiscal year)\\b(?! after)`, ({ unit }) => ({
    ...days(wholeSection(unit, section)),
    approximate: roughly(section),
  })),
  reader(`${start}(?:${words})[ -](?<which>this|next|last) (?<unit>week|year|fiscal year)\\b`, ({ which, unit }) => ({
    ...days({
      is: 'away',
      unit: unit === 'week' ? 'week' : unit === 'year' ? 'year' : 'fiscalYear',
      by: awayOf(which),
      section,
    }),
    approximate: roughly(section),
  })),
  reader(`${start}(?:${words})[ -](?<year>20\\d{2})(?![\\d:])`, ({ year }) => ({
    ...days({ is: 'year', year: Number(year), fiscal: false, section }),
    approximate: roughly(section),
  })),
]);

const nthWord = `(?<nth>first|second|third|fourth|fifth|last|[1-5]${nth})`;
const nthOf = (said: string | undefined) => (said === 'last' ? -1 : wordNumber(said));

const nthReaders: readonly Reader[] = [
  reader(
    `${start}(?:the )?${nthWord} (?<weekday>${weekdayName}|${anyWeekday}) (?:of|in) (?:the month|${theMonth})(?![a-z])${yearSaid}?`,
    (said) =>
      days({
        ...{ is: 'nthWeekday', nth: nthOf(said.nth), weekday: weekdayOfName(said.weekday) },
        month: said.month === undefined ? null : monthIn(said),
      }),
  ),
  reader(`${start}(?:the )?${nthWord} week (?:of|in) ${theMonth}(?![a-z])${yearSaid}?`, (said) =>
    days({ is: 'nthWeek', nth: nthOf(said.nth), month: monthIn(said) }),
  ),
];

const monthReaders: readonly Reader[] = [
  // April, June and August are people, too: "June said so".
  reader(
    `${start}(?<month>${plainMonthName})(?![a-z])(?:(?<!april|june|august)|(?= ?(?:$|[,.?!)]|20\\d\\d)))${yearSaid}?(?:'s)?(?! \\d)`,
    (said) => days({ is: 'month', month: monthIn(said), section: null }),
  ),
  // May and march, and what else is a word: only where it can be nothing but a month.
  reader(
    `(?<=\\b(?:in|by|of|since|until|till|from|during|through|throughout) )${month}(?![a-z])(?! (?:be|have|not|i|we|you|they|it|or may)\\b)${yearSaid}?`,
    (said) => days({ is: 'month', month: monthIn(said), section: null }),
  ),
  reader(`${start}${month},? (?:of )?(?<year>(?:19|20)\\d{2})(?![\\d:])`, (said) =>
    days({ is: 'month', month: monthIn(said), section: null }),
  ),
  reader(`${start}${month} (?<yearWord>next|last|this) year\\b`, (said) =>
    days({ is: 'month', month: monthIn(said), section: null }),
  ),
  reader(`${start}(?:next|this coming) (?<month>${plainMonthName}|march)(?![a-z])(?! \\d)`, (said) =>
    days({ is: 'month', month: monthIn(said), section: null }),
  ),
  reader(`${start}(?:last) (?<month>${plainMonthName}|march|may)(?![a-z])(?! \\d)`, (said) =>
    days({ is: 'month', month: { ...monthIn(said), away: -1 }, section: null }),
  ),
  noDate(
    '\\b(?:may|might) (?:i|we|you|be|not)\\b|\\bday (?:after|by|to) day\\b(?! tomorrow)|\\b24[/ -]7\\b|\\bmarch (?:on|off|of|to|for|against)\\b(?! \\d)|\\bmay day\\b',
  ),
];

const seasons: Readonly<Record<string, number>> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 };
const decades = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');

const yearReaders: readonly Reader[] = [
  // By itself, told from a number of things: "the 2024 pilot".
  reader(
    "(?<![a-z0-9#$€¥£.,/:-]|(?:room|number|iso|no\\.|about|over|than|of) )(?<year>19[5-9]\\d|20[0-4]\\d)(?![\\d:/年-]|[.,]\\d|%| ?(?:yen|円|people|companies|participants|words|characters|times|hours|km|m|mb|kb|gb)(?![a-z]))(?:'s)?",
    ({ year }) => days({ is: 'year', year: Number(year), fiscal: false, section: null }),
  ),
  reader(
    '(?<=\\b(?:in|from|since|of|during|until|till|by|before|after|year|for) )(?<year>(?:19|20)\\d{2})(?![\\d:/-]|\\.\\d| (?:people|companies|yen|participants))',
    ({ year }) => days({ is: 'year', year: Number(year), fiscal: false, section: null }),
  ),
  reader(
    `${start}(?:the )?(?:(?<end>end of )(?:the )?)?(?:fiscal(?: year)?|financial year|fy) ?'?(?<year>(?:20)?\\d{2})(?!\\d)`,
    ({ year, end }) =>
      days({ is: 'year', year: (Number(year) % 100) + 2000, fiscal: true, section: end === undefined ? null : 'end' }),
  ),
  reader(`${start}(?<which>this|next|last|the current) (?:fiscal|financial) year\\b`, ({ which }) =>
    days({ is: 'away', unit: 'fiscalYear', by: awayOf(which), section: null }),
  ),
  reader(
    `${start}(?:in (?:the )?|(?<which>this|next|last|this coming) )(?<season>spring|summer|autumn|winter)(?: of)?(?: (?<year>20\\d{2}))?\\b`,
    ({ which, season, year }) =>
      days({
        ...{ is: 'season', first: seasons[season ?? ''] ?? 0, year: year === undefined ? null : Number(year) },
        ...{ yearsAway: which === 'last' ? -1 : null, isNext: which === 'next' },
      }),
  ),
  reader(`${start}(?:this|in the) (?<season>fall)\\b(?! (?:of|back|out|short))`, () =>
    days({ is: 'season', first: 9, year: null, yearsAway: null, isNext: false }),
  ),
  reader(
    `${start}(?:the )?(?:(?:nineteen[ -])?(?<word>${decades.join('|')})|(?<long>(?:19|20)\\d)0'?s|'?(?<short>[2-9])0'?s)(?![a-z])`,
    (said) => {
      const short = said.short === undefined ? decades.indexOf(said.word ?? '') + 2 : Number(said.short);
      return days({ is: 'decade', year: said.long === undefined ? 1900 + short * 10 : Number(said.long) * 10 });
    },
  ),
];

export const englishDates: readonly Reader[] = [
  ...dates,
  ...bareDays,
  ...sectionReaders,
  ...nthReaders,
  ...monthReaders,
  ...yearReaders,
];
