/** What reports about a deliverable rest on: its stage, and what was reported so far. Data, without words. */
import type { DeliverableEventKind, Transaction } from '../../../prisma/client.js';
import { dayText } from '../../calendar/business-days.js';
import { nameIn } from '../../members/queries.js';
import type { Bilingual } from '../../messages/bilingual.js';
import { type DeliverableEntry, deliverablesOf, readDeliverable } from '../queries.js';
import { stageOf } from '../stages.js';

export interface ReportableDeliverable extends DeliverableEntry {
  readonly id: string;
  readonly company: Bilingual;
  /** The programme's. */
  readonly timeZone: string;
  /** The day of the approval that holds, as 2025-03-20; null where none was reported. */
  readonly approvedOn: string | null;
  readonly events: readonly ReportedEvent[];
}

export interface ReportedEvent {
  readonly kind: DeliverableEventKind;
  readonly draftNumber: number | null;
}

/** Null where there is no such deliverable. */
export async function readReportable(transaction: Transaction, id: string): Promise<ReportableDeliverable | null> {
  const entry = await readDeliverable(transaction, id);
  const row = await transaction.deliverable.findUnique({
    where: { id },
    select: {
      company: { select: { nameJa: true, nameEn: true } },
      programme: { select: { timeZone: true } },
      events: { orderBy: { position: 'asc' } },
    },
  });
  if (entry === null || row === null) return null;
  const approval = row.events.findLast(({ kind }) => kind === 'approved');
  const isApproved = entry.stage === 'approved' || entry.stage === 'published';
  return {
    ...{ ...entry, id, company: nameIn(row.company), timeZone: row.programme.timeZone },
    approvedOn: isApproved && approval?.day ? dayText(approval.day) : null,
    events: row.events.map(({ kind, draftNumber }) => ({ kind, draftNumber })),
  };
}

/** The last report that holds, and the stage without it; null where there is none. */
export function lastReport({ stage, events }: Pick<ReportableDeliverable, 'stage' | 'events'>) {
  if (stage !== 'approved' && stage !== 'published') return null;
  return { what: stage, stage: stageOf([...events, { kind: 'taken_back', draftNumber: null }]) };
}

/** Those of a company that something has happened to. */
export async function begunDeliverables(
  transaction: Transaction,
  about: { readonly programmeId: string; readonly companyId: string },
): Promise<readonly (DeliverableEntry & { readonly id: string })[]> {
  const all = await deliverablesOf(transaction, about);
  return all.flatMap((entry) => (entry.id === null ? [] : [{ ...entry, id: entry.id }]));
}
