/** Links an account to the person to whom an invitation code was issued. */

import type { Invitation, Transaction } from '../../prisma/client.js';
import type { Refusal } from '../requests/refusal.js';
import { hashInvitationCode, readInvitationCode } from './invitation-code.js';
import { linkAccount } from './link-account.js';
import { lockCodeTries } from './members.sql.js';
import { refuseMember } from './refuse-member.js';
import { countWrongCode, refuseWhileLocked } from './wrong-codes.js';

/** How long an account must wait after too many wrong codes. */
const WAIT_MINUTES = 60;

interface LinkByCode {
  readonly accountId: string;
  /** As it was typed. */
  readonly code: string;
  readonly now: Date;
}

/** The person whose account it is from now on. */
export async function linkByCode(
  transaction: Transaction,
  { accountId, code, now }: LinkByCode,
): Promise<{ readonly personId: string } | Refusal> {
  const tries = await lockCodeTries(transaction, accountId);
  if (tries.personId !== null) return refuseMember('already_linked', {});
  const locked = refuseWhileLocked(tries, now);
  if (locked) return locked;
  const invitation = await findInvitation(transaction, code);
  if (invitation !== null && isOpen(invitation)) {
    if (invitation.expiresAt <= now) return refuseMember('code_expired', {}, { field: 'code' });
    const { personId } = invitation;
    if (await useInvitation(transaction, invitation, now)) {
      await linkAccount(transaction, { accountId, personId, now });
      return { personId };
    }
  }
  const wrong = (triesLeft: number) => refuseMember('code_wrong', { triesLeft });
  return await countWrongCode(transaction, tries, { waitMinutes: WAIT_MINUTES, wrong, now });
}

async function findInvitation(transaction: Transaction, typed: string): Promise<Invitation | null> {
  const code = readInvitationCode(typed);
  if (code === null) return null;
  return await transaction.invitation.findUnique({ where: { codeHash: hashInvitationCode(code) } });
}

function isOpen({ usedAt, revokedAt }: Invitation): boolean {
  return usedAt === null && revokedAt === null;
}

/** Only one account can use a code: the one that marks it used. */
async function useInvitation(transaction: Transaction, { id }: Invitation, now: Date): Promise<boolean> {
  const used = await transaction.invitation.updateMany({
    where: { id, usedAt: null, revokedAt: null },
    data: { usedAt: now },
  });
  return used.count === 1;
}
