/** Moves a company's own due date of a deliverable, and tells the company and its advisers. */
import type { ExtensionState, Transaction } from '../../../prisma/client.js';
import { readAdvisersOf, readPeopleOf } from '../../advisers/queries.js';
import { plan } from '../../notifications/plan.js';
import { recordEvent } from '../record-event.js';
import { dueDateMoved } from './notifications.js';

export interface MoveDueDate {
  readonly deliverableId: string;
  readonly programmeId: string;
  readonly companyId: string;
  /** 2025-04-07 in the programme's zone. */
  readonly until: string;
  readonly state: Extract<ExtensionState, 'granted' | 'by_late_review'>;
  /** The request that is granted; without it one is written down. */
  readonly extensionId?: string;
  /** Words to the company. */
  readonly reason: string;
  /** Null: the app itself, where a review was late. */
  readonly byId: string | null;
  readonly now: Date;
}

/** To be called under the deliverable's lock. */
export async function moveDueDate(transaction: Transaction, asked: MoveDueDate): Promise<void> {
  const { deliverableId, programmeId, companyId, until, state, byId, now } = asked;
  const extensionId = await writeExtension(transaction, asked);
  await transaction.deliverable.update({ where: { id: deliverableId }, data: { dueOn: new Date(until) } });
  await recordEvent(transaction, deliverableId, {
    ...{ kind: 'due_moved', at: now, personId: byId, day: until },
    // What people write stands with the extension.
    reason: state === 'by_late_review' ? state : '',
  });
  const advisers = await readAdvisersOf(transaction, { programmeId, companyId });
  const people = await readPeopleOf(transaction, { programmeId, companyId });
  const told = new Set([...people, ...advisers.map(({ adviser }) => adviser.id)]);
  if (byId !== null) told.delete(byId);
  const kind = dueDateMoved;
  await plan(
    transaction,
    now,
    [...told].map((personId) => ({
      key: `${kind.key}:${extensionId}:${personId}`,
      ...{ kind, programmeId, personId, subjectId: deliverableId, data: { extension: extensionId }, dueAt: now },
    })),
  );
}

async function writeExtension(
  transaction: Transaction,
  { extensionId, deliverableId, programmeId, companyId, state, until, reason: answer, byId, now }: MoveDueDate,
): Promise<string> {
  const decided = { state, until: new Date(until), answer, decidedById: byId, decidedAt: now };
  if (extensionId !== undefined) {
    await transaction.dueExtension.update({ where: { id: extensionId }, data: decided });
    return extensionId;
  }
  const row = await transaction.dueExtension.create({
    data: { deliverableId, programmeId, companyId, askedAt: now, ...decided },
    select: { id: true },
  });
  return row.id;
}
