/** Everything that the server has told the page, kept so that each view is drawn anew only when its own part changes. */
import { useSyncExternalStore } from 'react';
import {
  byBeginning,
  type ClockTold,
  keptLines,
  type LedgerTold,
  type MailTold,
  type PlaceTold,
  type ScenarioTold,
  type SeatId,
  type SlackMessage,
  type SlackScreen,
  type TeamsMessage,
  type TeamsScreen,
  type Told,
  type TrafficLine,
  type TroublesTold,
} from '../protocol.js';

export interface SlackSeatState {
  readonly platform: 'slack';
  /** Oldest first. A message that has not changed is the same object as before. */
  readonly messages: readonly SlackMessage[];
  readonly screen: SlackScreen;
}

export interface TeamsSeatState {
  readonly platform: 'teams';
  readonly messages: readonly TeamsMessage[];
  readonly screen: TeamsScreen;
}

export type SeatState = SlackSeatState | TeamsSeatState;

export interface State {
  readonly connected: boolean;
  readonly place: PlaceTold | null;
  /** Whether a scenario would undo what somebody did by hand; taken for granted until it has been told. */
  readonly livedIn: boolean;
  readonly seats: Readonly<Record<SeatId, SeatState>>;
  readonly mail: MailTold['counts'];
  /** The world that the mail was counted in; null until it has been told. */
  readonly mailWorld: number | null;
  /** With the page's own time when it was told. */
  readonly clock: (ClockTold & { readonly toldAt: number }) | null;
  /** By their beginnings, oldest first. */
  readonly traffic: readonly TrafficLine[];
  readonly ledger: LedgerTold | null;
  readonly troubles: TroublesTold['active'];
  readonly scenario: ScenarioTold | null;
}

let state: State = {
  connected: false,
  place: null,
  livedIn: true,
  seats: {},
  mail: {},
  mailWorld: null,
  clock: null,
  traffic: [],
  ledger: null,
  troubles: [],
  scenario: null,
};
const listeners = new Set<() => void>();

function change(part: Partial<State>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

/** `const clock = useStore(({ clock }) => clock)`; the selection must be the same object while nothing changes. */
export function useStore<Part>(select: (state: State) => Part): Part {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => select(state),
  );
}

/** What is known at this moment, for whoever is not drawn. */
export function currentState(): State {
  return state;
}

export function setConnected(connected: boolean): void {
  // How a scenario ended while the wire was down is never told.
  change(connected ? { connected } : { connected, scenario: null });
}

/** Takes in one telling of the server. */
export function take(told: Told): void {
  switch (told.tell) {
    case 'place':
      // Another world: nothing of the one before is true any more.
      change(
        told.world === state.place?.world
          ? { place: told }
          : { place: told, seats: {}, mail: {}, mailWorld: null, traffic: [], ledger: null, troubles: [] },
      );
      break;
    case 'lived in':
      change({ livedIn: told.livedIn });
      break;
    case 'seat': {
      const before = state.seats[told.seat];
      const after: SeatState =
        told.platform === 'slack'
          ? {
              platform: 'slack',
              messages: merged(before?.platform === 'slack' && !told.whole ? before.messages : [], told),
              screen: told.screen,
            }
          : {
              platform: 'teams',
              messages: merged(before?.platform === 'teams' && !told.whole ? before.messages : [], told),
              screen: told.screen,
            };
      change({ seats: { ...state.seats, [told.seat]: after } });
      break;
    }
    case 'mail':
      change({ mail: told.counts, mailWorld: state.place?.world ?? null });
      break;
    case 'clock':
      change({ clock: { ...told, toldAt: performance.now() } });
      break;
    case 'traffic':
      // All but the last few are in order already, which costs the sorting next to nothing.
      change({
        traffic: [...(told.whole ? [] : state.traffic), ...told.lines].toSorted(byBeginning).slice(-keptLines),
      });
      break;
    case 'ledger':
      change({ ledger: told });
      break;
    case 'troubles':
      change({ troubles: told.active });
      break;
    case 'scenario':
      change({ scenario: told });
  }
}

interface Ordered {
  readonly key: string;
  readonly at: string;
}

/** New and changed messages take their place by time; most often at the end. */
function merged<Message extends Ordered>(
  before: readonly Message[],
  { messages, gone }: { readonly messages: readonly Message[]; readonly gone: readonly string[] },
): readonly Message[] {
  if (messages.length === 0 && gone.length === 0) return before;
  const changed = new Map(messages.map((message) => [message.key, message]));
  const without = new Set(gone);
  const kept = before.filter(({ key }) => !without.has(key)).map((message) => changed.get(message.key) ?? message);
  const known = new Set(kept.map(({ key }) => key));
  const added = messages.filter(({ key }) => !known.has(key));
  if (added.length === 0) return kept;
  return [...kept, ...added].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}
