/** Finds the participant that a registration is for: the person who acts, or somebody they name. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { reachable, sendsMail } from '../members/reach.js';
import { type Bilingual, inBoth } from '../messages/bilingual.js';
import type { Level } from '../requests/context.js';
import { type Refusal, refuse } from '../requests/refusal.js';

export interface Attendee {
  readonly personId: string;
  readonly companyId: string | null;
  readonly level: Level | null;
  /** Null for the person who acts, whose name the caller knows: a registration of one's own costs no look-up. */
  readonly name: Bilingual | null;
  /** Whether the app can write to them. */
  readonly isReachable: boolean;
}

/**
 * Null where the named person is not a participant of the programme; null also where nobody is named and the person who acts
 * is no participant. Whether the person may name them, who may be of another company, `authorise` has decided.
 */
export async function findAttendee(
  transaction: Transaction,
  by: ActingMember,
  personId: string | undefined,
): Promise<Attendee | null> {
  if ((personId === undefined || personId === by.personId) && by.role === 'participant') {
    return { personId: by.personId, companyId: by.companyId, level: by.level, name: null, isReachable: true };
  }
  if (personId === undefined) return null;
  const found = await transaction.membership.findFirst({
    where: {
      programmeId: by.programmeId,
      personId,
      role: 'participant',
      endedAt: null,
    },
    select: {
      companyId: true,
      level: true,
      // A count is read together with the names, other columns of the accounts would be waited for once more.
      person: {
        select: {
          ...{ nameJa: true, nameEn: true, email: true, emailFault: true },
          _count: { select: { accounts: { where: reachable } } },
        },
      },
    },
  });
  if (found === null) return null;
  const { companyId, level, person } = found;
  const takesMail = person.email !== null && person.emailFault === null;
  const isReachable = person._count.accounts > 0 || (takesMail && (await sendsMail(transaction)));
  return { personId, companyId, level, name: inBoth(person.nameJa, person.nameEn), isReachable };
}

/** Why there is no attendee: nobody is named though the secretariat acts for somebody, or the person is not theirs to name. */
export function refuseAttendee(personId: string | undefined): Refusal {
  return personId === undefined
    ? refuse('field', { problem: 'required' }, { field: 'person' })
    : refuse('not_found', {}, { field: 'person' });
}
