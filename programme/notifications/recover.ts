/** Takes back notifications that a dead sender, a wiped queue or a fault left hanging, so that none is lost. */
import type { Services } from '../requests/services.js';
import { QUEUED_MILLISECONDS } from './claim.js';
import { type Claimed, extendQueued, recoverLapsed, returnQueued } from './notifications.sql.js';
import { pauseAfterFault } from './pause.js';

/** For how long a sender holds a row that it takes up or renews. */
export const SENDING_MILLISECONDS = 30_000;

/** A living sender renews its rows far more often than this; one that is silent for so long is dead. */
const SILENCE_MILLISECONDS = 10_000;

/** Says that the senders of these rows are alive. */
export async function renewSending(services: Services, ids: readonly string[]): Promise<void> {
  const claimedUntil = new Date(services.clock.now().getTime() + SENDING_MILLISECONDS);
  await services.database.notification.updateMany({
    where: { id: { in: [...ids] }, state: 'sending' },
    data: { claimedUntil },
  });
}

/**
 * Makes rows pending again whose sender died, and returns how many. They may arrive twice and say so (`mayRepeat`): after
 * a crash nothing may be lost. A send that timed out is another matter: it is recorded as unknown and never repeated by
 * itself. Right after a start of the database server nobody counts as silent, as nobody could renew while it was down.
 */
export async function recoverSilent(services: Services): Promise<number> {
  const lapsed = new Date(services.clock.now().getTime() + SENDING_MILLISECONDS - SILENCE_MILLISECONDS);
  return await recoverLapsed(services.database, { lapsed, silenceMilliseconds: SILENCE_MILLISECONDS });
}

/** At most `limit` rows in the queue of which it was not confirmed for a while that the queue still has them. */
export async function findUnconfirmed(services: Services, limit: number): Promise<readonly Claimed[]> {
  return await services.database.notification.findMany({
    where: { state: 'queued', claimedUntil: { lt: services.clock.now() } },
    orderBy: { claimedUntil: 'asc' },
    take: limit,
    select: { id: true, round: true },
  });
}

/** The queue still has these rows, however long they wait in it. */
export async function confirmQueued(services: Services, claimed: readonly Claimed[]): Promise<void> {
  const until = new Date(services.clock.now().getTime() + QUEUED_MILLISECONDS);
  await extendQueued(services.database, claimed, until);
}

/** The queue never had or lost these rows: they are due again at once. Returns how many. */
export async function giveBack(services: Services, claimed: readonly Claimed[]): Promise<number> {
  return await returnQueued(services.database, claimed);
}

/**
 * Delivering broke before anything was sent, for a cause of ours: due again after a pause. However often: once the cause is
 * mended the message goes out, or is suppressed as no longer true.
 * @param state in which this sender has it; in any other one it is another sender's, and would be sent twice
 */
export async function giveBackAfterFault(
  services: Services,
  { id, round }: Claimed,
  state: 'queued' | 'sending',
): Promise<void> {
  const row = await services.database.notification.findUnique({ where: { id }, select: { faults: true } });
  await services.database.notification.updateMany({
    where: { id, round, state },
    data: {
      state: 'pending',
      reason: 'a fault of ours',
      faults: { increment: 1 },
      dueAt: new Date(services.clock.now().getTime() + pauseAfterFault(row?.faults ?? 0)),
      claimedUntil: null,
    },
  });
}
