/** Delivers notifications to personal chats in Teams and reports the outcome of each. */
import type { Gateway, Outcome, OutgoingMessage } from '../../programme/notifications/gateway.js';
import type { Clock } from '../../programme/requests/context.js';
import { hasConversation, type KnownAddress, readAddress, type TeamsAddress } from './address.js';
import { messageActivity } from './message-activity.js';
import { outcomeOfError } from './outcome.js';
import type { MessageActivity, TeamsSdk } from './types.js';

interface GatewayContext {
  readonly sdk: TeamsSdk;
  /** Counts a rate limit's end, which Teams gives in seconds from now. */
  readonly clock: Clock;
  /** Whether the bot's token may be sent to this service address. */
  readonly trusts: (serviceUrl: string) => boolean;
}

export function teamsGateway(context: GatewayContext): Gateway {
  return {
    channel: 'teams',
    async deliver(to, outgoing) {
      const address = readAddress(to.address);
      if (address === null) return { outcome: 'unreachable', reason: 'no conversation is known' };
      if (!context.trusts(address.serviceUrl))
        return { outcome: 'refused', reason: 'the service address is not Microsoft’s' };
      return await deliverCard(context, address, outgoing);
    },
  };
}

async function deliverCard(
  context: GatewayContext,
  address: TeamsAddress,
  { message, language }: OutgoingMessage,
): Promise<Outcome> {
  let activity: MessageActivity;
  try {
    activity = messageActivity(message, language);
  } catch (error) {
    return { outcome: 'refused', reason: error instanceof Error ? error.message : 'the message could not be drawn' };
  }
  const known = hasConversation(address) ? address : await openConversation(context, address);
  if ('outcome' in known) return known;
  const outcome = await post(context, known, activity);
  return outcome.outcome === 'delivered' && !hasConversation(address) ? { ...outcome, address: known } : outcome;
}

/** Makes the personal chat known. Sends nothing: Teams answers with the chat that exists already, if one does. */
export async function openConversation(
  { sdk, clock }: Pick<GatewayContext, 'sdk' | 'clock'>,
  address: TeamsAddress,
): Promise<KnownAddress | Exclude<Outcome, { outcome: 'delivered' }>> {
  const { serviceUrl, tenant } = address;
  let id = '';
  try {
    await sdk.continueConversation({ serviceUrl }, async (turn) => {
      id = await turn.createPersonalChat(address);
    });
  } catch (error) {
    const outcome = outcomeOfError(error, clock.now());
    // Opening a chat shows nothing to anyone, so trying again is safe in any case.
    return outcome.outcome === 'uncertain' ? { outcome: 'not-sent', reason: outcome.reason } : outcome;
  }
  return { ...address, conversation: { id, conversationType: 'personal', tenantId: tenant } };
}

async function post(
  { sdk, clock }: GatewayContext,
  address: KnownAddress,
  activity: MessageActivity,
): Promise<Outcome> {
  let reference: string | null = null;
  try {
    await sdk.continueConversation(address, async (turn) => {
      reference = await turn.send(activity);
    });
  } catch (error) {
    return outcomeOfError(error, clock.now());
  }
  return {
    outcome: 'delivered',
    reference: { conversation: address.conversation.id, activity: reference, serviceUrl: address.serviceUrl },
  };
}
