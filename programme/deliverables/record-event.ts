/** Records what happened to a deliverable; its stage follows from all that happened. */
import type { DeliverableEventKind, DeliverableStage, Transaction } from '../../prisma/client.js';
import { followDeliverable } from '../reminders/plan-reminders.js';
import { type LockedDeliverable, lockDeliverable, makeDeliverable } from './deliverables.sql.js';
import { outstandingStages, stageOf } from './stages.js';

/** An existing one by its identifier, or the one of a company, which begins with its first event. */
export type WhichDeliverable = string | { readonly typeId: string; readonly companyId: string };

export interface NewDeliverableEvent {
  readonly kind: DeliverableEventKind;
  readonly at: Date;
  /** Of which version; without it about none. */
  readonly draftNumber?: number | null;
  /** Without it the app itself. */
  readonly personId?: string | null;
  /** The day of the approval or the publication, or the new due date: 2025-03-31. */
  readonly day?: string;
  readonly approvedBy?: string;
  readonly url?: string;
  readonly reason?: string;
}

export interface RecordedEvent {
  readonly deliverableId: string;
  /** The stage now, and the one before. */
  readonly stage: DeliverableStage;
  readonly stageBefore: DeliverableStage;
}

/** Locks the deliverable until the transaction ends, so that what is decided about it afterwards rests on what stands. */
export async function holdDeliverable(
  transaction: Transaction,
  which: WhichDeliverable,
  now: Date,
): Promise<LockedDeliverable> {
  const locked =
    typeof which === 'string'
      ? await lockDeliverable(transaction, which)
      : await makeDeliverable(transaction, { ...which, now });
  if (locked === null) throw new Error('there is no such deliverable');
  return locked;
}

/** @throws where there is no such deliverable, or the company and the type belong to two programmes */
export async function recordEvent(
  transaction: Transaction,
  which: WhichDeliverable,
  { kind, at, day, draftNumber = null, personId = null, approvedBy = '', url = '', reason = '' }: NewDeliverableEvent,
): Promise<RecordedEvent> {
  const { id, typeId, programmeId, companyId, stage: stageBefore } = await holdDeliverable(transaction, which, at);
  const events = await transaction.deliverableEvent.findMany({
    where: { deliverableId: id },
    select: { kind: true, draftNumber: true },
    orderBy: { position: 'asc' },
  });
  await transaction.deliverableEvent.create({
    data: {
      ...{ deliverableId: id, programmeId, companyId, position: events.length + 1, kind, draftNumber, personId, at },
      ...{ approvedBy, url, reason, day: day === undefined ? null : new Date(day) },
    },
  });
  const stage = stageOf([...events, { kind, draftNumber }]);
  await transaction.deliverable.update({
    where: { id },
    data: { version: { increment: 1 }, ...(stage !== stageBefore && { stage, stageAt: at }) },
  });
  // Whoever moves the due date has written it before.
  if (kind === 'due_moved' || isOutstanding(stage) !== isOutstanding(stageBefore)) {
    await followDeliverable(transaction, { programmeId, companyId, typeId, deliverableId: id, now: at });
  }
  return { deliverableId: id, stage, stageBefore };
}

function isOutstanding(stage: DeliverableStage): boolean {
  return outstandingStages.includes(stage);
}
