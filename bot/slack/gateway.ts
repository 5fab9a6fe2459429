/** Delivers notifications through Slack's Web API and reports the outcome of each. */
import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Message } from '../../programme/messages/message.js';
import {
  type FoundMessage,
  type Gateway,
  type Outcome,
  type OutgoingMessage,
  outcomeOfEdit,
} from '../../programme/notifications/gateway.js';
import { type Clock, systemClock } from '../../programme/requests/context.js';
import type { Services } from '../../programme/requests/services.js';
import { outcomeOfError } from './api-errors.js';
import { type DrawnMessage, messageToBlocks } from './render.js';
import { linkMessage, shareFiles, type Uploader, uploadFiles } from './upload.js';

/** The address of an account: the user, and the direct conversation once it is known. */
const address = z.object({ user: z.string().min(1), channel: z.string().min(1).optional() });
export type SlackAddress = z.infer<typeof address>;

/** The address of a channel. */
const placeAddress = z.object({ channel: z.string().min(1) });
export type SlackPlaceAddress = z.infer<typeof placeAddress>;

/** The reference to a message that was posted. */
const posted = z.object({ channel: z.string().min(1), ts: z.string().min(1) });

/** The metadata under which a notification can be found in the conversation's history. */
const notificationEvent = 'spp_notification';

/**
 * @param clock counts a rate limit's end, which Slack gives in seconds from now
 * @param services where files are kept that a message brings; without it they are offered by their links
 */
export function slackGateway(
  client: WebClient,
  clock: Clock = systemClock,
  services: Pick<Services, 'files' | 'log'> | null = null,
): Gateway {
  const sender: Sender = { client, clock, uploader: services && { ...services, client, clock } };
  return {
    channel: 'slack',
    async deliver(to, outgoing) {
      const read = address.safeParse(to.address);
      const user = read.success ? read.data.user : to.userId;
      const known = read.success ? read.data.channel : undefined;
      const earlier = posted.safeParse(outgoing.replaces);
      if (earlier.success) return await edit(sender, earlier.data, outgoing);
      // The conversation was made anew, for instance after the person's account was restored.
      const outcome = known === undefined ? notFound : await post(sender, known, outgoing);
      if (!isNotFound(outcome)) return outcome;
      // Slack takes a person for their direct conversation and opens it. Opening it apart is held to fifty a minute; who cannot be
      // written to is told apart only there.
      const direct = withAddress(user, await post(sender, user, outgoing));
      if (!isNotFound(direct)) return direct;
      return await openAndPost(sender, user, outgoing);
    },
    async post({ address: place }, outgoing) {
      const read = placeAddress.safeParse(place);
      if (!read.success) return { outcome: 'unreachable', reason: 'no channel is known' };
      const earlier = posted.safeParse(outgoing.replaces);
      return earlier.success
        ? await edit(sender, earlier.data, outgoing)
        : await post(sender, read.data.channel, outgoing);
    },
    find: async (to, key, between) => await findPosted(client, to.address, key, between),
  };
}

const notFound = { outcome: 'unreachable', reason: 'channel_not_found' } as const;

function isNotFound(outcome: Outcome): boolean {
  return outcome.outcome === 'unreachable' && outcome.reason === notFound.reason;
}

/** With the direct conversation that the message went to, for the next one. */
function withAddress(user: string, outcome: Outcome): Outcome {
  if (outcome.outcome !== 'delivered') return outcome;
  const { data } = posted.safeParse(outcome.reference);
  return data === undefined || data.channel === user
    ? outcome
    : { ...outcome, address: { user, channel: data.channel } };
}

/** As many messages as apps outside of Slack's marketplace get of one read (docs.slack.dev/changelog/2025-05-terms-rate-limit-update-and-faq). */
const MOST_READ = 15;

/** What `conversations.history` tells of a message, as far as a notification is found by it. */
const found = z.object({
  ts: z.string().min(1),
  metadata: z.object({ event_type: z.literal(notificationEvent), event_payload: z.object({ key: z.string() }) }),
});

/** In the direct conversation, by the metadata that every notification carries. One read a call. */
async function findPosted(
  client: WebClient,
  known: unknown,
  key: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<FoundMessage> {
  const channel = address.safeParse(known).data?.channel;
  // Where no conversation is known none was opened, or its answer was lost: that nothing is in it cannot be said.
  if (channel === undefined) return { found: 'unclear' };
  try {
    const { messages = [], has_more: hasMore } = await client.conversations.history({
      ...{ channel, oldest: inSeconds(from), latest: inSeconds(to), inclusive: true },
      ...{ limit: MOST_READ, include_all_metadata: true },
    });
    for (const message of messages) {
      const { data } = found.safeParse(message);
      if (data?.metadata.event_payload.key === key) return { found: 'there', reference: { channel, ts: data.ts } };
    }
    return { found: hasMore === true ? 'unclear' : 'absent' };
  } catch {
    return { found: 'unclear' };
  }
}

/** As Slack writes times: seconds with six decimals. */
function inSeconds(instant: Date): string {
  return (instant.getTime() / 1000).toFixed(6);
}

interface Sender {
  readonly client: WebClient;
  readonly clock: Clock;
  readonly uploader: Uploader | null;
}

/** Puts the message in the place of an earlier one. */
async function edit(
  sender: Sender,
  { channel, ts }: z.infer<typeof posted>,
  outgoing: OutgoingMessage,
): Promise<Outcome> {
  const { client, clock } = sender;
  // The file was uploaded beside the earlier message, and is still there.
  const drawn = draw({ ...outgoing, message: withoutFiles(outgoing.message) });
  if ('outcome' in drawn) return drawn;
  try {
    await client.chat.update({ channel, ts, ...drawn, metadata: metadataOf(outgoing) });
    return { outcome: 'delivered', reference: { channel, ts } };
  } catch (error) {
    return outcomeOfEdit(outcomeOfError(error, clock.now()));
  }
}

function withoutFiles(message: Message): Message {
  return { ...message, elements: message.elements.filter(({ kind }) => kind !== 'file') };
}

function metadataOf({ key }: OutgoingMessage) {
  return { event_type: notificationEvent, event_payload: { key } };
}

function draw({ message, language }: OutgoingMessage): DrawnMessage | Extract<Outcome, { outcome: 'refused' }> {
  try {
    return messageToBlocks(message, language);
  } catch (error) {
    return { outcome: 'refused', reason: error instanceof Error ? error.message : 'the message could not be drawn' };
  }
}

async function openAndPost(sender: Sender, user: string, outgoing: OutgoingMessage): Promise<Outcome> {
  const { client, clock } = sender;
  let channel: string | undefined;
  try {
    channel = (await client.conversations.open({ users: user })).channel?.id;
  } catch (error) {
    const outcome = outcomeOfError(error, clock.now());
    // Opening a conversation sends nothing, so trying again is safe in any case.
    return outcome.outcome === 'uncertain' ? { outcome: 'not-sent', reason: outcome.reason } : outcome;
  }
  if (channel === undefined) return { outcome: 'not-sent', reason: 'no conversation was opened' };
  return withAddress(user, await post(sender, channel, outgoing));
}

async function post(sender: Sender, channel: string, outgoing: OutgoingMessage): Promise<Outcome> {
  const { message, language } = outgoing;
  const { client, clock, uploader } = sender;
  const { rest, uploads } = uploader === null ? { rest: message, uploads: [] } : await uploadFiles(uploader, message);
  const drawn = draw({ ...outgoing, message: rest });
  if ('outcome' in drawn) return drawn;
  const send = async (content: DrawnMessage) =>
    await client.chat.postMessage({
      channel,
      ...content,
      metadata: metadataOf(outgoing),
      unfurl_links: false,
      unfurl_media: false,
    });
  let sent: Awaited<ReturnType<typeof send>>;
  try {
    sent = await send(drawn);
  } catch (error) {
    return outcomeOfError(error, clock.now());
  }
  const where = sent.channel ?? channel;
  if (uploader !== null) {
    await shareFiles(
      uploader,
      { channel: where },
      uploads,
      async (element) => await send(messageToBlocks(linkMessage(element), language)),
    );
  }
  return { outcome: 'delivered', reference: { channel: where, ts: sent.ts ?? null } };
}
