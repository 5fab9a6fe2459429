/** The command, shortcut, events and methods of Slack that this folder uses, with their scopes; a test compares them with the manifest. */

export const command = '/spp';

/** The global shortcut's callback_id. */
export const menuShortcut = 'menu';

/** The events listened to, with the scope that each needs (docs.slack.dev/reference/events). */
export const eventScopes: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
  member_joined_channel: ['channels:read', 'groups:read'],
  channel_archive: ['channels:read'],
  channel_deleted: ['channels:read'],
  channel_left: ['channels:read'],
  channel_rename: ['channels:read'],
  channel_unarchive: ['channels:read'],
  group_archive: ['groups:read'],
  group_deleted: ['groups:read'],
  group_left: ['groups:read'],
  group_rename: ['groups:read'],
  group_unarchive: ['groups:read'],
};

/** The Web API methods called, with the scopes that each needs (docs.slack.dev/reference/methods). */
export const methodScopes: Readonly<Record<string, readonly string[]>> = {
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  'conversations.history': ['im:history'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  // Also what fetching a file's bytes needs.
  'files.info': ['files:read'],
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** The scopes for slash commands and shortcuts. */
export const interactionScopes: readonly string[] = ['commands'];

/** The scopes that this app needs and has not been given, in a sentence each for the operator. @param granted as Slack names them with an answer */
export function missingScopes(granted: readonly string[]): readonly string[] {
  const needed = new Set([...interactionScopes, ...Object.values({ ...eventScopes, ...methodScopes }).flat()]);
  const missing = [...needed].filter((scope) => !granted.includes(scope)).sort();
  if (missing.length === 0) return [];
  const mended = 'add it under "OAuth & Permissions", or take bot/slack/manifest.json, and install the app once more';
  const email = missing.includes('users:read.email');
  const others = missing.filter((scope) => scope !== 'users:read.email');
  return [
    ...(email
      ? [`Slack gives no e-mail, so nobody is recognised: the app lacks the scope users:read.email; ${mended}.`]
      : []),
    ...others.map((scope) => `The Slack app lacks the scope ${scope}; ${mended}.`),
  ];
}
