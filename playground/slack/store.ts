/** Everything the stand-in knows: the app, its workspaces, people, conversations, messages, views and files. State only; no behaviour. */
import type { Journal } from './journal.js';
import type { Json } from './json.js';
import type { Limiter } from './limiter.js';
import type { TrafficLog } from './traffic-log.js';
import type { Troubles } from './troubles.js';

export interface SlackUser {
  readonly id: string;
  readonly name: string;
  realName: string;
  email: string | undefined;
  tz: string;
  locale: string;
  isBot: boolean;
  deleted: boolean;
  isRestricted: boolean;
  isEmailConfirmed: boolean;
  isAdmin: boolean;
  /** Set for people of another workspace who share a channel with this one (Slack Connect). */
  homeTeam: string | undefined;
}

/** A message that was posted, changed, filled in or deleted, or a person before whom a conversation opened. */
export type Changed = { readonly message: StoredMessage } | { readonly joined: string };

export interface StoredMessage {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly botId: string | undefined;
  text: string;
  blocks: readonly Json[];
  attachments: readonly Json[];
  files: readonly StoredFile[];
  metadata: Json | undefined;
  threadTs: string | undefined;
  /** The only person who sees it; undefined for ordinary messages. */
  readonly ephemeralFor: string | undefined;
  edits: number;
  deleted: boolean;
  /** Whether `text` is Markdown instead of mrkdwn. */
  markdown: boolean;
  /** Place of the last change in the order of everything that ever changed; later is larger. */
  changed: number;
  /** The same, but also for what people have put into its inputs, which is no change of the bot's. */
  touched: number;
  /** What each person has put into the message's own inputs: person → `block/action` → state value. */
  readonly entered: Map<string, Map<string, Json>>;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'channel' | 'group' | 'im' | 'mpim';
  name: string;
  /** With another organisation (Slack Connect). */
  readonly shared: boolean;
  readonly members: Set<string>;
  readonly messages: StoredMessage[];
  readonly byTs: Map<string, StoredMessage>;
  archived: boolean;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly content: Uint8Array;
  readonly user: string;
  readonly created: Date;
  readonly channels: Set<string>;
}

export interface PendingUpload {
  readonly id: string;
  readonly name: string;
  readonly length: number;
  readonly user: string;
  content: Uint8Array | undefined;
}

export interface View {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly type: 'modal' | 'home';
  readonly rootId: string;
  readonly previousId: string | undefined;
  definition: Json;
  blocks: readonly Json[];
  hash: string;
  /** `block/action` → state value, whether initial or entered. */
  readonly state: Map<string, Json>;
  /** block_id → the error that the bot showed there. */
  errors: Readonly<Record<string, string>>;
}

export interface Token {
  readonly value: string;
  readonly scopes: readonly string[];
  state: 'live' | 'inactive';
}

export interface SuggestedPrompts {
  readonly title: string;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

export interface Workspace {
  readonly id: string;
  readonly domain: string;
  readonly name: string;
  readonly botUser: string;
  readonly botId: string;
  readonly tokens: Map<string, Token>;
  readonly users: Map<string, SlackUser>;
  readonly conversations: Map<string, Conversation>;
  /** All conversations but the direct ones, which may be many thousands. */
  readonly rooms: Set<Conversation>;
  /** Person → their direct conversation with the bot. */
  readonly directs: Map<string, Conversation>;
  readonly files: Map<string, StoredFile>;
  readonly uploads: Map<string, PendingUpload>;
  readonly views: Map<string, View>;
  /** Person → their open modals, the visible one last. */
  readonly stacks: Map<string, View[]>;
  readonly homes: Map<string, View>;
  /** Direct conversation → what the bot suggests to write there, until the person writes something. */
  readonly prompts: Map<string, SuggestedPrompts>;
  /** Conversation → what the bot says that it is doing there. */
  readonly statuses: Map<string, string>;
}

export interface SlackApp {
  readonly id: string;
  readonly name: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly appToken: string;
  readonly socketMode: boolean;
  /** What the manifest subscribes to and registers; undefined stands for "everything". */
  readonly events: readonly string[] | undefined;
  readonly commands: readonly string[] | undefined;
  readonly shortcuts: readonly string[] | undefined;
  readonly homeTab: boolean;
  readonly messagesTab: boolean;
}

export interface Trigger {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly issued: Date;
  /** The modal it was pressed in, if any: views.push needs one. */
  readonly view: string | undefined;
  exchanged: boolean;
}

export interface ResponseUrl {
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  readonly issued: Date;
  /** The message whose button was pressed; `replace_original` and `delete_original` act on it. */
  original: StoredMessage | undefined;
  uses: number;
}

/** How the bot answered one delivery. */
export interface Answer {
  /** The HTTP status; over Socket Mode 200 for an acknowledgement; 0 where no answer came. */
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly milliseconds: number;
  readonly failure: 'timeout' | 'unreachable' | undefined;
}

export type DeliveryKind = 'event' | 'command' | 'interaction' | 'verification';

/** Something sent to the bot, kept so that it can be sent again. */
export interface Delivery {
  readonly kind: DeliveryKind;
  readonly what: string;
  readonly team: string;
  readonly payload: Json;
  readonly answers: Answer[];
  /** Exactly what went over HTTP the last time, for a replay byte by byte. */
  sent: { readonly body: string; readonly headers: Readonly<Record<string, string>> } | undefined;
}

/** A live Socket Mode connection of the bot. */
export interface Socket {
  readonly send: (envelope: Json) => void;
  readonly close: (reason: string) => void;
}

export interface SlackStore {
  readonly now: () => Date;
  /** The clock that signatures are stamped with. */
  readonly stamp: () => Date;
  readonly next: (prefix: string) => string;
  /** How many identifiers `next` has given, and the last that `nextTs` has, in microseconds. */
  readonly counters: { made: number; lastTs: bigint };
  readonly tick: () => number;
  readonly nextTs: () => string;
  origin: string;
  requestUrl: string | undefined;
  readonly app: SlackApp;
  readonly workspaces: Map<string, Workspace>;
  readonly triggers: Map<string, Trigger>;
  readonly responseUrls: Map<string, ResponseUrl>;
  readonly deliveries: Delivery[];
  /** How many deliveries are remembered; the oldest are forgotten first. */
  readonly remember: number;
  readonly retryDelays: readonly number[];
  readonly echo: boolean;
  /** Timers and answers under way, to be ended when the stand-in closes. */
  readonly pending: Set<() => void>;
  readonly tickets: Set<string>;
  readonly sockets: Set<Socket>;
  readonly acknowledgements: Map<string, (payload: Json | undefined) => void>;
  readonly trafficLog: TrafficLog;
  readonly troubles: Troubles;
  readonly limiter: Limiter;
  readonly journal: Journal<Changed>;
  readonly changeListeners: Set<() => void>;
}
