/** Conversations as surfaces of the words written in them: the direct one, and a channel in which the bot was mentioned. */
import { type Message, plain } from '../../../programme/messages/message.js';
import { replyAsMessage } from '../../../programme/messages/reply-as-message.js';
import { chatTexts } from '../../../programme/messages/texts.js';
import type { Language } from '../../../programme/requests/context.js';
import type { RequestingAccount } from '../../../programme/requests/request.js';
import { languageOf } from '../../../programme/requests/request-context.js';
import { openDirect } from '../open-direct.js';
import { messageToBlocks } from '../render.js';
import { mayHaveArrived, postReply, type ReplyTarget } from '../send-reply.js';
import { clearStatus, showStatus } from '../show-status.js';
import type { SlackContext } from '../slack-context.js';
import { acknowledgedWhenHandled, type Surface } from '../surface.js';

interface DirectMessage extends ReplyTarget {
  /** Of what the person wrote. */
  readonly ts: string;
}

/** The direct conversation, which only the person and the bot read. */
export function directMessage(context: SlackContext, account: RequestingAccount, message: DirectMessage): Surface {
  const { channel, thread, ts } = message;
  const worked = { channel, ts: thread ?? ts };
  let hasStatus = false;
  const surface = wordsSurface(async (reply, language) => {
    const posted = await postReply(context, { channel, thread }, reply, language);
    if (!posted) context.services.log.warn({}, 'a direct conversation takes no reply');
    if (hasStatus) clearStatus(context, worked);
  });
  return {
    ...surface,
    async working() {
      hasStatus = true;
      await showStatus(context, worked, await languageOf(context.services, account));
    },
  };
}

/** A channel. Its other readers must not read the reply: it goes to the direct conversation, and the thread says so. */
export function mention(context: SlackContext, user: string, place: ReplyTarget): Surface {
  return wordsSurface(async (reply, language) => {
    const channel = await openDirect(context, user);
    const posted = channel !== null && (await postReply(context, { channel }, reply, language));
    if (!posted) return await replyEphemerally(context, user, place, reply, language);
    // In the background: the reply is out, and a note that fails must not bring it a second time.
    context.background.run('noting a private reply', async () => {
      await postReply(context, place, plain(chatTexts[language].sentPrivately), language);
    });
  });
}

function wordsSurface(say: (message: Message, language: Language) => Promise<void>): Surface {
  return {
    ...acknowledgedWhenHandled,
    name: 'slack message',
    show: ({ reply, language }) => say(replyAsMessage(reply, language), language),
    apologise: say,
  };
}

async function replyEphemerally(
  context: SlackContext,
  user: string,
  { channel, thread }: ReplyTarget,
  reply: Message,
  language: Language,
): Promise<void> {
  const body = {
    channel,
    user,
    ...(thread === undefined ? {} : { thread_ts: thread }),
    ...messageToBlocks(reply, language),
  };
  try {
    await context.client.chat.postEphemeral(body);
  } catch (error) {
    if (!mayHaveArrived(context, error)) context.services.log.warn({}, 'a channel takes no reply');
  }
}
