/** Starts a stand-in for Slack: its Web API on loopback, and the handle through which tests and the playground steer it. */
import { archive, enter, leave, rename } from './channels.js';
import { isAccepted, send } from './deliver.js';
import { type Redelivery, redeliver, sendEvent } from './events.js';
import { asText, isJson, type Json, parseJson } from './json.js';
import type { Limits } from './limiter.js';
import { announceChange } from './messages.js';
import { createStore, createUser, type SlackOptions, type UserOptions } from './options.js';
import { listen } from './server.js';
import { serveSockets } from './socket-mode.js';
import type { Answer, Delivery, SlackApp, SlackStore, SlackUser, Workspace } from './store.js';
import type { Activity } from './traffic-log.js';
import type { Trouble } from './troubles.js';

export interface Slack {
  /** Base of the Web API, for `slackApiUrl`; ends with `/api/`. */
  readonly url: string;
  readonly origin: string;
  readonly app: SlackApp;
  /** The first workspace; most tests need no other. */
  readonly workspace: Workspace;
  readonly workspaces: ReadonlyMap<string, Workspace>;
  /** A live bot token of the workspace. Throws when the app is not installed there. */
  readonly botToken: (team?: string) => string;
  /** The bot's request URL for events, commands and interactions. Verifies it with a challenge, as Slack does; throws when the bot fails that. */
  readonly connect: (requestUrl: string, options?: { readonly verify?: boolean }) => Promise<void>;
  /** Sends an event in the usual envelope. `withheld` says why Slack would not send it. */
  readonly event: (
    event: Json,
    team?: string,
  ) => Promise<{ readonly delivery: Delivery; readonly answer: Answer } | { readonly withheld: string }>;
  /** Everything sent to the bot, oldest first. */
  readonly deliveries: () => readonly Delivery[];
  readonly redeliver: (delivery: Delivery, wanted?: Redelivery) => Promise<readonly Answer[]>;
  readonly trouble: (trouble: Trouble) => () => void;
  readonly clearTroubles: () => void;
  /** Switches rate limits on (Slack's own without further wishes) or, with `false`, off. */
  readonly limit: (limits: Partial<Limits> | false) => void;
  readonly activity: () => readonly Activity[];
  readonly onActivity: (listener: (activity: Activity) => void) => () => void;
  /** Calls back whenever something changes on anybody's screen. */
  readonly onChange: (listener: () => void) => () => void;
  /** Someone joins the workspace; the bot is sent team_join. */
  readonly join: (user: UserOptions, team?: string) => Promise<SlackUser>;
  /** Someone (or, with the bot's id, the bot) comes into a channel; the bot is sent member_joined_channel. */
  readonly enter: (channel: string, user: string) => Promise<void>;
  /** Someone (or, with the bot's id, the bot) is removed from a channel; the bot is sent channel_left or group_left of itself alone. */
  readonly leave: (channel: string, user: string) => Promise<void>;
  /** A channel gets another name; the bot is sent channel_rename or group_rename where it is in it. */
  readonly rename: (channel: string, name: string) => Promise<void>;
  /** A channel is put away or taken up again; the bot is sent channel_archive or the like where it is in it. */
  readonly archive: (channel: string, archived?: boolean) => Promise<void>;
  /** The workspace removes the app: its tokens die, then the bot is told. */
  readonly uninstall: (team?: string) => Promise<void>;
  /** Asks every Socket Mode connection to come again, as Slack does now and then. */
  readonly refreshSockets: () => void;
  /** Live Socket Mode connections. */
  readonly sockets: () => number;
  readonly close: () => Promise<void>;
  /** The raw state, for the client that draws it. */
  readonly store: SlackStore;
}

/** Starts to listen. Close it, or the process stays alive. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const store = createStore(options);
  const [workspace] = store.workspaces.values();
  if (workspace === undefined) throw new Error('A Slack without a workspace is of no use');
  if (options.limits !== undefined) store.limiter.set(options.limits);
  const server = await listen(store, options.port ?? 0);
  const closeSockets = serveSockets(store, server);
  const inTeam = (team: string | undefined): Workspace => {
    const found = team === undefined ? workspace : store.workspaces.get(team);
    if (found === undefined) throw new Error(`No workspace ${team}`);
    return found;
  };
  return {
    url: `${store.origin}/api/`,
    origin: store.origin,
    app: store.app,
    workspace,
    workspaces: store.workspaces,
    store,
    botToken: (team) => liveToken(inTeam(team)),
    connect: (requestUrl, how) => connect(store, workspace, requestUrl, how?.verify ?? true),
    event: (event, team) => sendEvent(store, inTeam(team), event),
    deliveries: () => store.deliveries,
    redeliver: (delivery, wanted = {}) => redeliver(store, delivery, wanted),
    trouble: (trouble) => store.troubles.add(trouble),
    clearTroubles: () => store.troubles.clear(),
    limit: (limits) => store.limiter.set(limits === false ? undefined : limits),
    activity: () => store.trafficLog.entries(),
    onActivity: (listener) => store.trafficLog.listen(listener),
    onChange(listener) {
      store.changeListeners.add(listener);
      return () => store.changeListeners.delete(listener);
    },
    join: (user, team) => join(store, inTeam(team), user),
    enter: (channel, user) => enter(store, channel, user),
    leave: (channel, user) => leave(store, channel, user),
    rename: (channel, name) => rename(store, channel, name),
    archive: (channel, archived = true) => archive(store, channel, archived),
    uninstall: (team) => uninstall(store, inTeam(team)),
    refreshSockets() {
      for (const socket of store.sockets) socket.close('refresh_requested');
    },
    sockets: () => store.sockets.size,
    async close() {
      for (const end of [...store.pending]) end();
      closeSockets();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function liveToken(workspace: Workspace): string {
  for (const token of workspace.tokens.values()) if (token.state === 'live') return token.value;
  throw new Error(`The app is not installed in ${workspace.id}`);
}

async function connect(store: SlackStore, workspace: Workspace, requestUrl: string, verify: boolean): Promise<void> {
  store.requestUrl = requestUrl;
  if (!verify) return;
  const challenge = store.next('challenge');
  const { answer } = await send(store, workspace, {
    kind: 'verification',
    what: 'url_verification',
    payload: { token: store.app.verificationToken, challenge, type: 'url_verification' },
  });
  const parsed = parseJson(answer.body);
  const said = isJson(parsed) ? asText(parsed.challenge) : answer.body.trim();
  if (!isAccepted(answer) || said !== challenge) {
    store.requestUrl = undefined;
    throw new Error(
      `Your URL didn't respond with the value of the challenge parameter: ${answer.failure ?? answer.status} ${answer.body.slice(0, 200)}`,
    );
  }
}

async function join(store: SlackStore, workspace: Workspace, options: UserOptions): Promise<SlackUser> {
  const user = createUser(options);
  workspace.users.set(user.id, user);
  announceChange(store);
  await sendEvent(store, workspace, {
    type: 'team_join',
    user: {
      id: user.id,
      team_id: workspace.id,
      name: user.name,
      real_name: user.realName,
      tz: user.tz,
      is_bot: user.isBot,
      deleted: false,
      profile: { real_name: user.realName },
    },
    event_ts: store.nextTs(),
  });
  return user;
}

async function uninstall(store: SlackStore, workspace: Workspace): Promise<void> {
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.botUser] }, event_ts: store.nextTs() };
  for (const token of workspace.tokens.values()) token.state = 'inactive';
  await sendEvent(store, workspace, revoked);
  await sendEvent(store, workspace, { type: 'app_uninstalled', event_ts: store.nextTs() });
}
