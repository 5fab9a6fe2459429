/** Records what became of a send. What may have arrived is recorded however long that takes. */
import { setTimeout as pause } from 'node:timers/promises';
import type { NotificationState } from '../../prisma/client.js';
import type { Json } from '../requests/context.js';
import type { Services } from '../requests/services.js';
import type { ClaimedNotification } from './claim-for-sending.js';
import type { ChannelDestination } from './destinations.js';
import type { Outcome } from './gateway.js';
import { pauseAfterFault } from './pause.js';
import { pauseTenant } from './pause-tenant.js';
import { writeDelivered } from './sending.sql.js';

/** Failed sends after which a notification that never gets through is left to people: about two hours. */
const MOST_FAULTS = 15;

/** How often a message that may have arrived is sent again, as its platform asks for. */
const MOST_REPETITIONS = 3;

/** What a wait for our set-up counts at most: the pauses no longer grow, and the platform's own faults have tries left. */
const MOST_FAULTS_OF_OURS = 9;

/** How often and after which pauses a send is recorded that the database did not take at first: for five minutes. */
const RECORD_ATTEMPTS = 600;
const RECORD_PAUSE_MILLISECONDS = 500;

/** The message is out, or may be. */
export type SentOutcome = Extract<Outcome, { outcome: 'delivered' | 'uncertain' }>;

/** Nothing arrived this time, and no other destination is to be tried. */
type UnsentOutcome = Exclude<Outcome, SentOutcome | { outcome: 'unreachable' | 'refused' }>;

/** The state that a send left the row in; `pending`: it is due again later. */
export type RecordedState = Exclude<NotificationState, 'queued' | 'sending' | 'suppressed'>;

export function isSent(outcome: Outcome): outcome is SentOutcome {
  return outcome.outcome === 'delivered' || outcome.outcome === 'uncertain';
}

/**
 * Records a message that is out. Sending it again because the database was away for a moment would be a repetition, so that
 * this is tried for minutes.
 * @throws what the database threw last; the row then counts as a dead sender's, and says so when it is sent again
 */
export async function recordSent(
  services: Services,
  notification: ClaimedNotification,
  destination: ChannelDestination,
  outcome: SentOutcome,
): Promise<RecordedState> {
  const record = async (): Promise<RecordedState> => {
    if (outcome.outcome === 'uncertain')
      return await markSettled(services, notification, 'unknown', { destination, ...outcome });
    return await markDelivered(services, notification, destination, outcome);
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await record();
    } catch (error) {
      if (attempt === 1)
        services.log.error({ error, notification: notification.id }, 'a send could not be recorded yet');
      if (attempt === RECORD_ATTEMPTS) throw error;
      await pause(RECORD_PAUSE_MILLISECONDS);
    }
  }
}

/** Records that nothing arrived: due again later, or given up. */
export async function recordUnsent(
  services: Services,
  notification: ClaimedNotification,
  destination: ChannelDestination,
  outcome: UnsentOutcome,
): Promise<RecordedState> {
  const { id, faults } = notification;
  const { reason } = outcome.outcome === 'rate-limited' ? { reason: 'rate limited' } : outcome;
  if (outcome.outcome === 'rate-limited') {
    await pauseTenant(services, destination, outcome.until);
    return await markDueAgain(services, notification, { dueAt: outcome.until, reason, faults });
  }
  if (outcome.outcome === 'may-repeat') {
    if (faults < MOST_REPETITIONS) return await tryAfterPause(services, notification, reason, true);
    return await markSettled(services, notification, 'unknown', { destination, reason });
  }
  if (outcome.ours) return await waitForSetUp(services, notification, reason);
  if (faults < MOST_FAULTS) return await tryAfterPause(services, notification, reason);
  services.log.error({ notification: id, reason }, 'a notification was given up');
  return await markSettled(services, notification, 'failed', { destination, reason });
}

/** However often: once our set-up is mended the message goes out, or is suppressed as no longer true. */
export async function waitForSetUp(
  services: Services,
  notification: ClaimedNotification,
  reason: string,
): Promise<RecordedState> {
  services.log.error({ notification: notification.id, reason }, 'a notification waits until our set-up is mended');
  const faults = Math.min(notification.faults, MOST_FAULTS_OF_OURS);
  return await tryAfterPause(services, { ...notification, faults }, reason);
}

/**
 * A row of a kind that a newer version of the app planned: a worker of that version takes it, or this one asks again after a
 * pause. However often, as the version before an update and after a roll-back both meet such rows.
 */
export async function waitForNewerVersion(
  services: Services,
  { faults, ...row }: Pick<ClaimedNotification, 'id' | 'round' | 'faults'>,
): Promise<RecordedState> {
  return await tryAfterPause(services, { ...row, faults: Math.min(faults, MOST_FAULTS_OF_OURS) }, 'a newer kind');
}

interface Settlement {
  readonly destination?: ChannelDestination;
  readonly reason: string;
  /** What it would be found by, where it may have arrived. */
  readonly reference?: Json;
}

/** Ends the notification in this state. */
export async function markSettled<State extends 'unreachable' | 'unknown' | 'failed'>(
  services: Services,
  { id, round }: ClaimedNotification,
  state: State,
  { destination, reason, reference }: Settlement,
): Promise<State> {
  await services.database.notification.updateMany({
    where: { id, round, state: 'sending' },
    data: {
      state,
      reason,
      settledAt: services.clock.now(),
      claimedUntil: null,
      ...(destination && wentTo(destination)),
      ...(reference !== undefined && { reference }),
    },
  });
  return state;
}

async function markDelivered(
  services: Services,
  { id, round }: ClaimedNotification,
  destination: ChannelDestination,
  { reference, address }: Extract<Outcome, { outcome: 'delivered' }>,
): Promise<'delivered'> {
  await writeDelivered(services.database, {
    ...{ id, round, ...wentTo(destination), reference, now: services.clock.now() },
    ...(address !== undefined && { address }),
  });
  return 'delivered';
}

/** The row names the way that was taken, which need not be the one chosen when it was claimed. */
function wentTo({ channel, tenant, account }: ChannelDestination) {
  return { channel, tenant, accountId: account?.id ?? null };
}

async function tryAfterPause(
  services: Services,
  notification: Pick<ClaimedNotification, 'id' | 'round' | 'faults'>,
  reason: string,
  mayRepeat?: true,
): Promise<RecordedState> {
  const { faults } = notification;
  const dueAt = new Date(services.clock.now().getTime() + pauseAfterFault(faults));
  const again = { dueAt, reason, faults: faults + 1 };
  // Never taken back: what may have arrived once may have, whatever becomes of the next attempt.
  return await markDueAgain(services, notification, { ...again, ...(mayRepeat && { mayRepeat }) });
}

async function markDueAgain(
  services: Services,
  { id, round }: Pick<ClaimedNotification, 'id' | 'round'>,
  again: { readonly dueAt: Date; readonly reason: string; readonly faults: number; readonly mayRepeat?: true },
): Promise<'pending'> {
  await services.database.notification.updateMany({
    where: { id, round, state: 'sending' },
    data: { state: 'pending', paceKey: null, claimedUntil: null, ...again },
  });
  return 'pending';
}
