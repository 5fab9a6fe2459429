/** How days without a time are written: 2025-03-31, whatever the zone. */

import { z } from 'zod';
import type { Bilingual } from '../messages/bilingual.js';
import { formatDay, isDate, localOf } from '../messages/dates.js';
import type { Language } from '../requests/context.js';

/** 2025年3月31日(月) for 2025-03-31. */
export function dayIn(language: Language, day: string): string {
  return formatDay(language, new Date(`${day}T12:00:00Z`), 'UTC');
}

export function dayInBoth(day: string): Bilingual {
  return { ja: dayIn('ja', day), en: dayIn('en', day) };
}

/** A day as a form brings it. */
export const enteredDay = z
  .string({ error: (issue) => (issue.input === undefined ? 'required' : 'not_a_date') })
  .refine((typed) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && isDate(typed), { error: 'not_a_date' });

export function todayIn(now: Date, timeZone: string): string {
  return localOf(now, timeZone).date;
}
