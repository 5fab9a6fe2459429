/** Whose turn it is to book a freed hour, and when: one company after the other has an hour's priority. */
import { addBusinessHours, type OfficeCalendar } from '../../calendar/business-days.js';

/** In office hours. */
const PRIORITY_HOURS = 1;

export interface PriorityTurn {
  readonly watchId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** When its company is told: within office hours. */
  readonly toldAt: Date;
}

/**
 * The turns of these companies in their order, from then on. An hour that frees at night is the first company's from that moment,
 * and it is told in the morning. A turn that would begin when the hour can no longer be booked is none.
 */
export function layTurns(
  watchIds: readonly string[],
  { from, before, calendar }: { readonly from: Date; readonly before: Date; readonly calendar: OfficeCalendar },
): readonly PriorityTurn[] {
  const turns: PriorityTurn[] = [];
  let startsAt = from;
  for (const watchId of watchIds) {
    if (startsAt >= before) break;
    const endsAt = addBusinessHours(startsAt, PRIORITY_HOURS, calendar);
    turns.push({ watchId, startsAt, endsAt, toldAt: addBusinessHours(startsAt, 0, calendar) });
    startsAt = endsAt;
  }
  return turns.filter(({ toldAt }) => toldAt < before);
}

interface Offered {
  readonly slotId: string;
  /** The watches that it would do for, first asked first. */
  readonly watchIds: readonly string[];
}

/** Gives each watch one of the hours that it would do for: the one for which the fewest wait, the soonest of these. */
export function shareOut(
  offered: readonly Offered[],
  order: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const queues = new Map<string, string[]>(offered.map(({ slotId }) => [slotId, []]));
  for (const watchId of order) {
    const fitting = offered.filter(({ watchIds }) => watchIds.includes(watchId));
    const lengths = fitting.map(({ slotId }) => queues.get(slotId) ?? []);
    const shortest = lengths.toSorted((one, other) => one.length - other.length)[0];
    shortest?.push(watchId);
  }
  return queues;
}
