/** What becomes of assignments where an adviser leaves the programme, or turns out to be one person with another. */
import type { Transaction } from '../../prisma/client.js';
import { withdrawRequestsTo } from '../consultations/handovers/withdraw-requests.js';
import { followAdviser } from '../questions/follow-adviser.js';
import { adviserLeft, adviserWithdrawn } from './notifications.js';
import { tell } from './tell.js';

interface EndAssignments {
  readonly programmeId: string;
  readonly adviserId: string;
  readonly byId: string;
  readonly now: Date;
}

/** Ends all that an adviser has in a programme, so that none comes back to life with a later membership. */
export async function endAssignmentsOf(
  transaction: Transaction,
  { programmeId, adviserId, byId, now }: EndAssignments,
): Promise<void> {
  const assignments = await transaction.assignment.updateManyAndReturn({
    where: { programmeId, adviserId, endedAt: null },
    data: { endedAt: now, endedById: byId },
  });
  await withdrawRequestsTo(transaction, { programmeId, advisers: [{ adviserId }], byId, now });
  await followAdviser(transaction, { programmeId, advisers: [{ adviserId }], now });
  const kinds = { adviser: adviserWithdrawn, participants: adviserLeft };
  await tell(transaction, { assignments, kinds, byId, linkedOnly: false, now });
}

/** What both look after is kept once; the history of both becomes the one person's. */
export async function mergeAssignments(
  transaction: Transaction,
  { fromId, intoId, now }: { readonly fromId: string; readonly intoId: string; readonly now: Date },
): Promise<void> {
  const kept = await transaction.assignment.findMany({ where: { adviserId: intoId, endedAt: null } });
  await transaction.assignment.updateMany({
    where: { adviserId: fromId, endedAt: null, companyId: { in: kept.map(({ companyId }) => companyId) } },
    data: { endedAt: now },
  });
  await transaction.assignment.updateMany({ where: { adviserId: fromId }, data: { adviserId: intoId } });
}
