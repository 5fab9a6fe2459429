/** Links an account to the person to whom an invitation code was issued. */

import type { Invitation, Transaction } from '../../prisma/client.js';
import type { Refusal } from '../requests/refusal.js';
import { hashInvitationCode, readInvitationCode } from './invitation-code.js';
import { grantProgramme, linkAccount } from './link-account.js';
import { lockAccount } from './members.sql.js';
import { recordChange } from './record-change.js';
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

/**
 * The person whose account it is from now on. The account opens what the issuer may give; an account of the person that opens
 * less than all of their roles opens more with a further code.
 */
export async function linkByCode(
  transaction: Transaction,
  { accountId, code, now }: LinkByCode,
): Promise<{ readonly personId: string } | Refusal> {
  const tries = await lockAccount(transaction, accountId);
  if (tries.personId !== null) return await openMore(transaction, { accountId, personId: tries.personId, code, now });
  const locked = refuseWhileLocked(tries, now);
  if (locked) return locked;
  const invitation = await findInvitation(transaction, code);
  if (invitation !== null && isOpen(invitation)) {
    if (invitation.expiresAt <= now) return refuseMember('code_expired', {}, { field: 'code' });
    const { personId, programmeId, issuedById } = invitation;
    if (await useInvitation(transaction, invitation, now)) {
      await linkAccount(transaction, { accountId, personId, grant: { programmeId, issuedById }, now });
      await recordChange(transaction, { programmeId, personId, kind: 'linked', accountId, byId: personId, at: now });
      return { personId };
    }
  }
  const wrong = (triesLeft: number) => refuseMember('code_wrong', { triesLeft });
  return await countWrongCode(transaction, tries, { of: 'account', waitMinutes: WAIT_MINUTES, wrong, now });
}

/** Codes for others are not looked at, so that there is nothing to try. */
async function openMore(
  transaction: Transaction,
  { accountId, personId, code, now }: LinkByCode & { readonly personId: string },
): Promise<{ readonly personId: string } | Refusal> {
  const invitation = await findInvitation(transaction, code);
  const grants = await transaction.accountGrant.findMany({ where: { accountId }, select: { programmeId: true } });
  const opensAll = grants.length === 0;
  const isNews =
    invitation?.personId === personId && !grants.some(({ programmeId }) => programmeId === invitation.programmeId);
  if (invitation === null || opensAll || !isNews || !isOpen(invitation)) return refuseMember('already_linked', {});
  if (invitation.expiresAt <= now) return refuseMember('code_expired', {}, { field: 'code' });
  if (!(await useInvitation(transaction, invitation, now))) return refuseMember('already_linked', {});
  const { programmeId, issuedById } = invitation;
  await grantProgramme(transaction, { accountId, grant: { programmeId, issuedById }, now });
  await recordChange(transaction, { programmeId, personId, kind: 'linked', accountId, byId: personId, at: now });
  return { personId };
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
