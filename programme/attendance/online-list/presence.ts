/** How long somebody was in a meeting during a session, however often and on however many devices. */
import type { MeetingLine } from './online-list.js';

interface Interval {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

type Presence = Pick<MeetingLine, 'joinedAt' | 'leftAt' | 'seconds' | 'isHull'>;

/** The share of a session's length from which on somebody counts as having been there. */
export const PRESENT_SHARE = 0.5;

/** In seconds within the session's time. What overlaps counts once. A report without times says how long it was, and no more. */
export function presentSeconds(rows: readonly Presence[], session: Interval): number {
  const within = rows.flatMap((row) => clip(row, session) ?? []);
  const pieces = union(within.filter(({ isHull }) => !isHull));
  const others = rows.map((row) => {
    if (row.joinedAt === null || row.leftAt === null) return row.seconds ?? 0;
    const clipped = row.isHull ? clip(row, session) : null;
    const overlap = clipped === null ? 0 : (clipped.to - clipped.from) / 1000;
    // Of who came back, it is not known when they were away.
    return Math.min(overlap, row.seconds ?? overlap);
  });
  return Math.min(lengthOf(session), Math.round(Math.max(pieces, ...others, 0)));
}

/** In seconds. */
export function lengthOf({ startsAt, endsAt }: Interval): number {
  return (endsAt.getTime() - startsAt.getTime()) / 1000;
}

export function wasPresent(seconds: number, session: Interval): boolean {
  return seconds > 0 && seconds >= lengthOf(session) * PRESENT_SHARE;
}

interface Clipped {
  readonly from: number;
  readonly to: number;
  readonly isHull: boolean;
}

function clip({ joinedAt, leftAt, isHull }: Presence, { startsAt, endsAt }: Interval): Clipped | null {
  if (joinedAt === null || leftAt === null) return null;
  const from = Math.max(joinedAt.getTime(), startsAt.getTime());
  const to = Math.min(leftAt.getTime(), endsAt.getTime());
  return from < to ? { from, to, isHull } : null;
}

/** In seconds. */
function union(intervals: readonly Clipped[]): number {
  let [sum, reached] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of intervals.toSorted((one, other) => one.from - other.from)) {
    sum += Math.max(0, to - Math.max(from, reached));
    reached = Math.max(reached, to);
  }
  return sum / 1000;
}
