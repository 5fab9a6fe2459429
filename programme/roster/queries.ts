/** What screens and use cases read about changes to members: data, without words. */
import type { MemberChangeKind, Transaction } from '../../prisma/client.js';
import { nameIn } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';

/** How many places and places in waitlists people hold in the sessions to come. */
export async function countPlaces(
  transaction: Transaction,
  { programmeId, personId, now }: { readonly programmeId: string; readonly personId: string; readonly now: Date },
): Promise<number> {
  return await transaction.registration.count({
    where: {
      personId,
      state: { in: ['confirmed', 'waiting'] },
      session: { programmeId, startsAt: { gt: now }, state: 'scheduled' },
    },
  });
}

/** Of a participant who may leave: the company, where to look for a colleague, and whether there is none. Null: of no company. */
export async function readLeaving(
  transaction: Transaction,
  { programmeId, personId }: { readonly programmeId: string; readonly personId: string },
) {
  const own = await transaction.membership.findFirst({
    where: { programmeId, personId, role: 'participant', endedAt: null },
    include: { company: true },
  });
  if (own === null || own.company === null) return null;
  const { company } = own;
  const others = await transaction.membership.count({
    where: { programmeId, companyId: company.id, role: 'participant', endedAt: null, personId: { not: personId } },
  });
  const colleagues = { companyId: company.id, roles: ['participant' as const] };
  return { company: nameIn(company), colleagues, isLast: others === 0 };
}

/** What becomes of whom when two people are merged. */
export interface MergeCounts {
  readonly accounts: number;
  readonly registrations: number;
  readonly both: number;
}

export async function countMerge(transaction: Transaction, fromId: string, intoId: string): Promise<MergeCounts> {
  const accounts = await transaction.account.count({ where: { personId: fromId } });
  const registrations = await transaction.registration.count({ where: { personId: fromId } });
  const both = await transaction.registration.count({
    where: { personId: fromId, session: { registrations: { some: { personId: intoId } } } },
  });
  return { accounts, registrations, both };
}

export interface RecordedChange {
  readonly kind: MemberChangeKind;
  readonly at: Date;
  readonly by: Bilingual;
  readonly other: Bilingual | null;
}

/** The latest changes to a person in a programme, those to people merged into them included, the latest first. */
export async function readChanges(
  transaction: Transaction,
  { programmeId, personId, most }: { readonly programmeId: string; readonly personId: string; readonly most: number },
): Promise<readonly RecordedChange[]> {
  const changes = await transaction.memberChange.findMany({
    where: { programmeId, OR: [{ personId }, { person: { mergedIntoId: personId } }, { otherPersonId: personId }] },
    orderBy: [{ at: 'desc' }, { id: 'asc' }],
    take: most,
    include: { by: true, otherPerson: true, person: true },
  });
  return changes.map(({ kind, at, by, otherPerson, person }) => {
    const other = otherPerson?.id === personId ? person : otherPerson;
    return { kind, at, by: nameIn(by), other: other && nameIn(other) };
  });
}
