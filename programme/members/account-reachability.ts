/** Remembers which accounts cannot be written to, and why. */
import type { AccountIdentity } from '../requests/context.js';
import type { RequestingAccount } from '../requests/request.js';
import type { Services } from '../requests/services.js';
import { identify } from './identify.js';
import { noteSeen } from './seen.js';

/** Nothing is sent to this account until the person writes to the bot again. An unknown account is ignored. */
export async function markUnreachable(services: Services, account: AccountIdentity, reason: string): Promise<void> {
  const { platform, tenant, userId } = account;
  await services.database.account.updateMany({
    where: { platform, tenant, userId },
    data: { unreachableReason: reason },
  });
}

/** For events of an account beside its requests, which are noted as they are handled. An unknown account is ignored. */
export async function markReachable({ database, clock }: Services, account: RequestingAccount): Promise<void> {
  const known = await identify(database, account);
  if (known !== null) await noteSeen(database, known, account, clock.now());
}
