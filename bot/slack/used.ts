/** What this folder uses of Slack, for the manifest to ask for exactly that; a test compares all three. */

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
  'users.info': ['users:read', 'users:read.email'],
  'views.open': [],
  'views.publish': [],
  'views.update': [],
};

/** Needed for slash commands and shortcuts, whatever they are called. */
export const interactionScopes: readonly string[] = ['commands'];
