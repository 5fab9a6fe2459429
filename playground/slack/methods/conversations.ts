/** conversations.open, .info, .list, .members, .history and .replies. */
import { asText, type Json } from '../json.js';
import { announceChange, messageObject } from '../messages.js';
import { emptyConversation } from '../options.js';
import { conversationObject, openDirect } from '../people.js';
import { isRefusal, type Refusal, refusal } from '../refusal.js';
import type { Conversation, StoredMessage } from '../store.js';
import {
  type Call,
  findConversation,
  isTrue,
  type Method,
  missingArgument,
  missingScope,
  paginate,
  readingRefusal,
} from './call.js';

const open: Method = (call) => {
  const { args, store, workspace, token } = call;
  const users = (asText(args.users) ?? '').split(',').filter((user) => user !== '');
  if (args.channel !== undefined) {
    const known = findConversation(call, args.channel);
    return isRefusal(known) ? known : answer(call, known);
  }
  if (users.length === 0) return refusal('users_list_not_supplied');
  if (users.length > 8) return refusal('too_many_users');
  const needed = users.length === 1 ? 'im:write' : 'mpim:write';
  if (!token.scopes.includes(needed)) return missingScope(token, needed);
  for (const id of users) {
    const user = workspace.users.get(id);
    if (user === undefined) return refusal('user_not_found');
    if (user.id === workspace.botUser || user.isBot) return refusal('cannot_dm_bot');
    if (user.deleted) return refusal('user_disabled');
  }
  const [only] = users;
  if (users.length === 1 && only !== undefined) return answer(call, openDirect(workspace, only));
  const members = new Set([workspace.botUser, ...users]);
  const same = [...workspace.rooms].find(
    (one) =>
      one.kind === 'mpim' && one.members.size === members.size && [...members].every((id) => one.members.has(id)),
  );
  const group = same ?? emptyConversation(store.next('G'), 'mpim', `mpdm-${users.join('--')}`, [...members]);
  if (same === undefined) {
    workspace.conversations.set(group.id, group);
    workspace.rooms.add(group);
    for (const user of users) store.journal.add({ joined: user });
    announceChange(store);
  }
  return answer(call, group);
};

function answer(call: Call, conversation: Conversation): Json {
  return {
    ok: true,
    channel: isTrue(call.args.return_im) ? conversationObject(call.workspace, conversation) : { id: conversation.id },
  };
}

const info: Method = (call) => {
  const conversation = findConversation(call, call.args.channel);
  if (isRefusal(conversation)) return conversation;
  return (
    readingRefusal(call, conversation, 'read') ?? {
      ok: true,
      channel: conversationObject(call.workspace, conversation),
    }
  );
};

const kindsByName: Readonly<Record<string, Conversation['kind']>> = {
  public_channel: 'channel',
  private_channel: 'group',
  im: 'im',
  mpim: 'mpim',
};
const readScopes: Readonly<Record<Conversation['kind'], string>> = {
  channel: 'channels:read',
  group: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};

const listMethod: Method = (call) => {
  const names = (asText(call.args.types) ?? 'public_channel').split(',').map((name) => name.trim());
  const kinds = names.map((name) => kindsByName[name]);
  for (const kind of kinds) {
    if (kind === undefined) return refusal('invalid_types');
    if (!call.token.scopes.includes(readScopes[kind])) return missingScope(call.token, readScopes[kind]);
  }
  const all = [...call.workspace.conversations.values()].filter(
    (one) =>
      kinds.includes(one.kind) &&
      (one.kind === 'channel' || one.members.has(call.workspace.botUser)) &&
      !(one.archived && isTrue(call.args.exclude_archived)),
  );
  const page = paginate(call.args, all, 100);
  if (isRefusal(page)) return page;
  return {
    ok: true,
    channels: page.items.map((one) => conversationObject(call.workspace, one)),
    response_metadata: { next_cursor: page.nextCursor },
  };
};

const members: Method = (call) => {
  const conversation = findConversation(call, call.args.channel);
  if (isRefusal(conversation)) return conversation;
  const refused = readingRefusal(call, conversation, 'read');
  if (refused !== undefined) return refused;
  const page = paginate(call.args, [...conversation.members], 100);
  return isRefusal(page)
    ? page
    : { ok: true, members: page.items, response_metadata: { next_cursor: page.nextCursor } };
};

function readable(call: Call): Conversation | Refusal {
  if (call.args.channel === undefined) return missingArgument('channel');
  const conversation = findConversation(call, call.args.channel);
  if (isRefusal(conversation)) return conversation;
  return readingRefusal(call, conversation, 'history') ?? conversation;
}

const history: Method = (call) => {
  const conversation = readable(call);
  if (isRefusal(conversation)) return conversation;
  const newestFirst = conversation.messages
    .filter((message) => message.ephemeralFor === undefined && isTopLevel(message) && isWithin(call.args, message))
    .reverse();
  return messagePage(call, newestFirst);
};

const replies: Method = (call) => {
  const conversation = readable(call);
  if (isRefusal(conversation)) return conversation;
  const ts = asText(call.args.ts);
  if (ts === undefined) return missingArgument('ts');
  if (!conversation.byTs.has(ts) && !conversation.assistantThreads.has(ts)) return refusal('thread_not_found');
  const thread = conversation.messages.filter(
    (message) =>
      message.ephemeralFor === undefined &&
      (message.ts === ts || message.threadTs === ts) &&
      isWithin(call.args, message),
  );
  return messagePage(call, thread);
};

function messagePage(call: Call, messages: readonly StoredMessage[]): Json {
  const page = paginate(call.args, messages, 100, 999);
  if (isRefusal(page)) return page;
  return {
    ok: true,
    messages: page.items.map((message) => messageObject(call.store, call.workspace, message)),
    has_more: page.nextCursor !== '',
    ...(page.nextCursor === '' ? {} : { response_metadata: { next_cursor: page.nextCursor } }),
  };
}

function isTopLevel(message: StoredMessage): boolean {
  return message.threadTs === undefined || message.threadTs === message.ts;
}

/** `oldest` and `latest` leave their own ts out unless `inclusive`. */
function isWithin(args: Json, message: StoredMessage): boolean {
  const [oldest, latest] = [asText(args.oldest), asText(args.latest)];
  const slack = isTrue(args.inclusive) ? 0n : 1n;
  const at = microseconds(message.ts);
  if (oldest !== undefined && at < microseconds(oldest) + slack) return false;
  return latest === undefined || at <= microseconds(latest) - slack;
}

/** A ts as a whole number: floating point cannot tell neighbouring microseconds apart. */
function microseconds(ts: string): bigint {
  const found = /^(\d+)(?:\.(\d{1,6}))?$/.exec(ts);
  return found === null ? 0n : BigInt(found[1] ?? 0) * 1_000_000n + BigInt((found[2] ?? '').padEnd(6, '0'));
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.open': open,
  'conversations.info': info,
  'conversations.list': listMethod,
  'conversations.members': members,
  'conversations.history': history,
  'conversations.replies': replies,
};
