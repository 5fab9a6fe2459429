/** Takes what somebody who came to a session says about it; said again it replaces what was said before. */
import type { Feedback, FeedbackQuote, QuotePermission, Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { nameIn } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
import { plan } from '../notifications/plan.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { lockFeedback } from './feedback.sql.js';
import { feedbackQuoteEnded } from './notifications.js';
import { isReportFinal } from './queries.js';
import { refuseFeedback } from './refuse-feedback.js';
import { outdatedBy } from './rules.js';

interface AnswerFeedback {
  readonly sessionId: string;
  readonly rating: number;
  readonly comment: string;
  readonly permission: QuotePermission;
  /** Under which name; looked at only where the permission is by name. */
  readonly shownAs: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface AnsweredFeedback {
  readonly session: Session;
  /** 'withdrawn': the report is final, and only the permission to quote was taken back. */
  readonly what: 'first' | 'replaced' | 'withdrawn';
}

/** Why somebody cannot answer about a session now; null where they can. */
export async function refuseAnswering(
  transaction: Transaction,
  session: Session,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<Refusal | null> {
  if (session.state === 'called_off' || session.endsAt > now)
    return refuseFeedback('not_over', {}, { field: 'session' });
  const came = { sessionId: session.id, personId, present: true, supersededAt: null };
  const isThere = (await transaction.attendance.count({ where: came })) > 0;
  return isThere ? null : refuseFeedback('did_not_come', {}, { field: 'session' });
}

export async function answerFeedback(
  transaction: Transaction,
  asked: AnswerFeedback,
): Promise<AnsweredFeedback | Refusal> {
  const { sessionId, rating, comment, permission, by, now } = asked;
  const { programmeId, personId } = by;
  await lockFeedback(transaction, programmeId);
  const session = await transaction.session.findFirst({ where: { id: sessionId, programmeId } });
  if (session === null) return refuse('not_found', {}, { field: 'session' });
  const refused = await refuseAnswering(transaction, session, { personId, now });
  if (refused) return refused;
  const shownAs = permission === 'name' ? asked.shownAs : '';
  if (permission === 'name' && shownAs === '') return refuseFeedback('name_missing', {}, { field: 'shownAs' });
  const known = await transaction.feedback.findUnique({ where: { sessionId_personId: { sessionId, personId } } });
  const said = { rating, comment, permission, shownAs, changedAt: now };
  if (known === null) {
    await transaction.feedback.create({
      data: { ...said, programmeId, sessionId, personId, companyId: by.companyId, answeredAt: now },
    });
    return { session, what: 'first' };
  }
  if (await isReportFinal(transaction, programmeId))
    return await withdrawPermission(transaction, { known, session, permission, now });
  const { company, ...saved } = await transaction.feedback.update({
    where: { id: known.id },
    data: said,
    include: { company: true },
  });
  await endOutdated(transaction, saved, { company: company && nameIn(company), now });
  return { session, what: 'replaced' };
}

interface WithdrawPermission {
  readonly known: Feedback;
  readonly session: Session;
  readonly permission: QuotePermission;
  readonly now: Date;
}

/** Once the report is final nothing is replaced, but that somebody no longer wants to be quoted is kept and told. */
async function withdrawPermission(
  transaction: Transaction,
  { known, session, permission, now }: WithdrawPermission,
): Promise<AnsweredFeedback | Refusal> {
  if (permission !== 'no' || known.permission === 'no')
    return refuseFeedback('report_final', {}, { field: 'permission' });
  await transaction.feedback.update({
    where: { id: known.id },
    data: { permission: 'no', shownAs: '', changedAt: now },
  });
  const standing = await transaction.feedbackQuote.findFirst({ where: { feedbackId: known.id, endedAt: null } });
  if (standing !== null) await tellSecretariat(transaction, standing, now);
  return { session, what: 'withdrawn' };
}

/** What was quoted in other words, or is permitted otherwise now, is quoted no longer. */
async function endOutdated(
  transaction: Transaction,
  feedback: Feedback,
  { company, now }: { readonly company: Bilingual | null; readonly now: Date },
): Promise<void> {
  const standing = await transaction.feedbackQuote.findFirst({ where: { feedbackId: feedback.id, endedAt: null } });
  const ended = standing && outdatedBy(standing, { ...feedback, company });
  if (standing === null || ended === null) return;
  await transaction.feedbackQuote.update({ where: { id: standing.id }, data: { ended, endedAt: now } });
  await tellSecretariat(transaction, standing, now);
}

/** All of it: who chose the quote may be away, or have left, while the report is written. */
async function tellSecretariat(
  transaction: Transaction,
  { id, programmeId, sessionId: subjectId }: Pick<FeedbackQuote, 'id' | 'programmeId' | 'sessionId'>,
  now: Date,
): Promise<void> {
  const members = await transaction.membership.findMany({
    where: { programmeId, role: 'secretariat', endedAt: null },
    select: { personId: true },
    orderBy: { personId: 'asc' },
  });
  await plan(
    transaction,
    now,
    members.map(({ personId }) => ({
      ...{ key: `feedback.quote-ended:${id}:${personId}`, kind: feedbackQuoteEnded, data: { quote: id }, dueAt: now },
      ...{ programmeId, personId, subjectId },
    })),
  );
}
