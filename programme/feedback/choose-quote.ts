/** Chooses what somebody said for the report, with its wording and permission as they are then, and takes such a choice back. */
import type { FeedbackQuote, Language, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { lockFeedback } from './feedback.sql.js';
import { findFeedback, type GivenFeedback, isReportFinal } from './queries.js';
import { refuseFeedback } from './refuse-feedback.js';
import { attributionOf, isSaidIn } from './rules.js';

interface ChooseQuote {
  readonly feedbackId: string;
  /** The person's own words: the comment or a stretch of it. */
  readonly words: string;
  readonly said: Language;
  /** The secretariat's, into the other language; empty while there is none. */
  readonly translation: string;
  readonly by: ActingMember;
  readonly now: Date;
}

/** Why it cannot be quoted now; null where it can. */
export function refuseQuoting({ comment, permission, quote }: GivenFeedback): Refusal | null {
  if (permission === 'no') return refuseFeedback('not_permitted', {}, { field: 'feedback' });
  if (comment === '') return refuseFeedback('nothing_said', {}, { field: 'feedback' });
  if (quote !== null && quote.ended === null) return refuseFeedback('quoted_already', {}, { field: 'feedback' });
  return null;
}

/** May violate `feedback_quote_standing` only if the lock were taken out. */
export async function chooseQuote(
  transaction: Transaction,
  { feedbackId, words, said, translation, by, now }: ChooseQuote,
): Promise<FeedbackQuote | Refusal> {
  const { programmeId } = by;
  await lockFeedback(transaction, programmeId);
  if (await isReportFinal(transaction, programmeId)) return refuseFeedback('final_for_quotes', {});
  const given = await findFeedback(transaction, programmeId, feedbackId);
  if (given === null) return refuse('not_found', {}, { field: 'feedback' });
  const refused = refuseQuoting(given);
  if (refused) return refused;
  if (!isSaidIn(given.comment, words)) return refuseFeedback('not_their_words', {}, { field: 'words' });
  const { sessionId, permission } = given;
  const { ja: byJa, en: byEn } = attributionOf(given);
  return await transaction.feedbackQuote.create({
    data: {
      ...{ programmeId, sessionId, feedbackId, said, words, translation, permission, byJa, byEn },
      ...{ chosenById: by.personId, chosenAt: now },
    },
  });
}

interface DropQuote {
  readonly id: string;
  readonly programmeId: string;
  readonly now: Date;
}

export async function dropQuote(
  transaction: Transaction,
  { id, programmeId, now }: DropQuote,
): Promise<FeedbackQuote | Refusal> {
  await lockFeedback(transaction, programmeId);
  if (await isReportFinal(transaction, programmeId)) return refuseFeedback('final_for_quotes', {});
  const found = await transaction.feedbackQuote.findFirst({ where: { id, programmeId } });
  if (found === null) return refuse('not_found', {});
  if (found.endedAt !== null) return refuseFeedback('quote_over', {});
  return await transaction.feedbackQuote.update({ where: { id }, data: { ended: 'dropped', endedAt: now } });
}
