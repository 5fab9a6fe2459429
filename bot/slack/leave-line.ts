/** Leaves the lasting line about what became of a modal: in place of the message that offered the form, or as a new message. */
import type { Message } from '../../programme/messages/message.js';
import type { Language } from '../../programme/requests/context.js';
import { leaveLine } from '../../programme/requests/leave-line.js';
import type { RequestingAccount, RequestResult } from '../../programme/requests/request.js';
import { outcomeOfError } from './api-errors.js';
import { openDirect } from './open-direct.js';
import { messageToBlocks } from './render.js';
import { mayHaveArrived, postReply } from './send-reply.js';
import type { SlackContext } from './slack-context.js';
import type { Source } from './source.js';

/** In the background: the modal has shown the reply, and nobody waits for the line. */
export function leaveLineOf(
  context: SlackContext,
  account: RequestingAccount,
  source: Source | null,
  result: RequestResult,
): void {
  context.background.run('leaving a line about what was done', async () => {
    await leaveLine(context.services, result, async (line) => {
      await putLine(context, account, source, { message: line, language: result.language });
    });
  });
}

/**
 * Says in the direct conversation what became of a modal: in place of the message that offered it, or below.
 * @throws NotSent where Slack surely did not take it and soon may
 */
export async function putLine(
  context: SlackContext,
  { userId }: RequestingAccount,
  source: Source | null,
  { message, language }: { readonly message: Message; readonly language: Language },
): Promise<void> {
  if (source?.offer === true && (await replaceOffer(context, source, message, language))) return;
  const channel = source?.channel ?? (await openDirect(context, userId));
  const place = channel !== null && { channel, thread: source?.thread };
  const posted = place && (await postReply(context, place, message, language));
  if (!posted) context.services.log.warn({}, 'a direct conversation takes no line about a form');
}

/**
 * False where Slack refuses: the message was deleted or is too old to be changed.
 * @throws NotSent where Slack surely did not take it and soon may
 */
async function replaceOffer(
  context: SlackContext,
  { channel, ts }: Source,
  line: Message,
  language: Language,
): Promise<boolean> {
  const drawn = messageToBlocks(line, language);
  try {
    await context.client.chat.update({ channel, ts, ...drawn });
    return true;
  } catch (error) {
    if (outcomeOfError(error, context.services.clock.now()).outcome === 'refused') return false;
    return mayHaveArrived(context, error);
  }
}
