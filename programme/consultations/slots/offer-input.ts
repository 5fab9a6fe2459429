/** What an adviser fills in to offer hours, and the pattern that it describes. */
import { z } from 'zod';
import type { Method } from '../../../prisma/client.js';
import { isDate } from '../../messages/dates.js';
import { perhapsChosen } from '../../requests/chosen.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { secureLink } from '../../sessions/details.js';
import { countHours, type HourPattern, MOST_HOURS } from './pattern.js';
import { refuseHours } from './refuse-hours.js';

export const methods = ['online', 'in_person', 'mixed'] as const satisfies readonly Method[];
export const weekdays = ['1', '2', '3', '4', '5', '6', '7'] as const;

export const LONGEST_PLACE = 200;
/** Less than a session's: it travels with the form in which the hours are confirmed. */
export const LONGEST_LINK = 500;
const SHORTEST = 5;
/** A pause or a gap of more than a day is a mistake. */
const MOST_MINUTES = 1_440;

const date = z
  .string({ error: 'required' })
  .refine((typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && isDate(typed), { error: 'not_a_date' });
const time = z
  .string({ error: 'required' })
  .transform((typed) => typed.normalize('NFKC').trim())
  .pipe(z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$/, { error: 'not_a_time' }))
  .transform((typed) => typed.padStart(5, '0'));
const typedNumber = z
  .string()
  .default('')
  .transform((typed) => typed.normalize('NFKC').trim())
  .refine((typed) => /^\d{0,4}$/.test(typed), { error: 'not_a_number' })
  .transform((typed) => (typed === '' ? null : Number(typed)));
const minutes = typedNumber
  .refine((value) => (value ?? 0) <= MOST_MINUTES, { error: 'invalid' })
  .transform((value) => value ?? 0);

/** Local days and times are those of the programme's zone. */
export const offerInput = {
  /** Where the secretariat offers for an adviser. */
  adviser: perhapsChosen,
  firstDay: date,
  lastDay: z.union([z.literal(''), date], { error: 'not_a_date' }).default(''),
  weekdays: z.array(z.enum(weekdays, { error: 'not_a_choice' })).default([]),
  from: time,
  to: time,
  length: typedNumber.default(null),
  between: minutes.default(0),
  method: z.enum(methods),
  place: z.string().trim().max(LONGEST_PLACE, { error: 'too_long' }).default(''),
  link: z
    .union([z.literal(''), secureLink.max(LONGEST_LINK, { error: 'too_long' })], { error: 'not_a_link' })
    .default(''),
  pauseBefore: minutes.default(0),
  pauseAfter: minutes.default(0),
  perDay: typedNumber.default(null),
  alsoHolidays: z.boolean().default(false),
};

export type EnteredOffer = z.output<z.ZodObject<typeof offerInput>>;

/** The rules of the programme on hours. */
export interface OfferTerms {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  /** In minutes. */
  readonly longest: number;
}

/** The pattern that was entered, or the first thing that cannot be. */
export function readPattern(entered: EnteredOffer, terms: OfferTerms): HourPattern | Refusal {
  const { firstDay, from, to, between, alsoHolidays } = entered;
  const lastDay = entered.lastDay || firstDay;
  if (lastDay < firstDay) return refuse('field', { problem: 'ends_before_start' }, { field: 'lastDay' });
  const [early, late] = [firstDay < terms.startsOn, lastDay > terms.endsOn];
  if (early || late) {
    const { startsOn, endsOn } = terms;
    return refuseHours(
      'outside_programme',
      { startsOn, endsOn },
      { field: early || entered.lastDay === '' ? 'firstDay' : 'lastDay' },
    );
  }
  if (to <= from) return refuseHours('over_midnight', {}, { field: 'to' });
  const length = entered.length ?? Math.min(60, terms.longest);
  if (length < SHORTEST) return refuseHours('hour_too_short', { shortest: SHORTEST }, { field: 'length' });
  if (length > terms.longest) return refuseHours('hour_too_long', { longest: terms.longest }, { field: 'length' });
  if (entered.perDay === 0) return refuse('field', { problem: 'too_small' }, { field: 'perDay' });
  const place = refusePlace(entered);
  if (place) return place;
  // Of a period without days of the week the working week is meant; a single day is meant whatever it is.
  const chosen = entered.weekdays.length === 0 && lastDay > firstDay ? ['1', '2', '3', '4', '5'] : entered.weekdays;
  const pattern = {
    ...{ firstDay, lastDay, from, to, length, between, alsoHolidays },
    weekdays: chosen.map(Number),
  };
  const hours = countHours(pattern);
  if (hours === 0) {
    const noDay = countHours({ ...pattern, from: '00:00', to: '23:59', length: SHORTEST }) === 0;
    return noDay
      ? refuseHours('no_such_day', {}, { field: 'weekdays' })
      : refuseHours('no_hour_fits', { length }, { field: 'length' });
  }
  return hours > MOST_HOURS
    ? refuseHours('too_many_hours', { hours, most: MOST_HOURS }, { field: 'lastDay' })
    : pattern;
}

function refusePlace({ method, place, link }: EnteredOffer): Refusal | null {
  if (method !== 'in_person' && link === '') return refuseHours('no_link', {}, { field: 'link' });
  if (method !== 'online' && place === '') return refuseHours('no_place', {}, { field: 'place' });
  return null;
}
