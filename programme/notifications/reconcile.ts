/** Looks on the channels whether messages arrived whose sends were never answered, so that people need not ask. */
import { bestAccounts } from '../members/best-account.js';
import type { Services } from '../requests/services.js';
import type { FoundMessage, Gateways } from './gateway.js';
import { wakeDispatcher } from './notifications.sql.js';

/** From when to when the message may have been sent: a sender may take half a minute, and two clocks differ. */
const BEFORE_MILLISECONDS = 120_000;
const AFTER_MILLISECONDS = 60_000;

/** For how long it is looked: a conversation's history is not kept for ever, and a late look helps nobody. */
const WITHIN_MILLISECONDS = 86_400_000;

/**
 * Looks up the longest unknown notification of each channel that can be read: one read, since Slack allows one a minute. What is
 * there counts as delivered; what is surely not is due again; about the rest people decide.
 * @returns how many rows are settled now
 */
export async function reconcileUnknown(services: Services, gateways: Gateways): Promise<number> {
  let settled = 0;
  for (const gateway of [gateways.slack, gateways.teams, gateways.email]) {
    if (gateway?.find === undefined) continue;
    const row = await nextUnknown(services, gateway.channel);
    if (row === null) continue;
    const { id, key, personId, accountId, settledAt } = row;
    const [account] = accountId === null ? [] : await bestAccounts(services, personId, accountId);
    const between = {
      from: new Date(settledAt.getTime() - BEFORE_MILLISECONDS),
      to: new Date(settledAt.getTime() + AFTER_MILLISECONDS),
    };
    const found: FoundMessage =
      account === undefined ? { found: 'unclear' } : await gateway.find(account, key, between);
    settled += await record(services, id, found);
  }
  return settled;
}

async function nextUnknown({ database, clock }: Services, channel: 'slack' | 'teams' | 'email') {
  const since = new Date(clock.now().getTime() - WITHIN_MILLISECONDS);
  const row = await database.notification.findFirst({
    where: { state: 'unknown', channel, lookedUpAt: null, settledAt: { gte: since } },
    orderBy: [{ settledAt: 'asc' }, { id: 'asc' }],
    select: { id: true, key: true, personId: true, accountId: true, settledAt: true },
  });
  return row?.settledAt == null ? null : { ...row, settledAt: row.settledAt };
}

/** Only what is still unknown: people may have decided meanwhile. */
async function record({ database, clock, log }: Services, id: string, found: FoundMessage): Promise<number> {
  const lookedUpAt = clock.now();
  const where = { id, state: 'unknown' } as const;
  if (found.found === 'unclear') {
    await database.notification.updateMany({ where, data: { lookedUpAt } });
    return 0;
  }
  if (found.found === 'there') {
    const data = { state: 'delivered', reason: null, reference: found.reference, lookedUpAt } as const;
    return (await database.notification.updateMany({ where, data })).count;
  }
  const again = {
    state: 'pending',
    reason: 'did not arrive',
    dueAt: lookedUpAt,
    settledAt: null,
    paceKey: null,
  } as const;
  const { count } = await database.notification.updateMany({ where, data: { ...again, lookedUpAt } });
  if (count > 0) await wakeDispatcher(database);
  log.info({ notification: id }, 'a send that was never answered did not arrive and is due again');
  return count;
}
