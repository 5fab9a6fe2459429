/** The slash command as a surface: a reply that this person alone sees, or a form in a modal. */
import type { AllMiddlewareArgs, RespondArguments, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Message } from '../../../programme/messages/message.js';
import { replyAsMessage } from '../../../programme/messages/reply-as-message.js';
import type { Language } from '../../../programme/requests/context.js';
import { openForm } from '../open-modal.js';
import { messageToBlocks } from '../render.js';
import { sendReply } from '../send-reply.js';
import type { SlackContext } from '../slack-context.js';
import { acknowledgeOnce, type Surface } from '../surface.js';

type SlashCommand = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

export function slashCommand(context: SlackContext, { command, ack, respond }: SlashCommand): Surface {
  const acknowledge = acknowledgeOnce(ack);
  const say = async (message: Message, language: Language) => {
    const body: RespondArguments = { response_type: 'ephemeral', ...messageToBlocks(message, language) };
    // An acknowledgement that has not gone out yet carries the message, which saves a call.
    if (!(await acknowledge(body))) await sendReply(context, () => respond(body));
  };
  return {
    name: 'slack command',
    acknowledge: () => acknowledge(),
    working: () => acknowledge(),
    async show(result, late) {
      if (!late && (await openForm(context, command.trigger_id, result))) return;
      await say(replyAsMessage(result.reply, result.language), result.language);
    },
    apologise: say,
  };
}
