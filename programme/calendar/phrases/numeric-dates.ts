/** Reads dates in numbers, which both languages write: "2025-02-20", 「11/7(木)」, "20/2/2025", 「R7.3.1」. */
import { anyWeekday } from './english-words.js';
import { weekdayNote, yearOf } from './japanese-days.js';
import { dateOf, days, type Reader, type Reading, reader } from './references.js';

const note = `(?: ?\\(${anyWeekday}\\)|${weekdayNote})`;

/** 3/4 of something is a fraction, and 11/16 companies are so many of so many. */
const noShare =
  '(?! ?(?:hour|day|page|star|point|mark|of |compan|people|participants|sessions|社|名|人|件|回|枚|時間|ページ|点|票|の(?:企業|会社|人|方)))';

function said(month: number, day: number, year: number | null): Reading | undefined {
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31) {
    const swaps = month !== day && day <= 12;
    return days({ is: 'date', month: { month, away: 0, year, yearsAway: null }, day, swaps });
  }
  // No month has that number: the day stands first.
  if (month > 12 && month <= 31 && day >= 1 && day <= 12) return days(dateOf(year, day, month));
  return undefined;
}

export const numericDates: readonly Reader[] = [
  reader(
    `(?<![\\d./-])(?<year>(?:19|20)\\d{2})(?<mark>[-/.])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d|[-/]\\d|\\.\\d)${note}`,
    (groups) => days(dateOf(Number(groups.year), Number(groups.month), Number(groups.day))),
  ),
  reader(
    `(?<![a-z\\d])(?<era>[rhs])(?<eraYear>\\d{1,2})(?<mark>[./-])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d|[-/.]\\d)${note}`,
    (groups) => days(dateOf(yearOf(groups), Number(groups.month), Number(groups.day))),
  ),
  reader(
    `(?<![\\d./-])(?<month>\\d{1,2})(?<mark>[/.-])(?<day>\\d{1,2})\\k<mark>(?<year>(?:19|20)\\d{2})(?!\\d)`,
    (groups) => said(Number(groups.month), Number(groups.day), Number(groups.year)),
  ),
  reader(`(?<![\\d./a-z]|[a-z]-)(?<month>\\d{1,2})/(?<day>\\d{1,2})(?!\\d|/|\\.\\d)${noShare}${note}`, (groups) =>
    said(Number(groups.month), Number(groups.day), null),
  ),
  reader('(?<![\\d./a-z-])(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{2})(?![\\d/])', (groups) =>
    said(Number(groups.month), Number(groups.day), 2000 + Number(groups.year)),
  ),
  // The year is left out of the end: 2/17〜21.
  reader(
    '(?<![\\d./a-z]|[a-z]-)(?<month>\\d{1,2})/(?<day>\\d{1,2}) ?(?:~|-|ー|から) ?(?<lastDay>\\d{1,2})(?:日|(?![\\d/:時日年月社名人件]|\\.\\d))',
    (groups) => {
      const [month, first, last] = [Number(groups.month), Number(groups.day), Number(groups.lastDay)];
      if (!(month >= 1 && month <= 12 && first < last && last <= 31)) return undefined;
      return { days: { first: dateOf(null, month, first), last: dateOf(null, month, last), bound: null } };
    },
  ),
];
