/** Issues an invitation code for one person; a new code ends the person's earlier ones. */
import type { Transaction } from '../../prisma/client.js';
import type { Bilingual } from '../messages/bilingual.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import type { ActingMember } from './acting-member.js';
import { hashInvitationCode, newInvitationCode } from './invitation-code.js';
import { readMemberName } from './queries.js';
import { recordChange } from './record-change.js';

/** How long a code can be used. */
export const VALID_DAYS = 14;

interface InvitePerson {
  readonly personId: string;
  /** In whose programme the person is invited: the code opens what they have there. */
  readonly by: Pick<ActingMember, 'programmeId' | 'personId'>;
  readonly now: Date;
}

export interface IssuedInvitation {
  /** Only here: what is stored is its digest. */
  readonly code: string;
  readonly expiresAt: Date;
  readonly name: Bilingual;
}

/** The person must have a role in the programme. */
export async function invitePerson(
  transaction: Transaction,
  { personId, by: { programmeId, personId: issuedById }, now }: InvitePerson,
): Promise<IssuedInvitation | Refusal> {
  const name = await readMemberName(transaction, programmeId, personId);
  if (name === null) return refuse('not_found', {}, { field: 'person' });
  await transaction.invitation.updateMany({
    where: { personId, programmeId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const code = newInvitationCode();
  const expiresAt = new Date(now.getTime() + VALID_DAYS * 86_400_000);
  await transaction.invitation.create({
    data: { programmeId, personId, issuedById, codeHash: hashInvitationCode(code), createdAt: now, expiresAt },
  });
  await recordChange(transaction, { programmeId, personId, kind: 'invited', byId: issuedById, at: now });
  return { code, expiresAt, name };
}
