/** Counts free hours by month, so that the secretariat sees when there is room: each month by name, at most three. */
import { localOf } from '../../messages/dates.js';

/** As many months as are named; what lies beyond is counted together. */
const MOST_MONTHS = 3;

export interface FreeMonth {
  /** 1 to 12. */
  readonly month: number;
  /** Null within the coming twelve months, in which a month's name alone says which is meant. */
  readonly year: number | null;
  readonly hours: number;
}

export interface FreeMonths {
  readonly months: readonly FreeMonth[];
  /** Beyond the months that are named. */
  readonly later: number;
}

interface Counting {
  /** Of all free hours, where more than the given ones are free. */
  readonly total: number;
  /** The programme's: it decides in which month an hour lies. */
  readonly timeZone: string;
  readonly now: Date;
}

/** The hours come the soonest first. */
export function freeMonths(
  hours: readonly { readonly startsAt: Date }[],
  { total, timeZone, now }: Counting,
): FreeMonths {
  const counts = new Map<string, number>();
  for (const { startsAt } of hours) {
    const month = localOf(startsAt, timeZone).date.slice(0, 7);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const at = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
  const today = at(localOf(now, timeZone).date);
  const months = [...counts].slice(0, MOST_MONTHS).map(([name, count]) => ({
    ...{ month: (at(name) % 12) + 1, hours: count },
    year: at(name) - today < 12 ? null : Math.floor(at(name) / 12),
  }));
  return { months, later: total - months.reduce((sum, one) => sum + one.hours, 0) };
}
