/** The secretariat grants a request for more time, or refuses it with a reason; it is decided once. */
import type { Transaction } from '../../../prisma/client.js';
import { readPeopleOf } from '../../advisers/queries.js';
import type { ActingMember } from '../../members/acting-member.js';
import { plan } from '../../notifications/plan.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { holdDeliverable } from '../record-event.js';
import { moveDueDate } from './move-due-date.js';
import { extensionRefused } from './notifications.js';
import { type ExtensionEntry, readExtension } from './queries.js';
import { refuseExtension } from './refuse-extension.js';

export interface DecideExtension {
  readonly extensionId: string;
  readonly granted: boolean;
  /** Words to the company; a refusal needs some. */
  readonly answer: string;
  readonly by: ActingMember;
  readonly now: Date;
}

/** Of two who decide at once the second finds it decided, under the deliverable's lock. */
export async function decideExtension(
  transaction: Transaction,
  { extensionId, granted, answer, by, now }: DecideExtension,
): Promise<ExtensionEntry | Refusal> {
  const seen = await readExtension(transaction, extensionId);
  const { programmeId, personId } = by;
  if (seen === null || seen.programmeId !== programmeId || by.role !== 'secretariat') return refuse('not_found', {});
  const { deliverableId, companyId } = seen;
  await holdDeliverable(transaction, deliverableId, now);
  const asked = await readExtension(transaction, extensionId);
  if (asked?.state !== 'asked') return refuseExtension('decided_already', {});
  if (!granted && answer === '') return refuseExtension('refuse_needs_reason', {}, { field: 'answer' });
  if (granted) {
    const about = { deliverableId, programmeId, companyId, extensionId, reason: answer, byId: personId, now };
    await moveDueDate(transaction, { ...about, until: asked.until, state: 'granted' });
    return asked;
  }
  await transaction.dueExtension.update({
    where: { id: extensionId },
    data: { state: 'refused', answer, decidedById: personId, decidedAt: now },
  });
  const people = await readPeopleOf(transaction, { programmeId, companyId });
  await plan(
    transaction,
    now,
    people.map((participantId) => ({
      key: `${extensionRefused.key}:${extensionId}:${participantId}`,
      ...{ kind: extensionRefused, programmeId, personId: participantId, subjectId: extensionId, dueAt: now },
    })),
  );
  return asked;
}
