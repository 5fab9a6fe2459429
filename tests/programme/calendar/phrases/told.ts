/** Writes what a phrase means in a few letters, for tables: "day 2025-02-20", "part 2025-02-17..2025-02-23 12:00-17:00 afternoon". */
import type {
  DateMeaning,
  DaySpan,
  Repetition,
  TimeAmount,
  TimeSpan,
} from '../../../../programme/calendar/phrases/date-phrase.js';
import { findDatePhrases } from '../../../../programme/calendar/phrases/find-date-phrases.js';

/** A Wednesday, 10:00 in Tokyo. */
export const at = { now: new Date('2025-02-12T01:00:00Z'), timeZone: 'Asia/Tokyo' };

function daysTold({ first, last }: DaySpan): string {
  return first === last ? `${first}` : `${first ?? ''}..${last ?? ''}`;
}

function timesTold({ from, to }: TimeSpan): string {
  return from === to ? `${from}` : `${from ?? ''}-${to ?? ''}`;
}

const amountTold = ({ amount, unit }: TimeAmount) => `${amount} ${unit}`;

function everyTold({ weekdays, nth, dayOfMonth, ...amount }: Repetition): string {
  const on = [
    weekdays.length > 0 && `on ${weekdays.join(',')}`,
    nth !== null && `nth ${nth}`,
    dayOfMonth !== null && `day ${dayOfMonth}`,
  ];
  return ['every', amountTold(amount), ...on.filter((one) => one !== false)].join(' ');
}

export function told(meaning: DateMeaning): string {
  if (meaning.kind === 'shift') return `shift ${amountTold(meaning.by)}`;
  if (meaning.kind === 'length') return `length ${amountTold(meaning.lasts)}`;
  if (meaning.kind === 'impossible') return 'impossible';
  const { kind, days, times, part, approximate } = meaning;
  return [
    kind,
    days === null ? '' : daysTold(days),
    times === null ? '' : timesTold(times),
    part ?? '',
    ...(meaning.kind === 'recurrence'
      ? [everyTold(meaning.every), meaning.lasts === null ? '' : `for ${amountTold(meaning.lasts)}`]
      : []),
    approximate ? 'about' : '',
  ]
    .filter((one) => one !== '')
    .join(' ');
}

/** What is found in a text: each phrase, and what it means. */
export function toldOf(text: string, more: Partial<Parameters<typeof findDatePhrases>[1]> = {}): readonly string[] {
  return findDatePhrases(text, { ...at, ...more }).map((phrase) => `${phrase.text}: ${told(phrase.meaning)}`);
}
