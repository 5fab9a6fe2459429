/** Sends replies through Slack's Web API and decides what a failed call means for the reply. */
import type { FileElement, Message } from '../../programme/messages/message.js';
import { pauseAfterFault } from '../../programme/notifications/pause.js';
import type { Language } from '../../programme/requests/context.js';
import { NotSent } from '../../programme/requests/deferred-reply.js';
import { outcomeOfError } from './api-errors.js';
import { type DrawnMessage, messageToBlocks } from './render.js';
import type { SlackContext } from './slack-context.js';
import { linkMessage, shareFiles, uploadFiles } from './upload.js';
import { sendYoung } from './young-blocks.js';

/** A place to post to. */
export interface ReplyTarget {
  readonly channel: string;
  readonly thread?: string | undefined;
}

/**
 * Makes the call of Slack that shows a reply. A reply that may have arrived counts as shown, since a second call
 * could show it twice. `call` renders nothing: every error in it is taken for one of Slack's.
 * @throws NotSent where Slack surely did not take it
 */
export async function sendReply(context: SlackContext, call: () => Promise<unknown>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!mayHaveArrived(context, error)) throw error;
  }
}

/**
 * Posts a reply; false where the conversation cannot be written to.
 * @throws NotSent where Slack surely did not take it
 */
export async function postReply(
  context: SlackContext,
  place: ReplyTarget,
  message: Message,
  language: Language,
): Promise<boolean> {
  const uploader = { ...context.services, client: context.client };
  const { rest, uploads } = await uploadFiles(uploader, message);
  const { channel, thread } = place;
  const post = async (drawn: DrawnMessage) =>
    await context.client.chat.postMessage({
      channel,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...drawn,
      unfurl_links: false,
      unfurl_media: false,
    });
  try {
    await sendYoung(rest, language, post);
  } catch (error) {
    return mayHaveArrived(context, error);
  }
  const byLink = async (file: FileElement) => await post(messageToBlocks(linkMessage(file), language));
  await shareFiles(uploader, place, uploads, byLink);
  return true;
}

/**
 * Whether a reply may have arrived although its call failed; false where the conversation cannot be written to.
 * @throws NotSent where Slack surely did not take it and soon may; the error itself where Slack never will
 */
export function mayHaveArrived({ services }: SlackContext, error: unknown): boolean {
  const now = services.clock.now();
  const failure = outcomeOfError(error, now);
  if (failure.outcome === 'uncertain') {
    services.log.warn({ reason: failure.reason }, 'a reply may not have arrived');
    return true;
  }
  if (failure.outcome === 'unreachable') return false;
  if (failure.outcome === 'rate-limited') throw new NotSent(failure.until, error);
  // Our own token is not mended by waiting.
  if (failure.outcome !== 'not-sent' || failure.ours) throw error;
  throw new NotSent(new Date(now.getTime() + pauseAfterFault(0)), error);
}
