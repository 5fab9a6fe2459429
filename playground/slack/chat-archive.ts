/** What stands in everybody's chats and Home tabs, as data that can be stored and taken up again by another run of the stand-in. */
import { z } from 'zod';
import { stateOf } from './element-state.js';
import { announceChange } from './messages.js';
import { emptyConversation } from './options.js';
import type { Conversation, SlackStore, StoredFile, StoredMessage, Workspace } from './store.js';

const json = z.record(z.string(), z.unknown());

const archivedMessage = z.object({
  ts: z.string(),
  user: z.string(),
  botId: z.string().optional(),
  text: z.string(),
  blocks: z.array(json),
  attachments: z.array(json),
  /** By their identifiers. */
  files: z.array(z.string()),
  metadata: json.optional(),
  threadTs: z.string().optional(),
  ephemeralFor: z.string().optional(),
  edits: z.int(),
  markdown: z.boolean(),
});

const archivedConversation = z.object({
  id: z.string(),
  kind: z.enum(['channel', 'group', 'im', 'mpim']),
  name: z.string(),
  members: z.array(z.string()),
  messages: z.array(archivedMessage),
});

const archivedFile = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  content: z.base64(),
  user: z.string(),
  created: z.iso.datetime(),
  channels: z.array(z.string()),
});

const archivedHome = z.object({
  id: z.string(),
  user: z.string(),
  definition: json,
  blocks: z.array(json),
  hash: z.string(),
});

export const slackArchive = z.object({
  /** How many identifiers have been given, so that a new one is none of them. */
  made: z.int(),
  /** In microseconds. */
  lastTs: z.string().regex(/^\d+$/),
  conversations: z.array(archivedConversation),
  files: z.array(archivedFile),
  homes: z.array(archivedHome),
});
export type SlackArchive = z.infer<typeof slackArchive>;

/**
 * Without open modals and what somebody has half filled in, which belong to a person's own screen; people, and channels that were put
 * away, are as the next run makes them.
 */
export function archiveSlack({ counters }: SlackStore, workspace: Workspace): SlackArchive {
  return {
    made: counters.made,
    lastTs: String(counters.lastTs),
    conversations: [...workspace.conversations.values()].map(({ id, kind, name, members, messages }) => ({
      ...{ id, kind, name, members: [...members] },
      messages: messages.map(({ channel: _, changed: _changed, touched, entered, deleted, files, ...message }) => ({
        ...message,
        blocks: [...message.blocks],
        attachments: [...message.attachments],
        files: files.map((file) => file.id),
      })),
    })),
    files: [...workspace.files.values()].map(({ content, created, channels, ...file }) => ({
      ...file,
      content: Buffer.from(content).toString('base64'),
      created: created.toISOString(),
      channels: [...channels],
    })),
    homes: [...workspace.homes.values()].map(({ id, user, definition, blocks, hash }) => ({
      ...{ id, user, definition, blocks: [...blocks], hash },
    })),
  };
}

/** Into a stand-in that was just started, with the same people in it. */
export function restoreSlack(store: SlackStore, workspace: Workspace, archive: SlackArchive): void {
  store.counters.made = Math.max(store.counters.made, archive.made);
  store.counters.lastTs = BigInt(archive.lastTs);
  for (const { content, created, channels, ...file } of archive.files) {
    workspace.files.set(file.id, {
      ...file,
      content: new Uint8Array(Buffer.from(content, 'base64')),
      created: new Date(created),
      channels: new Set(channels),
    });
  }
  for (const { id, kind, name, members, messages } of archive.conversations) {
    const conversation = openConversation(workspace, emptyConversation(id, kind, name, members));
    for (const message of messages) restoreMessage(store, workspace, conversation, message);
  }
  for (const { id, user, definition, blocks, hash } of archive.homes) {
    const fixed = { id, team: workspace.id, user, type: 'home', rootId: id, previousId: undefined } as const;
    const view = { ...fixed, definition, blocks, hash, state: stateOf(blocks, new Map()), errors: {} };
    workspace.views.set(id, view);
    workspace.homes.set(user, view);
  }
  announceChange(store);
}

/** The one that is there already where it is: a channel is made at the start. */
function openConversation(workspace: Workspace, made: Conversation): Conversation {
  const known = workspace.conversations.get(made.id);
  if (known !== undefined) return known;
  workspace.conversations.set(made.id, made);
  if (made.kind !== 'im') workspace.rooms.add(made);
  for (const member of made.members) {
    if (made.kind === 'im' && member !== workspace.botUser) workspace.directs.set(member, made);
  }
  return made;
}

function restoreMessage(
  store: SlackStore,
  workspace: Workspace,
  conversation: Conversation,
  { files, ...message }: z.infer<typeof archivedMessage>,
): void {
  const stored: StoredMessage = {
    ...message,
    botId: message.botId,
    metadata: message.metadata,
    threadTs: message.threadTs,
    ephemeralFor: message.ephemeralFor,
    channel: conversation.id,
    files: files.flatMap((id): readonly StoredFile[] => {
      const file = workspace.files.get(id);
      return file === undefined ? [] : [file];
    }),
    deleted: false,
    changed: 0,
    touched: 0,
    entered: new Map(),
  };
  conversation.messages.push(stored);
  conversation.byTs.set(stored.ts, stored);
  stored.changed = store.journal.add({ message: stored });
  stored.touched = stored.changed;
}
