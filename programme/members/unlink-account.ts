/** Takes an account from the person whose it was; what was done with it stays the person's. */
import type { Transaction } from '../../prisma/client.js';

/** The account must be locked. From now on its e-mail links it to nobody: only a code or the secretariat does. */
export async function unlinkAccount(
  transaction: Transaction,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<void> {
  await transaction.accountGrant.deleteMany({ where: { accountId } });
  await transaction.account.update({
    where: { id: accountId },
    data: { personId: null, linkedAt: null, unlinkedAt: now },
  });
}
