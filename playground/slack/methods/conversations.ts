/** conversations.open. */
import { asText, type Json } from '../json.js';
import { announceChange } from '../messages.js';
import { emptyConversation } from '../options.js';
import { conversationObject, openDirect } from '../people.js';
import { isRefusal, refusal } from '../refusal.js';
import type { Conversation } from '../store.js';
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

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.open': open,
};
