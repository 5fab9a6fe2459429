/** Listens to the slash command: `/spp` shows the menu, `/spp …` takes words. */
import type { App } from '@slack/bolt';
import { accountOf } from '../account.js';
import { take } from '../acknowledge.js';
import { commandRequest } from '../requests.js';
import { respond } from '../respond.js';
import { command } from '../scopes.js';
import type { SlackContext } from '../slack-context.js';
import { slashCommand } from '../surfaces/command.js';
import { typedWords } from '../words.js';

export function registerCommands(app: App, context: SlackContext): void {
  app.command(command, take, async (arrived) => {
    const { team_id, user_id, channel_id, trigger_id, text } = arrived.command;
    const account = accountOf(context.client, { team: team_id, user: user_id, channel: channel_id });
    const request = commandRequest(account, trigger_id, typedWords(text));
    await respond(context, request, slashCommand(context, arrived));
  });
}
