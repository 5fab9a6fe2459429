/** The port through which a message reaches an account; each chat platform implements it. */
import type { Language, Platform } from '../../prisma/client.js';
import type { Message } from '../messages/message.js';
import type { AccountIdentity, Json } from '../requests/context.js';

/** Where to deliver: the account, with what the platform needs to write to it. */
export interface Destination extends AccountIdentity {
  readonly address: unknown;
}

/** What became of one attempt. Only `not-sent` and `rate-limited` may be tried again without asking: nothing arrived. */
export type Outcome =
  /** `address`: a better address learnt on the way, to be kept. */
  | { readonly outcome: 'delivered'; readonly reference: Json; readonly address?: Json }
  /** Nothing was sent; not before `until`. */
  | { readonly outcome: 'rate-limited'; readonly until: Date }
  /** This account cannot be written to (blocked, gone, app removed); another may. */
  | { readonly outcome: 'unreachable'; readonly reason: string }
  /** Sent, but no answer came: it may have arrived. */
  | { readonly outcome: 'uncertain'; readonly reason: string }
  /** Surely not sent, for a passing cause such as a refused connection; `ours`: it passes once people mend our set-up. */
  | { readonly outcome: 'not-sent'; readonly reason: string; readonly ours?: true }
  /** The platform will never take this message; a fault of ours. */
  | { readonly outcome: 'refused'; readonly reason: string };

export interface Gateway {
  readonly platform: Platform;
  /** Sends one message; never throws. `key` names the notification, for platforms on which it can be looked up later. */
  deliver(to: Destination, message: Message, language: Language, key: string): Promise<Outcome>;
}
