/** Remembers which accounts cannot be written to, and why. */
import type { AccountIdentity } from '../requests/context.js';
import type { RequestingAccount } from '../requests/request.js';
import type { House } from '../requests/services.js';
import { identify } from './identify.js';
import { noteSeen } from './seen.js';

/** Until the person writes to the bot again, nothing is sent to this account. An account we never met is ignored. */
export async function markUnreachable(house: House, account: AccountIdentity, reason: string): Promise<void> {
  const { platform, tenant, userId } = account;
  await house.database.account.updateMany({
    where: { platform, tenant, userId },
    data: { unreachableReason: reason },
  });
}

/** For what is heard from an account beside its requests, which note it themselves. An account we never met is ignored. */
export async function markReachable({ database, clock }: House, account: RequestingAccount): Promise<void> {
  const known = await identify(database, account);
  if (known !== null) await noteSeen(database, known, account, clock.now());
}
