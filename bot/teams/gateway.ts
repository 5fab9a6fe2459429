/** Delivers notifications to personal chats in Teams, and posts to channels, and reports the outcome of each. */
import { z } from 'zod';
import {
  type Gateway,
  type Outcome,
  type OutgoingMessage,
  outcomeOfEdit,
} from '../../programme/notifications/gateway.js';
import type { Clock } from '../../programme/requests/context.js';
import type { Services } from '../../programme/requests/services.js';
import {
  hasConversation,
  type KnownAddress,
  readAddress,
  readPlaceAddress,
  type TeamsAddress,
  type TeamsPlaceAddress,
} from './address.js';
import { messageActivity } from './message-activity.js';
import { offerFiles } from './offer-files.js';
import { outcomeOfError } from './outcome.js';
import type { MessageActivity, TeamsSdk } from './types.js';

/** The reference to a message that was sent. */
const sent = z.object({ activity: z.string().min(1) });

/** The reference to a message that began a thread in a channel. */
const thread = z.object({ conversation: z.string().min(1), activity: z.string().min(1) });

interface GatewayContext {
  readonly sdk: TeamsSdk;
  /** Counts a rate limit's end, which Teams gives in seconds from now. */
  readonly clock: Clock;
  /** Whether the bot's token may be sent to this service address. */
  readonly trusts: (serviceUrl: string) => boolean;
}

/** @param services where files are kept that a message brings; without it they are offered by their links alone */
export function teamsGateway(
  context: GatewayContext,
  services: Pick<Services, 'files' | 'fileLinks' | 'log'> | null = null,
): Gateway {
  return {
    channel: 'teams',
    async deliver(to, outgoing) {
      const address = readAddress(to.address);
      if (address === null) return { outcome: 'unreachable', reason: 'no conversation is known' };
      if (!context.trusts(address.serviceUrl)) return untrusted;
      const delivered = await deliverCard(context, address, outgoing);
      const { known, outcome } = delivered;
      if (services !== null && known !== null && outcome.outcome === 'delivered' && to.tenant !== null) {
        const holder = { platform: 'teams', tenant: to.tenant, userId: to.userId } as const;
        await offerFiles(services, holder, outgoing, (card) =>
          context.sdk.continueConversation(known, async (turn) => void (await turn.send(card))),
        );
      }
      return outcome;
    },
    async post({ address }, outgoing) {
      const place = readPlaceAddress(address);
      if (place === null) return { outcome: 'unreachable', reason: 'no channel is known' };
      if (!context.trusts(place.serviceUrl)) return untrusted;
      const activity = activityOf(outgoing);
      if ('outcome' in activity) return activity;
      const earlier = thread.safeParse(outgoing.replaces).data;
      if (earlier === undefined) return await beginThread(context, place, activity);
      const conversation = { ...place.conversation, id: earlier.conversation };
      return await edit(context, { ...place, conversation }, earlier.activity, activity);
    },
  };
}

const untrusted: Outcome = { outcome: 'refused', reason: 'the service address is not Microsoft’s' };

function activityOf({
  message,
  language,
}: OutgoingMessage): MessageActivity | Extract<Outcome, { outcome: 'refused' }> {
  try {
    return messageActivity(message, language);
  } catch (error) {
    return { outcome: 'refused', reason: error instanceof Error ? error.message : 'the message could not be drawn' };
  }
}

interface Delivery {
  /** The chat that it went to. */
  readonly known: KnownAddress | null;
  readonly outcome: Outcome;
}

async function deliverCard(
  context: GatewayContext,
  address: TeamsAddress,
  outgoing: OutgoingMessage,
): Promise<Delivery> {
  const activity = activityOf(outgoing);
  if ('outcome' in activity) return { known: null, outcome: activity };
  const known = hasConversation(address) ? address : await openConversation(context, address);
  if ('outcome' in known) return { known: null, outcome: known };
  const earlier = sent.safeParse(outgoing.replaces);
  if (earlier.success) return { known: null, outcome: await edit(context, known, earlier.data.activity, activity) };
  const outcome = await post(context, known, activity);
  const isNew = outcome.outcome === 'delivered' && !hasConversation(address);
  return { known, outcome: isNew ? { ...outcome, address: known } : outcome };
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

/** Where messages are written to. */
type Written = KnownAddress | TeamsPlaceAddress;

/** Puts the message in the place of an earlier one. */
async function edit(
  { sdk, clock }: GatewayContext,
  address: Written,
  messageId: string,
  activity: MessageActivity,
): Promise<Outcome> {
  try {
    await sdk.continueConversation(address, async (turn) => await turn.update(messageId, activity));
  } catch (error) {
    return outcomeOfEdit(outcomeOfError(error, clock.now()));
  }
  return { outcome: 'delivered', reference: referenceTo(address, messageId) };
}

function referenceTo({ conversation, serviceUrl }: Written, activity: string | null) {
  return { conversation: conversation.id, activity, serviceUrl };
}

async function beginThread(
  { sdk, clock }: GatewayContext,
  { serviceUrl, bot, conversation }: TeamsPlaceAddress,
  activity: MessageActivity,
): Promise<Outcome> {
  let reference = {};
  try {
    await sdk.continueConversation({ serviceUrl, bot }, async (turn) => {
      const channel = { id: conversation.id, tenant: conversation.tenantId, bot };
      reference = { ...(await turn.createThread(channel, activity)), serviceUrl };
    });
  } catch (error) {
    return outcomeOfError(error, clock.now());
  }
  return { outcome: 'delivered', reference };
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
    reference: referenceTo(address, reference),
  };
}
