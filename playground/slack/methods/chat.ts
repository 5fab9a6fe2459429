/** chat.postMessage, chat.update, chat.delete and chat.postEphemeral. */
import { type Content, isEmptyContent, readContent } from '../content.js';
import { messageEvent, sendEvent } from '../events.js';
import { asText, type Json } from '../json.js';
import { changeMessage, deleteMessage, messageObject, postMessage } from '../messages.js';
import { isRefusal, type Refusal, refusal } from '../refusal.js';
import type { Conversation, StoredMessage } from '../store.js';
import {
  type Call,
  findAddressee,
  findConversation,
  findMessage,
  findUser,
  isTrue,
  type Method,
  missingArgument,
  writingRefusal,
} from './call.js';

const longestText = 40_000;
const longestUpdate = 4_000;

const postMessageMethod: Method = (call) => {
  const content = readNonEmpty(call, longestText);
  if (isRefusal(content)) return content;
  if (call.args.channel === undefined) return missingArgument('channel');
  const conversation = findAddressee(call, call.args.channel);
  if (isRefusal(conversation)) return conversation;
  const refused = writingRefusal(call, conversation) ?? threadRefusal(conversation, call.args);
  if (refused !== undefined) return refused;
  const { store, workspace } = call;
  const message = postMessage(store, conversation, {
    ...content,
    user: workspace.botUser,
    botId: workspace.botId,
    threadTs: asText(call.args.thread_ts),
  });
  // Slack echoes an app's own messages to it; nobody waits for that, and its failure is no failure of this call.
  if (store.echo) void sendEvent(store, workspace, messageEvent(store, workspace, conversation, message));
  return { ok: true, channel: conversation.id, ts: message.ts, message: messageObject(store, workspace, message) };
};

function readNonEmpty(call: Call, longest: number): Content | Refusal {
  const content = readContent(call.args, longest);
  return !isRefusal(content) && isEmptyContent(content) ? refusal('no_text') : content;
}

function threadRefusal(conversation: Conversation, args: Json): Refusal | undefined {
  const ts = asText(args.thread_ts);
  if (isTrue(args.reply_broadcast) && ts === undefined) return refusal('invalid_arguments');
  if (ts === undefined || conversation.byTs.has(ts)) return undefined;
  return refusal('thread_not_found');
}

const update: Method = (call) => {
  const content = readContent(call.args, longestUpdate);
  if (isRefusal(content)) return content;
  if (content.text === undefined && content.blocks === undefined && content.attachments === undefined)
    return refusal('no_text');
  const found = ownMessage(call, 'cant_update_message');
  if (isRefusal(found)) return found;
  const left = {
    ...content,
    text: content.text ?? found.message.text,
    blocks: content.blocks ?? (content.text === undefined ? found.message.blocks : []),
  };
  if (isEmptyContent(left) && found.message.files.length === 0) return refusal('no_text');
  changeMessage(call.store, found.message, content);
  return {
    ok: true,
    channel: found.conversation.id,
    ts: found.message.ts,
    text: found.message.text,
    message: messageObject(call.store, call.workspace, found.message),
  };
};

/** The bot's own message at `channel` and `ts`; somebody else's is refused with `notMine`. */
function ownMessage(
  call: Call,
  notMine: string,
): { readonly conversation: Conversation; readonly message: StoredMessage } | Refusal {
  if (call.args.channel === undefined) return missingArgument('channel');
  if (call.args.ts === undefined) return missingArgument('ts');
  const conversation = findConversation(call, call.args.channel);
  if (isRefusal(conversation)) return conversation;
  const message = findMessage(conversation, call.args.ts);
  if (isRefusal(message)) return message;
  return message.user === call.workspace.botUser ? { conversation, message } : refusal(notMine);
}

const deleteMethod: Method = (call) => {
  const found = ownMessage(call, 'cant_delete_message');
  if (isRefusal(found)) return found;
  deleteMessage(call.store, found.conversation, found.message);
  return { ok: true, channel: found.conversation.id, ts: found.message.ts };
};

const postEphemeral: Method = (call) => {
  const content = readNonEmpty(call, longestText);
  if (isRefusal(content)) return content;
  if (call.args.channel === undefined) return missingArgument('channel');
  const conversation = findAddressee(call, call.args.channel);
  if (isRefusal(conversation)) return conversation;
  const user = findUser(call, call.args.user);
  if (isRefusal(user)) return user;
  const refused = writingRefusal(call, conversation);
  if (refused !== undefined) return refused;
  if (!conversation.members.has(user.id)) return refusal('user_not_in_channel');
  const message = postMessage(call.store, conversation, {
    ...content,
    user: call.workspace.botUser,
    botId: call.workspace.botId,
    threadTs: asText(call.args.thread_ts),
    ephemeralFor: user.id,
  });
  return { ok: true, message_ts: message.ts };
};

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': postMessageMethod,
  'chat.update': update,
  'chat.delete': deleteMethod,
  'chat.postEphemeral': postEphemeral,
};
