/** Asks for a time zone: the choices to search, and what counts as one. */
import { z } from 'zod';
import { isTimeZone } from './dates.js';
import type { Choice } from './message.js';

export const timeZoneInput = z.string({ error: 'required' }).refine(isTimeZone, { error: 'not_a_time_zone' });

/** At most 50 IANA zones that contain what was typed: `first` and Japan's before all others. */
export function zoneChoices(first: readonly string[], typed: string): readonly Choice[] {
  const wanted = typed.normalize('NFKC').trim().toLowerCase().replaceAll(' ', '_');
  const all = new Set([...first, 'Asia/Tokyo', 'UTC', ...Intl.supportedValuesOf('timeZone')]);
  return [...all]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .slice(0, 50)
    .map((zone) => ({ value: zone, label: zone }));
}
