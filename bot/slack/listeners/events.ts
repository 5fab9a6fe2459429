/** Listens to messages to the bot, mentions of it in channels, and the opening of its Home tab. */
import type { App } from '@slack/bolt';
import { accountOf, isDirect } from '../account.js';
import { homeRequest, wordsRequest } from '../requests.js';
import { respond } from '../respond.js';
import { sentFiles } from '../sent-files.js';
import type { SlackContext } from '../slack-context.js';
import { openedHome } from '../surfaces/home.js';
import { directMessage, mention } from '../surfaces/words.js';
import { typedWords } from '../words.js';

export function registerEvents(app: App, context: SlackContext): void {
  const { client, bot } = context;
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const account = accountOf(client, { team: body.team_id, user: event.user, channel: event.channel });
    const request = homeRequest(account);
    await respond(context, request, openedHome(context, request));
  });

  app.message(async ({ message, body }) => {
    // Edits, other bots and what merely happened in the conversation are not words to us.
    if (message.subtype !== undefined && message.subtype !== 'file_share') return;
    if (('bot_id' in message && message.bot_id !== undefined) || message.channel_type !== 'im') return;
    const words = typedWords(message.text ?? '', bot.userId);
    // A file without words is answered; silence would look like a fault.
    if (words === '' && message.subtype === undefined) return;
    const { user, channel, thread_ts: thread } = message;
    const account = accountOf(client, { team: authorTeam(message, body.team_id), user, channel });
    const request = { ...wordsRequest(account, message, words), files: sentFiles(context, message) };
    await respond(context, request, directMessage(context, { channel, thread }));
  });

  app.event('app_mention', async ({ event, body }) => {
    if (event.bot_id !== undefined || event.user === undefined || isDirect(event.channel)) return;
    const { user, channel, ts, thread_ts: thread = ts } = event;
    const account = accountOf(client, { team: authorTeam(event, body.team_id), user });
    const words = typedWords(event.text, bot.userId);
    const request = { ...wordsRequest(account, event, words), files: sentFiles(context, event) };
    await respond(context, request, mention(context, user, { channel, thread }));
  });
}

/** In a shared channel the author's workspace is not the one that the event came to. */
function authorTeam(event: object, receiving: string): string {
  const fields = new Map<string, unknown>(Object.entries(event));
  const team = fields.get('user_team') ?? fields.get('team');
  return typeof team === 'string' ? team : receiving;
}
