/** The port by which a reported page is looked at, and what can be seen of it. */
import type { PublicationOutcome } from '../../../prisma/client.js';

/**
 * `shows_title`: it opens and says what the document is called. `shows_no_title`: it opens and does not. `unread`: it opens, and its
 * words cannot be read. `not_reachable`: it does not open. `not_public`: it is no address of the internet, or leads to none.
 */
export interface PageSeen {
  readonly outcome: PublicationOutcome;
  /** As the page's server answered; null where it did not. */
  readonly status: number | null;
}

/** Takes its time, so that no transaction may wait for it. Never throws for what the page does. */
export type LookAtPage = (address: string, titles: readonly string[]) => Promise<PageSeen>;
