/** Grants a company hours, or takes back unused ones; its participants are told once. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { type Entry, nameIn } from '../../members/queries.js';
import { replan } from '../../notifications/replan.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { readAvailable, readLedger, sumLedger, writeEntry } from './ledger.js';
import { hoursGranted } from './notifications.js';
import { refuseEntitlement } from './refuse-entitlement.js';

export interface HoursOfCompany {
  readonly company: Entry;
  readonly granted: number;
  readonly left: number;
}

interface GrantHours {
  readonly companyId: string;
  /** Below zero: taken back. */
  readonly hours: number;
  readonly reason: string;
  readonly by: Pick<ActingMember, 'programmeId' | 'personId'>;
  readonly now: Date;
}

/** What a company of the programme has; a guest has nothing, and gets words. */
export async function readHours(
  transaction: Transaction,
  programmeId: string,
  companyId: string,
): Promise<HoursOfCompany | Refusal> {
  const company = await transaction.company.findFirst({ where: { id: companyId, programmeId } });
  if (company === null) return refuse('not_found', {}, { field: 'company' });
  if (company.guest || (await readAvailable(transaction, companyId)) === null) {
    return refuseEntitlement('guest_has_no_hours', {}, { field: 'company' });
  }
  const { granted, left } = sumLedger(await readLedger(transaction, companyId));
  return { company: { id: company.id, name: nameIn(company) }, granted, left };
}

/** Why so many cannot be taken back; null where they can. */
export function refuseHours({ company, left }: HoursOfCompany, hours: number): Refusal | null {
  return left + hours < 0
    ? refuseEntitlement('hours_in_use', { company: company.name, left }, { field: 'hours' })
    : null;
}

/** What the company had before. Hours that are booked meanwhile violate the constraint `entitlement_not_negative`. */
export async function grantHours(
  transaction: Transaction,
  { companyId, hours, reason, by: { programmeId, personId: byId }, now }: GrantHours,
): Promise<HoursOfCompany | Refusal> {
  const had = await readHours(transaction, programmeId, companyId);
  if ('refused' in had) return had;
  const refused = refuseHours(had, hours);
  if (refused !== null) return refused;
  const kind = hours > 0 ? 'granted' : 'revoked';
  const entryId = await writeEntry(transaction, { companyId, kind, hours, bookingId: null, reason, byId, now });
  const members = await transaction.membership.findMany({
    where: { programmeId, companyId, role: 'participant', endedAt: null, personId: { not: byId } },
    select: { personId: true },
  });
  // One notice of several changes in a row: it says what the company has when it is sent.
  await replan(
    transaction,
    now,
    { programmeId, subjectId: companyId, kinds: [hoursGranted] },
    members.map(({ personId }) => ({
      key: `${hoursGranted.key}:${entryId}:${personId}`,
      ...{ kind: hoursGranted, programmeId, personId, subjectId: companyId, dueAt: now },
    })),
  );
  return had;
}
