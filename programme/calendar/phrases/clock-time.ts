/** Times as a clock shows them: which half of the day they are of, where words beside them say so. */
import type { PartOfDay } from './date-phrase.js';
import type { ClockTime, TimesSaid } from './references.js';

/** Of that part of the day, unless it can only be one time: 夜8時, 昼の1時, 午後3時, 10 in the morning. */
export function inHalf({ hour, minute, isSure }: ClockTime, part: PartOfDay | undefined): ClockTime {
  if (part === undefined || isSure || hour > 12) return { hour, minute, isSure };
  const isMidnight = hour === 12 && (part === 'morning' || part === 'night');
  return { hour: isMidnight ? 0 : isAfterNoon(hour, part) ? hour + 12 : hour, minute, isSure: true };
}

/** At night 1 o'clock is after midnight, and 9 o'clock before it. */
function isAfterNoon(hour: number, part: PartOfDay): boolean {
  if (part === 'afternoon' || part === 'evening') return hour < 12;
  return part === 'noon' ? hour < 6 : part === 'night' && hour > 5 && hour < 12;
}

/** 15:00 and 03:00 can only be one time; 3:00 may be either. */
export function isSureHour(hour: number, said: string | undefined): boolean {
  return hour > 12 || hour === 0 || (said ?? '').startsWith('0');
}

export function point(from: ClockTime): { readonly times: TimesSaid } {
  return { times: { from, to: null, bound: null } };
}
