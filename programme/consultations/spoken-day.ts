/** Reads which day of consultations somebody speaks of: 「明日」, "on Tuesday", 「3月4日」; of several days none, so that it is asked. */
import { dayAfter, weekdayOf } from '../calendar/business-days.js';
import { isDate, localOf } from '../messages/dates.js';
import type { Values } from '../messages/message.js';
import { datesIn, nextDay, weekdaysIn } from './slots/spoken-hours.js';

/** Days from today on; 'the day after tomorrow' before 'tomorrow', which it holds. */
const ahead: readonly (readonly [number, RegExp])[] = [
  [2, /明後日|あさって|\bday after tomorrow\b/g],
  [1, /明日|あした|あす(?=[はのをにも、 ]|$)|\btomorrow\b/g],
  [0, /今日|本日|きょう|今朝|\btoday\b|\bthis (?:morning|afternoon|evening)\b/g],
];

const nextWeek = /来週|\bnext week\b/;
/** Not today, whatever day it is. */
const nextDayOfWeek = /次の[月火水木金土日]曜|\bnext [a-z]+day\b/;

/** It begins on the day that is named and lasts longer. */
const longer =
  /(?:今日|本日|明日|明後日|日|曜日?)(?:\(.\))?(?:から|〜|~|以降|以後)|\d+ ?(?:日間|days)|\b(?:from|since) (?:today|tomorrow|[a-z]+day|\d)|\bonwards?\b|\b(?:until|till|through)\b|まで/;

/** It has an end, too, so that it is no beginning by itself. */
const ends = /まで|\d+ ?(?:日間|days)|\b(?:until|till|through|to)\b|(?:から|〜|~) ?\d/;

/** The same, and of a day from which on hours are wanted that day with `onwards`; `spokenMonth` where only a month is named. */
export function spokenBeginningIn(text: string): Values {
  const typed = text.normalize('NFKC').toLowerCase();
  const days = daysNamed(typed);
  const [only, other] = days;
  if (only !== undefined) {
    const begins = other === undefined && longer.test(typed) && !ends.test(typed);
    return begins ? { spokenDay: only, onwards: true } : spokenDayIn(text);
  }
  const month = /(?<!\d)(1[0-2]|[1-9])月(?!\d|曜)/.exec(typed)?.[1];
  return month === undefined ? {} : { spokenMonth: Number(month) };
}

/** `spokenDay`: the only day that is named, as `dayOf` reads it; `severalDays`: there are more. */
export function spokenDayIn(text: string): Values {
  const typed = text.normalize('NFKC').toLowerCase();
  const [only, other] = daysNamed(typed);
  if (only === undefined) return {};
  return other !== undefined || longer.test(typed) ? { severalDays: true } : { spokenDay: only };
}

function daysNamed(typed: string): readonly string[] {
  let rest = typed;
  const week = nextWeek.test(rest) ? 'n' : nextDayOfWeek.test(rest) ? 's' : 'w';
  const relative = ahead.flatMap(([days, pattern]) => {
    const before = rest;
    rest = rest.replace(pattern, ' ');
    return before === rest ? [] : [`+${days}`];
  });
  const dates = datesIn(rest);
  // A day of the week beside a date only describes it: 3月4日(火).
  const weekdays = dates.length > 0 || relative.length > 0 ? [] : weekdaysIn(rest).map((day) => `${week}${day}`);
  return [...new Set([...relative, ...dates, ...weekdays])];
}

/** The words that `spokenDayIn` reads, as far as they are told apart by their form. */
export const dayWords = new RegExp(
  [
    '明後日|あさって|明日|あした|今日|本日|きょう|今朝|来週|[月火水木金土日]曜日?|\\d{1,2}月(?:\\d{1,2}日)?',
    String.raw`\b(?:day after tomorrow|tomorrow|today|next week|this (?:morning|afternoon|evening))\b`,
    String.raw`\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}(?:st|nd|rd|th|\/\d{1,2})?\b`,
    String.raw`\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:[a-z]{2,7})?\b`,
  ].join('|'),
  'gi',
);

/** The day that is meant, the programme's: 2025-02-04. Null where there is none. */
export function dayOf(
  spoken: string,
  { now, timeZone }: { readonly now: Date; readonly timeZone: string },
): string | null {
  const today = localOf(now, timeZone).date;
  if (/^\+\d$/.test(spoken)) return dayAfter(today, Number(spoken.slice(1)));
  if (/^\d{4}-/.test(spoken)) return isDate(spoken) ? spoken : null;
  if (!/^[wns]\d$/.test(spoken)) return nextDay(spoken, { now, timeZone });
  const away = Number(spoken.slice(1)) - weekdayOf(today);
  if (spoken.startsWith('n')) return dayAfter(today, away + 7);
  return dayAfter(today, spoken.startsWith('s') ? ((away + 6) % 7) + 1 : (away + 7) % 7);
}
