/** Suggests sentences in the Messages tab, where the person's conversation with the agent is. */
import { suggestPrompts } from '../../programme/home/suggest-prompts.js';
import type { RequestingAccount } from '../../programme/requests/request.js';
import { outcomeOfError } from './api-errors.js';
import type { SlackContext } from './slack-context.js';

/**
 * In the background: nobody waits for it. Without `thread_ts`, with which the call fails silently for an agent
 * (docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts).
 */
export function offerPrompts(context: SlackContext, account: RequestingAccount, channel: string): void {
  context.background.run('suggesting prompts', async () => {
    const { heading, prompts } = await suggestPrompts(context.services, account);
    try {
      await context.client.assistant.threads.setSuggestedPrompts({
        channel_id: channel,
        title: heading,
        prompts: [...prompts],
      });
    } catch (error) {
      // A convenience alone: they are suggested anew whenever the tab is opened.
      const { outcome } = outcomeOfError(error, context.services.clock.now());
      context.services.log.warn({ outcome }, 'Slack took no suggested prompts');
    }
  });
}
