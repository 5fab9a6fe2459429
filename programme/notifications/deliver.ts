/** Delivers one notification: makes its message, sends it through a gateway, records what became of it. */
import type { Channel } from '../../prisma/client.js';
import { markMailFault, markUnreachable } from '../members/account-reachability.js';
import type { Services } from '../requests/services.js';
import { type ClaimedNotification, claimForSending, type NothingToSend } from './claim-for-sending.js';
import { type ChannelDestination, destinationsOf } from './destinations.js';
import type { Gateways, Outcome } from './gateway.js';
import type { Claimed } from './notifications.sql.js';
import { pauseOf, readPause } from './pause-tenant.js';
import {
  isSent,
  markSettled,
  type RecordedState,
  recordSent,
  recordUnsent,
  type SentOutcome,
  waitForNewerVersion,
  waitForSetUp,
} from './record-outcome.js';
import { giveBackAfterFault } from './recover.js';

/** What became of a job: the row's state afterwards (`pending`: due again later), or why nothing was done. */
export type DeliveryResult =
  | NothingToSend
  | {
      readonly state: RecordedState;
      /** Set where only a newer version of the app knows the row's kind. */
      readonly unknownKind?: string;
    };

/** A message that is out and not recorded yet. */
interface Sent {
  readonly notification: ClaimedNotification;
  readonly destination: ChannelDestination;
  readonly outcome: SentOutcome;
}

/**
 * Does one job's work. A job for another round than the row's is stale and does nothing. What breaks before the message is
 * out is logged and given back, to be tried again after a pause.
 * @throws only where the database takes nothing for minutes; the row is then recovered as a dead sender's
 */
export async function deliver(services: Services, gateways: Gateways, claimed: Claimed): Promise<DeliveryResult> {
  let claim: Awaited<ReturnType<typeof claimForSending>>;
  try {
    claim = await claimForSending(services, claimed);
  } catch (error) {
    return await giveBack(services, claimed, error, 'queued');
  }
  if ('state' in claim) return claim;
  let attempt: Sent | DeliveryResult;
  try {
    attempt = await send(services, gateways, claim);
  } catch (error) {
    return await giveBack(services, claimed, error, 'sending');
  }
  // Outside of the attempt: what is out must never be given back as if nothing had been sent.
  if ('state' in attempt) return attempt;
  return { state: await recordSent(services, attempt.notification, attempt.destination, attempt.outcome) };
}

/** @param held how this sender has the row: one that could not even claim it may be beside another that is sending it */
async function giveBack(services: Services, claimed: Claimed, error: unknown, held: 'queued' | 'sending') {
  services.log.error({ error, notification: claimed.id, round: claimed.round }, 'a delivery broke');
  await giveBackAfterFault(services, claimed, held);
  return { state: 'pending' } as const;
}

/** Sends the message; what did not go out is recorded here. */
async function send(
  services: Services,
  gateways: Gateways,
  notification: Exclude<Awaited<ReturnType<typeof claimForSending>>, NothingToSend>,
): Promise<Sent | DeliveryResult> {
  if ('unknownKind' in notification)
    return { state: await waitForNewerVersion(services, notification), unknownKind: notification.unknownKind };
  return await tryDestinations(services, gateways, notification);
}

/**
 * Tries the destinations in their order. The next one is tried only where this one surely took nothing and never will: it
 * cannot be written to, or refuses this message. After a send of which it is unknown whether it arrived no other is tried, as the
 * person would be told twice; nor after what passes by itself, such as a limit.
 */
async function tryDestinations(
  services: Services,
  gateways: Gateways,
  notification: ClaimedNotification,
): Promise<Sent | DeliveryResult> {
  let last: FailedDestination | null = null;
  let unserved: Channel | null = null;
  let attempts = 0;
  for (const destination of destinationsOf(notification, gateways.email !== undefined)) {
    const { channel } = destination;
    const gateway = gateways[channel];
    if (gateway === undefined) {
      unserved = channel;
      continue;
    }
    // What was read with the row is as good as new for the first attempt; an attempt before this one may have taken long.
    const pausedUntil =
      attempts === 0
        ? pauseOf(notification, destination, services.clock.now())
        : await readPause(services, destination);
    attempts += 1;
    const outcome: Outcome =
      pausedUntil === null
        ? await gateway.deliver(destination, notification)
        : { outcome: 'rate-limited', until: pausedUntil };
    if (isSent(outcome)) return { notification, destination, outcome };
    if (!isLeft(outcome)) return { state: await recordUnsent(services, notification, destination, outcome) };
    if (outcome.outcome === 'unreachable') await noteFault(services, notification, destination, outcome.reason);
    else services.log.error({ notification: notification.id, channel, reason: outcome.reason }, REFUSED);
    // Whom a message could not reach counts as not reached, whatever another destination answered to the message.
    if (last?.outcome.outcome !== 'unreachable') last = { destination, outcome };
  }
  // A channel that is not set up here says nothing about the person: the message waits until it is.
  if (unserved !== null) return { state: await waitForSetUp(services, notification, `no gateway for ${unserved}`) };
  return { state: await giveUp(services, notification, last) };
}

const REFUSED = 'a platform refused a notification';

/** One that took nothing and never will. */
interface FailedDestination {
  readonly destination: ChannelDestination;
  readonly outcome: LeftOutcome;
}

type LeftOutcome = Extract<Outcome, { outcome: 'unreachable' | 'refused' }>;

function isLeft(outcome: Outcome): outcome is LeftOutcome {
  return outcome.outcome === 'unreachable' || outcome.outcome === 'refused';
}

/** Nothing is sent there any more: to an account until it is heard from, to an address until it is another one. */
async function noteFault(
  services: Services,
  { personId }: ClaimedNotification,
  { account, userId }: ChannelDestination,
  reason: string,
): Promise<void> {
  if (account !== null) await markUnreachable(services, account, reason);
  else await markMailFault(services, { personId, email: userId, reason });
}

/** Once no destination is left: the secretariat's call list has it, or, where the message itself is refused, the operator too. */
async function giveUp(services: Services, notification: ClaimedNotification, last: FailedDestination | null) {
  if (last === null)
    return await markSettled(services, notification, 'unreachable', { reason: 'no account can be written to' });
  const { destination, outcome } = last;
  if (outcome.outcome === 'unreachable')
    return await markSettled(services, notification, 'unreachable', { reason: outcome.reason });
  return await markSettled(services, notification, 'failed', { destination, reason: outcome.reason });
}
