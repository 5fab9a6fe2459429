/** One call of a Web API method, and what methods have in common: finding people and conversations. */
import { asText, type Json } from '../json.js';
import { openDirect } from '../people.js';
import { type Refusal, refusal } from '../refusal.js';
import type { Conversation, SlackStore, SlackUser, StoredMessage, Token, Workspace } from '../store.js';

export interface Call {
  readonly store: SlackStore;
  readonly workspace: Workspace;
  readonly token: Token;
  readonly args: Json;
}

/** Calls back with the answer. */
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

export function isTrue(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}
