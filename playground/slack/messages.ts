/** Posting, changing and removing messages, and how the Web API and events show them. */
import { withIds } from './blocks/surfaces.js';
import type { Json } from './json.js';
import type { Conversation, SlackStore, StoredFile, StoredMessage, Workspace } from './store.js';

export interface NewMessage {
  readonly user: string;
  readonly botId?: string | undefined;
  readonly text?: string | undefined;
  readonly markdown?: boolean;
  readonly blocks?: unknown;
  readonly attachments?: readonly Json[] | undefined;
  readonly files?: readonly StoredFile[];
  readonly metadata?: Json | undefined;
  readonly threadTs?: string | undefined;
  readonly ephemeralFor?: string | undefined;
}

/** Stores a message that has already been checked. */
export function postMessage(store: SlackStore, conversation: Conversation, message: NewMessage): StoredMessage {
  const ts = store.nextTs();
  const stored: StoredMessage = {
    ts,
    channel: conversation.id,
    user: message.user,
    botId: message.botId,
    text: message.text ?? '',
    blocks: withIds(message.blocks, store.next('b')),
    attachments: message.attachments ?? [],
    files: message.files ?? [],
    metadata: message.metadata,
    threadTs: message.threadTs,
    ephemeralFor: message.ephemeralFor,
    edits: 0,
    deleted: false,
    markdown: message.markdown ?? false,
    changed: 0,
    touched: 0,
    entered: new Map(),
  };
  conversation.messages.push(stored);
  conversation.byTs.set(ts, stored);
  noteChange(store, stored);
  return stored;
}

export interface MessageChange {
  readonly text?: string | undefined;
  readonly markdown?: boolean;
  readonly blocks?: unknown;
  readonly attachments?: readonly Json[] | undefined;
  readonly metadata?: Json | undefined;
}

/** Replaces the content of a message. Text alone takes the old blocks away, as Slack does. */
export function changeMessage(store: SlackStore, message: StoredMessage, change: MessageChange): void {
  if (change.text !== undefined) message.markdown = change.markdown ?? false;
  message.text = change.text ?? message.text;
  message.blocks =
    change.blocks === undefined
      ? change.text === undefined
        ? message.blocks
        : []
      : withIds(change.blocks, store.next('b'));
  message.attachments = change.attachments ?? (change.text === undefined ? message.attachments : []);
  message.metadata = change.metadata ?? message.metadata;
  message.edits += 1;
  message.entered.clear();
  noteChange(store, message);
}

export function deleteMessage(store: SlackStore, conversation: Conversation, message: StoredMessage): void {
  message.deleted = true;
  conversation.byTs.delete(message.ts);
  const place = conversation.messages.lastIndexOf(message);
  if (place >= 0) conversation.messages.splice(place, 1);
  noteChange(store, message);
}

/** Gives the message its new place in the order of changes. */
function noteChange(store: SlackStore, message: StoredMessage): void {
  message.changed = store.journal.add({ message });
  message.touched = message.changed;
  announceChange(store);
}

/** Wakes callers that wait for something to appear on a screen. */
export function announceChange(store: SlackStore): void {
  for (const listener of [...store.changeListeners]) listener();
}

/** The message object (docs.slack.dev/reference/events/message). */
export function messageObject(store: SlackStore, workspace: Workspace, message: StoredMessage): Json {
  return {
    type: 'message',
    user: message.user,
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: store.app.id }),
    text: message.text,
    ts: message.ts,
    team: workspace.users.get(message.user)?.homeTeam ?? workspace.id,
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(message.files.length > 0 ? { files: message.files.map((file) => fileObject(store, workspace, file)) } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.edits > 0 ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    ...(message.ephemeralFor === undefined ? {} : { is_ephemeral: true }),
  };
}

/** The file object, with addresses that want the bot's token (docs.slack.dev/reference/objects/file-object). */
export function fileObject(store: SlackStore, workspace: Workspace, file: StoredFile): Json {
  const type = file.name.includes('.') ? (file.name.split('.').pop() ?? '').toLowerCase() : 'binary';
  const created = Math.floor(file.created.valueOf() / 1000);
  const address = `${store.origin}/files-pri/${workspace.id}-${file.id}`;
  return {
    id: file.id,
    created,
    timestamp: created,
    name: file.name,
    title: file.title,
    mimetype: mimeTypes[type] ?? 'application/octet-stream',
    filetype: type,
    pretty_type: type.toUpperCase(),
    user: file.user,
    user_team: workspace.id,
    mode: 'hosted',
    size: file.content.byteLength,
    is_external: false,
    is_public: false,
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${store.origin}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    channels: [...file.channels],
    file_access: 'visible',
  };
}

const mimeTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  jpg: 'image/jpeg',
  md: 'text/markdown',
  pdf: 'application/pdf',
  png: 'image/png',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};
