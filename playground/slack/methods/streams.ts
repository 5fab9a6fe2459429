/** Text that grows while it is being written: chat.startStream, chat.appendStream, chat.stopStream. */
import { checkMessageBlocks, withIds } from '../blocks/surfaces.js';
import { asList, asText, isJson, type Json, parseJson } from '../json.js';
import { messageObject, noteChange, postMessage } from '../messages.js';
import { invalid, isRefusal, type Refusal, refusal } from '../refusal.js';
import type { StoredMessage } from '../store.js';
import { type Call, findConversation, type Method, missingArgument, writingRefusal } from './call.js';
import { ownMessage } from './chat.js';

const longestPiece = 12_000;

interface Piece {
  readonly text: string;
  readonly blocks: readonly Json[];
}

/** Reads markdown_text or chunks; nothing at all is an empty piece. */
function readPiece(args: Json): Piece | Refusal {
  const markdown = asText(args.markdown_text) ?? '';
  const chunks = typeof args.chunks === 'string' ? parseJson(args.chunks) : args.chunks;
  if (chunks !== undefined && (!Array.isArray(chunks) || !chunks.every(isJson))) return refusal('invalid_chunks');
  if (markdown !== '' && chunks !== undefined) return refusal('invalid_arguments');
  if (markdown.length > longestPiece) return refusal('msg_too_long');
  let text = markdown;
  const blocks: Json[] = [];
  for (const chunk of asList(chunks)) {
    switch (chunk.type) {
      case 'markdown_text':
        if (typeof chunk.text !== 'string') return refusal('invalid_chunks');
        if (chunk.text.length > longestPiece) return refusal('msg_too_long');
        text += chunk.text;
        break;
      case 'task_update':
        if (typeof chunk.id !== 'string' || typeof chunk.title !== 'string') return refusal('invalid_chunks');
        break;
      case 'plan_update':
        if (typeof chunk.title !== 'string') return refusal('invalid_chunks');
        break;
      case 'blocks': {
        const complaints = checkMessageBlocks(chunk.blocks, '/chunks/blocks');
        if (complaints.length > 0) return invalid('invalid_blocks', complaints);
        blocks.push(...asList(chunk.blocks));
        break;
      }
      default:
        return refusal('invalid_chunks');
    }
  }
  return { text, blocks };
}

const start: Method = (call) => {
  const { args, store, workspace } = call;
  const conversation = findConversation(call, args.channel);
  if (isRefusal(conversation)) return conversation;
  const threadTs = asText(args.thread_ts);
  if (threadTs === undefined) return missingArgument('thread_ts');
  if (!conversation.byTs.has(threadTs) && !conversation.assistantThreads.has(threadTs))
    return refusal('thread_not_found');
  if (conversation.kind !== 'im') {
    if (asText(args.recipient_team_id) === undefined) return refusal('missing_recipient_team_id');
    if (asText(args.recipient_user_id) === undefined) return refusal('missing_recipient_user_id');
  }
  const refused = writingRefusal(call, conversation);
  if (refused !== undefined) return refused;
  const piece = readPiece(args);
  if (isRefusal(piece)) return piece;
  const message = postMessage(store, conversation, {
    user: workspace.botUser,
    botId: workspace.botId,
    text: piece.text,
    markdown: true,
    blocks: piece.blocks,
    threadTs,
    streaming: true,
  });
  return { ok: true, channel: conversation.id, ts: message.ts };
};

function grow(call: Call, message: StoredMessage, piece: Piece): Refusal | undefined {
  const text = message.text + piece.text;
  const blocks = [...message.blocks, ...withIds(piece.blocks, call.store.next('b'))];
  if (text.length > 40_000 || blocks.length > 50) return refusal('msg_too_long');
  message.text = text;
  message.blocks = blocks;
  noteChange(call.store, message);
  return undefined;
}

const append: Method = (call) => {
  const found = ownMessage(call, 'message_not_owned_by_app');
  if (isRefusal(found)) return found;
  if (!found.message.streaming) return refusal('message_not_in_streaming_state');
  const piece = readPiece(call.args);
  if (isRefusal(piece)) return piece;
  if (piece.text === '' && call.args.chunks === undefined) return refusal('no_text');
  return grow(call, found.message, piece) ?? { ok: true, channel: found.conversation.id, ts: found.message.ts };
};

const stop: Method = (call) => {
  const found = ownMessage(call, 'message_not_owned_by_app');
  if (isRefusal(found)) return found;
  if (!found.message.streaming) return refusal('message_not_in_streaming_state');
  const piece = readPiece(call.args);
  if (isRefusal(piece)) return piece;
  const given = typeof call.args.blocks === 'string' ? parseJson(call.args.blocks) : (call.args.blocks ?? []);
  const complaints = checkMessageBlocks(given);
  if (complaints.length > 0) return invalid('invalid_blocks', complaints);
  const refused = grow(call, found.message, { text: piece.text, blocks: [...piece.blocks, ...asList(given)] });
  if (refused !== undefined) return refused;
  found.message.streaming = false;
  return {
    ok: true,
    channel: found.conversation.id,
    ts: found.message.ts,
    message: messageObject(call.store, call.workspace, found.message),
  };
};

export const streamMethods: Readonly<Record<string, Method>> = {
  'chat.startStream': start,
  'chat.appendStream': append,
  'chat.stopStream': stop,
};
