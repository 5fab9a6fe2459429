/** Finds what dead senders and a queue that lost its jobs left behind. */

import type { Claimed } from '../programme/notifications/notifications.sql.js';
import { confirmQueued, findUnconfirmed, giveBack, recoverSilent } from '../programme/notifications/recover.js';
import type { Services } from '../programme/requests/services.js';

/** Rows looked up in the queue in one go. One go each time is enough while nothing is lost. */
const BATCH = 500;

/**
 * Makes rows pending again that nobody works on any more; returns how many. A row whose job still waits stays, even for hours.
 * @param findLost which of these rows the queue has no job of
 */
export async function recover(
  services: Services,
  findLost: (claimed: readonly Claimed[]) => Promise<readonly Claimed[]>,
): Promise<number> {
  let recovered = await recoverSilent(services);
  for (;;) {
    const unconfirmed = await findUnconfirmed(services, BATCH);
    if (unconfirmed.length === 0) break;
    const lost = await findLost(unconfirmed);
    const lostIds = new Set(lost.map(({ id }) => id));
    const held = unconfirmed.filter(({ id }) => !lostIds.has(id));
    if (held.length > 0) await confirmQueued(services, held);
    if (lost.length === 0) break;
    recovered += await giveBack(services, lost);
  }
  if (recovered > 0) services.log.warn({ recovered }, 'notifications were left hanging and are due again');
  return recovered;
}
