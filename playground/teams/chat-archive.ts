/** What stands in everybody's chats of the tenant, as data that can be stored and taken up again by another run of the stand-in. */
import { z } from 'zod';
import type { FileStore } from './files.js';
import type { Conversation, TeamsStore } from './store.js';

const fields = z.record(z.string(), z.unknown());

const archivedMessage = z.object({
  id: z.string(),
  /** A person's identifier for their chat with the bot, otherwise the channel's. */
  personal: z.boolean(),
  place: z.string(),
  thread: z.string().optional(),
  /** A person's identifier, or none where the bot said it. */
  from: z.string().optional(),
  at: z.iso.datetime(),
  replyToId: z.string().optional(),
  payload: fields,
  edits: z.int(),
  views: z.array(z.tuple([z.string(), fields])),
});
export type ArchivedTeamsMessage = z.infer<typeof archivedMessage>;

export const teamsArchive = z.object({
  messages: z.array(archivedMessage),
  /** People and teams that have the app. */
  installed: z.array(z.string()),
  files: z.array(z.object({ id: z.string(), name: z.string(), content: z.base64() })),
});
export type TeamsArchive = z.infer<typeof teamsArchive>;

/** Without what was deleted. */
export function archiveTeams({
  store,
  files,
}: {
  readonly store: TeamsStore;
  readonly files: FileStore;
}): TeamsArchive {
  const { users, teams } = store.directory;
  return {
    messages: store.messages().flatMap(({ conversation, from, at, views, deleted, revision: _, ...message }) => {
      if (deleted) return [];
      const place = placeOf(conversation);
      const sender = from === 'bot' ? {} : { from: from.id };
      return [{ ...message, ...place, ...sender, at: at.toISOString(), views: [...views] }];
    }),
    installed: [...users, ...teams].filter((one) => store.isInstalled(one)).map(({ id }) => id),
    files: files
      .files()
      .map(({ id, name, content }) => ({ id, name, content: Buffer.from(content).toString('base64') })),
  };
}

function placeOf(conversation: Conversation): Pick<ArchivedTeamsMessage, 'personal' | 'place'> {
  return conversation.type === 'personal'
    ? { personal: true, place: conversation.user.id }
    : { personal: false, place: conversation.id };
}

/** Into a stand-in that was just started, with the same people in it; what belongs to nobody there is left out. */
export function restoreTeams(
  { store, files }: { readonly store: TeamsStore; readonly files: FileStore },
  archive: TeamsArchive,
): void {
  const { users, teams } = store.directory;
  for (const id of archive.installed) {
    const where = users.find((user) => user.id === id) ?? teams.find((team) => team.id === id);
    if (where !== undefined) store.setInstalled(where, true);
  }
  for (const { id, name, content } of archive.files)
    files.restore({ id, name, content: Buffer.from(content, 'base64') });
  for (const { personal, place, from, at, views, ...message } of archive.messages) {
    const sender = from === undefined ? 'bot' : store.directory.user(from);
    const conversation = personal ? personalOf(store, place) : store.find(place)?.conversation;
    if (sender === undefined || conversation === undefined) continue;
    store.restore({
      ...message,
      thread: message.thread,
      replyToId: message.replyToId,
      ...{ conversation, from: sender, at: new Date(at), deleted: false, views: new Map(views) },
    });
  }
}

function personalOf(store: TeamsStore, id: string): Conversation | undefined {
  const user = store.directory.user(id);
  return user && store.open(user);
}
