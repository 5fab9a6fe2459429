/** Remembers which accounts cannot be written to, and why. */
import type { AccountIdentity } from '../context.js';
import type { House } from '../house.js';

/** Until the person writes to the bot again, nothing is sent to this account. An account we never met is ignored. */
export async function markUnreachable(house: House, account: AccountIdentity, reason: string): Promise<void> {
  const { platform, tenant, userId } = account;
  await house.database.account.updateMany({
    where: { platform, tenant, userId },
    data: { unreachableReason: reason },
  });
}
