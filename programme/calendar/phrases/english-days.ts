/** Reads days and weeks in English that are said relative to now: "next Wednesday", "over the weekend", "the week of 17 March". */
import {
  anyWeekday,
  awayOf,
  monthName,
  monthNumber,
  shortWeekday,
  weekdayName,
  weekdayOfName,
} from './english-words.js';
import {
  dayAway,
  days,
  type Groups,
  monthAway,
  noDate,
  offset,
  type Reader,
  type Reading,
  reader,
} from './references.js';

const start = '(?<![a-z0-9])';
const end = '(?![a-z0-9])';
const own = "(?:'s)?";

const dayWords: readonly (readonly [number, string])[] = [
  [0, 'todays?'],
  [1, "(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tmw|2moro)(?:'s|s)?"],
  [-1, 'yesterday'],
  [2, '(?:the )?day after tomorrow'],
  [-2, '(?:the )?day before yesterday'],
];

const relativeDays: readonly Reader[] = [
  ...dayWords.map(([away, words]) =>
    reader(`${start}(?:(?:early|late|later|earlier|all(?: day)?) )?(?:${words})${own}${end}`, () =>
      days(dayAway(away)),
    ),
  ),
  reader(
    `${start}now${end}(?! and (?:then|again)| that| (?:playing|showing|called|known))|${start}(?:at the moment|at present|at this (?:moment|time|hour)|this (?:hour|minute|moment))${end}`,
    () => ({
      minutesAway: 0,
    }),
  ),
  reader(
    `${start}(?<!(?:or|and|any) )later(?! than| today| tonight| this| tomorrow| version| draft| stage)(?: on)?${end}`,
    () => ({
      ...{ days: { first: dayAway(0), last: null, bound: 'from' }, approximate: true },
    }),
  ),
  // What is measured is as of now; a current draft is one that is in force.
  reader(
    `${start}current(?= (?:weather|temperature|conditions?|forecast|humidity|wind|time|status|situation|state of|progress|numbers|figures)${end})`,
    () => ({ minutesAway: 0 }),
  ),
  noDate(
    '\\b(?:sooner or later|see you later|talk to you later|now and then|now that|the other day|one day|some day)\\b',
  ),
];

const thisNext =
  '(?<which>this coming|this past|(?:the )?coming|(?:the )?following|this|next|last|(?:the )?past|previous|the same)';

function weekdaySaid({ which, weekday, weeks }: Groups): Reading {
  const of = weekdayOfName(weekday);
  if (weeks !== undefined)
    return days({ is: 'weekday', weekday: of, week: /after next/.test(weeks) ? 2 : awayOf(weeks) });
  if (which === 'this' || which === 'the same') return days({ is: 'weekday', weekday: of, week: 0 });
  if (which === 'next') return days({ is: 'weekday', weekday: of, week: 'next' });
  const isPast = which !== undefined && /last|past|previous/.test(which);
  return days({ is: 'weekday', weekday: of, week: isPast ? 'last' : null });
}

const ofWeek = '(?<weeks>this week|next week|last week|(?:the )?(?:coming|following) week|(?:the )?week after next)';
const noPlural = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** Mon and wed are words, too. */
const afterShort =
  '(?:(?<!(?:mon|wed))|(?<=\\b(?:on|next|this|last|by|until|till|from|to|coming) (?:mon|wed))|(?= ?(?:$|[,.?!)~-]|at |\\d|(?:morning|afternoon|evening|night|to|and|or)\\b)))';

const weekdays: readonly Reader[] = [
  reader(`${start}(?:${thisNext} )?(?<weekday>${noPlural})${own}${end}`, weekdaySaid),
  reader(`${start}(?:${thisNext} )?(?<weekday>${shortWeekday})${end}${afterShort}`, weekdaySaid),
  // "sat" and "sun" are words: only behind what tells, or before a part of the day.
  reader(
    `(?<=\\b(?:on|by|until|till|from|every|each|to|through|and|before|after) )(?<weekday>sat|sun)\\b\\.?(?! (?:at|in|on|with|down|and)\\b)`,
    weekdaySaid,
  ),
  reader(`${start}(?<which>this|next|last|coming) (?<weekday>sat|sun)${end}`, weekdaySaid),
  reader(`${start}(?<weekday>sat|sun)(?= (?:morning|afternoon|evening|night))`, weekdaySaid),
  reader(`\\((?<weekday>${anyWeekday})\\)`, weekdaySaid),
  reader(
    `${start}(?<weekday>${weekdayName}|${shortWeekday}),? (?:of |on |in |the )?(?:the )?${ofWeek}${end}`,
    weekdaySaid,
  ),
  reader(`${start}${ofWeek},? (?:on )?(?<weekday>${noPlural}|${shortWeekday})${own}${end}`, weekdaySaid),
  // British: a week after that day.
  reader(`${start}(?<weekday>${noPlural}) week${end}`, ({ weekday }) =>
    days(offset(1, 'week', { is: 'weekday', weekday: weekdayOfName(weekday), week: null })),
  ),
];

const weeks: readonly Reader[] = [
  // The whole of it, or what is left of it.
  reader(
    `${start}(?:all|(?:for )?the (?:whole|entire)|(?:for )?the rest of (?:the|this)|throughout the|(?:later|earlier|all) this|this entire) (?<unit>day|week|weekend|month|year)${end}`,
    ({ unit }) => {
      if (unit === 'day') return days(dayAway(0));
      if (unit === 'weekend') return days({ is: 'weekend', week: null });
      return days({
        is: 'away',
        unit: unit === 'week' ? 'week' : unit === 'month' ? 'month' : 'year',
        by: 0,
        section: null,
      });
    },
  ),
  reader(
    `${start}(?<which>this|next|last|(?:the )?current|(?:the )?coming|(?:the )?following|(?:the )?previous|the same) (?<unit>week|month|year)${own}${end}(?! on | after)`,
    ({ which, unit }) => {
      const by = awayOf(which);
      if (unit === 'month') return days({ is: 'month', month: monthAway(by), section: null });
      return days({ is: 'away', unit: unit === 'week' ? 'week' : 'year', by, section: null });
    },
  ),
  reader(`${start}(?:the )?week after next${own}${end}`, () =>
    days({ is: 'away', unit: 'week', by: 2, section: null }),
  ),
  reader(`${start}(?:the )?month after next${own}${end}`, () =>
    days({ is: 'month', month: monthAway(2), section: null }),
  ),
  reader(
    `${start}(?:the )?week (?:of|beginning|starting)(?: on)? (?:the |monday,? )?(?:(?<day>\\d{1,2})(?:st|nd|rd|th)?)(?: (?:of )?(?<month>${monthName}))?${end}`,
    weekOf,
  ),
  reader(
    `${start}(?:the )?week (?:of|beginning|starting)(?: on)? (?<month>${monthName}) (?<day>\\d{1,2})(?:st|nd|rd|th)?${end}`,
    weekOf,
  ),
  reader(`${start}(?:(?<which>this|next|last|this coming|(?:the )?coming|the) )?weekend${own}${end}`, ({ which }) => {
    const week = which === 'next' ? 1 : which === 'last' ? -1 : null;
    return days({ is: 'weekend', week });
  }),
];

function weekOf({ day, month }: Groups): Reading {
  const of = month === undefined ? null : { month: monthNumber(month), away: 0, year: null, yearsAway: null };
  return days({ is: 'weekOf', day: { is: 'date', month: of, day: Number(day), swaps: false } });
}

export const englishDays: readonly Reader[] = [...relativeDays, ...weekdays, ...weeks];
