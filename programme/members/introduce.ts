/** Stores an account that writes for the first time and, where its workspace or tenant is bound, links it by its verified e-mail. */
import { inTransaction } from '../../prisma/client.js';
import type { IncomingRequest, RequestingAccount } from '../requests/request.js';
import type { Services } from '../requests/services.js';
import type { KnownAccount } from './identify.js';
import { linkAccount } from './link-account.js';
import { findVouchedFor } from './members.sql.js';

/** An account for which no person was found is not looked up again for this long: it spares the platform, and is short enough for someone just put on the roster. */
const LOOK_UP_AGAIN_MILLISECONDS = 60_000;

/** Longer than the reply to the first message takes. */
const WELCOME_WAITS_MILLISECONDS = 60_000;

/** Whether a look-up by e-mail is due for an account without a person. */
export function needsIntroduction(account: KnownAccount, now: Date): boolean {
  if (account.person !== null) return false;
  return account.lookedUpAt === null || now.getTime() - account.lookedUpAt.getTime() >= LOOK_UP_AGAIN_MILLISECONDS;
}

/** Asks the platform outside of any transaction. Where the platform does not answer, the account stays unlinked for now. */
export async function introduce(
  services: Services,
  { account, answeredLater }: Pick<IncomingRequest, 'account' | 'answeredLater'>,
  now: Date,
): Promise<void> {
  const { platform, tenant, userId } = account;
  // A reply that is posted brings the welcome itself; only where it cannot, the welcome comes by itself a little later.
  const welcomeAt = answeredLater ? new Date(now.getTime() + WELCOME_WAITS_MILLISECONDS) : now;
  const found = await verifiedEmail(services, account);
  const email = 'email' in found ? found.email : null;
  const linked = await inTransaction(services.database, async (transaction) => {
    const row = await transaction.account.upsert({
      where: { platform_tenant_userId: { platform, tenant, userId } },
      create: { platform, tenant, userId, address: account.address, lastSeenAt: now, lookedUpAt: now },
      update: { lookedUpAt: now },
    });
    if (row.personId !== null) return true;
    // Somebody said that this account is not theirs: its e-mail is no proof any more.
    if (row.unlinkedAt !== null || email === null) return false;
    const personId = await findVouchedFor(transaction, account, email);
    if (personId !== null) await linkAccount(transaction, { accountId: row.id, personId, grant: null, now, welcomeAt });
    return personId !== null;
  });
  if (linked) return;
  const reason = 'reason' in found ? found.reason : 'nobody on the roster of this workspace or tenant has the e-mail';
  // A set-up that recognises nobody looks like a working one otherwise. The address itself stays out of the log.
  services.log.info({ platform, tenant, reason }, 'somebody is greeted as a stranger');
}

/** The e-mail, or why there is none. */
async function verifiedEmail(
  services: Services,
  account: RequestingAccount,
): Promise<{ readonly email: string } | { readonly reason: string }> {
  const { platform, tenant } = account;
  const bound = await services.database.binding.count({ where: { platform, tenant } });
  if (bound === 0) return { reason: 'no programme is bound to this workspace or tenant' };
  try {
    const email = (await askTwice(account))?.toLowerCase();
    return email ? { email } : { reason: 'the platform vouches for no e-mail' };
  } catch (error) {
    services.log.warn({ error, platform }, 'a platform did not give an e-mail');
    return { reason: 'the platform did not give an e-mail' };
  }
}

/** Once more after a failure: one slow answer would otherwise greet somebody of the programme as a stranger. */
async function askTwice(account: RequestingAccount): Promise<string | null> {
  try {
    return await account.verifiedEmail();
  } catch {
    return await account.verifiedEmail();
  }
}
