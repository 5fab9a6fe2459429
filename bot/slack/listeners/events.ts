/** Listens to messages to the bot, mentions of it in channels, and the opening of its Home and Messages tabs. */
import type { App, types } from '@slack/bolt';
import { accountOf, isDirect } from '../account.js';
import { homeRequest, wordsRequest } from '../requests.js';
import { respond } from '../respond.js';
import { sentFiles } from '../sent-files.js';
import { sharedMessage } from '../shared-message.js';
import type { SlackContext } from '../slack-context.js';
import { offerPrompts } from '../suggest-prompts.js';
import { openedHome } from '../surfaces/home.js';
import { directMessage, mention } from '../surfaces/words.js';
import { typedWords } from '../words.js';

type MessageEvent = types.MessageEvent;

export function registerEvents(app: App, context: SlackContext): void {
  const { client, bot } = context;
  app.event('app_home_opened', async ({ event, body }) => {
    const account = accountOf(client, { team: body.team_id, user: event.user, channel: event.channel });
    if (event.tab === 'messages') offerPrompts(context, account, event.channel);
    if (event.tab !== 'home') return;
    const request = homeRequest(account);
    await respond(context, request, openedHome(context, request));
  });

  app.message(async ({ message, body }) => {
    if (!isWritten(message) || message.channel_type !== 'im') return;
    if ('bot_id' in message && message.bot_id !== undefined) return;
    const words = typedWords(message.text ?? '', bot.userId);
    // A file or a shared message without words is answered with what can be done here; silence would look like a fault.
    if (words === '' && message.subtype === undefined && (message.attachments ?? []).length === 0) return;
    const { user, channel } = message;
    const thread = 'thread_ts' in message ? message.thread_ts : undefined;
    const account = accountOf(client, { team: authorTeam(message, body.team_id), user, channel });
    const shared = sharedMessage(message);
    const files = [...sentFiles(context, message), ...(shared === null ? [] : sentFiles(context, shared))];
    const request = {
      ...wordsRequest(account, message, words),
      files,
      ...(shared !== null && { forwarded: shared.text }),
    };
    await respond(context, request, directMessage(context, account, { channel, thread, ts: message.ts }));
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

type Written = Extract<MessageEvent, { subtype: undefined | 'file_share' | 'me_message' | 'thread_broadcast' }>;

/**
 * Whether a person wrote it: also as `/me …`, and as a reply that is sent to the conversation as well. Edits, other bots and what
 * merely happened in the conversation are not words to us.
 */
function isWritten(message: MessageEvent): message is Written {
  switch (message.subtype) {
    case undefined:
    case 'file_share':
    case 'me_message':
    case 'thread_broadcast':
      return true;
    default:
      return false;
  }
}

/**
 * In a shared channel the author's workspace is not the one that the event came to. Of people of an Enterprise Grid `user_team` is
 * the organisation (E…), as whose accounts nobody is known: there `team` is the workspace, as in their commands and buttons.
 */
export function authorTeam(event: object, receiving: string): string {
  const fields = new Map<string, unknown>(Object.entries(event));
  const teams = [fields.get('user_team'), fields.get('team')];
  return teams.find((team): team is string => typeof team === 'string' && !team.startsWith('E')) ?? receiving;
}
