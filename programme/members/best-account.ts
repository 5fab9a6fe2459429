/** Chooses where to write to a person who may have several accounts. */
import type { AccountIdentity } from '../requests/context.js';
import type { Services } from '../requests/services.js';

export interface AccountToWrite extends AccountIdentity {
  readonly id: string;
  readonly address: unknown;
}

/** The person's reachable accounts, the one used last first; only `accountId` where it must be that one. */
export async function bestAccounts(
  services: Services,
  personId: string,
  accountId: string | null,
): Promise<readonly AccountToWrite[]> {
  return await services.database.account.findMany({
    where: { personId, unreachableReason: null, ...(accountId && { id: accountId }) },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    select: { id: true, platform: true, tenant: true, userId: true, address: true },
  });
}
