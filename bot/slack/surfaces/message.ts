/** A message with a pressed button as a surface: the reply follows it, replaces it, or opens as a form in a modal. */
import type { AllMiddlewareArgs, BlockAction, ButtonAction, SlackActionMiddlewareArgs } from '@slack/bolt';
import type { Message } from '../../../programme/messages/message.js';
import { replyAsMessage } from '../../../programme/messages/reply-as-message.js';
import type { Language } from '../../../programme/requests/context.js';
import type { RequestResult } from '../../../programme/requests/request.js';
import { isDirect } from '../account.js';
import { openForm } from '../open-modal.js';
import { messageToBlocks } from '../render.js';
import { postReply, sendReply } from '../send-reply.js';
import type { SlackContext } from '../slack-context.js';
import { sourceOf } from '../source.js';
import { acknowledgeOnce, type Surface } from '../surface.js';

export type Press = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** `offer`: the pressed button stands on a message that only offers a form. */
export function pressedMessage(context: SlackContext, press: Press, offer: boolean): Surface {
  const acknowledge = acknowledgeOnce(press.ack);
  return {
    name: 'slack button on a message',
    acknowledge,
    working: acknowledge,
    async show(result, late) {
      if (!late && (await openForm(context, press.body.trigger_id, result, sourceOf(press.body, offer)))) return;
      // A press that was carried out before has its reply already.
      if (!result.repeated) await replyAtMessage(context, press, result);
    },
    async apologise(apology, language) {
      await replyEphemerally(context, press, apology, language);
      // Acknowledged only now: without anything said, Slack itself must show that the press came to nothing.
      await acknowledge();
    },
  };
}

/** In the direct conversation the reply is a message or replaces the pressed one; anywhere else only this person sees it. */
async function replyAtMessage(context: SlackContext, press: Press, { reply, language }: RequestResult): Promise<void> {
  const { body, respond } = press;
  const message = replyAsMessage(reply, language);
  const direct = body.channel !== undefined && isDirect(body.channel.id);
  const ephemeral = body.container.is_ephemeral === true;
  if (reply.kind === 'message' && reply.replaces && (direct || ephemeral)) {
    const replacement = { replace_original: true, ...messageToBlocks(message, language) };
    return await sendReply(context, () => respond(replacement));
  }
  if (body.channel === undefined || !direct || ephemeral) {
    return await replyEphemerally(context, press, message, language);
  }
  await postReply(context, { channel: body.channel.id, thread: threadOf(body) }, message, language);
}

async function replyEphemerally(
  context: SlackContext,
  { respond }: Press,
  message: Message,
  language: Language,
): Promise<void> {
  const blocks = messageToBlocks(message, language);
  await sendReply(context, () => respond({ response_type: 'ephemeral', replace_original: false, ...blocks }));
}

function threadOf(body: BlockAction): string | undefined {
  const thread: unknown = body.container.thread_ts;
  return typeof thread === 'string' ? thread : undefined;
}
