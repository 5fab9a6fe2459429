/** A company reports that a deliverable was approved or published, or takes such a report back; advisers and secretariat are told. */
import type { Transaction } from '../../../prisma/client.js';
import { readAdvisersOf } from '../../advisers/queries.js';
import type { ActingMember } from '../../members/acting-member.js';
import { plan } from '../../notifications/plan.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { holdDeliverable, type NewDeliverableEvent, recordEvent } from '../record-event.js';
import { secretariatOf } from '../tell-secretariat.js';
import { deliverableReported } from './notifications.js';
import { publicUrl } from './public-url.js';
import { lastReport, type ReportableDeliverable, readReportable } from './queries.js';
import { refuseCompletion } from './refuse-completion.js';
import { refuseApproval, refusePublication, refusePublicationDay, refuseReportDay } from './rules.js';

interface Reporting {
  readonly deliverableId: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface ApproveDeliverable extends Reporting {
  /** 2025-03-20 in the programme's zone. */
  readonly day: string;
  /** As the company writes it: a board, a name. */
  readonly approvedBy: string;
}

export interface PublishDeliverable extends Reporting {
  readonly day: string;
  readonly url: string;
}

/** Locked until the transaction ends. */
async function hold(
  transaction: Transaction,
  { deliverableId, by, now }: Reporting,
  { staffToo }: { readonly staffToo: boolean },
): Promise<ReportableDeliverable | Refusal> {
  const seen = await readReportable(transaction, deliverableId);
  if (seen === null || seen.programmeId !== by.programmeId) return refuse('not_found', {});
  const isOwn = by.role === 'participant' && by.companyId === seen.companyId;
  if (!isOwn && !(staffToo && by.role === 'secretariat')) return refuse('not_found', {});
  await holdDeliverable(transaction, deliverableId, now);
  return (await readReportable(transaction, deliverableId)) ?? seen;
}

export async function approveDeliverable(
  transaction: Transaction,
  asked: ApproveDeliverable,
): Promise<ReportableDeliverable | Refusal> {
  const found = await hold(transaction, asked, { staffToo: false });
  if (isRefusal(found)) return found;
  const { day, approvedBy, now } = asked;
  const refused = refuseApproval(found) ?? refuseReportDay(found, day, now);
  if (refused) return refused;
  await report(transaction, found, asked, { kind: 'approved', day, approvedBy });
  return found;
}

export async function publishDeliverable(
  transaction: Transaction,
  asked: PublishDeliverable,
): Promise<ReportableDeliverable | Refusal> {
  const found = await hold(transaction, asked, { staffToo: false });
  if (isRefusal(found)) return found;
  const { day, now } = asked;
  const refused = refusePublication(found) ?? refusePublicationDay(found, day, now);
  if (refused) return refused;
  const url = publicUrl(asked.url);
  if (url === null) return refuseCompletion('not_public', {}, { field: 'url' });
  await report(transaction, found, asked, { kind: 'published', day, url });
  return found;
}

/** The last report that holds: a publication before the approval. */
export async function takeReportBack(
  transaction: Transaction,
  asked: Reporting,
): Promise<ReportableDeliverable | Refusal> {
  const found = await hold(transaction, asked, { staffToo: true });
  if (isRefusal(found)) return found;
  if (lastReport(found) === null) return refuseCompletion('nothing_reported', {});
  await report(transaction, found, asked, { kind: 'taken_back' });
  return found;
}

async function report(
  transaction: Transaction,
  { id: subjectId, programmeId, companyId, events }: ReportableDeliverable,
  { by, now }: Reporting,
  event: Omit<NewDeliverableEvent, 'at' | 'personId'>,
): Promise<void> {
  await recordEvent(transaction, subjectId, { ...event, at: now, personId: by.personId });
  const advisers = await readAdvisersOf(transaction, { programmeId, companyId });
  const secretariat = await secretariatOf(transaction, programmeId, { but: by.personId });
  const kind = deliverableReported;
  // Under the lock no other event has come in between.
  const position = events.length + 1;
  await plan(
    transaction,
    now,
    [...new Set([...advisers.map(({ adviser }) => adviser.id), ...secretariat])].map((personId) => ({
      key: `${kind.key}:${subjectId}:${position}:${personId}`,
      ...{ kind, programmeId, personId, subjectId, data: { what: event.kind, position }, dueAt: now },
    })),
  );
}
