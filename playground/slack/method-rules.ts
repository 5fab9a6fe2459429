/** Which scopes each Web API method needs and how often it may be called (docs.slack.dev/reference/methods). */

export interface MethodRule {
  /** All of these are needed; methods whose need depends on the conversation check it themselves. */
  readonly scopes: readonly string[];
  readonly tier: 1 | 2 | 3 | 4 | 'messages' | undefined;
  /** Which token it takes. */
  readonly token: 'bot' | 'app' | 'none';
}

function rule(tier: MethodRule['tier'], ...scopes: readonly string[]): MethodRule {
  return { scopes, tier, token: 'bot' };
}

/** The rate of methods with special limits is chosen to be no looser than what Slack documents. */
export const methodRules: Readonly<Record<string, MethodRule>> = {
  'api.test': { scopes: [], tier: 4, token: 'none' },
  'apps.connections.open': { scopes: ['connections:write'], tier: 1, token: 'app' },
  'assistant.threads.setStatus': rule('messages', 'chat:write'),
  'assistant.threads.setSuggestedPrompts': rule(4, 'assistant:write'),
  'auth.test': rule(4),
  'chat.delete': rule(3, 'chat:write'),
  'chat.postEphemeral': rule(4, 'chat:write'),
  'chat.postMessage': rule('messages', 'chat:write'),
  'chat.update': rule(3, 'chat:write'),
  'conversations.history': rule(1),
  'conversations.info': rule(3),
  'conversations.open': rule(3),
  'files.completeUploadExternal': rule(4, 'files:write'),
  'files.getUploadURLExternal': rule(4, 'files:write'),
  'files.info': rule(4, 'files:read'),
  'users.conversations': rule(3),
  'users.info': rule(4, 'users:read'),
  'views.open': rule(4),
  'views.publish': rule(4),
  'views.push': rule(4),
  'views.update': rule(4),
};

/** What an event needs before Slack sends it to an app (docs.slack.dev/reference/events); events that need nothing are left out. */
export const eventScopes: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  channel_archive: 'channels:read',
  channel_deleted: 'channels:read',
  channel_left: 'channels:read',
  channel_rename: 'channels:read',
  channel_unarchive: 'channels:read',
  group_archive: 'groups:read',
  group_deleted: 'groups:read',
  group_left: 'groups:read',
  group_rename: 'groups:read',
  group_unarchive: 'groups:read',
  file_shared: 'files:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  reaction_added: 'reactions:read',
  team_join: 'users:read',
  user_change: 'users:read',
};
