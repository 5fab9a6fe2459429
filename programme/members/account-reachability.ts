/** Remembers which accounts cannot be written to, and why. */
import type { AccountIdentity } from '../requests/context.js';
import type { RequestingAccount } from '../requests/request.js';
import type { Services } from '../requests/services.js';
import { identify } from './identify.js';
import { noteSeen } from './seen.js';

/** Nothing is sent to this account until the person writes to the bot again. An unknown account is ignored. Since when stays what it was. */
export async function markUnreachable(services: Services, account: AccountIdentity, reason: string): Promise<void> {
  const { platform, tenant, userId } = account;
  const identity = { platform, tenant, userId };
  await services.database.account.updateMany({ where: identity, data: { unreachableReason: reason } });
  await services.database.account.updateMany({
    where: { ...identity, unreachableSince: null },
    data: { unreachableSince: services.clock.now() },
  });
}

interface MailFault {
  readonly personId: string;
  /** The address that took nothing: where the person has another one by now, that one is not to blame. */
  readonly email: string;
  readonly reason: string;
}

/** No mail is sent to this address any more; the database forgets it once the person has another one. */
export async function markMailFault(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  { personId, email, reason }: MailFault,
): Promise<void> {
  await database.person.updateMany({
    where: { id: personId, email, emailFault: null },
    data: { emailFault: reason, emailFaultSince: clock.now() },
  });
}

/** For events of an account beside its requests, which are noted as they are handled. An unknown account is ignored. */
export async function markReachable({ database, clock }: Services, account: RequestingAccount): Promise<void> {
  const now = clock.now();
  const known = await identify(database, account, now);
  if (known !== null) await noteSeen(database, known, account, now);
}
