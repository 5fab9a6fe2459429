/** People and conversations as the Web API shows them, and how they are found. */
import type { Json } from './json.js';
import { emptyConversation } from './options.js';
import type { Conversation, SlackUser, Workspace } from './store.js';

/** The user object; `email` only for tokens with users:read.email (docs.slack.dev/reference/objects/user-object). */
export function userObject(workspace: Workspace, user: SlackUser, withEmail: boolean, withLocale = false): Json {
  return {
    id: user.id,
    team_id: user.homeTeam ?? workspace.id,
    name: user.name,
    deleted: user.deleted,
    real_name: user.realName,
    tz: user.tz,
    tz_offset: offsetSeconds(user.tz),
    profile: {
      real_name: user.realName,
      display_name: user.name,
      ...(withEmail && user.email !== undefined && user.homeTeam === undefined ? { email: user.email } : {}),
      team: user.homeTeam ?? workspace.id,
    },
    is_admin: user.isAdmin,
    is_owner: false,
    is_bot: user.isBot,
    is_app_user: false,
    is_restricted: user.isRestricted,
    is_ultra_restricted: false,
    is_email_confirmed: user.isEmailConfirmed,
    is_stranger: user.homeTeam !== undefined,
    ...(withLocale ? { locale: user.locale } : {}),
    updated: 0,
  };
}

function offsetSeconds(zone: string): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(new Date())
    .find((part) => part.type === 'timeZoneName')?.value;
  const found = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '');
  return found === null ? 0 : (found[1] === '-' ? -60 : 60) * (Number(found[2]) * 60 + Number(found[3]));
}

export function conversationObject(workspace: Workspace, conversation: Conversation): Json {
  const kind = conversation.kind;
  return {
    id: conversation.id,
    ...(kind === 'im'
      ? { user: counterpart(workspace, conversation) }
      : { name: conversation.name, name_normalized: conversation.name }),
    is_channel: kind === 'channel',
    is_group: kind === 'group',
    is_im: kind === 'im',
    is_mpim: kind === 'mpim',
    is_private: kind !== 'channel',
    is_archived: conversation.archived,
    is_shared: conversation.shared,
    is_ext_shared: conversation.shared,
    is_org_shared: false,
    is_member: conversation.members.has(workspace.botUser),
    is_open: true,
    num_members: conversation.members.size,
    context_team_id: workspace.id,
  };
}

/** The person at the other end of a direct conversation with the bot. */
export function counterpart(workspace: Workspace, conversation: Conversation): string {
  for (const member of conversation.members) if (member !== workspace.botUser) return member;
  return workspace.botUser;
}

/** The direct conversation between the bot and this person, made when there is none yet. */
export function openDirect(workspace: Workspace, user: string): Conversation {
  const known = workspace.directs.get(user);
  if (known !== undefined) return known;
  // The same after a restart, since a bot keeps it as an address.
  const made = emptyConversation(`D${user.slice(1)}`, 'im', 'directmessage', [workspace.botUser, user]);
  workspace.directs.set(user, made);
  workspace.conversations.set(made.id, made);
  return made;
}

/** Every conversation that this person is in. */
export function conversationsOf(workspace: Workspace, user: string): readonly Conversation[] {
  const direct = workspace.directs.get(user);
  return [...(direct === undefined ? [] : [direct]), ...[...workspace.rooms].filter((room) => room.members.has(user))];
}
