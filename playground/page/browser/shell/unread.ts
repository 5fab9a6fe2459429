/** Which seats have got messages since they were last looked at. */
import type { MailTold, SeatId } from '../../protocol.js';

type Counts = MailTold['counts'];

export interface Looked {
  /** What is counted here is void in any other world. */
  readonly world: number;
  /** How many messages each seat had when it was last looked at. */
  readonly counts: Counts;
}

/**
 * @param before null, or of another world, when the mail is seen for the first time: what lies there then counts as known, since
 *   a newcomer has not missed it
 */
export function lookAt(before: Looked | null, world: number, mail: Counts, shown: readonly SeatId[]): Looked {
  if (before === null || before.world !== world) return { world, counts: mail };
  const counts: Record<SeatId, number> = { ...before.counts };
  // Deleted messages, or a stand-in started anew: the next one must count as new again.
  for (const [seat, count] of entries(before.counts)) counts[seat] = Math.min(count, mail[seat] ?? 0);
  for (const seat of shown) counts[seat] = mail[seat] ?? 0;
  const same = entries(counts).every(([seat, count]) => before.counts[seat] === count);
  return same ? before : { world, counts };
}

/** How many new ones each seat has; those without any are left out. */
export function unread(looked: Looked | null, mail: Counts): Counts {
  if (looked === null) return {};
  const counts: Record<SeatId, number> = {};
  for (const [seat, count] of entries(mail)) {
    const more = count - (looked.counts[seat] ?? 0);
    if (more > 0) counts[seat] = more;
  }
  return counts;
}

/** Null where it is not what `JSON.stringify` made of one. */
export function readLooked(text: string | null): Looked | null {
  if (text === null) return null;
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null || !('world' in read) || !('counts' in read)) return null;
    const { world, counts } = read;
    if (typeof world !== 'number' || typeof counts !== 'object' || counts === null) return null;
    const known: Record<SeatId, number> = {};
    for (const [seat, count] of Object.entries(counts)) {
      if (isSeat(seat) && typeof count === 'number') known[seat] = count;
    }
    return { world, counts: known };
  } catch {
    return null;
  }
}

function entries(counts: Counts): readonly (readonly [SeatId, number])[] {
  return Object.entries(counts).flatMap(([seat, count]) => (isSeat(seat) ? [[seat, count] as const] : []));
}

function isSeat(name: string): name is SeatId {
  return name.startsWith('slack:') || name.startsWith('teams:');
}
