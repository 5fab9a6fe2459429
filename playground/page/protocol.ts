/** The events that the page's server sends: types, so that both sides are compiled against the same words. */
import type { Ahead } from './ahead.js';
import type { UnderstandingEvent } from './understood.js';

export type Platform = 'slack' | 'teams';
export type Language = 'ja' | 'en';

/** One person's client on one platform: `slack:U…` or `teams:` and the Entra object id. */
export type ClientSessionId = `${Platform}:${string}`;

/** Block Kit, Adaptive Cards and request bodies: whatever the platforms allow. */
export type Json = { readonly [key: string]: unknown };

// ------------------------------------------------------------- who and where

export interface PagePerson {
  readonly personId: string;
  readonly name: string;
  readonly nameEn: string;
  /** To find the person by; the page shows it nowhere else. */
  readonly email?: string | undefined;
  readonly role: string;
  readonly level: string | null;
  readonly company: string | null;
  readonly companyEn: string | null;
  readonly companyCode: string | null;
  readonly language: string;
  readonly clientSessions: readonly ClientSessionId[];
}

export interface SlackSnapshot {
  readonly workspace: string;
  /** Slash commands with the hint that Slack lists while one types. */
  readonly commands: readonly { readonly command: string; readonly hint: string; readonly description: string }[];
  readonly shortcuts: readonly {
    readonly callbackId: string;
    readonly name: string;
    readonly description: string;
    /** Started from anywhere, or on a message; anywhere where it is not said. */
    readonly type?: 'global' | 'message' | undefined;
  }[];
}

export interface TeamsSnapshot {
  readonly tenant: string;
}

/** Everything that stays as it is until the run is replaced by a scenario. */
export interface SnapshotEvent {
  readonly type: 'snapshot';
  /** Rises when another run takes this one's place; everything seen before is void. */
  readonly run: number;
  /** The bot's name on both platforms. */
  readonly bot: string;
  readonly people: readonly PagePerson[];
  readonly slack: SlackSnapshot;
  readonly teams: TeamsSnapshot;
  readonly scenarios: readonly ScenarioCard[];
}

export interface ScenarioCard {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly description: Readonly<Record<Language, string>>;
}

/** ServerEvent at first, and when somebody does the first thing by hand. */
export interface LivedInEvent {
  readonly type: 'lived in';
  /** Whether a scenario would undo what was done by hand. */
  readonly livedIn: boolean;
}

// ------------------------------------------------------------------- client sessions

export interface PageConversation {
  readonly id: string;
  readonly kind: 'direct' | 'channel';
  /** The bot's name for the direct conversation; for a channel `spp`, or `SPP › General` on Teams. */
  readonly name: string;
  /** Of a channel of Teams: whether the app has been added to its team, before which nobody can mention it there. */
  readonly installed?: boolean | undefined;
}

export interface PageFile {
  readonly name: string;
  readonly bytes: number;
  /** Where the page's server hands it out. */
  readonly href: string;
}

interface PageMessage {
  /** Unique in the client session, and the same after an edit. */
  readonly key: string;
  readonly conversation: string;
  /** ISO 8601, by the programme's clock. */
  readonly at: string;
  readonly from: { readonly kind: 'bot' | 'self' | 'person'; readonly name: string };
  readonly edited: boolean;
  readonly files: readonly PageFile[];
  /** Place in the order of everything that ever changed on this platform. */
  readonly revision: number;
}

export interface SlackMessage extends PageMessage {
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
  /** Only this person sees it. */
  readonly ephemeral: boolean;
  /** ts of the message that opened the thread. */
  readonly thread: string | null;
  /** Values of inputs inside the message: block_id → action_id → state value, as in `state.values`. */
  readonly state: Readonly<Record<string, Readonly<Record<string, Json>>>>;
}

/** A modal or the Home tab. */
export interface SlackView {
  readonly id: string;
  /** Changes whenever the bot redraws the view. */
  readonly hash: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly Json[];
  readonly state: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  /** block_id → the error shown at that field. */
  readonly errors: Readonly<Record<string, string>>;
}

export interface SlackScreen {
  readonly platform: 'slack';
  readonly self: { readonly id: string; readonly name: string };
  readonly conversations: readonly PageConversation[];
  /** Names for mentions. */
  readonly users: readonly { readonly id: string; readonly name: string }[];
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  /** What the bot says that it is doing in the direct conversation, after its name. */
  readonly status: string | null;
  /** What the bot suggests to write in the Messages tab. */
  readonly prompts: {
    readonly title: string;
    readonly prompts: readonly { readonly title: string; readonly message: string }[];
  } | null;
  readonly home: SlackView | null;
  /** The open modals, the visible one last. */
  readonly modals: readonly SlackView[];
}

export interface TeamsMessage extends PageMessage {
  readonly id: string;
  /** id of the message that opened the thread, in a channel; null in a personal chat. */
  readonly thread: string | null;
  readonly text: string;
  readonly textFormat: 'plain' | 'markdown' | 'xml';
  readonly attachmentLayout: 'list' | 'carousel';
  /** Adaptive Cards, hero cards, file consent and file info, as posted (or as this person sees them). */
  readonly attachments: readonly Json[];
  readonly suggestedActions: readonly Json[];
}

export interface TeamsDialog {
  /** Changes whenever the bot draws another dialog in its place. */
  readonly id: string;
  readonly title: string;
  /** Null where the bot answered with a text or a web page. */
  readonly card: Json | null;
  readonly text: string;
}

export interface TeamsScreen {
  readonly platform: 'teams';
  readonly self: { readonly id: string; readonly name: string };
  readonly conversations: readonly PageConversation[];
  /** Whether the app has been added for this person or a team of theirs: before that nobody can write to it. */
  readonly installed: boolean;
  readonly blocked: boolean;
  readonly dialog: TeamsDialog | null;
  /** Short texts that the client shows for a moment, oldest first; never shortened, so that its length counts them. */
  readonly toasts: readonly string[];
}

/** One person's screen; only what has changed since the last time, unless `whole`. */
export type ClientSessionEvent =
  | {
      readonly type: 'client session';
      readonly clientSession: ClientSessionId;
      readonly whole: boolean;
      readonly platform: 'slack';
      readonly messages: readonly SlackMessage[];
      /** Keys of messages that have been deleted. */
      readonly gone: readonly string[];
      readonly screen: SlackScreen;
    }
  | {
      readonly type: 'client session';
      readonly clientSession: ClientSessionId;
      readonly whole: boolean;
      readonly platform: 'teams';
      readonly messages: readonly TeamsMessage[];
      readonly gone: readonly string[];
      readonly screen: TeamsScreen;
    };

/** How many messages of the bot each person has in their direct conversation, to mark what is new. */
export interface MailEvent {
  readonly type: 'mail';
  readonly counts: Readonly<Record<ClientSessionId, number>>;
}

/** One mail as a mailbox lists it. */
export interface MailLine {
  readonly id: string;
  readonly at: string;
  readonly to: readonly string[];
  readonly subject: string;
}

/** What was sent by e-mail, the newest first; at first, and whenever a mail comes. */
export interface MailboxEvent {
  readonly type: 'mailbox';
  readonly mails: readonly MailLine[];
}

// -------------------------------------------------------------------- clock

export interface ClockEvent {
  readonly type: 'clock';
  /** ISO 8601; from then on the page counts by itself. */
  readonly now: string;
  /** The next few things, soonest first. */
  readonly ahead: readonly Ahead[];
}

// ------------------------------------------------------------------ inspector

/** One request in either direction. */
export interface TrafficLine {
  readonly platform: Platform;
  /** Unique and rising within its platform. */
  readonly number: number;
  /** When it began: ISO 8601, by the programme's clock. */
  readonly at: string;
  readonly direction: 'to the bot' | 'from the bot';
  /** `block_actions`, `chat.postMessage`, `invoke task/fetch`, `send` … */
  readonly what: string;
  /** Sent while the run was made, such as by a scenario, before the page could show it. */
  readonly prelude: boolean;
  /** Whether the bot has been sent the same before. */
  readonly again: boolean;
  /**
   * Who acts, or to whom the bot turns: a person's client and their name on that platform, or a channel; null where it is
   * nobody in particular.
   */
  readonly who: { readonly clientSession: ClientSessionId | null; readonly name: string } | null;
  /** HTTP status; null where no answer came. */
  readonly status: number | null;
  readonly milliseconds: number;
  /** What went wrong, if anything; Slack says so with status 200. */
  readonly problem: string | null;
  /** The trouble switched on for it. */
  readonly trouble: string | null;
}

export interface TrafficEvent {
  readonly type: 'traffic';
  readonly whole: boolean;
  /** The whole by their beginnings, oldest first; what comes after it as it ends, which may be before lines told already. */
  readonly lines: readonly TrafficLine[];
}

export type NotificationState =
  | 'pending'
  | 'queued'
  | 'sending'
  | 'delivered'
  | 'suppressed'
  | 'unreachable'
  | 'unknown'
  | 'failed'
  | 'missed'
  | 'stopped';

export interface NotificationLine {
  readonly id: string;
  /** Its name in the outbox, such as `session.promoted`. */
  readonly kind: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly person: Readonly<Record<Language, string>>;
  readonly platform: Platform | null;
  readonly state: NotificationState;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly dueAt: string;
  readonly settledAt: string | null;
  readonly faults: number;
  readonly mayRepeat: boolean;
  readonly reason: string | null;
}

export interface QueueLine {
  readonly name: string;
  readonly waiting: number;
  readonly delayed: number;
  readonly active: number;
  readonly failed: number;
}

export type WorkerState = 'running' | 'starting' | 'killed';

/** The outbox, the queues and the worker. */
export interface OutboxEvent {
  readonly type: 'outbox';
  /** Newest first; only the latest. */
  readonly notifications: readonly NotificationLine[];
  readonly counts: Readonly<Partial<Record<NotificationState, number>>>;
  readonly queue: { readonly kind: 'Redis' | 'PostgreSQL'; readonly queues: readonly QueueLine[] };
  readonly worker: { readonly state: WorkerState; readonly processId: number | null };
}

export const troubleKinds = ['429', 'time-out', 'lost answer', 'server error', 'slow', 'every request twice'] as const;
export type TroubleKind = (typeof troubleKinds)[number];

export interface TroublesEvent {
  readonly type: 'troubles';
  readonly active: readonly { readonly platform: Platform; readonly kind: TroubleKind }[];
}

export interface ScenarioEvent {
  readonly type: 'scenario';
  readonly id: string;
  readonly state: 'loading' | 'loaded' | 'failed';
  /** Where it stands, or why it failed; undefined when nothing is to be said. */
  readonly words?: Readonly<Record<Language, string>> | undefined;
}

/** From the server, over the WebSocket. */
export type ServerEvent =
  | SnapshotEvent
  | LivedInEvent
  | ClientSessionEvent
  | MailEvent
  | MailboxEvent
  | ClockEvent
  | TrafficEvent
  | OutboxEvent
  | TroublesEvent
  | UnderstandingEvent
  | ScenarioEvent;
