/** Finds the dates and times that people write, in Japanese and English, and says what each means. */
import { LRUCache } from 'lru-cache';
import { assembled } from './assemble.js';
import type { DatePhrase } from './date-phrase.js';
import { englishAmounts } from './english-amounts.js';
import { englishDates } from './english-dates.js';
import { englishDays } from './english-days.js';
import { englishTimes } from './english-times.js';
import { type FoldedText, foldWithPlaces } from './fold.js';
import { holidayReaders } from './holidays.js';
import { japaneseAmounts } from './japanese-amounts.js';
import { japaneseDays } from './japanese-days.js';
import { japaneseTimes } from './japanese-times.js';
import { meaningOf, otherDayOf, type SpokenAt } from './mean-draft.js';
import { numericDates } from './numeric-dates.js';
import type { Draft, Reader, Reading } from './references.js';

const always: readonly Reader[] = [...numericDates, ...japaneseTimes, ...holidayReaders];
const japanese: readonly Reader[] = [...japaneseDays, ...japaneseAmounts];
const english: readonly Reader[] = [...englishDates, ...englishDays, ...englishTimes, ...englishAmounts];

/** Those of a language only where it is written: most of the time goes into patterns that cannot match. */
function readersOf(folded: string): readonly Reader[] {
  return [...always, ...(/[ぁ-んァ-ヶ一-龠]/.test(folded) ? japanese : []), ...(/[a-z]/.test(folded) ? english : [])];
}

/** Nobody writes more, and to say what each means takes longer than to find it. */
const MOST_PHRASES = 200;

interface Circumstances extends SpokenAt {
  /** In which 11/7 may also be 11 July; that of the text unless told. */
  readonly language?: 'ja' | 'en';
}

/**
 * Every phrase of the text, the first 200, in order, none within another. Whatever its width and case, it means the same.
 *
 * Relative to `now` in that zone, by calendar days, so that a change of the clocks moves none. A week runs from Monday to
 * Sunday; a weekday, a day or a date without its week, month or year is the next one on or after today. "Next Wednesday" and
 * 「次の水曜」 come after today, 「来週の水曜」 and "Wednesday next week" lie in the following week, 「今週の水曜」 and "this
 * Wednesday" in this one, even if over. 「12日以降」 includes the 12th, "after the 12th" does not. An hour from 1 to 6 of which
 * no half of the day is said is in the afternoon. 11/7 is 7 November in both languages, as people in Japan write it; in English
 * `otherDay` is 11 July. A date that there is not (2月30日) is 'impossible'.
 *
 * Written here rather than taken from chrono-node 2.9.0, which was tried: it gives one instant where people say a week, a part
 * of a day, a deadline or an open range, knows no shift, section of a month, fiscal year or recurrence, begins weeks on Sunday,
 * counts zones in fixed minutes, and of Japanese knows little (of 「来月の第2水曜」 it reads 水曜, the wrong day). All would have
 * had to be written as parsers of its own kind.
 */
export function findDatePhrases(text: string, { language, ...at }: Circumstances): readonly DatePhrase[] {
  const folded = foldWithPlaces(text);
  const isEnglish = (language ?? (/[ぁ-んァ-ヶ一-龠]/.test(folded.text) ? 'ja' : 'en')) === 'en';
  const drafts = draftsIn(folded.text).slice(0, MOST_PHRASES);
  return drafts.flatMap((draft) =>
    wholeOrParts(draft, folded.text, at).map(({ from, to, days, meaning }) => ({
      ...placeOf(from, to, folded, text),
      ...{ meaning, otherDay: isEnglish ? otherDayOf(days?.first, at) : null },
    })),
  );
}

function placeOf(from: number, to: number, { starts, ends }: FoldedText, text: string) {
  const [first, last] = [starts[from] ?? 0, ends[to - 1] ?? text.length];
  return { from: first, to: last, text: text.slice(first, last) };
}

/** "From 27 February to 20 February" says two days, of which the second is no end of the first. */
function wholeOrParts(draft: Draft, text: string, at: SpokenAt) {
  const meaning = meaningOf(draft, at);
  if (meaning !== null) return [{ ...draft, meaning }];
  const halves = foundIn(text.slice(draft.from, draft.to)).map((half) => ({
    ...{ ...half, from: half.from + draft.from, to: half.to + draft.from },
    meaning: meaningOf(half, at),
  }));
  return halves.flatMap(({ meaning: one, ...half }) => (one === null ? [] : [{ ...half, meaning: one }]));
}

/** The same before it is known what day it is, at their places in the text as it was typed. */
export function readDatePhrases(text: string): readonly Draft[] {
  const known = lately.get(text);
  if (known !== undefined) return known;
  const folded = foldWithPlaces(text);
  const found = draftsIn(folded.text).map((draft) => {
    const { from, to } = placeOf(draft.from, draft.to, folded, text);
    return { ...draft, from, to };
  });
  if (text.length <= LONGEST_KEPT) lately.set(text, found);
  return found;
}

/** One sentence is read for its sessions, by several recognisers and for what was not used. */
const lately = new LRUCache<string, readonly Draft[]>({ max: 50 });
const LONGEST_KEPT = 2_000;

/** In folded text. */
function draftsIn(folded: string): readonly Draft[] {
  return assembled(foundIn(folded), folded);
}

interface Claim {
  readonly from: number;
  readonly to: number;
  readonly found: Reading;
}

const nothing: Omit<Draft, 'from' | 'to'> = {
  ...{ days: null, times: null, part: null, partBound: null, approximate: false },
  ...{ every: null, amount: null, minutesAway: null },
};

/** What the readers find: the leftmost, then the longest; a claim for what is no date is as good as one. */
function foundIn(text: string): readonly Draft[] {
  const claims = readersOf(text).flatMap((reader) => claimsOf(reader, text));
  claims.sort((a, b) => a.from - b.from || b.to - a.to || Number(a.found !== null) - Number(b.found !== null));
  const drafts: Draft[] = [];
  let end = 0;
  for (const { from, to, found } of claims) {
    if (from < end) continue;
    end = to;
    if (found !== null) drafts.push({ ...nothing, ...found, from, to });
  }
  return drafts;
}

/** As far as a reader looks back. */
const LOOK_BACK = 40;

function claimsOf({ pattern, read }: Reader, text: string): readonly Claim[] {
  const claims: Claim[] = [];
  for (const match of text.matchAll(pattern)) {
    const { index, 0: words } = match;
    const found = read(match.groups ?? {}, text.slice(Math.max(0, index - LOOK_BACK), index));
    if (found !== undefined && words !== '') claims.push({ from: index, to: index + words.length, found });
  }
  return claims;
}
