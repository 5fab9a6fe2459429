/** conversations.open, conversations.history, conversations.info and users.conversations. */
import { asText, type Json } from '../json.js';
import { announceChange } from '../messages.js';
import { emptyConversation } from '../options.js';
import { conversationObject, openDirect } from '../people.js';
import { isRefusal, refusal } from '../refusal.js';
import type { Conversation, StoredMessage, Workspace } from '../store.js';
import { type Call, findConversation, isTrue, type Method, missingScope } from './call.js';

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

const historyScopes = { im: 'im:history', mpim: 'mpim:history', group: 'groups:history', channel: 'channels:history' };

/** What apps outside of the marketplace get of one call, however much they ask for. */
const MOST_READ = 15;

/** The newest first, between the two times; `inclusive` takes the messages at the times themselves, too. */
const history: Method = (call) => {
  const { args, workspace, token } = call;
  const conversation = findConversation(call, args.channel);
  if (isRefusal(conversation)) return conversation;
  const needed = historyScopes[conversation.kind];
  if (!token.scopes.includes(needed)) return missingScope(token, needed);
  if (!conversation.members.has(workspace.botUser)) return refusal('not_in_channel');
  const [oldest, latest] = [readTime(args.oldest, 0), readTime(args.latest, Number.POSITIVE_INFINITY)];
  if (oldest === undefined) return refusal('invalid_ts_oldest');
  if (latest === undefined) return refusal('invalid_ts_latest');
  const limit = args.limit === undefined ? MOST_READ : Number(args.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) return refusal('invalid_limit');
  const inclusive = isTrue(args.inclusive);
  const within = conversation.messages.filter(({ ts, deleted, ephemeralFor, threadTs }) => {
    const at = Number(ts);
    const isWithin = inclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
    return isWithin && !deleted && ephemeralFor === undefined && (threadTs === undefined || threadTs === ts);
  });
  const read = within.toReversed().slice(0, Math.min(limit, MOST_READ));
  return {
    ok: true,
    messages: read.map((message) => historyMessage(message, isTrue(args.include_all_metadata))),
    has_more: within.length > read.length,
  };
};

function historyMessage({ ts, user, botId, text, blocks, metadata }: StoredMessage, withMetadata: boolean): Json {
  return {
    ...{ type: 'message', ts, user, text, blocks },
    ...(botId !== undefined && { bot_id: botId }),
    ...(withMetadata && metadata !== undefined && { metadata }),
  };
}

function readTime(given: unknown, otherwise: number): number | undefined {
  if (given === undefined) return otherwise;
  const seconds = Number(asText(given) ?? Number.NaN);
  return Number.isFinite(seconds) ? seconds : undefined;
}

const readScopes = { im: 'im:read', mpim: 'mpim:read', group: 'groups:read', channel: 'channels:read' };

const info: Method = (call) => {
  const { args, workspace, token } = call;
  const conversation = findConversation(call, args.channel);
  if (isRefusal(conversation)) return conversation;
  const needed = readScopes[conversation.kind];
  if (!token.scopes.includes(needed)) return missingScope(token, needed);
  return { ok: true, channel: conversationObject(workspace, conversation) };
};

const kindsByType: ReadonlyMap<string, Conversation['kind']> = new Map([
  ['public_channel', 'channel'],
  ['private_channel', 'group'],
  ['mpim', 'mpim'],
  ['im', 'im'],
]);

/** What the bot itself is in; public channels unless told, a page at a time. */
const listOwn: Method = (call) => {
  const { args, workspace, token } = call;
  const kinds: Conversation['kind'][] = [];
  for (const type of (asText(args.types) ?? 'public_channel').split(',')) {
    const kind = kindsByType.get(type.trim());
    if (kind === undefined) return refusal('invalid_types');
    if (!token.scopes.includes(readScopes[kind])) return missingScope(token, readScopes[kind]);
    kinds.push(kind);
  }
  const limit = args.limit === undefined ? 100 : Number(args.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > 999) return refusal('invalid_limit');
  const cursor = asText(args.cursor) ?? '';
  const start = cursor === '' ? 0 : Number(/^after:(\d+)$/.exec(cursor)?.[1] ?? Number.NaN);
  if (!Number.isInteger(start)) return refusal('invalid_cursor');
  const all = conversationsIn(workspace, kinds, isTrue(args.exclude_archived));
  const end = start + limit;
  return {
    ok: true,
    // The object of this method says nothing of membership: everything in it is one's own.
    channels: all.slice(start, end).map((one) => {
      const { is_member: _own, num_members: _members, ...rest } = conversationObject(workspace, one);
      return rest;
    }),
    response_metadata: { next_cursor: end < all.length ? `after:${end}` : '' },
  };
};

function conversationsIn(workspace: Workspace, kinds: readonly Conversation['kind'][], isOpen: boolean) {
  const rooms = [...workspace.rooms, ...workspace.directs.values()];
  return rooms.filter(
    (one) => kinds.includes(one.kind) && one.members.has(workspace.botUser) && !(isOpen && one.archived),
  );
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.history': history,
  'conversations.info': info,
  'conversations.open': open,
  'users.conversations': listOwn,
};
