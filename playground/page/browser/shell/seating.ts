/** Who is shown in which pane, and how that is written into the page's address. */
import type { PagePerson, Platform, SeatId } from '../../protocol.js';

/** One pane or two; null is a pane in which nobody sits yet. */
export interface Seating {
  readonly panes: readonly [SeatId | null] | readonly [SeatId | null, SeatId | null];
  /** The pane that the next click in the list of people goes to. */
  readonly active: 0 | 1;
}

export type PaneIndex = Seating['active'];

export const nobody: Seating = { panes: [null], active: 0 };

/** `#slack:U1,teams:…`; an empty name is an empty pane; undefined where the address names nobody or is not of this page. */
export function parseSeating(hash: string): Seating | undefined {
  const [first = null, second, ...more] = decoded(hash.replace(/^#/, ''))
    .split(',')
    .map((name) => (name === '' ? null : readSeat(name)));
  if (more.length > 0 || first === undefined || (first === null && (second ?? null) === null)) return undefined;
  return second === undefined ? { panes: [first], active: 0 } : { panes: [first, second], active: 0 };
}

/** Empty where nobody is shown, so that the address stays clean. */
export function formatSeating({ panes }: Seating): string {
  return panes.every((seat) => seat === null) ? '' : `#${panes.map((seat) => seat ?? '').join(',')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What the server takes for a seat; null for anything else, so that a mistyped link leaves the pane empty. */
function readSeat(name: string): SeatId | null {
  const [, platform, account] = /^(slack|teams):([\w:.@-]{1,200})$/.exec(name) ?? [];
  if (account === undefined || (platform !== 'slack' && platform !== 'teams')) return null;
  return `${platform}:${account}`;
}

export function platformOf(seat: SeatId): Platform {
  return seat.startsWith('slack:') ? 'slack' : 'teams';
}

export type SeatingChange =
  /** Into the active pane, or into `pane`; a seat that another pane already shows is only made active there. */
  | { readonly kind: 'show'; readonly seat: SeatId; readonly pane?: PaneIndex }
  | { readonly kind: 'show both'; readonly seats: readonly [SeatId, SeatId] }
  | { readonly kind: 'open second' }
  | { readonly kind: 'close'; readonly pane: PaneIndex }
  | { readonly kind: 'activate'; readonly pane: PaneIndex }
  | { readonly kind: 'replace'; readonly seating: Seating };

export function changeSeating(seating: Seating, change: SeatingChange): Seating {
  const { panes, active } = seating;
  switch (change.kind) {
    case 'show': {
      const shown = panes.indexOf(change.seat);
      if (shown !== -1) return activated(seating, shown === 1 ? 1 : 0);
      const pane = change.pane ?? active;
      if (panes.length === 1) return { panes: [change.seat], active: 0 };
      return { panes: pane === 0 ? [change.seat, panes[1]] : [panes[0], change.seat], active: pane };
    }
    case 'show both':
      return { panes: change.seats, active: 0 };
    case 'open second':
      return { panes: [panes[0], panes[1] ?? null], active: 1 };
    case 'close':
      if (panes.length === 1) return nobody;
      return { panes: [change.pane === 0 ? panes[1] : panes[0]], active: 0 };
    case 'activate':
      return activated(seating, change.pane);
    case 'replace':
      return change.seating;
  }
}

function activated(seating: Seating, pane: PaneIndex): Seating {
  if (pane === seating.active || pane >= seating.panes.length) return seating;
  return { ...seating, active: pane };
}

export function shownSeats({ panes }: Seating): readonly SeatId[] {
  return panes.filter((seat) => seat !== null);
}

export function personOf(people: readonly PagePerson[], seat: SeatId): PagePerson | undefined {
  return people.find(({ seats }) => seats.includes(seat));
}
