/** The port through which a message reaches a person on one channel; each chat platform implements it. */
import type { Channel, Language } from '../../prisma/client.js';
import type { Message } from '../messages/message.js';
import type { Json } from '../requests/context.js';
import type { Topic } from './kind.js';

/** Where to deliver, as the gateway's channel names it. */
export interface Destination {
  /** Slack's workspace or Microsoft's tenant; null for e-mail. */
  readonly tenant: string | null;
  /** The platform's user, or the e-mail address. */
  readonly userId: string;
  /** What the channel needs beside that to write there. */
  readonly address: unknown;
}

/** A channel or team to write to, as its platform's own side noted it. */
export interface PlaceDestination {
  readonly tenant: string;
  readonly address: unknown;
}

/** What is sent. */
export interface OutgoingMessage {
  readonly message: Message;
  readonly language: Language;
  /** Names the notification, for channels on which it can be looked up later. */
  readonly key: string;
  /** The reference to an earlier message on this channel that this one takes the place of: it is edited, or answered by a mail. */
  readonly replaces?: unknown;
  /** Whom it is for. */
  readonly personId?: string;
  /** What the person would mute to hear no more of this; absent where it is essential. */
  readonly topic?: Topic;
}

/** What became of one attempt. Of `not-sent` and `rate-limited` nothing arrived, so that they may be tried again; of `may-repeat` the platform asks for it. */
export type Outcome =
  /** `address`: a better address learnt on the way, to be kept. */
  | { readonly outcome: 'delivered'; readonly reference: Json; readonly address?: Json }
  /** Nothing was sent; not before `until`. */
  | { readonly outcome: 'rate-limited'; readonly until: Date }
  /** This destination cannot be written to (blocked, gone, app removed); another may. */
  | { readonly outcome: 'unreachable'; readonly reason: string }
  /** Sent, but no answer came: it may have arrived. `reference`: what it would be found by, where that is known before. */
  | { readonly outcome: 'uncertain'; readonly reason: string; readonly reference?: Json }
  /** The platform's own gateway failed and it asks to send once more, although the message may have arrived: the only one that may be there twice. */
  | { readonly outcome: 'may-repeat'; readonly reason: string }
  /** Surely not sent, for a passing cause such as a refused connection; `ours`: it passes once people mend our set-up. */
  | { readonly outcome: 'not-sent'; readonly reason: string; readonly ours?: true }
  /** The platform will never take this message; a fault of ours. */
  | { readonly outcome: 'refused'; readonly reason: string };

/** Whether a message is there that was sent and never acknowledged. */
export type FoundMessage =
  | { readonly found: 'there'; readonly reference: Json }
  /** Everything of that time was looked through. */
  | { readonly found: 'absent' }
  /** The channel could not say. */
  | { readonly found: 'unclear' };

export interface Gateway {
  readonly channel: Channel;
  /** Sends one message; never throws. */
  deliver(to: Destination, outgoing: OutgoingMessage): Promise<Outcome>;
  /** Posts one message where several people read it; never throws. Absent where there is no such place. */
  post?(to: PlaceDestination, outgoing: OutgoingMessage): Promise<Outcome>;
  /** Looks for a message by its key among what was sent between the two times; never throws. Absent where the channel cannot be read. */
  find?(to: Destination, key: string, between: { readonly from: Date; readonly to: Date }): Promise<FoundMessage>;
}

/**
 * What became of an edit, by what became of its request. One that may have arrived may be made again, as the message is the same
 * then; that the message is not there says nothing about the account.
 */
export function outcomeOfEdit(outcome: Exclude<Outcome, { outcome: 'delivered' }>): Outcome {
  if (outcome.outcome === 'uncertain') return { outcome: 'not-sent', reason: outcome.reason };
  return outcome.outcome === 'unreachable' ? { outcome: 'refused', reason: outcome.reason } : outcome;
}

/** A channel without a gateway is not set up in this process: what is to go there waits. */
export type Gateways = Partial<Record<Channel, Gateway>>;
