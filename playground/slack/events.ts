/** Events as the Events API sends them, and only those that the app may have and has subscribed to. */
import { type Attempt, deliver, send } from './deliver.js';
import type { Json } from './json.js';
import { messageObject } from './messages.js';
import { eventScopes } from './method-rules.js';
import { counterpart } from './people.js';
import type { Answer, Conversation, Delivery, SlackStore, StoredMessage, Workspace } from './store.js';
import { viewObject } from './views.js';

/** Sends an event to the bot, or says why Slack would not. */
export async function sendEvent(
  store: SlackStore,
  workspace: Workspace,
  event: Json,
): Promise<{ readonly delivery: Delivery; readonly answer: Answer } | { readonly withheld: string }> {
  const withheld = withheldBecause(store, workspace, event);
  if (withheld !== undefined) {
    noteWithheld(store, workspace, event, withheld);
    return { withheld };
  }
  return send(store, workspace, {
    kind: 'event',
    what: `event ${eventName(event)}`,
    payload: envelope(store, workspace, event),
  });
}

/** Nothing travels, yet the log must say why. */
function noteWithheld(store: SlackStore, workspace: Workspace, event: Json, why: string): void {
  const method = `event ${eventName(event)}`;
  const told = {
    status: 0,
    milliseconds: 0,
    summary: `${method} was not sent: ${why}`,
    error: 'withheld',
    early: false,
  };
  store.trafficLog.add({
    at: store.now(),
    direction: 'to bot',
    team: workspace.id,
    method,
    ...told,
    request: event,
    response: undefined,
  });
}

/** `message.im` and its siblings are subscribed to apart; everything else goes by its type. */
function eventName(event: Json): string {
  const suffixes: Readonly<Record<string, string>> = {
    im: '.im',
    mpim: '.mpim',
    channel: '.channels',
    group: '.groups',
  };
  return event.type === 'message' ? `message${suffixes[String(event.channel_type)] ?? ''}` : String(event.type);
}

/** Why Slack would not send this event; undefined where it would. */
export function withheldBecause(store: SlackStore, workspace: Workspace, event: Json): string | undefined {
  const name = eventName(event);
  if (store.app.events !== undefined && !store.app.events.includes(name))
    return `the app has not subscribed to ${name}`;
  // Of a private channel it tells only whom Slack lets read those.
  const isPrivate = name.startsWith('member_') && event.channel_type === 'G';
  const scope = isPrivate ? 'groups:read' : eventScopes[name];
  const granted = liveScopes(workspace);
  if (scope !== undefined && !granted.has(scope)) return `the app lacks the scope ${scope} for ${name}`;
  return undefined;
}

/** All scopes of the tokens of this installation that still count. */
export function liveScopes(workspace: Workspace): ReadonlySet<string> {
  return new Set(
    [...workspace.tokens.values()].filter((token) => token.state === 'live').flatMap((token) => token.scopes),
  );
}

function envelope(store: SlackStore, workspace: Workspace, event: Json): Json {
  return {
    token: store.app.verificationToken,
    team_id: workspace.id,
    context_team_id: workspace.id,
    context_enterprise_id: null,
    api_app_id: store.app.id,
    event,
    type: 'event_callback',
    event_id: store.next('Ev'),
    event_time: Math.floor(store.now().valueOf() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.id,
        user_id: workspace.botUser,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: store.next('4-'),
  };
}

export interface Redelivery {
  /** How many more times; 1 by default. */
  readonly times?: number;
  /** All at once instead of one after the other. */
  readonly together?: boolean;
  /** With another event_id each time, as Slack now and then does. */
  readonly newEventId?: boolean;
  /** Byte by byte, with the old signature: what someone who listened in could do. */
  readonly exact?: boolean;
}

/** Sends again what was sent before, with the retry headers that Slack adds to events. */
export async function redeliver(store: SlackStore, delivery: Delivery, wanted: Redelivery): Promise<readonly Answer[]> {
  const once = (retry: number): Promise<Answer> => {
    const renamed = wanted.newEventId === true && delivery.kind === 'event';
    const payload = renamed ? { ...delivery.payload, event_id: store.next('Ev') } : delivery.payload;
    const attempt: Attempt = wanted.exact ? { exact: true } : { retry, reason: 'http_timeout' };
    return deliver(store, renamed ? { ...delivery, payload, answers: delivery.answers } : delivery, attempt);
  };
  const retries = Array.from({ length: wanted.times ?? 1 }, (_, index) => index + 1);
  if (wanted.together) return Promise.all(retries.map(once));
  const answers: Answer[] = [];
  for (const retry of retries) answers.push(await once(retry));
  return answers;
}

const channelTypes = { channel: 'channel', group: 'group', im: 'im', mpim: 'mpim' } as const;

export function messageEvent(
  store: SlackStore,
  workspace: Workspace,
  conversation: Conversation,
  message: StoredMessage,
): Json {
  return {
    ...messageObject(store, workspace, message),
    ...(message.files.length > 0 ? { subtype: 'file_share' } : {}),
    ...(message.botId === undefined ? { client_msg_id: crypto.randomUUID() } : {}),
    channel: conversation.id,
    channel_type: channelTypes[conversation.kind],
    event_ts: message.ts,
  };
}

export function mentionEvent(
  store: SlackStore,
  workspace: Workspace,
  conversation: Conversation,
  message: StoredMessage,
): Json {
  return {
    ...messageObject(store, workspace, message),
    type: 'app_mention',
    client_msg_id: crypto.randomUUID(),
    channel: conversation.id,
    event_ts: message.ts,
  };
}

/** The Home or Messages tab came into sight; the view is there once the bot has published one. */
export function homeOpenedEvent(
  store: SlackStore,
  workspace: Workspace,
  conversation: Conversation,
  tab: 'home' | 'messages',
): Json {
  const user = counterpart(workspace, conversation);
  const view = tab === 'home' ? workspace.homes.get(user) : undefined;
  return {
    type: 'app_home_opened',
    user,
    channel: conversation.id,
    tab,
    ...(view === undefined ? {} : { view: viewObject(store, view) }),
    event_ts: store.nextTs(),
  };
}
