/** Everything that the server has sent to the page, kept so that each view is drawn anew only when its own part changes. */
import { useSyncExternalStore } from 'react';
import type {
  ClientSessionId,
  ClockEvent,
  MailboxEvent,
  MailEvent,
  OutboxEvent,
  ScenarioEvent,
  ServerEvent,
  SlackMessage,
  SlackScreen,
  SnapshotEvent,
  TeamsMessage,
  TeamsScreen,
  TrafficLine,
  TroublesEvent,
} from '../protocol.js';
import { byBeginning, keptLines } from '../traffic-order.js';
import type { UnderstoodLine } from '../understood.js';

export interface SlackSessionState {
  readonly platform: 'slack';
  /** Oldest first. A message that has not changed is the same object as before. */
  readonly messages: readonly SlackMessage[];
  readonly screen: SlackScreen;
}

export interface TeamsSessionState {
  readonly platform: 'teams';
  readonly messages: readonly TeamsMessage[];
  readonly screen: TeamsScreen;
}

export type SessionState = SlackSessionState | TeamsSessionState;

export interface State {
  readonly connected: boolean;
  readonly snapshot: SnapshotEvent | null;
  /** Whether a scenario would undo what somebody did by hand; taken for granted until the server has said. */
  readonly livedIn: boolean;
  readonly clientSessions: Readonly<Record<ClientSessionId, SessionState>>;
  /** What was sent by e-mail, the newest first. */
  readonly mailbox: MailboxEvent['mails'];
  readonly mail: MailEvent['counts'];
  /** The run that the mail was counted in; null until it has been told. */
  readonly mailRun: number | null;
  /** With the page's own time when it was told. */
  readonly clock: (ClockEvent & { readonly receivedAt: number }) | null;
  /** By their beginnings, oldest first. */
  readonly traffic: readonly TrafficLine[];
  readonly outbox: OutboxEvent | null;
  readonly troubles: TroublesEvent['active'];
  /** Oldest first. */
  readonly understood: readonly UnderstoodLine[];
  /** Whether the app asks the scripted language model. */
  readonly withModel: boolean;
  readonly scenario: ScenarioEvent | null;
}

/** What another run makes void. */
const nothingSeen = {
  clientSessions: {},
  mail: {},
  mailRun: null,
  traffic: [],
  outbox: null,
  troubles: [],
  understood: [],
  withModel: false,
} satisfies Partial<State>;

/** As many sentences as the server keeps. */
const keptSentences = 100;

let state: State = {
  ...nothingSeen,
  connected: false,
  snapshot: null,
  livedIn: true,
  mailbox: [],
  clock: null,
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

/** The state at this moment, for code outside of components. */
export function currentState(): State {
  return state;
}

export function setConnected(connected: boolean): void {
  // How a scenario ended while the wire was down is never told.
  change(connected ? { connected } : { connected, scenario: null });
}

/** Takes in one event of the server. */
export function take(event: ServerEvent): void {
  switch (event.type) {
    case 'snapshot':
      // Another run: nothing of the one before is true any more.
      change(event.run === state.snapshot?.run ? { snapshot: event } : { ...nothingSeen, snapshot: event });
      break;
    case 'lived in':
      change({ livedIn: event.livedIn });
      break;
    case 'client session': {
      const before = state.clientSessions[event.clientSession];
      const after: SessionState =
        event.platform === 'slack'
          ? {
              platform: 'slack',
              messages: merged(before?.platform === 'slack' && !event.whole ? before.messages : [], event),
              screen: event.screen,
            }
          : {
              platform: 'teams',
              messages: merged(before?.platform === 'teams' && !event.whole ? before.messages : [], event),
              screen: event.screen,
            };
      change({ clientSessions: { ...state.clientSessions, [event.clientSession]: after } });
      break;
    }
    case 'mailbox':
      change({ mailbox: event.mails });
      break;
    case 'mail':
      change({ mail: event.counts, mailRun: state.snapshot?.run ?? null });
      break;
    case 'clock':
      change({ clock: { ...event, receivedAt: performance.now() } });
      break;
    case 'traffic':
      // All but the last few are in order already, which costs the sorting next to nothing.
      change({
        traffic: [...(event.whole ? [] : state.traffic), ...event.lines].toSorted(byBeginning).slice(-keptLines),
      });
      break;
    case 'outbox':
      change({ outbox: event });
      break;
    case 'troubles':
      change({ troubles: event.active });
      break;
    case 'understood':
      change({ understood: [...(event.whole ? [] : state.understood), ...event.lines].slice(-keptSentences) });
      break;
    case 'model':
      change({ withModel: event.on });
      break;
    case 'scenario':
      change({ scenario: event });
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
