/** The slash command: `/spp` shows the menu, `/spp …` understands words. */
import type { AllMiddlewareArgs, App, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Message } from '../../../programme/messages/message.js';
import type { Language } from '../../../programme/requests/context.js';
import { sendOrTellLater } from '../../../programme/requests/deferred-reply.js';
import { perform } from '../../../programme/requests/handle-request.js';
import { understand } from '../../understand/understand.js';
import { accountOf } from '../account.js';
import { replyToMessage, replyToView, shown } from '../answers.js';
import { acknowledging, attempt, inTime } from '../attempt.js';
import type { Desk } from '../desk.js';
import { openModal } from '../opening.js';
import { messageToBlocks } from '../render.js';
import { commandRequest } from '../requests.js';
import { command } from '../used.js';
import { typedWords } from '../words.js';

export function registerCommands(app: App, desk: Desk): void {
  app.command(command, async (arrived) => await onCommand(desk, arrived));
}

async function onCommand(
  desk: Desk,
  {
    command: { team_id, user_id, channel_id, trigger_id, text },
    ack,
    respond,
  }: SlackCommandMiddlewareArgs & AllMiddlewareArgs,
): Promise<void> {
  const account = accountOf(desk.client, { team: team_id, user: user_id, channel: channel_id });
  const acknowledge = acknowledging(ack);
  // The answer travels inside the acknowledgement while that has not gone out, which saves a call.
  const say = async (message: Message, language: Language) => {
    const body: RespondArguments = { response_type: 'ephemeral', ...messageToBlocks(message, language) };
    if (!(await acknowledge(body))) await respond(body);
  };
  const work = async () => {
    const words = typedWords(text);
    const asked = understand(words);
    const performing = perform(desk.house, commandRequest(account, trigger_id, asked));
    const quick = await inTime(performing);
    if (quick === null) await acknowledge();
    const performed = quick ?? (await performing);
    if (
      quick?.reply.kind === 'form' &&
      (await openModal(desk, trigger_id, replyToView(quick, asked.action))) !== null
    ) {
      await acknowledge();
      return;
    }
    await sendOrTellLater(desk.house, performed, () =>
      shown(desk, () => say(replyToMessage(performed), performed.language)),
    );
  };
  await attempt(desk, account, 'slack command', work, say);
}
