/** A company takes a version back: what it said is erased with all that was made of it, and the stage falls back to what is left. */
import type { DeliverableStage, Transaction } from '../../prisma/client.js';
import { readAdvisersOf, readPeopleOf } from '../advisers/queries.js';
import { holdDeliverable, recordEvent } from '../deliverables/record-event.js';
import type { ActingMember } from '../members/acting-member.js';
import { plan } from '../notifications/plan.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { eraseDraft } from './erase-draft.js';
import { draftWithdrawn, draftWithdrawnByColleague } from './notifications.js';
import { readSubmittedDraft, readVersions, type SubmittedDraft } from './queries.js';
import { refuseDraft } from './refuse-draft.js';

export interface WithdrawDraft {
  readonly draftId: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface Withdrawal {
  readonly draft: SubmittedDraft;
  readonly stage: DeliverableStage;
}

export async function withdrawDraft(
  transaction: Transaction,
  { draftId, by, now }: WithdrawDraft,
): Promise<Withdrawal | Refusal> {
  const seen = await readSubmittedDraft(transaction, draftId);
  if (seen === null || seen.company.id !== by.companyId) return refuse('not_found', {});
  const { deliverableId } = seen;
  await holdDeliverable(transaction, deliverableId, now);
  const draft = await readSubmittedDraft(transaction, draftId);
  if (draft === null) return refuse('not_found', {});
  if (!draft.isLiving) return refuseDraft('draft_is_gone', draft);
  // What it answered is open again.
  await transaction.commentAnswer.deleteMany({ where: { draftId } });
  await eraseDraft(transaction, draft, now);
  await transaction.draft.update({ where: { id: draftId }, data: { withdrawnAt: now } });
  const left = await readVersions(transaction, { deliverableId }, 1);
  if (left.length === 0) await transaction.draftDeclaration.deleteMany({ where: { deliverableId } });
  const about = { at: now, draftNumber: draft.number, personId: by.personId };
  await recordEvent(transaction, deliverableId, { kind: 'withdrawn', ...about });
  const { stage } = await recordEvent(transaction, deliverableId, { kind: 'erased', ...about });
  await tell(transaction, draft, { by, now });
  return { draft, stage };
}

async function tell(
  transaction: Transaction,
  { id: subjectId, company }: SubmittedDraft,
  { by, now }: Pick<WithdrawDraft, 'by' | 'now'>,
): Promise<void> {
  const { programmeId, personId } = by;
  const where = { programmeId, companyId: company.id };
  const advisers = await readAdvisersOf(transaction, where);
  const people = await readPeopleOf(transaction, where);
  const told = [
    ...advisers.map(({ adviser }) => ({ kind: draftWithdrawn, personId: adviser.id })),
    ...people.filter((id) => id !== personId).map((id) => ({ kind: draftWithdrawnByColleague, personId: id })),
  ];
  await plan(
    transaction,
    now,
    told.map((one) => ({
      ...{ ...one, key: `${one.kind.key}:${subjectId}:${one.personId}`, programmeId, subjectId, data: {}, dueAt: now },
    })),
  );
}
