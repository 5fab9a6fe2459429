/** Draws the person's Home tab. */
import type { Reply } from '../../programme/messages/message.js';
import { replyAsMessage } from '../../programme/messages/reply-as-message.js';
import { handleRequest } from '../../programme/requests/handle-request.js';
import type { RequestingAccount, RequestResult } from '../../programme/requests/request.js';
import { outcomeOfError } from './api-errors.js';
import { messageToHome } from './render.js';
import { homeRequest } from './requests.js';
import type { SlackContext } from './slack-context.js';

export async function publishHome(
  { client }: SlackContext,
  { userId }: RequestingAccount,
  { reply, language }: RequestResult,
): Promise<void> {
  await client.views.publish({ user_id: userId, view: messageToHome(replyAsMessage(reply, language), language) });
}

/** Draws Home anew after a change, in the background: nobody waits for it. */
export function refreshHome(context: SlackContext, account: RequestingAccount, reply: Reply): void {
  if (reply.kind !== 'message' || !reply.refreshes) return;
  context.background.run('refreshing Home', async () => {
    // A request of its own, so that the drawing shows no old answer.
    const result = await handleRequest(context.services, homeRequest(account));
    try {
      await publishHome(context, account, result);
    } catch (error) {
      const failure = outcomeOfError(error, context.services.clock.now());
      if (failure.outcome !== 'rate-limited') throw error;
      // No fault of ours, and soon mended: Home is drawn anew whenever it is opened.
      context.services.log.warn({ until: failure.until }, 'Slack let Home not be drawn anew for now');
    }
  });
}
