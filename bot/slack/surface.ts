/** The place in Slack at which a request came in and its reply is shown. */
import type { Message } from '../../programme/messages/message.js';
import type { Language } from '../../programme/requests/context.js';
import type { RequestResult } from '../../programme/requests/request.js';
import type { Source } from './source.js';

/** The surface of one request. Each method may throw the errors of Slack's Web API. */
export interface Surface {
  /** The name in the log. */
  readonly name: string;
  /** A change made here is drawn on Home at once, because Home may lie under the modal. */
  readonly redrawsHome?: true;
  /**
   * Set where the reply is shown in a modal, which is gone once it is closed: the message whose button led to it, or null
   * where it came from Home or a command.
   */
  readonly source?: Source | null;
  /** Acknowledges Slack's request if nothing has done so yet. */
  acknowledge(): Promise<unknown>;
  /** Acknowledges a request whose reply takes longer than Slack waits, and shows that where there is a place for it; of an event it shows it alone. */
  working(): Promise<unknown>;
  /**
   * Shows the reply. `late`: `working` was called before.
   * @throws NotSent where Slack surely did not take it
   */
  show(result: RequestResult, late: boolean): Promise<void>;
  apologise(apology: Message, language: Language): Promise<unknown>;
}

/** How every surface of an event acknowledges: not at all, because an event is acknowledged when it has been handled. */
export const acknowledgedWhenHandled = {
  async acknowledge() {},
  async working() {},
} satisfies Partial<Surface>;

/** An acknowledgement that goes out once: false when it had gone before. */
export function acknowledgeOnce<Body>(ack: (body?: Body) => Promise<void>): (body?: Body) => Promise<boolean> {
  let acknowledged = false;
  return async (body) => {
    if (acknowledged) return false;
    acknowledged = true;
    await ack(body);
    return true;
  };
}

/** Slack's acknowledgement of a request that carries nothing. */
export type Acknowledge = () => Promise<void>;
