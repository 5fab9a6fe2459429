/** Opens the direct conversation with a person. */
import { mayHaveArrived } from './send-reply.js';
import type { SlackContext } from './slack-context.js';

/** Its channel; null where Slack allows none, as with some people of shared channels. */
export async function openDirect(context: SlackContext, user: string): Promise<string | null> {
  try {
    return (await context.client.conversations.open({ users: user })).channel?.id ?? null;
  } catch (error) {
    mayHaveArrived(context, error);
    return null;
  }
}
