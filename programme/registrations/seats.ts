/** Who gets a place: pure rules on capacities, waitlists and promotions, without a database. */
import type { Mode } from '../requests/context.js';

/** Places in the room and on the line; null: without limit. Capacity counts the room only for those on site. */
export interface Capacities {
  readonly onsite: number | null;
  readonly online: number | null;
}

/** How many hold a place and how many wait, by mode. */
export interface Tally {
  readonly confirmed: Readonly<Record<Mode, number>>;
  readonly waiting: Readonly<Record<Mode, number>>;
}

/** What one person holds: nothing, a place, a place in a waitlist, or a place while waiting for the other mode. */
export interface Standing {
  readonly confirmed: Mode | null;
  readonly waitingFor: Mode | null;
}

/**
 * What happens when a person asks for a place in this mode.
 * 'unchanged': they have it, or wait for it already. 'seated': the place is theirs, and a place in the other mode is given up.
 * 'waits': they join the waitlist and keep meanwhile what they hold.
 */
export type Decision = 'unchanged' | 'seated' | 'waits';

export function decideSeat(capacities: Capacities, tally: Tally, standing: Standing, mode: Mode): Decision {
  if (standing.confirmed === mode && standing.waitingFor === null) return 'unchanged';
  // Who holds this place and waited for the other one gives up waiting.
  if (standing.confirmed === mode) return 'seated';
  if (standing.waitingFor === mode) return 'unchanged';
  // Nobody overtakes those who wait.
  return hasRoom(capacities, tally, mode) && tally.waiting[mode] === 0 ? 'seated' : 'waits';
}

function hasRoom(capacities: Capacities, tally: Tally, mode: Mode): boolean {
  const capacity = capacities[mode];
  return capacity === null || tally.confirmed[mode] < capacity;
}

/** One who waits, in the order of the waitlist. */
export interface Waiting {
  readonly registrationId: string;
  readonly waitingFor: Mode;
  readonly confirmed: Mode | null;
}

/**
 * Who moves up, in order, given the waitlists in order. Moving up from one mode to the other frees a place there, so it goes on
 * until nobody can move.
 */
export function promotions(capacities: Capacities, tally: Tally, queue: readonly Waiting[]): readonly Waiting[] {
  const confirmed = { ...tally.confirmed };
  const waiting = [...queue];
  const promoted: Waiting[] = [];
  for (;;) {
    const index = waiting.findIndex(({ waitingFor }) => hasRoom(capacities, { ...tally, confirmed }, waitingFor));
    const [next] = index < 0 ? [] : waiting.splice(index, 1);
    if (next === undefined) return promoted;
    confirmed[next.waitingFor] += 1;
    if (next.confirmed !== null) confirmed[next.confirmed] -= 1;
    promoted.push(next);
  }
}
