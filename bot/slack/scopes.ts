/** The command, shortcut, events and methods of Slack that this folder uses, with their scopes; a test compares them with the manifest. */

export const command = '/spp';

/** The global shortcut's callback_id. */
export const menuShortcut = 'menu';

/** The events listened to, with the scope that each needs (docs.slack.dev/reference/events). */
export const eventScopes: Readonly<Record<string, readonly string[]>> = {
  app_home_opened: [],
  app_mention: ['app_mentions:read'],
  'message.im': ['im:history'],
};

/** The Web API methods called, with the scopes that each needs (docs.slack.dev/reference/methods). */
export const methodScopes: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'conversations.open': ['im:write'],
  'files.completeUploadExternal': ['files:write'],
  'files.getUploadURLExternal': ['files:write'],
  // Also what fetching a file's bytes needs.
  'files.info': ['files:read'],
  'users.info': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** The scopes for slash commands and shortcuts. */
export const interactionScopes: readonly string[] = ['commands'];
