/** Starts a stand-in for Slack: its Web API on loopback, and the handle through which tests and the playground steer it. */
import { isAccepted, send } from './deliver.js';
import { type Redelivery, redeliver, sendEvent } from './events.js';
import { asText, isJson, type Json, parseJson } from './json.js';
import type { Activity } from './ledger.js';
import type { Limits } from './limiter.js';
import { announceChange } from './messages.js';
import { issueCode } from './oauth.js';
import { createUser, createWorld, everyScope, type SlackOptions, type UserOptions } from './options.js';
import { listen } from './server.js';
import { serveSockets } from './socket-mode.js';
import type { Trouble } from './troubles.js';
import type { Answer, Conversation, Delivery, SlackApp, SlackUser, Workspace, World } from './world.js';

export interface Slack {
  /** Base of the Web API, for `slackApiUrl`; ends with `/api/`. */
  readonly url: string;
  readonly origin: string;
  /** Where a person agrees to install the app (`authorizationUrl` of Bolt's installer). */
  readonly authorizationUrl: string;
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
  /** A code as the consent page would send back, for a test of the exchange alone. */
  readonly oauthCode: (consent?: {
    readonly team?: string;
    readonly user?: string;
    readonly scopes?: readonly string[];
    readonly redirectUri?: string;
  }) => string;
  /** The workspace removes the app: its tokens die, then the bot is told. */
  readonly uninstall: (team?: string) => Promise<void>;
  /** Asks every Socket Mode connection to come again, as Slack does now and then. */
  readonly refreshSockets: () => void;
  /** Live Socket Mode connections. */
  readonly sockets: () => number;
  readonly close: () => Promise<void>;
  /** The raw state, for the client that draws it. */
  readonly world: World;
}

/** Starts to listen. Close it, or the process stays alive. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const world = createWorld(options);
  const [workspace] = world.workspaces.values();
  if (workspace === undefined) throw new Error('A Slack without a workspace is of no use');
  if (options.limits !== undefined) world.limiter.set(options.limits);
  const server = await listen(world, options.port ?? 0);
  const closeSockets = serveSockets(world, server);
  const inTeam = (team: string | undefined): Workspace => {
    const found = team === undefined ? workspace : world.workspaces.get(team);
    if (found === undefined) throw new Error(`No workspace ${team}`);
    return found;
  };
  return {
    url: `${world.origin}/api/`,
    origin: world.origin,
    authorizationUrl: `${world.origin}/oauth/v2/authorize`,
    app: world.app,
    workspace,
    workspaces: world.workspaces,
    world,
    botToken: (team) => liveToken(inTeam(team)),
    connect: (requestUrl, how) => connect(world, workspace, requestUrl, how?.verify ?? true),
    event: (event, team) => sendEvent(world, inTeam(team), event),
    deliveries: () => world.deliveries,
    redeliver: (delivery, wanted = {}) => redeliver(world, delivery, wanted),
    trouble: (trouble) => world.troubles.add(trouble),
    clearTroubles: () => world.troubles.clear(),
    limit: (limits) => world.limiter.set(limits === false ? undefined : limits),
    activity: () => world.ledger.entries(),
    onActivity: (listener) => world.ledger.listen(listener),
    onChange(listener) {
      world.changeListeners.add(listener);
      return () => world.changeListeners.delete(listener);
    },
    join: (user, team) => join(world, inTeam(team), user),
    enter: (channel, user) => enter(world, channel, user),
    oauthCode(consent = {}) {
      const where = inTeam(consent.team);
      return issueCode(world, {
        team: where.id,
        user: consent.user ?? where.botUser,
        scopes: consent.scopes ?? everyScope,
        redirectUri: consent.redirectUri,
      });
    },
    uninstall: (team) => uninstall(world, inTeam(team)),
    refreshSockets() {
      for (const socket of world.sockets) socket.close('refresh_requested');
    },
    sockets: () => world.sockets.size,
    async close() {
      for (const end of [...world.pending]) end();
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

async function connect(world: World, workspace: Workspace, requestUrl: string, verify: boolean): Promise<void> {
  world.requestUrl = requestUrl;
  if (!verify) return;
  const challenge = world.next('challenge');
  const { answer } = await send(world, workspace, {
    kind: 'verification',
    what: 'url_verification',
    payload: { token: world.app.verificationToken, challenge, type: 'url_verification' },
  });
  const parsed = parseJson(answer.body);
  const said = isJson(parsed) ? asText(parsed.challenge) : answer.body.trim();
  if (!isAccepted(answer) || said !== challenge) {
    world.requestUrl = undefined;
    throw new Error(
      `Your URL didn't respond with the value of the challenge parameter: ${answer.failure ?? answer.status} ${answer.body.slice(0, 200)}`,
    );
  }
}

async function join(world: World, workspace: Workspace, options: UserOptions): Promise<SlackUser> {
  const user = createUser(options);
  workspace.users.set(user.id, user);
  announceChange(world);
  await sendEvent(world, workspace, {
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
    event_ts: world.nextTs(),
  });
  return user;
}

async function enter(world: World, channel: string, user: string): Promise<void> {
  const [workspace, conversation] = findChannel(world, channel);
  conversation.members.add(user);
  world.journal.add({ joined: user });
  announceChange(world);
  await sendEvent(world, workspace, {
    type: 'member_joined_channel',
    user,
    channel,
    channel_type: conversation.kind === 'group' ? 'G' : 'C',
    team: workspace.id,
    event_ts: world.nextTs(),
  });
}

function findChannel(world: World, channel: string): readonly [Workspace, Conversation] {
  for (const workspace of world.workspaces.values()) {
    const conversation = workspace.conversations.get(channel);
    if (conversation !== undefined) return [workspace, conversation];
  }
  throw new Error(`No channel ${channel}`);
}

async function uninstall(world: World, workspace: Workspace): Promise<void> {
  const revoked = { type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.botUser] }, event_ts: world.nextTs() };
  for (const token of workspace.tokens.values()) token.state = 'inactive';
  workspace.installed = false;
  await sendEvent(world, workspace, revoked);
  await sendEvent(world, workspace, { type: 'app_uninstalled', event_ts: world.nextTs() });
}
