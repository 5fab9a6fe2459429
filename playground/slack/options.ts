/** What a test or the playground says about the Slack it wants, and the store made from it. */
import { randomBytes } from 'node:crypto';
import { createJournal } from './journal.js';
import { createLimiter, type Limits } from './limiter.js';
import type { Conversation, SlackApp, SlackStore, SlackUser, Workspace } from './store.js';
import { createTrafficLog } from './traffic-log.js';
import { createTroubles } from './troubles.js';

export interface UserOptions {
  readonly id: string;
  readonly name?: string;
  readonly real_name?: string;
  readonly email?: string;
  /** IANA zone. */
  readonly tz?: string;
  /** Slack's form, such as `ja-JP`. */
  readonly locale?: string;
  readonly is_bot?: boolean;
  readonly deleted?: boolean;
  readonly is_restricted?: boolean;
  readonly is_email_confirmed?: boolean;
  readonly is_admin?: boolean;
  /** The workspace the person comes from, when it is not this one (Slack Connect). */
  readonly team_id?: string;
}

export interface ChannelOptions {
  readonly id: string;
  readonly name: string;
  readonly is_private?: boolean;
  readonly is_archived?: boolean;
  readonly is_ext_shared?: boolean;
  /** Ids of the people in it. */
  readonly members?: readonly string[];
  /** Whether the bot has been invited; false by default. */
  readonly bot?: boolean;
}

export interface WorkspaceOptions {
  readonly id?: string;
  readonly domain?: string;
  readonly name?: string;
  readonly botToken?: string;
  readonly botUser?: string;
  readonly botId?: string;
  /** Granted scopes; all those of `everyScope` by default. */
  readonly scopes?: readonly string[];
  readonly users?: readonly UserOptions[];
  readonly channels?: readonly ChannelOptions[];
}

export type AppOptions = Partial<SlackApp>;

export interface SlackOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** The time that messages, events, response_urls and trigger_ids live by. Real time by default. */
  readonly clock?: () => Date;
  /** What signatures are stamped with: real time (the default, since bots check against it) or the clock above. */
  readonly stamp?: 'real time' | 'clock';
  readonly app?: AppOptions;
  readonly workspaces?: readonly WorkspaceOptions[];
  /** Waits in milliseconds before each retry of an event that the bot failed to answer; none by default. Slack's own: 0, 60_000 and 300_000 (docs.slack.dev/apis/events-api/#error-handling). */
  readonly retryDelays?: readonly number[];
  /** Also send the bot the events of its own messages, as Slack does where message events are subscribed. Off by default. */
  readonly echo?: boolean;
  readonly limits?: Partial<Limits>;
  /** How many traffic log entries and deliveries are kept. */
  readonly remember?: number;
}

const everyScope: readonly string[] = [
  'app_mentions:read',
  'assistant:write',
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'mpim:write',
  'team:read',
  'users:read',
  'users:read.email',
];

const defaultApp: SlackApp = {
  id: 'A0PLAY0001',
  name: 'Bot',
  signingSecret: 'playground-signing-secret',
  verificationToken: 'playground-verification-token',
  appToken: 'xapp-1-A0PLAY0001-playground',
  socketMode: false,
  events: undefined,
  commands: undefined,
  shortcuts: undefined,
  homeTab: true,
  messagesTab: true,
};

/** Makes the state of a stand-in that has not started to listen yet. */
export function createStore(options: SlackOptions): SlackStore {
  const now = options.clock ?? (() => new Date());
  const remember = options.remember ?? 20_000;
  const counters = { made: 0, lastTs: 0n };
  let changes = 0;
  const tick = (): number => {
    changes += 1;
    return changes;
  };
  const workspaces = (options.workspaces ?? [{}]).map((workspace, index) => createWorkspace(workspace, index));
  return {
    now,
    stamp: options.stamp === 'clock' ? now : () => new Date(),
    next(prefix) {
      counters.made += 1;
      return `${prefix}0${counters.made.toString(36).toUpperCase().padStart(8, '0')}`;
    },
    counters,
    tick,
    nextTs() {
      // A frozen clock must not give two messages one ts, which is their identity.
      const micros = BigInt(now().valueOf()) * 1000n;
      const lastTs = micros > counters.lastTs ? micros : counters.lastTs + 1n;
      counters.lastTs = lastTs;
      return `${lastTs / 1_000_000n}.${(lastTs % 1_000_000n).toString().padStart(6, '0')}`;
    },
    origin: '',
    requestUrl: undefined,
    app: { ...defaultApp, ...options.app },
    workspaces: new Map(workspaces.map((workspace) => [workspace.id, workspace])),
    triggers: new Map(),
    responseUrls: new Map(),
    deliveries: [],
    remember,
    retryDelays: options.retryDelays ?? [],
    echo: options.echo ?? false,
    pending: new Set(),
    tickets: new Set(),
    sockets: new Set(),
    acknowledgements: new Map(),
    trafficLog: createTrafficLog(remember),
    troubles: createTroubles(),
    limiter: createLimiter(),
    journal: createJournal(tick, remember),
    changeListeners: new Set(),
  };
}

function createWorkspace(options: WorkspaceOptions, index: number): Workspace {
  const id = options.id ?? `T0PLAY000${index + 1}`;
  const botUser = options.botUser ?? `U0BOT0000${index + 1}`;
  const botToken = options.botToken ?? `xoxb-playground-${index + 1}`;
  const people: readonly UserOptions[] = [
    { id: botUser, name: 'bot', is_bot: true, is_email_confirmed: false },
    ...(options.users ?? []),
  ];
  const channels = (options.channels ?? []).map((channel) => createChannel(channel, botUser));
  return {
    id,
    domain: options.domain ?? `playground-${index + 1}`,
    name: options.name ?? `Playground ${index + 1}`,
    botUser,
    botId: options.botId ?? `B0BOT0000${index + 1}`,
    tokens: new Map([[botToken, { value: botToken, scopes: options.scopes ?? everyScope, state: 'live' }]]),
    users: new Map(people.map((user) => [user.id, createUser(user)])),
    conversations: new Map(channels.map((channel) => [channel.id, channel])),
    rooms: new Set(channels),
    directs: new Map(),
    files: new Map(),
    uploads: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    prompts: new Map(),
    statuses: new Map(),
  };
}

/** A person with the defaults of a full member who works in London and in English. */
export function createUser(options: UserOptions): SlackUser {
  const name = options.name ?? options.real_name?.toLowerCase().replaceAll(/\s+/g, '.') ?? options.id.toLowerCase();
  return {
    id: options.id,
    name,
    realName: options.real_name ?? name,
    email: options.email,
    tz: options.tz ?? 'Europe/London',
    locale: options.locale ?? 'en-GB',
    isBot: options.is_bot ?? false,
    deleted: options.deleted ?? false,
    isRestricted: options.is_restricted ?? false,
    isEmailConfirmed: options.is_email_confirmed ?? options.email !== undefined,
    isAdmin: options.is_admin ?? false,
    homeTeam: options.team_id,
  };
}

function createChannel(options: ChannelOptions, botUser: string): Conversation {
  return emptyConversation(
    options.id,
    options.is_private ? 'group' : 'channel',
    options.name,
    [...(options.members ?? []), ...(options.bot ? [botUser] : [])],
    options.is_archived,
    options.is_ext_shared,
  );
}

export function emptyConversation(
  id: string,
  kind: Conversation['kind'],
  name: string,
  members: readonly string[],
  archived = false,
  shared = false,
): Conversation {
  return {
    id,
    kind,
    name,
    shared,
    members: new Set(members),
    messages: [],
    byTs: new Map(),
    archived,
  };
}

/** Unguessable text for tokens and secret addresses. */
export function secret(): string {
  return randomBytes(18).toString('base64url');
}
