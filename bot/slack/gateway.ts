/** Delivers notifications through Slack's Web API and reports the outcome of each. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Gateway, Outcome, OutgoingMessage } from '../../programme/notifications/gateway.js';
import { type Clock, systemClock } from '../../programme/requests/context.js';
import { outcomeOfError } from './api-errors.js';
import { messageToBlocks } from './render.js';

/** The address of an account: the user, and the direct conversation once it is known. */
const address = z.object({ user: z.string().min(1), channel: z.string().min(1).optional() });
export type SlackAddress = z.infer<typeof address>;

/** The metadata under which a notification can be found in the conversation's history. */
const notificationEvent = 'spp_notification';

/** @param clock counts a rate limit's end, which Slack gives in seconds from now */
export function slackGateway(client: WebClient, clock: Clock = systemClock): Gateway {
  return {
    channel: 'slack',
    async deliver(to, outgoing) {
      const read = address.safeParse(to.address);
      const user = read.success ? read.data.user : to.userId;
      const known = read.success ? read.data.channel : undefined;
      if (known !== undefined) {
        const outcome = await post(client, clock, known, outgoing);
        // The conversation was made anew, for instance after the person's account was restored.
        const stale = outcome.outcome === 'unreachable' && outcome.reason === 'channel_not_found';
        if (!stale) return outcome;
      }
      return await openAndPost(client, clock, user, outgoing);
    },
  };
}

async function openAndPost(client: WebClient, clock: Clock, user: string, outgoing: OutgoingMessage): Promise<Outcome> {
  let channel: string | undefined;
  try {
    channel = (await client.conversations.open({ users: user })).channel?.id;
  } catch (error) {
    const outcome = outcomeOfError(error, clock.now());
    // Opening a conversation sends nothing, so trying again is safe in any case.
    return outcome.outcome === 'uncertain' ? { outcome: 'not-sent', reason: outcome.reason } : outcome;
  }
  if (channel === undefined) return { outcome: 'not-sent', reason: 'no conversation was opened' };
  const outcome = await post(client, clock, channel, outgoing);
  return outcome.outcome === 'delivered' ? { ...outcome, address: { user, channel } } : outcome;
}

async function post(
  client: WebClient,
  clock: Clock,
  channel: string,
  { message, language, key }: OutgoingMessage,
): Promise<Outcome> {
  let drawn: ReturnType<typeof messageToBlocks>;
  try {
    drawn = messageToBlocks(message, language);
  } catch (error) {
    return { outcome: 'refused', reason: error instanceof Error ? error.message : 'the message could not be drawn' };
  }
  try {
    const posted = await client.chat.postMessage({
      channel,
      ...drawn,
      metadata: { event_type: notificationEvent, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
    });
    return { outcome: 'delivered', reference: { channel: posted.channel ?? channel, ts: posted.ts ?? null } };
  } catch (error) {
    return outcomeOfError(error, clock.now());
  }
}
