/** Delivers what the queue hands over, keeps its rows held while that takes, and drops nothing when something breaks. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Claimed } from '../programme/notifications/claim.js';
import { deliver, type Gateways } from '../programme/notifications/deliver.js';
import type { Gateway, Outcome } from '../programme/notifications/gateway.js';
import { giveBackAfterFault, recordLate, renewSending } from '../programme/notifications/recover.js';
import type { AccountIdentity } from '../programme/requests/context.js';
import type { House } from '../programme/requests/services.js';

/** How long and how often a send is recorded that the database did not take at first. */
const RECORD_MILLISECONDS = 5 * 60_000;
const RECORD_PAUSE_MILLISECONDS = 500;

type Sent = Extract<Outcome, { outcome: 'delivered' | 'uncertain' }>;

interface Answer {
  readonly to: AccountIdentity;
  readonly outcome: Outcome;
}

export interface Delivery {
  /** Does one job's work. Never rejects: what breaks is logged and the row given back. */
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
export function startDelivery(house: House, gateways: Gateways, renewing: number, dueAgain: () => void): Delivery {
  const inHand = new Map<string, Promise<unknown>>();

  async function renew(): Promise<void> {
    if (inHand.size > 0) await renewSending(house, [...inHand.keys()]);
  }

  const timer = setInterval(() => {
    renew().catch((error: unknown) => house.log.warn({ error }, 'notifications being sent could not be held'));
  }, renewing);

  return {
    async run(claimed) {
      // The same row twice at once in one process: the second job is stale, and must not end the first one's hold.
      if (inHand.has(claimed.id)) return;
      const work = attempt(house, gateways, claimed)
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
async function attempt(house: House, gateways: Gateways, claimed: Claimed): Promise<boolean> {
  const answers: Answer[] = [];
  try {
    await deliver(house, watch(gateways, answers), claimed);
    return answers.some(({ outcome: { outcome } }) => outcome === 'rate-limited' || outcome === 'not-sent');
  } catch (error) {
    house.log.error({ error, notification: claimed.id, round: claimed.round }, 'a delivery broke');
    await afterFault(house, claimed, answers).catch((fault: unknown) => {
      // The sweep finds the row once its job is gone or its sender has been silent for a while.
      house.log.error({ error: fault, notification: claimed.id }, 'a broken delivery could not be given back');
    });
    return true;
  }
}

/** What may have arrived is recorded, whatever it takes; anything else is given back. */
async function afterFault(house: House, claimed: Claimed, answers: readonly Answer[]): Promise<void> {
  for (const { to, outcome } of answers) {
    if (outcome.outcome === 'delivered' || outcome.outcome === 'uncertain') {
      return await keepRecording(house, claimed, to, outcome);
    }
  }
  await giveBackAfterFault(house, claimed);
}

/** It is out; sending it again because the database was away for a moment would be a repetition. */
async function keepRecording(house: House, claimed: Claimed, to: AccountIdentity, outcome: Sent): Promise<void> {
  const end = performance.now() + RECORD_MILLISECONDS;
  for (;;) {
    try {
      return await recordLate(house, claimed, to, outcome);
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(RECORD_PAUSE_MILLISECONDS);
    }
  }
}

/** The same gateways, but every answer is noted. */
function watch(gateways: Gateways, answers: Answer[]): Gateways {
  const watchOne = (gateway: Gateway): Gateway => ({
    platform: gateway.platform,
    async deliver(to, message, language, key) {
      const outcome = await gateway.deliver(to, message, language, key);
      answers.push({ to, outcome });
      return outcome;
    },
  });
  const { slack, teams } = gateways;
  return { ...(slack && { slack: watchOne(slack) }), ...(teams && { teams: watchOne(teams) }) };
}
