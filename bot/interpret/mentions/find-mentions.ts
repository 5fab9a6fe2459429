/** Reads from a sentence what it speaks of, of what there is: companies, people, deliverables, elements of a checklist, days and times. */
import { findDatePhrases } from '../../../programme/calendar/phrases/find-date-phrases.js';
import { localOf } from '../../../programme/messages/dates.js';
import type { NamedSession } from '../../../programme/sessions/queries.js';
import { sentenceOf } from '../sentence.js';
import { elementsNamed } from './element-names.js';
import type { KnownMember, KnownName, KnownNames } from './known-names.js';
import { companiesIn, peopleIn, type SpokenName } from './spoken-names.js';

/** The days and times of one phrase: the programme's days, and times of a clock on the wall; null where it says none. */
export interface SpokenWhen {
  /** The only day, or the first of several. */
  readonly day: string | null;
  /** The same, where something that is over is told of: the last such day until today. Null where `day` is that. */
  readonly before: string | null;
  /** The last of several; of 「…まで」 that day. */
  readonly lastDay: string | null;
  /** Its first and its last day are both said: "from 20 to 27 February". */
  readonly saysBoth: boolean;
  /** It is one day and no more: neither a week, nor what is before it or after. */
  readonly isOneDay: boolean;
  readonly time: string | null;
  /** Where a time span ends. */
  readonly endTime: string | null;
}

export interface Mentions {
  /** Identifiers, each once, in the order of the sentence; what may be several is left out, so that it is asked. */
  readonly companies: readonly string[];
  readonly people: readonly KnownMember[];
  readonly deliverableTypes: readonly string[];
  /** Of what companies hand in, where there is one thing. */
  readonly onlyDeliverableType: string | null;
  /** The only session on a day that is named, by its code. */
  readonly sessionOnDay: string | null;
  /** The sentence itself. */
  readonly text: string;
  /** What of it is not refused. */
  readonly wanted: string;
  /** It names ways of attending in so many words, which are read with their refusals. */
  readonly saysMode: boolean;
  /** Of a checklist, as E04. */
  readonly elements: readonly string[];
  readonly when: readonly SpokenWhen[];
  /** By how many minutes something is to be later or, negative, earlier than it is, where one such time is said. */
  readonly shift: number | null;
}

interface Around {
  readonly names: KnownNames;
  readonly sessions: readonly NamedSession[];
  readonly now: Date;
}

/** @param dated the same text without the dates that name a session */
export function mentionsIn(text: string, { names, sessions, now }: Around, dated = text): Mentions {
  const { timeZone } = names;
  const sentence = sentenceOf(text);
  const [onlyType, ...otherTypes] = names.deliverableTypes;
  const companies = companiesIn(text, names.companies);
  const people = peopleIn(text, names.members).filter((one) => !companies.some((company) => overlaps(one, company)));
  return {
    companies: clear(companies),
    people: clear(people).flatMap((id) => names.members.find((one) => one.id === id) ?? []),
    deliverableTypes: typesIn(text, names.deliverableTypes),
    elements: elementsNamed(text),
    onlyDeliverableType: onlyType === undefined || otherTypes.length > 0 ? null : onlyType.id,
    sessionOnDay: sessionOn(whenIn(text, { now, timeZone }), sessions),
    ...{ text, saysMode: sentence.modes.length > 0 },
    wanted: sentence.clauses.flatMap(({ refused, said }) => (refused ? [] : [said])).join(' '),
    when: whenIn(dated, { now, timeZone }),
    shift: shiftIn(dated, { now, timeZone }),
  };
}

/** In minutes; of months and years nothing, since they are of no one length. */
const minutesOf: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 1_440, week: 10_080 };

function shiftIn(text: string, at: { readonly now: Date; readonly timeZone: string }): number | null {
  const shifts = findDatePhrases(text, at).flatMap(({ meaning }) => (meaning.kind === 'shift' ? [meaning.by] : []));
  const [only, other] = shifts;
  const minutes = only === undefined || other !== undefined ? undefined : minutesOf[only.unit];
  return only === undefined || minutes === undefined ? null : only.amount * minutes;
}

/** A day on which there is one session stands for that. */
function sessionOn(when: readonly SpokenWhen[], sessions: readonly NamedSession[]): string | null {
  const days = new Set(when.flatMap(({ day, isOneDay }) => (day !== null && isOneDay ? [day] : [])));
  const [only, other] = sessions.filter(({ startsAt, timeZone }) => days.has(localOf(startsAt, timeZone).date));
  return only === undefined || other !== undefined ? null : only.code;
}

/** What stands between two ends. */
const bothEnds = /から|〜|～|~|–| - |\bto\b|\bthrough\b/i;

function whenIn(text: string, at: { readonly now: Date; readonly timeZone: string }): readonly SpokenWhen[] {
  return findDatePhrases(text, at).flatMap(({ meaning, text: words }) => {
    if (meaning.kind === 'shift' || meaning.kind === 'length' || meaning.kind === 'impossible') return [];
    const { days, times, part } = meaning;
    const [first, last] = [days?.first ?? null, days?.last ?? null];
    if (rightNow.test(words)) return [];
    const isBound = meaning.kind === 'open' || meaning.kind === 'deadline' || meaning.kind === 'recurrence';
    const [from, to] = part === null ? [times?.from ?? null, times?.to ?? null] : [null, null];
    return [
      {
        ...{ day: first ?? last, lastDay: last === first ? null : last },
        before: first === null ? null : lastBefore(first, words, localOf(at.now, at.timeZone).date),
        saysBoth: last !== first && bothEnds.test(words),
        ...{ isOneDay: first !== null && first === last && !isBound },
        ...{ time: from, endTime: to === from ? null : to },
      },
    ];
  });
}

/** 「会場は今○○です」, "is now in Room G": no time at which anything is to be. */
const rightNow = /^(?:right |just )?now$|^(?:今|いま|ただ ?いま|只今)$/i;

const namesWeekday = /[月火水木金土日]曜|\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*/i;
const namesMonth = /月(?!曜)|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|\d\/\d/i;
const relative = /明|来|再来|翌|次|tomorrow|next|coming|後|later/i;

/** Of a day to come, one such day earlier: a week, a month or a year, by what its words name. Null where it is not to come. */
function lastBefore(day: string, words: string, today: string): string | null {
  if (day <= today || /\d{4}/.test(words) || relative.test(words)) return null;
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const earlier = namesMonth.test(words)
    ? [utcDay(year - 1, month, dayOfMonth)]
    : namesWeekday.test(words)
      ? [utcDay(year, month, dayOfMonth - 7)]
      : // The 31st of the last month that has one: where a month has none, the date runs on into the next.
        [1, 2].map((months) => utcDay(year, month - months, dayOfMonth)).filter((one) => one.endsWith(day.slice(-3)));
  return earlier.find((one) => one <= today) ?? null;
}

/** As 2025-02-20. @param month from 1 on, 0 is the December before */
function utcDay(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function overlaps(one: SpokenName, other: SpokenName): boolean {
  return one.from < other.to && other.from < one.to && one.to - one.from <= other.to - other.from;
}

/** What can be one thing only. */
function clear(spoken: readonly SpokenName[]): readonly string[] {
  return [...new Set(spoken.flatMap(({ ids }) => (ids.size === 1 ? [...ids] : [])))];
}

/** By its title. */
function typesIn(text: string, types: KnownNames['deliverableTypes']): readonly string[] {
  const said = text.normalize('NFKC').toLowerCase();
  return types.filter((type) => titlesOf(type).some((title) => said.includes(title))).map(({ id }) => id);
}

/** Words of titles that say nothing on their own. */
const generic = /^(?:計画|方針|書|案|の|plan|policy|document|report|statement|mechanism|system)$/;

function titlesOf({ nameJa, nameEn, also = [] }: Omit<KnownName, 'reading'>): readonly string[] {
  return [nameJa, nameEn, ...also]
    .map((one) => one.normalize('NFKC').toLowerCase().trim())
    .filter((one) => one !== '' && !generic.test(one));
}
