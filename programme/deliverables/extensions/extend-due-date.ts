/** A company asks for more time, or the secretariat gives it unasked. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { plan } from '../../notifications/plan.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { holdDeliverable } from '../record-event.js';
import { secretariatOf } from '../tell-secretariat.js';
import { moveDueDate } from './move-due-date.js';
import { extensionAsked } from './notifications.js';
import { type ExtendableDeliverable, readExtendable } from './queries.js';
import { refuseExtension } from './refuse-extension.js';
import { refuseExtending, refuseUntil } from './rules.js';

export interface ExtendDueDate {
  readonly typeId: string;
  readonly companyId: string;
  /** 2025-04-07 in the programme's zone. */
  readonly until: string;
  readonly reason: string;
  readonly by: ActingMember;
  readonly now: Date;
}

/** Two of a company who ask at once violate `due_extension_asked_once` where the lock did not keep them apart. */
export async function extendDueDate(
  transaction: Transaction,
  { typeId, companyId, until, reason, by, now }: ExtendDueDate,
): Promise<ExtendableDeliverable | Refusal> {
  const { programmeId, personId, role } = by;
  const isOwn = role === 'participant' && by.companyId === companyId;
  if (!isOwn && role !== 'secretariat') return refuse('not_found', {});
  const about = { programmeId, companyId, typeId };
  if ((await readExtendable(transaction, about)) === null) return refuse('not_found', {});
  const { id: deliverableId } = await holdDeliverable(transaction, { typeId, companyId }, now);
  const found = await readExtendable(transaction, about);
  if (found === null) return refuse('not_found', {});
  const refused = refuseExtending(found) ?? refuseUntil(found, until, now);
  if (refused) return refused;
  const asked = await transaction.dueExtension.findFirst({ where: { deliverableId, state: 'asked' } });
  if (role === 'secretariat') {
    // What the company had asked for is answered with it.
    const extensionId = asked === null ? {} : { extensionId: asked.id };
    await moveDueDate(transaction, {
      ...{ deliverableId, programmeId, companyId, until, state: 'granted', reason, byId: personId, now },
      ...extensionId,
    });
    return found;
  }
  if (asked !== null) return refuseExtension('asked_already', {});
  const { id } = await transaction.dueExtension.create({
    data: {
      ...{ deliverableId, programmeId, companyId, state: 'asked', until: new Date(until), reason },
      ...{ askedById: personId, askedAt: now },
    },
    select: { id: true },
  });
  const secretariat = await secretariatOf(transaction, programmeId);
  await plan(
    transaction,
    now,
    secretariat.map((secretaryId) => ({
      key: `${extensionAsked.key}:${id}:${secretaryId}`,
      ...{ kind: extensionAsked, programmeId, personId: secretaryId, subjectId: id, dueAt: now },
    })),
  );
  return found;
}
