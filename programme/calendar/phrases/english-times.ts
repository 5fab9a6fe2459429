/** Reads times of day in English: "3pm", "half past three", "quarter to four", "noon", "first thing", "from 1 to 4 pm", "this afternoon". */

import { inHalf, isSureHour, point } from './clock-time.js';
import type { PartOfDay } from './date-phrase.js';
import { numberWord, wordNumber } from './numbers.js';
import { type ClockTime, dayAway, days, noDate, type Reader, type Reading, reader } from './references.js';

const start = '(?<![a-z0-9/.:-])';
const end = '(?![a-z0-9])';
const half = '(?<half>[ap])(?: ?m\\b|\\. ?m\\b\\.?)';
const hourWord = '(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const hour = `(?<hour>[01]?\\d|2[0-4]|${hourWord})`;
const lastHour = `(?<lastHour>[01]?\\d|2[0-4]|${hourWord})`;
const to = ' ?(?:-|~|to|until|till|through|and) ?';

function timeOf(hourSaid: string | undefined, minute: string | undefined, halfSaid?: string): ClockTime | null {
  const hours = wordNumber(hourSaid);
  const minutes = minute === undefined ? 0 : wordNumber(minute);
  if (!(hours <= 24 && minutes < 60)) return null;
  const time = { hour: hours, minute: minutes, isSure: isSureHour(hours, hourSaid) };
  if (halfSaid === undefined) return time;
  if (hours === 0) return { ...time, hour: halfSaid === 'p' ? 12 : 0 };
  return inHalf({ ...time, isSure: false }, halfSaid === 'p' ? 'afternoon' : 'morning');
}

function found(time: ClockTime | null): Reading | undefined {
  return time === null ? undefined : point(time);
}

/** "half past three": minutes after an hour, or before it where negative. */
function past(minutes: number, hourSaid: string | undefined): Reading | undefined {
  const hours = wordNumber(hourSaid);
  if (!(hours >= 1 && hours <= 12 && Math.abs(minutes) < 60)) return undefined;
  if (minutes >= 0) return point({ hour: hours, minute: minutes, isSure: false });
  return point({ hour: hours === 1 ? 12 : hours - 1, minute: 60 + minutes, isSure: false });
}

/** What may follow a bare hour: "at 3 works", not "at 3 companies". */
const afterHour =
  '(?= ?(?:$|[,.?!;)]|-|~)| (?:on|in|at|or|and|to|until|till|for|please|works|would|is|instead|today|tonight|tomorrow|this|next|every|each|if|then|onwards?|sharp|mon|tue|wed|thu|fri|sat|sun)[a-z]*\\b)(?! (?:or|and|to) \\d+ (?:people|compan))';

const clocks: readonly Reader[] = [
  reader(`${start}${hour}(?:[:.](?<minute>[0-5]\\d))?(?::[0-5]\\d)? ?${half}`, ({ hour: said, minute, half: of }) =>
    found(timeOf(said, minute, of)),
  ),
  reader(`${start}${hour} o'? ?clock${end}`, ({ hour: said }) => found(timeOf(said, undefined))),
  reader(`${start}half[ -]past ${hour}${end}`, ({ hour: said }) => past(30, said)),
  reader(`${start}(?:a )?quarter (?<way>past|after|to|before) ${hour}${end}`, ({ way, hour: said }) =>
    past(way === 'past' || way === 'after' ? 15 : -15, said),
  ),
  reader(
    `${start}(?<minute>${numberWord}) (?:minutes? )?(?<way>past|to) (?<hour>${hourWord}|1[0-2]|[1-9])${end}(?! ?[ap]\\.?m)`,
    ({ minute, way, hour: said }, before) => {
      const minutes = wordNumber(minute);
      // "From 10 to 12" is a range.
      if (
        minutes % 5 !== 0 ||
        (way === 'to' && (/\b(?:from|between|at) $/.test(before) || minutes > 30 || /\d/.test(minute ?? '')))
      )
        return undefined;
      return past(way === 'past' ? minutes : -minutes, said);
    },
  ),
  reader(`(?<=\\bat (?:about |around )?)${hour}${afterHour}`, ({ hour: said }) => found(timeOf(said, undefined))),
  // "By 5, please".
  reader(`(?<=\\b(?:by|until|till|before|after) )(?<hour>1[0-2]|[1-9])${afterHour}(?! ?[-~])`, ({ hour: said }) =>
    found(timeOf(said, undefined)),
  ),
  reader(`${start}${hour} (?:in the (?<part>morning|afternoon|evening)|at night)${end}`, ({ hour: said, part }) => {
    const time = timeOf(said, undefined);
    const night: PartOfDay = 'night';
    return time === null
      ? undefined
      : point(inHalf(time, part === 'morning' || part === 'afternoon' || part === 'evening' ? part : night));
  }),
  reader(`${start}(?:12 )?(?:noon(?:time)?|midday)${end}`, () => point({ hour: 12, minute: 0, isSure: true })),
  reader(`${start}midnight${end}`, () => point({ hour: 24, minute: 0, isSure: true })),
];

/** "six thirty am", "at seven fifteen", "6 30 pm". */
const spokenMinutes =
  '(?:(?:oh )?five|ten|fifteen|twenty(?:[ -]five)?|thirty(?:[ -]five)?|forty(?:[ -]five)?|fifty(?:[ -]five)?)';

const spokenClocks: readonly Reader[] = [
  reader(`${start}${hour} (?<minute>${spokenMinutes}|[0-5]\\d) ?${half}`, ({ hour: said, minute, half: of }) =>
    found(timeOf(said, minute?.replace('oh ', ''), of)),
  ),
  reader(`(?<=\\bat )(?<hour>${hourWord}) (?<minute>${spokenMinutes})${end}`, ({ hour: said, minute }) =>
    found(timeOf(said, minute?.replace('oh ', ''))),
  ),
  reader(
    '(?<=\\b(?:at|for|by|until|before|after) )(?<hour>1[0-2]|[1-9])(?= (?:tonight|tomorrow|this (?:morning|afternoon|evening))\\b)',
    ({ hour: said }) => found(timeOf(said, undefined)),
  ),
];

const roughClock = reader(`${start}${hour}-?ish${end}`, ({ hour: said }) => {
  const time = timeOf(said, undefined);
  return time === null ? undefined : { ...point(time), approximate: true };
});

const ranges: readonly Reader[] = [
  reader(
    `${start}(?:from |between )?${hour}(?:[:.](?<minute>[0-5]\\d))?(?: ?(?<firstHalf>[ap])\\.?m\\b\\.?)?${to}${lastHour}(?:[:.](?<lastMinute>[0-5]\\d))? ?${half}`,
    (said) =>
      rangeOf(timeOf(said.hour, said.minute, said.firstHalf), timeOf(said.lastHour, said.lastMinute, said.half)),
  ),
  reader(
    `${start}(?:from|between) ${hour}(?::(?<minute>[0-5]\\d))?${to}${lastHour}(?::(?<lastMinute>[0-5]\\d))?(?!\\d|:|/| ?[ap]\\.?m)${afterHour}`,
    (said) => rangeOf(timeOf(said.hour, said.minute), timeOf(said.lastHour, said.lastMinute)),
  ),
  reader(
    `${start}(?:from )?${hour}(?::(?<minute>[0-5]\\d))? ?${half}${to}${lastHour}(?::(?<lastMinute>[0-5]\\d))?(?!\\d|:|/| ?[ap]\\.?m)${afterHour}`,
    (said) => rangeOf(timeOf(said.hour, said.minute, said.half), timeOf(said.lastHour, said.lastMinute)),
  ),
];

function rangeOf(from: ClockTime | null, until: ClockTime | null): Reading | undefined {
  return from === null || until === null ? undefined : { times: { from, to: until, bound: null } };
}

const lead = '(?:(?:in|during|over) (?:the )?|the |any |some )?';

const parts: readonly (readonly [PartOfDay, string])[] = [
  [
    'morning',
    `(?:early |late |mid-?)?mornings?|before (?:lunch|noon)|breakfast ?-?time|(?:at|over) breakfast|dawn|sunrise|daybreak|first thing(?: in the morning)?`,
  ],
  ['noon', '(?:at |over |during )?lunch ?-?time|(?:at|over|during) lunch|lunch hour|lunch break'],
  ['afternoon', '(?:early |late |mid-?)?afternoons?|(?:right |just |straight )?after lunch(?:time)?'],
  [
    'evening',
    '(?:early |late )?evenings?|after (?:work|hours)|(?:dinner|supper|tea) ?-?time|(?:at|after|during|over) (?:dinner|supper)(?! ?-?time)|dusk|sunset|nightfall',
  ],
  // By itself it is more often a name: "Quiz Night".
  [
    'night',
    '(?<=(?:[a-z]+day|tomorrow|tmrw|mon|tues?|wed|thur?s?|fri|sat|sun|at|by|all|late|in the|during the) )nights?|late at night|overnight',
  ],
];

const partReaders: readonly Reader[] = [
  reader(`(?<=\\b(?:tomorrow|today|[a-z]{3,6}day|this) )(?<half>am|pm)${end}`, ({ half: of }) => ({
    part: of === 'am' ? 'morning' : 'afternoon',
  })),
  ...parts.map(([part, words]) =>
    reader(`${start}${lead}(?:${words})(?:'s)?${end}(?! of (?:all|them))`, () => ({ part })),
  ),
  ...parts.slice(0, 4).map(([part, words]) =>
    reader(`${start}(?:later |earlier |all |early |late )?this (?:${words})(?:'s)?${end}`, () => ({
      part,
      ...days(dayAway(0)),
    })),
  ),
  reader(`${start}(?:later |late |early )?(?:tonight|tonite|this night)(?:'s)?${end}`, () => ({
    part: 'evening',
    ...days(dayAway(0)),
  })),
  reader(`${start}(?:last night|yesterday evening)(?:'s)?${end}`, () => ({ part: 'evening', ...days(dayAway(-1)) })),
  reader(
    `${start}(?:the )?(?:end of (?:the |business )?(?:working |business )?day|eod|cob|close of (?:business|play)|end of business)${end}`,
    () => point({ hour: 17, minute: 0, isSure: true }),
  ),
  noDate(
    '\\bgood (?:morning|afternoon|evening|night|day)\\b|\\bnight (?:club|shift)\\b|\\b(?:morning|evening|night)(?=,? (?:everyone|all|team)\\b)',
  ),
];

export const englishTimes: readonly Reader[] = [...clocks, ...spokenClocks, roughClock, ...ranges, ...partReaders];
