/** Files: the upload in three steps, files.info. */
import { messageEvent, sendEvent } from '../events.js';
import { asList, asText, type Json, parseJson } from '../json.js';
import { fileObject, postMessage } from '../messages.js';
import { isRefusal, refusal } from '../refusal.js';
import type { SlackStore, StoredFile, Workspace } from '../store.js';
import { findConversation, type Method, missingArgument, writingRefusal } from './call.js';

const largestFile = 1_000_000_000;

const getUploadUrl: Method = ({ args, store, workspace }) => {
  const name = asText(args.filename);
  const length = Number(args.length);
  if (name === undefined || name === '') return missingArgument('filename');
  if (args.length === undefined) return missingArgument('length');
  if (!Number.isInteger(length) || length <= 0) return refusal('invalid_arguments');
  if (length > largestFile) return refusal('file_upload_size_restricted');
  const id = store.next('F');
  workspace.uploads.set(id, { id, name, length, user: workspace.botUser, content: undefined });
  return { ok: true, upload_url: `${store.origin}/upload/v1/${workspace.id}-${id}`, file_id: id };
};

const completeUpload: Method = (call) => {
  const { args, store, workspace } = call;
  const given = typeof args.files === 'string' ? parseJson(args.files) : args.files;
  const wanted = asList(given);
  if (wanted.length === 0) return missingArgument('files');
  const uploads = wanted.map((file) => ({
    upload: workspace.uploads.get(asText(file.id) ?? ''),
    title: asText(file.title),
  }));
  const channel = args.channel_id === undefined ? undefined : findConversation(call, args.channel_id);
  if (isRefusal(channel)) return channel;
  const refused = channel === undefined ? undefined : writingRefusal(call, channel);
  if (refused !== undefined) return refused;
  const files: StoredFile[] = [];
  for (const { upload, title } of uploads) {
    if (upload?.content === undefined) return refusal('file_not_found');
    files.push(
      storeFile(store, workspace, {
        id: upload.id,
        name: upload.name,
        title: title ?? upload.name,
        content: upload.content,
        user: upload.user,
      }),
    );
    workspace.uploads.delete(upload.id);
  }
  if (channel !== undefined) {
    for (const file of files) file.channels.add(channel.id);
    const message = postMessage(store, channel, {
      user: workspace.botUser,
      botId: workspace.botId,
      text: asText(args.initial_comment) ?? '',
      files,
      threadTs: asText(args.thread_ts),
    });
    if (store.echo) {
      // Not every event of a shared file names the bot behind its user, so that here none does.
      const { bot_id: _bot, ...event } = messageEvent(store, workspace, channel, message);
      void sendEvent(store, workspace, event);
    }
  }
  return { ok: true, files: files.map((file): Json => fileObject(store, workspace, file)) };
};

/** Keeps a file that has arrived whole, from the bot or from a person. */
export function storeFile(
  store: SlackStore,
  workspace: Workspace,
  file: {
    readonly id?: string;
    readonly name: string;
    readonly title?: string;
    readonly content: Uint8Array;
    readonly user: string;
  },
): StoredFile {
  const stored: StoredFile = {
    id: file.id ?? store.next('F'),
    name: file.name,
    title: file.title ?? file.name,
    content: file.content,
    user: file.user,
    created: store.now(),
    channels: new Set(),
  };
  workspace.files.set(stored.id, stored);
  return stored;
}

const info: Method = ({ args, store, workspace }) => {
  const file = workspace.files.get(asText(args.file) ?? '');
  return file === undefined
    ? refusal('file_not_found')
    : { ok: true, file: fileObject(store, workspace, file), comments: [] };
};

export const fileMethods: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': getUploadUrl,
  'files.completeUploadExternal': completeUpload,
  'files.info': info,
};
