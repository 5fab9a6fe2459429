/** Who gets a place: pure rules on capacities, waitlists and promotions, without a database. */
import type { Registration, Session } from '../../prisma/client.js';
import type { Mode } from '../requests/context.js';

/** Places in the room and online; null: without limit. Capacity counts the room only for those on site. */
export interface Capacities {
  readonly onsite: number | null;
  readonly online: number | null;
}

export function capacitiesOf(session: Pick<Session, 'roomCapacity' | 'onlineCapacity'>): Capacities {
  return { onsite: session.roomCapacity, online: session.onlineCapacity };
}

/** How many hold a place and how many wait, by mode. */
export interface SeatCounts {
  readonly confirmed: Readonly<Record<Mode, number>>;
  readonly waiting: Readonly<Record<Mode, number>>;
}

/** What one person holds: nothing, a place, a place in a waitlist, or a place while waiting for the other mode. */
export interface HeldSeat {
  readonly confirmed: Mode | null;
  readonly waitingFor: Mode | null;
}

/** What of a registration says how the person answered; null: not at all. */
export type OwnRegistration = Pick<Registration, 'state' | 'mode' | 'waitingFor'> | null;

export function heldSeat(own: OwnRegistration): HeldSeat {
  return { confirmed: own?.state === 'confirmed' ? own.mode : null, waitingFor: own?.waitingFor ?? null };
}

/** The mode last asked for: the one waited for or else the one held. Asking for it again changes nothing. */
export function wishedMode(own: OwnRegistration): Mode | null {
  const { confirmed, waitingFor } = heldSeat(own);
  return waitingFor ?? confirmed;
}

/** Whether the registration holds a place or a place in the waitlist. */
export function isActive<R extends Pick<Registration, 'state'>>(own: R | null): own is R {
  return own !== null && (own.state === 'confirmed' || own.state === 'waiting');
}

/** Whether somebody waits for the very place that another person gives up. */
export function waitsForSeat(own: OwnRegistration, given: OwnRegistration): boolean {
  const { waitingFor } = heldSeat(own);
  return waitingFor !== null && waitingFor === heldSeat(given).confirmed;
}

/**
 * What happens when a person asks for a place in this mode.
 * 'unchanged': they have it, or wait for it already. 'seated': the place is theirs, and a place in the other mode is given up.
 * 'waits': they join the waitlist and keep meanwhile what they hold.
 */
export type Decision = 'unchanged' | 'seated' | 'waits';

export function decideSeat(capacities: Capacities, counts: SeatCounts, held: HeldSeat, mode: Mode): Decision {
  if (held.confirmed === mode && held.waitingFor === null) return 'unchanged';
  // Who holds this place and waited for the other one gives up waiting.
  if (held.confirmed === mode) return 'seated';
  if (held.waitingFor === mode) return 'unchanged';
  // Nobody overtakes those who wait.
  return hasRoom(capacities, counts, mode) && counts.waiting[mode] === 0 ? 'seated' : 'waits';
}

function hasRoom(capacities: Capacities, counts: SeatCounts, mode: Mode): boolean {
  const capacity = capacities[mode];
  return capacity === null || counts.confirmed[mode] < capacity;
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
export function promotions(capacities: Capacities, counts: SeatCounts, queue: readonly Waiting[]): readonly Waiting[] {
  const confirmed = { ...counts.confirmed };
  const waiting = [...queue];
  const promoted: Waiting[] = [];
  for (;;) {
    const index = waiting.findIndex(({ waitingFor }) => hasRoom(capacities, { ...counts, confirmed }, waitingFor));
    const [next] = index < 0 ? [] : waiting.splice(index, 1);
    if (next === undefined) return promoted;
    confirmed[next.waitingFor] += 1;
    if (next.confirmed !== null) confirmed[next.confirmed] -= 1;
    promoted.push(next);
  }
}
