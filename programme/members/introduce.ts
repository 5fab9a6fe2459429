/** Stores an account that writes for the first time and, where its workspace or tenant is bound, links it by its verified e-mail. */
import { inTransaction } from '../../prisma/client.js';
import type { RequestingAccount } from '../requests/request.js';
import type { Services } from '../requests/services.js';
import type { KnownAccount } from './identify.js';
import { linkAccount } from './link-account.js';
import { findVouchedFor } from './members.sql.js';

/** An account for which no person was found is not looked up again for this long: it spares the platform, and is short enough for someone just put on the roster. */
const LOOK_UP_AGAIN_MILLISECONDS = 60_000;

/** Whether a look-up by e-mail is due for an account without a person. */
export function needsIntroduction(account: KnownAccount, now: Date): boolean {
  if (account.person !== null) return false;
  return account.lookedUpAt === null || now.getTime() - account.lookedUpAt.getTime() >= LOOK_UP_AGAIN_MILLISECONDS;
}

/** Asks the platform outside of any transaction. Where the platform does not answer, the account stays unlinked for now. */
export async function introduce(services: Services, account: RequestingAccount, now: Date): Promise<void> {
  const { platform, tenant, userId } = account;
  const email = await verifiedEmail(services, account);
  await inTransaction(services.database, async (transaction) => {
    const row = await transaction.account.upsert({
      where: { platform_tenant_userId: { platform, tenant, userId } },
      create: { platform, tenant, userId, address: account.address, lastSeenAt: now, lookedUpAt: now },
      update: { lookedUpAt: now },
    });
    // Somebody said that this account is not theirs: its e-mail is no proof any more.
    if (row.personId !== null || row.unlinkedAt !== null || email === null) return;
    const personId = await findVouchedFor(transaction, account, email);
    if (personId !== null) await linkAccount(transaction, { accountId: row.id, personId, grant: null, now });
  });
}

async function verifiedEmail(services: Services, account: RequestingAccount): Promise<string | null> {
  const { platform, tenant } = account;
  const bound = await services.database.binding.count({ where: { platform, tenant } });
  if (bound === 0) return null;
  try {
    return (await account.verifiedEmail())?.toLowerCase() ?? null;
  } catch (error) {
    services.log.warn({ error, platform }, 'a platform did not give an e-mail');
    return null;
  }
}
