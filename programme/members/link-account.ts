/** Links a chat account to a person, plans the welcome, and plans to tell the person's other accounts. */
import type { Transaction } from '../../prisma/client.js';
import { plan } from '../notifications/plan.js';
import { memberLinked } from './notifications.js';
import { memberWelcome, welcomeKey } from './welcome.js';

/** What an account opens that somebody gave to the person, rather than a workspace that vouches for them as a whole. */
export interface Grant {
  readonly programmeId: string;
  /** Null for codes from before it was recorded who issued them. */
  readonly issuedById: string | null;
}

interface LinkAccount {
  readonly accountId: string;
  readonly personId: string;
  /** Null: the account opens everything that is the person's. */
  readonly grant: Grant | null;
  readonly now: Date;
  /** When the welcome is due, where not at once. */
  readonly welcomeAt?: Date;
}

/** The account must be unlinked and locked. The welcome goes to this very account, once; every other one is told that there is one more. */
export async function linkAccount(
  transaction: Transaction,
  { accountId, personId, grant, now, welcomeAt = now }: LinkAccount,
): Promise<void> {
  await transaction.account.update({
    where: { id: accountId },
    data: { personId, linkedAt: now, unlinkedAt: null, failedCodes: 0, codesLockedUntil: null },
  });
  await transaction.accountGrant.deleteMany({ where: { accountId } });
  if (grant !== null) await grantProgramme(transaction, { accountId, grant, now });
  const others = await transaction.account.findMany({
    where: { personId, id: { not: accountId } },
    select: { id: true },
  });
  const planned = { programmeId: null, personId, subjectId: null, dueAt: now };
  await plan(transaction, now, [
    { ...planned, key: welcomeKey(accountId, personId), kind: memberWelcome, accountId, dueAt: welcomeAt },
    ...others.map(({ id }) => ({
      ...planned,
      key: `member.linked:${accountId}:${now.getTime()}:${id}`,
      kind: memberLinked,
      data: { account: accountId },
      accountId: id,
    })),
  ]);
}

/** The account opens the person's roles in one more programme. */
export async function grantProgramme(
  transaction: Transaction,
  { accountId, grant, now }: { readonly accountId: string; readonly grant: Grant; readonly now: Date },
): Promise<void> {
  await transaction.accountGrant.create({ data: { accountId, ...grant, createdAt: now } });
}
