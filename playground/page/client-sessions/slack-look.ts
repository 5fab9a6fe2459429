/** What stands on one person's Slack screen, in the page's own words: only what has changed, or everything. */
import { stateValues } from '../../slack/element-state.js';
import type { Person } from '../../slack/entering.js';
import { conversationsOf } from '../../slack/people.js';
import { readText } from '../../slack/reading.js';
import { isShownTo } from '../../slack/seen-messages.js';
import type { Conversation, StoredFile, StoredMessage, View } from '../../slack/store.js';
import type { Json, PageConversation, PageFile, SlackMessage, SlackScreen, SlackView } from '../protocol.js';

export interface Look {
  /** Whether this is everything, and whatever is not among it is gone. */
  readonly whole: boolean;
  /** Oldest first. */
  readonly messages: readonly SlackMessage[];
  readonly gone: readonly string[];
  readonly until: number;
}

/** The messages of this person that have changed after this place in the journal; all of them for 0, and where the journal is too short. */
export function lookAtMessages(person: Person, since: number): Look {
  const { store, workspace, user } = person;
  const until = store.journal.newest();
  const mine = new Map(conversationsOf(workspace, user.id).map((conversation) => [conversation.id, conversation]));
  const changed = since > 0 ? store.journal.since(since) : undefined;
  const joined = changed?.some((change) => 'joined' in change && change.joined === user.id) ?? false;
  if (changed === undefined || joined) {
    const all = [...mine.values()].flatMap(({ messages }) => messages).filter((one) => isShownTo(one, user.id));
    return { whole: true, messages: drawn(person, all), gone: [], until };
  }
  const touched = new Set(changed.flatMap((change) => ('message' in change ? [change.message] : [])));
  const shown = [...touched].filter((message) => mine.has(message.channel) && isShownTo(message, user.id));
  return {
    whole: false,
    messages: drawn(
      person,
      shown.filter((message) => !message.deleted),
    ),
    gone: shown.filter((message) => message.deleted).map(keyOf),
    until,
  };
}

function drawn(person: Person, messages: readonly StoredMessage[]): readonly SlackMessage[] {
  return messages.toSorted((a, b) => (a.ts < b.ts ? -1 : 1)).map((message) => drawMessage(person, message));
}

function keyOf({ channel, ts }: StoredMessage): string {
  return `${channel}/${ts}`;
}

function drawMessage(person: Person, message: StoredMessage): SlackMessage {
  const { user } = person;
  // Slack turns Markdown into blocks when it arrives; in mrkdwn its asterisks and brackets would mean something else.
  const words: Json[] = message.markdown && message.text !== '' ? [{ type: 'markdown', text: message.text }] : [];
  return {
    key: keyOf(message),
    conversation: message.channel,
    at: instantOf(message.ts),
    from: drawSender(person, message.user),
    edited: message.edits > 0,
    files: message.files.map((file) => drawFile(user.id, file)),
    revision: message.touched,
    ts: message.ts,
    text: message.text,
    blocks: [...words, ...message.blocks],
    attachments: message.attachments,
    ephemeral: message.ephemeralFor !== undefined,
    thread: message.threadTs === undefined || message.threadTs === message.ts ? null : message.threadTs,
    state: stateValues(message.blocks, message.entered.get(user.id) ?? new Map()),
  };
}

/** A ts to the microsecond: messages of one millisecond must keep their order. */
function instantOf(ts: string): string {
  const [seconds = '0', micros = ''] = ts.split('.');
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${micros.padEnd(6, '0')}Z`;
}

function drawSender({ store, workspace, user }: Person, sender: string): SlackMessage['from'] {
  if (sender === workspace.botUser) return { kind: 'bot', name: store.app.name };
  if (sender === user.id) return { kind: 'self', name: user.realName };
  return { kind: 'person', name: workspace.users.get(sender)?.realName ?? sender };
}

function drawFile(user: string, { id, name, content }: StoredFile): PageFile {
  const href = `/files/slack/${encodeURIComponent(id)}?as=${encodeURIComponent(user)}`;
  return { name, bytes: content.byteLength, href };
}

/** Everything on the screen that is no message. */
export function drawScreen(person: Person, direct: Conversation): SlackScreen {
  const { store, workspace, user } = person;
  const home = workspace.homes.get(user.id);
  const rooms = [...workspace.rooms];
  return {
    platform: 'slack',
    self: { id: user.id, name: user.realName },
    conversations: [
      { id: direct.id, kind: 'direct', name: store.app.name },
      ...rooms
        .filter(({ members }) => members.has(user.id))
        .map(({ id, name }): PageConversation => ({ id, kind: 'channel', name })),
    ],
    users: [...workspace.users.values()].map(({ id, realName }) => ({
      id,
      name: id === workspace.botUser ? store.app.name : realName,
    })),
    channels: rooms
      .filter(({ kind, members }) => kind === 'channel' || members.has(user.id))
      .map(({ id, name }) => ({ id, name })),
    status: workspace.statuses.get(direct.id) ?? null,
    prompts: workspace.prompts.get(direct.id) ?? null,
    home: home === undefined ? null : drawView(person, home),
    modals: (workspace.stacks.get(user.id) ?? []).map((view) => drawView(person, view)),
  };
}

function drawView({ workspace, store }: Person, view: View): SlackView {
  const { title, submit, close } = view.definition;
  const words = (value: unknown) => (value === undefined || value === null ? null : readText(workspace, value));
  return {
    id: view.id,
    hash: view.hash,
    title: view.type === 'home' ? store.app.name : (words(title) ?? ''),
    submit: words(submit),
    close: words(close),
    blocks: view.blocks,
    state: stateValues(view.blocks, view.state),
    errors: view.errors,
  };
}
