/** What people do to channels, and what the bot is told of it. Source: docs.slack.dev/reference/events */
import { sendEvent } from './events.js';
import { announceChange } from './messages.js';
import type { Conversation, SlackStore, Workspace } from './store.js';

export async function enter(store: SlackStore, channel: string, user: string): Promise<void> {
  const [workspace, conversation] = findChannel(store, channel);
  conversation.members.add(user);
  store.journal.add({ joined: user });
  announceChange(store);
  // An app hears of people in channels where it is itself.
  if (!conversation.members.has(workspace.botUser)) return;
  await sendEvent(store, workspace, {
    type: 'member_joined_channel',
    user,
    channel,
    channel_type: letterOf(conversation),
    team: workspace.id,
    event_ts: store.nextTs(),
  });
}

export async function leave(store: SlackStore, channel: string, user: string): Promise<void> {
  const [workspace, conversation] = findChannel(store, channel);
  conversation.members.delete(user);
  announceChange(store);
  const isBot = user === workspace.botUser;
  if (isBot) return await tell(store, workspace, conversation, 'left', { channel, actor_id: '' });
  if (!conversation.members.has(workspace.botUser)) return;
  const event = { type: 'member_left_channel', user, channel, channel_type: letterOf(conversation) };
  await sendEvent(store, workspace, { ...event, team: workspace.id, event_ts: store.nextTs() });
}

export async function rename(store: SlackStore, channel: string, name: string): Promise<void> {
  const [workspace, conversation] = findChannel(store, channel);
  conversation.name = name;
  announceChange(store);
  if (!conversation.members.has(workspace.botUser)) return;
  const created = Math.floor(store.now().valueOf() / 1000);
  await tell(store, workspace, conversation, 'rename', { channel: { id: channel, name, created } });
}

export async function archive(store: SlackStore, channel: string, archived: boolean): Promise<void> {
  const [workspace, conversation] = findChannel(store, channel);
  conversation.archived = archived;
  announceChange(store);
  if (!conversation.members.has(workspace.botUser)) return;
  // Some person did it: what an app did itself its library keeps from it.
  const user = [...conversation.members].find((one) => one !== workspace.botUser) ?? '';
  await tell(store, workspace, conversation, archived ? 'archive' : 'unarchive', { channel, user });
}

/** The events of private channels are called group_…, as those were once. */
async function tell(
  store: SlackStore,
  workspace: Workspace,
  { kind }: Conversation,
  what: 'left' | 'rename' | 'archive' | 'unarchive',
  rest: object,
): Promise<void> {
  const type = `${kind === 'group' ? 'group' : 'channel'}_${what}`;
  await sendEvent(store, workspace, { type, ...rest, event_ts: store.nextTs() });
}

function letterOf({ kind }: Conversation): 'G' | 'C' {
  return kind === 'group' ? 'G' : 'C';
}

function findChannel(store: SlackStore, channel: string): readonly [Workspace, Conversation] {
  for (const workspace of store.workspaces.values()) {
    const conversation = workspace.conversations.get(channel);
    if (conversation !== undefined) return [workspace, conversation];
  }
  throw new Error(`No channel ${channel}`);
}
