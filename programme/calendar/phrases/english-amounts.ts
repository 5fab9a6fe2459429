/** Reads amounts of time in English: "in two weeks", "for 2 hours", "push it back by a day", and what repeats: "every other Tuesday". */
import type { AmountUnit, Repetition, TimeAmount } from './date-phrase.js';
import { anyWeekday, shortWeekday, weekdayName, weekdayOfName } from './english-words.js';
import { numberWord, wordNumber } from './numbers.js';
import {
  type DayReference,
  dayAway,
  days,
  type Groups,
  noDate,
  offset,
  type Reader,
  type Reading,
  reader,
  repeating,
} from './references.js';

const end = '(?![a-z0-9])';
const noPlural = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

const unitOf: Readonly<Record<string, AmountUnit>> = {
  ...{
    sec: 'second',
    second: 'second',
    min: 'minute',
    minute: 'minute',
    hour: 'hour',
    hr: 'hour',
    day: 'day',
    week: 'week',
    month: 'month',
    year: 'year',
  },
  ...{ 'business day': 'workingDay', 'working day': 'workingDay', fortnight: 'week' },
};
const unit =
  '(?<unit>(?:business |working )?days?|sec(?:ond)?s|min(?:ute)?s?|hours?|hrs?|weeks?|fortnights?|months?|years?)';
const count = `(?<count>${numberWord}|\\d{3}|an?|one|half an?|a half|(?:a )?couple of|(?:a )?few|several|another)(?<half> and a half)?`;
const amount = `(?<!more than |first |last )${count}[ -]?(?:more )?${unit}(?:'s?)?(?<more> and a half)?(?:,? and (?<plus>${numberWord}) (?<plusUnit>minutes?|mins?|hours?|days?|weeks?|months?)(?! (?:later|earlier|before|after)))?`;
const hard = '(?<![a-z0-9.:/-])';

/** "An hour and 5 minutes" in the smaller unit; null where the two do not add up. */
function amountOf(said: Groups): TimeAmount | null {
  const found = oneAmount(said.count, said.unit, said.more !== undefined || said.half !== undefined);
  if (found === null || said.plus === undefined) return found;
  const plus = oneAmount(said.plus, said.plusUnit, false);
  const smaller = found.unit === 'hour' ? 60 : found.unit === 'day' ? 24 : found.unit === 'week' ? 7 : null;
  const next = found.unit === 'hour' ? 'minute' : found.unit === 'day' ? 'hour' : 'day';
  if (plus === null || smaller === null || plus.unit !== next) return null;
  return { amount: found.amount * smaller + plus.amount, unit: next };
}

const countWords: readonly (readonly [number, RegExp])[] = [
  [0.5, /^(?:a )?half/],
  [1, /^(?:an?|another)$/],
  [2, /couple/],
  [3, /few|several/],
];

function oneAmount(said = '', word = '', andHalf: boolean): TimeAmount | null {
  const of = unitOf[word.replace(/s$/, '')];
  if (of === undefined) return null;
  const many = countWords.find(([, pattern]) => pattern.test(said))?.[0] ?? wordNumber(said);
  const all = (many + (andHalf ? 0.5 : 0)) * (word.startsWith('fortnight') ? 2 : 1);
  if (!(all > 0)) return null;
  if (Number.isInteger(all)) return { amount: all, unit: of };
  if (of === 'hour') return { amount: all * 60, unit: 'minute' };
  if (of === 'year') return { amount: all * 12, unit: 'month' };
  if (of === 'day') return { amount: all * 24, unit: 'hour' };
  return of === 'week' ? { amount: Math.floor(all * 7), unit: 'day' } : null;
}

const perMinute: Partial<Record<AmountUnit, number>> = { second: 1 / 60, minute: 1, hour: 60 };

function fromNow(said: Groups, sign: 1 | -1, from: DayReference | null = null): Reading | undefined {
  const found = amountOf(said);
  if (found === null) return fromNowTwice(said, sign, from);
  const minutes = perMinute[found.unit];
  return minutes === undefined
    ? days(offset(sign * found.amount, found.unit, from))
    : { minutesAway: sign * found.amount * minutes };
}

/** "Two months and 3 days from now": one after the other, since a month is no number of days. */
function fromNowTwice(
  { plus, plusUnit, ...said }: Groups,
  sign: 1 | -1,
  from: DayReference | null,
): Reading | undefined {
  const [first, second] = [amountOf(said), oneAmount(plus, plusUnit, false)];
  if (first === null || second === null) return undefined;
  if (perMinute[first.unit] !== undefined || perMinute[second.unit] !== undefined) return undefined;
  return days(offset(sign * second.amount, second.unit, offset(sign * first.amount, first.unit, from)));
}

function shift(said: Groups, sign: 1 | -1): Reading | undefined {
  const found = amountOf(said);
  return found === null ? undefined : { amount: { amount: sign * found.amount, unit: found.unit, means: 'shift' } };
}

function length(said: Groups): Reading | undefined {
  const found = amountOf(said);
  return found === null ? undefined : { amount: { ...found, means: 'length' } };
}

function within(said: Groups, sign: 1 | -1, bound: 'within' | null): Reading | undefined {
  const found = amountOf(said);
  if (found === null) return undefined;
  if (perMinute[found.unit] !== undefined) return { amount: { ...found, means: 'length' } };
  return { days: { first: { is: 'within', amount: { ...found, amount: sign * found.amount } }, last: null, bound } };
}

/** "Bring it forward by a day" is earlier; what is pushed, moved or delayed is later. */
const earlier = /\b(?:forward|earlier|bring|bringing|advance|sooner|up)\b[^.]*$/;
const baseDay = `(?<base>today|tomorrow|now|(?:(?:next|this) )?(?:${noPlural}))`;

function baseOf(base: string | undefined): DayReference | null {
  if (base === undefined || base === 'now' || base === 'today') return null;
  if (base === 'tomorrow') return dayAway(1);
  const week = base.startsWith('next') ? 'next' : base.startsWith('this') ? 0 : null;
  return { is: 'weekday', weekday: weekdayOfName(base.split(' ').at(-1)), week };
}

const amounts: readonly Reader[] = [
  reader(`${hard}in (?:about |around )?${amount}(?: time)?${end}(?! (?:each|row))`, (said) => fromNow(said, 1)),
  reader(`${hard}${amount} (?:from|after|on) ${baseDay}${end}`, (said) => {
    const found = fromNow(said, 1, baseOf(said.base));
    return found?.minutesAway == null || said.base === 'now' ? found : undefined;
  }),
  reader(`${hard}after (?:about |around )?${amount}${end}`, (said) => fromNow(said, 1)),
  reader(`${hard}${amount} hence${end}`, (said) => fromNow(said, 1)),
  reader(`${hard}(?:in |within |over |for )?(?:the )?next hour${end}`, () => ({ minutesAway: 60 })),
  reader(`${hard}${amount} ago${end}`, (said) => fromNow(said, -1)),
  reader(`${hard}${amount} (?:later|after|back|late)${end}`, (said) => shift(said, 1)),
  reader(`${hard}${amount} (?:earlier|before|sooner|ahead|forward|early)${end}`, (said) => shift(said, -1)),
  reader(`${hard}(?:back |later |out |on )?by ${amount}${end}`, (said, before) =>
    shift(said, earlier.test(before) ? -1 : 1),
  ),
  reader(`${hard}(?:forward|earlier|ahead|up) (?:by )?${amount}${end}`, (said) => shift(said, -1)),
  reader(`${hard}(?:back|later) (?:by )?${amount}${end}`, (said) => shift(said, 1)),
  reader(`${hard}within (?:the next )?${amount}${end}`, (said) => within(said, 1, 'within')),
  reader(`${hard}(?:(?:in|over|during|for) )?(?:the )?(?:next|coming|following) ${amount}${end}`, (said) =>
    within(said, 1, null),
  ),
  reader(`${hard}(?:(?:in|over|during|for) )?(?:the )?(?:last|past|previous) ${count}[ -]${unit}${end}`, (said) =>
    within(said, -1, null),
  ),
  reader(`${hard}(?:over |in |during |for )?(?:the )?past (?<unit>week|month|year)${end}`, ({ unit: said }) =>
    within({ count: 'one', unit: said }, -1, null),
  ),
  reader(`${hard}for (?:about |around )?${amount}${end}`, length),
  reader(
    `${hard}(?!(?:an?|one|another) [a-z]+\\b(?! and (?:a half|${numberWord} m)))${amount}${end}(?! (?:old|of age|in a row))`,
    length,
  ),
  reader(
    `${hard}(?:an?|one)[ -](?:and a half )?(?<unit>hour|minute|day|week)[ -](?:long|each)\\b|${hard}one (?<only>hour)\\b`,
    ({ unit: said, only }) => length({ count: 'one', unit: said ?? only }),
  ),
  noDate(
    '\\b(?:once|twice|times) (?:a|per|every) (?:day|week|month|year)\\b|\\bevery time\\b|\\bevery(?: single)? one\\b',
  ),
];

const several = `(?<weekdays>${weekdayName}|${anyWeekday})(?<others>(?:(?:, | and |, and | & )(?:${weekdayName}|${shortWeekday})){0,6})`;
const plural = '(?:mon|tues|wednes|thurs|fri|satur|sun)days';

function weekdaysOf(said: string): readonly number[] {
  const found = said.match(/[a-z]{3,}/g) ?? [];
  return [...new Set(found.map(weekdayOfName).filter((one) => one > 0))].toSorted();
}

const howOften = '(?<how>other |second |alternate |third |single )?';
const everyCount = (how: string | undefined) =>
  how === undefined || /single/.test(how) ? 1 : /third/.test(how) ? 3 : 2;

const adverbs: Readonly<Record<string, Repetition>> = {
  ...{
    hourly: repeating(1, 'hour'),
    daily: repeating(1, 'day'),
    weekly: repeating(1, 'week'),
    monthly: repeating(1, 'month'),
  },
  ...{ fortnightly: repeating(2, 'week'), biweekly: repeating(2, 'week') },
};

const recurrences: readonly Reader[] = [
  reader(`${hard}(?:on )?(?:every|each) ${howOften}${several}${end}`, ({ how, weekdays: said, others }) => ({
    every: repeating(everyCount(how), 'week', { weekdays: weekdaysOf(`${said} ${others}`) }),
  })),
  reader(
    `${hard}(?:on )?(?<weekdays>${plural}(?:(?:, | and |, and | & )${plural}){0,6})${end}`,
    ({ weekdays: said = '' }) => ({
      every: repeating(1, 'week', { weekdays: weekdaysOf(said) }),
    }),
  ),
  reader(
    `${hard}(?:every|each) ${howOften}(?<unit>minute|hour|day|week|month|year|business day|working day)${end}`,
    ({ how, unit: said }) => ({
      every: repeating(everyCount(how), unitOf[said ?? ''] ?? 'day'),
    }),
  ),
  reader(`${hard}every ${amount}${end}`, (said) => {
    const found = amountOf(said);
    return found === null ? undefined : { every: repeating(found.amount, found.unit) };
  }),
  reader(`${hard}(?:every|each) (?<part>morning|afternoon|evening|night)${end}`, ({ part }) => ({
    every: repeating(1, 'day'),
    part: part === 'morning' ? 'morning' : part === 'afternoon' ? 'afternoon' : 'evening',
  })),
  reader(
    `${hard}(?:the |every )?(?<nth>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)) (?<weekday>${weekdayName}) (?:of|in) (?:every|each|the) month${end}(?! after)`,
    ({ nth, weekday }) => ({
      every: repeating(1, 'month', { weekdays: [weekdayOfName(weekday)], nth: nth === 'last' ? -1 : wordNumber(nth) }),
    }),
  ),
  reader(`${hard}(?:on )?the (?<day>\\d{1,2})(?:st|nd|rd|th) of (?:every|each) month${end}`, ({ day }) => ({
    every: repeating(1, 'month', { dayOfMonth: Number(day) }),
  })),
  reader(`${hard}(?:on )?(?:every )?(?:(?<=every )weekend|weekends)${end}`, () => ({
    every: repeating(1, 'week', { weekdays: [6, 7] }),
  })),
  reader(`${hard}(?:on )?(?:every )?weekdays?${end}`, () => ({
    every: repeating(1, 'week', { weekdays: [1, 2, 3, 4, 5] }),
  })),
  reader(
    `${hard}(?<how>hourly|daily|weekly|fortnightly|biweekly|monthly)${end}(?= ?(?:$|[,.?!]| (?:at|on|in|for|from|until|starting|please)\\b))`,
    ({ how }) => ({
      every: adverbs[how ?? ''] ?? repeating(1, 'day'),
    }),
  ),
];

export const englishAmounts: readonly Reader[] = [...amounts, ...recurrences];
