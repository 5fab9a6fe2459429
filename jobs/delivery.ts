/** Delivers what the queue hands over and keeps its rows held while that takes. */

import { deliver } from '../programme/notifications/deliver.js';
import type { Gateways } from '../programme/notifications/gateway.js';
import type { Claimed } from '../programme/notifications/notifications.sql.js';
import { renewSending } from '../programme/notifications/recover.js';
import type { Services } from '../programme/requests/services.js';

export interface Delivery {
  /** Does one job's work. Never rejects. */
  run(claimed: Claimed): Promise<void>;
  /** Says of every row in hand that its sender is alive. */
  renew(): Promise<void>;
  /** Resolves as soon as nothing is in hand. */
  settled(): Promise<void>;
  close(): void;
}

/**
 * @param renewing how often to renew, in milliseconds
 * @param dueAgain called after a delivery whose row is due again later
 */
export function startDelivery(
  services: Services,
  gateways: Gateways,
  renewing: number,
  dueAgain: () => void,
): Delivery {
  const inHand = new Map<string, Promise<unknown>>();
  const unknownKinds = new Set<string>();

  async function renew(): Promise<void> {
    if (inHand.size > 0) await renewSending(services, [...inHand.keys()]);
  }

  /** Once for each kind: its rows come back for as long as this version runs. */
  function warnOfUnknown(kind: string): void {
    if (unknownKinds.has(kind)) return;
    unknownKinds.add(kind);
    services.log.warn({ kind }, 'a newer version’s kind of notification waits for a worker that knows it');
  }

  const timer = setInterval(() => {
    renew().catch((error: unknown) => services.log.warn({ error }, 'notifications being sent could not be held'));
  }, renewing);

  return {
    async run(claimed) {
      // The same row twice at once in one process: the second job is stale, and must not end the first one's hold.
      if (inHand.has(claimed.id)) return;
      const work = attempt(services, gateways, claimed, warnOfUnknown)
        .then((again) => again && dueAgain())
        .finally(() => inHand.delete(claimed.id));
      inHand.set(claimed.id, work);
      await work;
    },
    renew,
    async settled() {
      while (inHand.size > 0) await Promise.all(inHand.values());
    },
    close: () => clearInterval(timer),
  };
}

/** Returns whether the row is due again later. */
async function attempt(
  services: Services,
  gateways: Gateways,
  claimed: Claimed,
  warnOfUnknown: (kind: string) => void,
): Promise<boolean> {
  try {
    const result = await deliver(services, gateways, claimed);
    if ('unknownKind' in result && result.unknownKind !== undefined) warnOfUnknown(result.unknownKind);
    return result.state === 'pending';
  } catch (error) {
    // The sweep finds the row once its job is gone or its sender has been silent for a while.
    services.log.error({ error, notification: claimed.id }, 'what became of a delivery could not be recorded');
    return true;
  }
}
