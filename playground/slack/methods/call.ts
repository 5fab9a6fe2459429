/** One call of a Web API method, and what methods have in common: finding people and conversations, lists by page. */
import { asText, type Json } from '../json.js';
import { openDirect, scopeFor } from '../people.js';
import { type Refusal, refusal } from '../refusal.js';
import type { Conversation, SlackStore, SlackUser, StoredMessage, Token, Workspace } from '../store.js';

export interface Call {
  readonly store: SlackStore;
  readonly workspace: Workspace;
  readonly token: Token;
  readonly args: Json;
}

/** Calls back with the answer; methods without a workspace (OAuth) get only the store and the arguments. */
export type Method = (call: Call) => Json | Promise<Json>;

/** Slack's answer to a missing scope, which names both sides. */
export function missingScope(token: Token, needed: string): Refusal {
  return refusal('missing_scope', { needed, provided: token.scopes.join(',') });
}

/** The first of these scopes that the token lacks. */
export function lacking(token: Token, scopes: readonly string[]): string | undefined {
  return scopes.find((scope) => !token.scopes.includes(scope));
}

export function missingArgument(name: string): Refusal {
  return refusal('invalid_arguments', { response_metadata: { messages: [`[ERROR] missing required field: ${name}`] } });
}

/** A conversation by its id. Names are not ids, and a conversation of which the bot may not know does not exist for it. */
export function findConversation(call: Call, id: unknown): Conversation | Refusal {
  const conversation = call.workspace.conversations.get(asText(id) ?? '');
  if (conversation === undefined) return refusal('channel_not_found');
  if (conversation.kind !== 'channel' && !conversation.members.has(call.workspace.botUser))
    return refusal('channel_not_found');
  return conversation;
}

/** As above, but it takes a person's id for their direct conversation, as chat.postMessage does. */
export function findAddressee(call: Call, id: unknown): Conversation | Refusal {
  const user = call.workspace.users.get(asText(id) ?? '');
  if (user === undefined) return findConversation(call, id);
  if (user.isBot || user.deleted || user.homeTeam !== undefined) return refusal('channel_not_found');
  return openDirect(call.workspace, user.id);
}

/** Whether the bot may write there now. */
export function writingRefusal(call: Call, conversation: Conversation): Refusal | undefined {
  if (conversation.archived) return refusal('is_archived');
  if (!conversation.members.has(call.workspace.botUser)) {
    return conversation.kind === 'channel' && call.token.scopes.includes('chat:write.public')
      ? undefined
      : refusal('not_in_channel');
  }
  if (conversation.kind !== 'im') return undefined;
  if (!call.store.app.messagesTab) return refusal('messages_tab_disabled');
  const gone = [...conversation.members].some((member) => call.workspace.users.get(member)?.deleted === true);
  return gone ? refusal('channel_not_found') : undefined;
}

export function findUser(call: Call, id: unknown): SlackUser | Refusal {
  return call.workspace.users.get(asText(id) ?? '') ?? refusal('user_not_found');
}

/** A message that everyone sees; ephemeral ones cannot be found again. */
export function findMessage(conversation: Conversation, ts: unknown): StoredMessage | Refusal {
  const message = conversation.byTs.get(asText(ts) ?? '');
  return message === undefined || message.ephemeralFor !== undefined ? refusal('message_not_found') : message;
}

/** The refusal when the token may not read (or see the history of) this kind of conversation. */
export function readingRefusal(call: Call, conversation: Conversation, act: 'read' | 'history'): Refusal | undefined {
  const scope = scopeFor(conversation, act);
  if (!call.token.scopes.includes(scope)) return missingScope(call.token, scope);
  if (act === 'history' && !conversation.members.has(call.workspace.botUser)) return refusal('not_in_channel');
  return undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string;
}

/** One page of a list, from the cursor on. Slack's cursors are opaque base64; so are these. */
export function paginate<Item>(
  args: Json,
  all: readonly Item[],
  defaultLimit: number,
  largest = 1000,
): Page<Item> | Refusal {
  const limit = args.limit === undefined ? defaultLimit : Number(args.limit);
  if (!Number.isInteger(limit) || limit < 0 || limit > largest) return refusal('invalid_limit');
  const cursor = asText(args.cursor) ?? '';
  const start =
    cursor === '' ? 0 : Number(/^next:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) return refusal('invalid_cursor');
  const end = start + (limit === 0 ? defaultLimit : limit);
  return {
    items: all.slice(start, end),
    nextCursor: end < all.length ? Buffer.from(`next:${end}`).toString('base64') : '',
  };
}

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}
