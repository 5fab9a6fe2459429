/** By when what is to be handed in: the due date of all companies, and those of companies that have their own. */
import type { Prisma, Transaction } from '../../prisma/client.js';
import { dayText } from '../calendar/business-days.js';
import { contactIn } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
import { instantOf } from '../messages/dates.js';
import { type DeliverableEntry, deliverablesOf } from './queries.js';
import { outstandingStages } from './stages.js';

/** The last minute of the day; null where that zone's calendar leaves it out. */
export function lastMinuteOf(dueOn: string, timeZone: string): Date | null {
  return instantOf(dueOn, '23:59', timeZone);
}

interface DueDate {
  /** The type of deliverable; of a company's own due date its deliverable. */
  readonly id: string;
  /** 2025-03-31 */
  readonly dueOn: string;
}

/** Those from a day on, or the own one of one deliverable. */
export async function readDueDates(
  transaction: Transaction,
  which: { readonly programmeId: string } & ({ readonly since: string } | { readonly deliverableId: string }),
): Promise<readonly DueDate[]> {
  const { programmeId } = which;
  const select = { id: true, dueOn: true } as const;
  const isOne = 'deliverableId' in which;
  const dueOn = isOne ? { not: null } : { gte: new Date(which.since) };
  const own: Prisma.DeliverableWhereInput = { programmeId, dueOn, ...(isOne && { id: which.deliverableId }) };
  const types = isOne ? [] : await transaction.deliverableType.findMany({ where: { programmeId, dueOn }, select });
  const rows = [...types, ...(await transaction.deliverable.findMany({ where: own, select }))];
  return rows.flatMap((row) => (row.dueOn === null ? [] : [{ id: row.id, dueOn: dayText(row.dueOn) }]));
}

/** What a person's company has not handed in, as its people are reminded of it. */
interface Outstanding extends DeliverableEntry {
  readonly dueOn: string;
  readonly timeZone: string;
  readonly contact: Bilingual;
}

/**
 * @param subjectId the type, or the deliverable of a company that has its own due date
 * @returns null where it was handed in, or the due date is no longer this one
 */
export async function readOutstanding(
  transaction: Transaction,
  { personId, subjectId }: { readonly personId: string; readonly subjectId: string },
): Promise<Outstanding | null> {
  const type = await transaction.deliverableType.findFirst({
    where: { OR: [{ id: subjectId }, { deliverables: { some: { id: subjectId } } }] },
    include: { programme: true },
  });
  if (type === null) return null;
  const { programmeId, programme } = type;
  const memberships = await transaction.membership.findMany({
    where: { programmeId, personId, role: 'participant', endedAt: null, companyId: { not: null } },
    select: { companyId: true },
  });
  for (const { companyId } of memberships) {
    if (companyId === null) continue;
    const entries = await deliverablesOf(transaction, { programmeId, companyId });
    const entry = entries.find(({ typeId }) => typeId === type.id);
    if (entry === undefined || entry.dueOn === null || !outstandingStages.includes(entry.stage)) continue;
    if ((entry.isExtended ? entry.id : entry.typeId) !== subjectId) continue;
    return { ...entry, dueOn: entry.dueOn, timeZone: programme.timeZone, contact: contactIn(programme) };
  }
  return null;
}
