/** The messages that one person can see, as stored and as read. */
import type { SeenMessage } from '../client.js';
import type { Person } from './entering.js';
import { conversationsOf } from './people.js';
import { readMessage } from './reading.js';
import { pressables, seenFields } from './screen.js';
import type { Conversation, StoredMessage, Workspace } from './store.js';

export interface Shown {
  readonly conversation: Conversation;
  readonly message: StoredMessage;
}

/** Oldest first, over all of the person's conversations; other people's ephemeral messages are not among them. */
export function storedMessages({ workspace, user }: Person): readonly Shown[] {
  return conversationsOf(workspace, user.id)
    .flatMap((conversation) =>
      conversation.messages
        .filter((message) => isShownTo(message, user.id))
        .map((message) => ({ conversation, message })),
    )
    .sort((a, b) => (a.message.ts < b.message.ts ? -1 : 1));
}

/** Whether a message of a conversation that this person is in is also for their eyes. */
export function isShownTo({ ephemeralFor }: StoredMessage, user: string): boolean {
  return ephemeralFor === undefined || ephemeralFor === user;
}

export function seenMessages(person: Person): readonly SeenMessage[] {
  return storedMessages(person).map((shown) => readShown(person, shown));
}

/** When each message was looked at, in the order of changes: what changed later is newer than it. */
const lookedAt = new WeakMap<SeenMessage, number>();

/** The place of this look in the order of all changes; 0 for a message that was not read from a client. */
export function placeOfLook(message: SeenMessage): number {
  return lookedAt.get(message) ?? 0;
}

/** One message as this person reads it. */
export function readShown({ workspace, user }: Person, { conversation, message }: Shown): SeenMessage {
  const look: SeenMessage = {
    id: message.ts,
    conversation: conversation.id,
    from: message.user === workspace.botUser ? 'bot' : 'person',
    text: readMessage(workspace, message),
    buttons: pressables(workspace, message.blocks).map((one) => one.label),
    fields: seenFields(workspace, message.blocks, message.entered.get(user.id) ?? new Map(), {}),
    ephemeral: message.ephemeralFor !== undefined,
    edits: message.edits,
    payload: {
      text: message.text,
      blocks: message.blocks,
      attachments: message.attachments,
      metadata: message.metadata,
      thread_ts: message.threadTs,
    },
  };
  lookedAt.set(look, message.changed);
  return look;
}

/** The newest message that satisfies this. */
export function findByText(person: Person, wanted: (message: StoredMessage) => boolean): Shown | undefined {
  return storedMessages(person).findLast((one) => wanted(one.message));
}

/** The message as it stands now. Throws when it has been deleted since it was seen. */
export function findSeen(person: Person, on: SeenMessage): Shown {
  const conversation = person.workspace.conversations.get(on.conversation);
  const message = conversation?.byTs.get(on.id);
  if (conversation === undefined || message === undefined)
    throw new Error(`The message "${on.text.slice(0, 80)}" is gone`);
  return { conversation, message };
}

/** A channel of the person by id or name. Throws when the person is not in it. */
export function roomNamed(workspace: Workspace, user: string, name: string): Conversation {
  const found = [...workspace.rooms].find((room) => room.id === name || room.name === name.replace(/^#/, ''));
  if (found === undefined || !found.members.has(user)) throw new Error(`${user} is in no channel ${name}`);
  return found;
}
