/** Unlinks an account that a person says is not theirs, and plans to tell the secretariat. */
import type { Transaction } from '../../prisma/client.js';
import { plan } from '../notifications/plan.js';
import type { ActingPerson } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { lockAccount } from './members.sql.js';
import { memberObjected } from './notifications.js';
import { readLinkedAccount } from './queries.js';
import { recordChange } from './record-change.js';
import { refuseMember } from './refuse-member.js';
import { unlinkAccount } from './unlink-account.js';

interface ObjectToAccount {
  /** The account that is said to be somebody else's. */
  readonly accountId: string;
  /** The account that says so: it must have been the person's before. */
  readonly askingId: string;
  readonly by: Pick<ActingPerson, 'id' | 'memberships'>;
  readonly now: Date;
}

/** An account cannot drive out the ones that were there before it, or a stranger's would be as good as the person's own. */
export async function objectToAccount(
  transaction: Transaction,
  { accountId, askingId, by, now }: ObjectToAccount,
): Promise<{ readonly unlinked: true } | Refusal> {
  // In one order, so that two that object to each other do not wait for each other.
  const ids = [...new Set([accountId, askingId])].sort();
  const locked = new Map<string, Awaited<ReturnType<typeof lockAccount>>>();
  for (const id of ids) locked.set(id, await lockAccount(transaction, id));
  const [account, asking] = [locked.get(accountId), locked.get(askingId)];
  if (account?.personId !== by.id || asking?.personId !== by.id) return refuse('not_found', {});
  if ((asking.linkedAt?.getTime() ?? 0) >= (account.linkedAt?.getTime() ?? 0)) {
    return refuseMember('account_is_older', {});
  }
  const grants = await transaction.accountGrant.findMany({ where: { accountId } });
  const known = await readLinkedAccount(transaction, accountId);
  await unlinkAccount(transaction, { accountId, now });
  await transaction.invitation.updateMany({
    where: { personId: by.id, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const programmes = [...new Set([...by.memberships, ...grants].map(({ programmeId }) => programmeId))];
  for (const programmeId of programmes) {
    await recordChange(transaction, {
      ...{ programmeId, personId: by.id, kind: 'objected', accountId, byId: by.id, at: now },
    });
  }
  const secretariat = await transaction.membership.findMany({
    where: { programmeId: { in: programmes }, role: 'secretariat', endedAt: null },
    distinct: ['personId'],
    select: { personId: true, programmeId: true },
  });
  await plan(
    transaction,
    now,
    secretariat.map(({ personId, programmeId }) => ({
      ...{
        key: `member.objected:${accountId}:${now.getTime()}:${personId}`,
        kind: memberObjected,
        programmeId,
        personId,
      },
      ...{ subjectId: null, dueAt: now },
      data: { person: by.id, ...(known?.issuerId != null && { issuer: known.issuerId }) },
    })),
  );
  return { unlinked: true };
}
