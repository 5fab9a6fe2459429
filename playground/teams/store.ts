/** The state of the tenant as far as the bot can touch it: installations, conversations, and the messages in them. */
import { type Directory, stableId, type TeamsChannel, type TeamsTeam, type TeamsUser } from './people.js';
import type { Fields } from './wire.js';

export interface Message {
  readonly id: string;
  readonly conversation: Conversation;
  /** The id of the message that opened the thread; its own id when it opened one; undefined in a personal chat. */
  readonly thread: string | undefined;
  readonly from: 'bot' | TeamsUser;
  readonly at: Date;
  readonly replyToId: string | undefined;
  /** Text, attachments, suggestedActions … as posted or last updated. */
  readonly payload: Fields;
  readonly edits: number;
  readonly deleted: boolean;
  /** Rises over all messages with every post, edit and view, so that "since then" can be asked. */
  readonly revision: number;
  /** Cards that took the place of the message's own for one person only (the answer to Action.Execute), by person's id. */
  readonly views: ReadonlyMap<string, Fields>;
}

export type Conversation =
  | { readonly type: 'personal'; readonly id: string; readonly tenantId: string; readonly user: TeamsUser }
  | {
      readonly type: 'channel';
      readonly id: string;
      readonly tenantId: string;
      readonly team: TeamsTeam;
      readonly channel: TeamsChannel;
    };

export interface TeamsStore {
  readonly directory: Directory;
  /** The chat between the bot and this person; it has an id before the first word is said. */
  personal(user: TeamsUser): Conversation;
  channel(team: TeamsTeam, channel: TeamsChannel): Conversation;
  /** The conversation with this id, and the thread that the id names (`…;messageid=…`). Personal chats exist from the first contact on. */
  find(id: string): { readonly conversation: Conversation; readonly thread: string | undefined } | undefined;
  /** Makes the personal chat known, as an install or a created conversation does. */
  open(user: TeamsUser): Conversation;
  post(
    conversation: Conversation,
    message: Pick<Message, 'from' | 'payload'> & {
      readonly thread?: string | undefined;
      readonly replyToId?: string | undefined;
    },
  ): Message;
  /** Puts back a message of an earlier run, under its own identifier; those of one conversation in their order. */
  restore(message: Omit<Message, 'revision'>): void;
  /** Undefined for one that has been deleted. */
  message(conversation: Pick<Conversation, 'id'>, id: string): Message | undefined;
  edit(message: Message, payload: Fields): void;
  remove(message: Message): void;
  /** Shows another card to one person in place of the message's own. */
  showTo(message: Message, user: TeamsUser, card: Fields): void;
  /** An id for an activity of this conversation: milliseconds, unique in the conversation only, as in Teams. */
  nextId(conversation: Conversation): string;
  /** Messages that the person can see, oldest first. */
  visibleTo(user: TeamsUser): readonly Message[];
  messages(): readonly Message[];
  /** Messages posted, edited, deleted or shown anew after this revision, as they are now and oldest first: takes no longer than there is to tell. */
  changedSince(revision: number): readonly Message[];
  /** The revision of the newest change. */
  revision(): number;
  setInstalled(where: TeamsUser | TeamsTeam, installed: boolean): void;
  isInstalled(where: TeamsUser | TeamsTeam): boolean;
  /** Installed for the person or for a team that the person belongs to: then the bot may write to them first. */
  isReachable(user: TeamsUser): boolean;
  setBlocked(user: TeamsUser, blocked: boolean): void;
  isBlocked(user: TeamsUser): boolean;
  onChange(listener: () => void): () => void;
}

/** Whether the message stands in a conversation of this person, deleted or not. */
export function reaches({ conversation }: Message, user: TeamsUser): boolean {
  return conversation.type === 'personal'
    ? conversation.user.id === user.id
    : conversation.team.members.some(({ id }) => id === user.id);
}

/** Activity ids are unique within their conversation only. */
const keyOf = (conversation: Pick<Conversation, 'id'>, id: string) => `${conversation.id} ${id}`;

export function openStore(directory: Directory, appId: string, now: () => Date): TeamsStore {
  const messages: Message[] = [];
  const positions = new Map<string, number>();
  /** Position of the message that each revision changed, the first revision first. */
  const history: number[] = [];
  const opened = new Map<string, Conversation>();
  const installed = new Set<string>();
  const blocked = new Set<string>();
  const lastIds = new Map<string, number>();
  const listeners = new Set<() => void>();

  function changed(): void {
    for (const listener of listeners) {
      listener();
    }
  }

  const personal = (user: TeamsUser): Conversation => ({
    type: 'personal',
    id: `a:1${stableId(appId, user.tenantId, user.id)}`,
    tenantId: user.tenantId,
    user,
  });

  const channel = (team: TeamsTeam, within: TeamsChannel): Conversation => ({
    type: 'channel',
    id: within.id,
    tenantId: team.tenantId,
    team,
    channel: within,
  });

  function nextId(conversation: Conversation): string {
    const id = Math.max(now().getTime(), (lastIds.get(conversation.id) ?? 0) + 1);
    lastIds.set(conversation.id, id);
    return String(id);
  }

  function replace(message: Message, change: Partial<Message>): void {
    const position = positions.get(keyOf(message.conversation, message.id)) ?? -1;
    const current = messages[position];
    if (current) {
      messages[position] = { ...current, ...change, revision: history.push(position) };
      changed();
    }
  }

  return {
    directory,
    personal,
    channel,
    nextId,
    find(id) {
      const [root = '', thread] = id.split(';messageid=');
      const known = opened.get(root);
      if (known) {
        return thread === undefined ? { conversation: known, thread } : undefined;
      }
      const place = directory.teams
        .flatMap((team) => team.channels.map((within) => ({ team, within })))
        .find(({ within }) => within.id === root);
      return place && { conversation: channel(place.team, place.within), thread };
    },
    open(user) {
      const conversation = personal(user);
      opened.set(conversation.id, conversation);
      return conversation;
    },
    post(conversation, { from, payload, thread, replyToId }) {
      const id = nextId(conversation);
      const position = messages.length;
      const message: Message = {
        id,
        conversation,
        thread: conversation.type === 'channel' ? (thread ?? id) : undefined,
        from,
        at: now(),
        replyToId,
        payload,
        edits: 0,
        deleted: false,
        revision: history.push(position),
        views: new Map(),
      };
      positions.set(keyOf(conversation, id), position);
      messages.push(message);
      changed();
      return message;
    },
    restore(message) {
      const position = messages.length;
      positions.set(keyOf(message.conversation, message.id), position);
      lastIds.set(message.conversation.id, Number(message.id));
      messages.push({ ...message, revision: history.push(position) });
      changed();
    },
    message(conversation, id) {
      const message = messages[positions.get(keyOf(conversation, id)) ?? -1];
      return message?.deleted === false ? message : undefined;
    },
    edit(message, payload) {
      // An update takes the place of what single people saw, too.
      replace(message, { payload, edits: message.edits + 1, views: new Map() });
    },
    remove: (message) => replace(message, { deleted: true }),
    showTo: (message, user, card) => replace(message, { views: new Map([...message.views, [user.id, card]]) }),
    visibleTo: (user) => messages.filter((message) => !message.deleted && reaches(message, user)),
    messages: () => [...messages],
    changedSince(since) {
      // Of several changes of one message only the last is its own revision.
      const changes = history
        .slice(since)
        .filter((position, index) => messages[position]?.revision === since + index + 1);
      return changes.sort((one, other) => one - other).flatMap((position) => messages[position] ?? []);
    },
    revision: () => history.length,
    setInstalled(where, on) {
      if (on) {
        installed.add(where.id);
      } else {
        installed.delete(where.id);
      }
      changed();
    },
    isInstalled: (where) => installed.has(where.id),
    isReachable: (user) =>
      installed.has(user.id) ||
      directory.teams.some((team) => installed.has(team.id) && team.members.some(({ id }) => id === user.id)),
    setBlocked(user, on) {
      if (on) {
        blocked.add(user.id);
      } else {
        blocked.delete(user.id);
      }
      changed();
    },
    isBlocked: (user) => blocked.has(user.id),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
