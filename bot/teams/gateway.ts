/** Delivers notifications to personal chats in Teams and says truly what became of each. */
import type { Activity, CloudAdapter, TurnContext } from 'botbuilder';
import type { Clock } from '../../programme/context.js';
import type { Gateway, Outcome, OutgoingMessage } from '../../programme/notifications/gateway.js';
import { hasConversation, type KnownAddress, readAddress, referenceTo, type TeamsAddress } from './address.js';
import type { CardAttachment } from './card.js';
import { connectorOf } from './connector.js';
import { outcomeOfError } from './outcome.js';
import { messageToCard } from './render.js';
import { clean } from './text.js';

export interface GatewayParts {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  /** Counts a rate limit's end, which Teams gives in seconds from now. */
  readonly clock: Clock;
  /** Whether the bot's token may be sent to this service address. */
  readonly trusts: (serviceUrl: string) => boolean;
}

export function teamsGateway(parts: GatewayParts): Gateway {
  return {
    channel: 'teams',
    async deliver(to, outgoing) {
      const address = readAddress(to.address);
      if (address === null) return { outcome: 'unreachable', reason: 'no conversation is known' };
      if (!parts.trusts(address.serviceUrl))
        return { outcome: 'refused', reason: 'the service address is not Microsoft’s' };
      return await deliverCard(parts, address, outgoing);
    },
  };
}

async function deliverCard(
  parts: GatewayParts,
  address: TeamsAddress,
  { message, language }: OutgoingMessage,
): Promise<Outcome> {
  let activity: Partial<Activity>;
  try {
    activity = cardActivity(messageToCard(message, language), message.summary);
  } catch (error) {
    return { outcome: 'refused', reason: error instanceof Error ? error.message : 'the message could not be drawn' };
  }
  const known = hasConversation(address) ? address : await openConversation(parts, address);
  if ('outcome' in known) return known;
  const outcome = await post(parts, known, activity);
  return outcome.outcome === 'delivered' && !hasConversation(address) ? { ...outcome, address: known } : outcome;
}

/** A message of one card. `summary` is what a notification banner shows. */
export function cardActivity(card: CardAttachment, summary: string): Partial<Activity> {
  return { type: 'message', summary: clean(summary), attachments: [{ ...card }] };
}

/** Makes the personal chat known. Sends nothing: Teams answers with the chat that exists already, if one does. */
export async function openConversation(
  { adapter, appId, clock }: Pick<GatewayParts, 'adapter' | 'appId' | 'clock'>,
  address: TeamsAddress,
): Promise<KnownAddress | Exclude<Outcome, { outcome: 'delivered' }>> {
  const { tenant, bot, user } = address;
  let id = '';
  try {
    await inService(adapter, appId, address.serviceUrl, async (context) => {
      const created = await connectorOf(context).conversations.createConversation({
        isGroup: false,
        bot: { name: '', ...bot },
        members: [{ name: '', ...user }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      });
      id = created.id;
    });
  } catch (error) {
    const outcome = outcomeOfError(error, clock.now());
    // Opening a chat shows nothing to anyone, so it is safe to try again whatever became of it.
    return outcome.outcome === 'uncertain' ? { outcome: 'not-sent', reason: outcome.reason } : outcome;
  }
  return { ...address, conversation: { id, conversationType: 'personal', tenantId: tenant } };
}

async function post(parts: GatewayParts, address: KnownAddress, activity: Partial<Activity>): Promise<Outcome> {
  const { adapter, appId, clock } = parts;
  let reference: string | undefined;
  try {
    await adapter.continueConversationAsync(appId, referenceTo(address), async (context) => {
      reference = (await context.sendActivity(activity))?.id;
    });
  } catch (error) {
    return outcomeOfError(error, clock.now());
  }
  return {
    outcome: 'delivered',
    reference: { conversation: address.conversation.id, activity: reference ?? null, serviceUrl: address.serviceUrl },
  };
}

/** A turn without a conversation: all there is before the personal chat is known. */
async function inService(
  adapter: CloudAdapter,
  appId: string,
  serviceUrl: string,
  logic: (context: TurnContext) => Promise<void>,
): Promise<void> {
  await adapter.continueConversationAsync(appId, { channelId: 'msteams', serviceUrl }, logic);
}
