/** Delivers one notification: makes its message, sends it through a gateway, records what became of it. */
import { inTransaction, type NotificationState, type Platform } from '../../prisma/client.js';
import { textsFor } from '../locale/texts.js';
import { markUnreachable } from '../members/account-reachability.js';
import { type AccountToWrite, bestAccounts } from '../members/best-account.js';
import type { Message } from '../messages/message.js';
import type { Json } from '../requests/context.js';
import type { House } from '../requests/services.js';
import type { Claimed } from './claim.js';
import { compose } from './compose.js';
import type { Gateway, Outcome } from './gateway.js';
import { isNotificationKind } from './kinds.js';
import { pauseAfterFault } from './pause.js';
import { SENDING_MILLISECONDS } from './recover.js';

export type Gateways = Partial<Record<Platform, Gateway>>;

/** Failed sends after which a notification that never gets through is left to people: about two hours. */
const MOST_FAULTS = 15;

/** What a wait for our set-up counts at most: the pauses no longer grow, and the platform's own faults have tries left. */
const MOST_FAULTS_OF_OURS = 9;

interface Letter {
  readonly id: string;
  readonly key: string;
  readonly personId: string;
  readonly accountId: string | null;
  /** Sends that failed before. */
  readonly faults: number;
  readonly message: Message;
  readonly language: 'ja' | 'en';
}

/**
 * Does one job's work. A job for another round than the row's is stale and does nothing. Only one sender gets the row:
 * whoever moves it from queued to sending.
 */
export async function deliver(house: House, gateways: Gateways, { id, round }: Claimed): Promise<void> {
  const letter = await takeUp(house, id, round);
  if (letter === null) return;
  const accounts = await bestAccounts(house, letter.personId, letter.accountId);
  if (accounts.length === 0) return await settle(house, id, 'unreachable', 'no account can be written to');
  let lastReason = '';
  let unserved: Platform | null = null;
  for (const account of accounts) {
    const gateway = gateways[account.platform];
    if (gateway === undefined) {
      unserved = account.platform;
      continue;
    }
    const outcome = await gateway.deliver(account, letter.message, letter.language, letter.key);
    if (outcome.outcome !== 'unreachable') return await record(house, letter, account, outcome);
    lastReason = outcome.reason;
    await markUnreachable(house, account, outcome.reason);
  }
  // A platform that is not set up here says nothing about the person: the message waits until it is.
  if (unserved !== null) return await ourFault(house, letter, `no gateway for ${unserved}`);
  await settle(house, id, 'unreachable', lastReason);
}

/** Takes the row for sending and makes its message; null when the job is stale or there is nothing to tell any more. */
async function takeUp(house: House, id: string, round: number): Promise<Letter | null> {
  const now = house.clock.now();
  return await inTransaction(house.database, async (transaction) => {
    const taken = await transaction.notification.updateManyAndReturn({
      where: { id, round, state: 'queued' },
      data: { state: 'sending', claimedUntil: new Date(now.getTime() + SENDING_MILLISECONDS) },
      include: { person: true },
    });
    const row = taken[0];
    if (row === undefined) return null;
    const { language, timeZone } = row.person;
    const context = { now, transaction, language, timeZone, texts: textsFor(language) };
    if (!isNotificationKind(row.kind)) throw new Error(`no such kind of notification: ${row.kind}`);
    const message = await compose(row.kind, context, row);
    if (message === null) {
      await transaction.notification.update({
        where: { id },
        data: { state: 'suppressed', reason: 'no longer true', settledAt: now, claimedUntil: null },
      });
      return null;
    }
    return {
      id,
      key: row.key,
      personId: row.personId,
      accountId: row.accountId,
      faults: row.faults,
      message,
      language,
    };
  });
}

async function record(
  house: House,
  letter: Letter,
  account: AccountToWrite,
  outcome: Exclude<Outcome, { outcome: 'unreachable' }>,
): Promise<void> {
  const { id, faults } = letter;
  switch (outcome.outcome) {
    case 'delivered':
      return await delivered(house, id, account, outcome.reference, outcome.address);
    case 'uncertain':
      return await settle(house, id, 'unknown', outcome.reason, account.id);
    case 'refused':
      house.log.error({ notification: id, reason: outcome.reason }, 'a platform refused a notification');
      return await settle(house, id, 'failed', outcome.reason, account.id);
    case 'rate-limited':
      return await tryAgain(house, id, outcome.until, 'rate limited', faults);
    case 'not-sent': {
      if (outcome.ours) return await ourFault(house, letter, outcome.reason);
      if (faults < MOST_FAULTS) return await tryAfterPause(house, letter, outcome.reason);
      house.log.error({ notification: id, reason: outcome.reason }, 'a notification was given up');
      return await settle(house, id, 'failed', outcome.reason, account.id);
    }
  }
}

/** However often: once our set-up is mended the message goes out, or is suppressed as no longer true. */
async function ourFault(house: House, letter: Letter, reason: string): Promise<void> {
  house.log.error({ notification: letter.id, reason }, 'a notification waits until our set-up is mended');
  await tryAfterPause(house, { ...letter, faults: Math.min(letter.faults, MOST_FAULTS_OF_OURS) }, reason);
}

async function tryAfterPause(house: House, { id, faults }: Letter, reason: string): Promise<void> {
  const dueAt = new Date(house.clock.now().getTime() + pauseAfterFault(faults));
  await tryAgain(house, id, dueAt, reason, faults + 1);
}

async function delivered(
  house: House,
  id: string,
  account: AccountToWrite,
  reference: Json,
  address?: Json,
): Promise<void> {
  const now = house.clock.now();
  await house.database.notification.updateMany({
    where: { id, state: 'sending' },
    data: { state: 'delivered', accountId: account.id, reference, reason: null, settledAt: now, claimedUntil: null },
  });
  if (address !== undefined) await house.database.account.update({ where: { id: account.id }, data: { address } });
}

async function settle(
  house: House,
  id: string,
  state: NotificationState,
  reason: string,
  accountId?: string,
): Promise<void> {
  await house.database.notification.updateMany({
    where: { id, state: 'sending' },
    data: { state, reason, settledAt: house.clock.now(), claimedUntil: null, ...(accountId && { accountId }) },
  });
}

/** Nothing arrived: due again later. */
async function tryAgain(house: House, id: string, dueAt: Date, reason: string, faults: number): Promise<void> {
  await house.database.notification.updateMany({
    where: { id, state: 'sending' },
    data: { state: 'pending', dueAt, reason, faults, claimedUntil: null },
  });
}
