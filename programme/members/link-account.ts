/** Links a chat account to a person, and plans the welcome. */
import type { Transaction } from '../../prisma/client.js';
import { plan } from '../notifications/plan.js';
import { memberWelcome } from './welcome.js';

export interface LinkAccount {
  readonly accountId: string;
  readonly personId: string;
  readonly now: Date;
}

/** The account must be unlinked. The welcome goes to this very account, once. */
export async function linkAccount(transaction: Transaction, { accountId, personId, now }: LinkAccount): Promise<void> {
  await transaction.account.update({
    where: { id: accountId },
    data: { personId, linkedAt: now, failedCodes: 0, codesLockedUntil: null },
  });
  await plan(transaction, now, [
    {
      key: `member.welcome:${accountId}:${personId}`,
      kind: memberWelcome,
      programmeId: null,
      personId,
      subjectId: null,
      dueAt: now,
      accountId,
    },
  ]);
}
