/** Sends a question to the secretariat or to an adviser of the asker's company, who are told. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import type { Refusal } from '../requests/refusal.js';
import { readAskable } from './queries.js';
import { lockAssignment } from './questions.sql.js';
import { refuseQuestion } from './refuse-question.js';
import { SECRETARIAT } from './rules.js';
import { tellAsked } from './tell-asked.js';
import { refuseText } from './wording.js';

interface AskQuestion {
  /** `SECRETARIAT`, or the identifier of an adviser. */
  readonly to: string;
  readonly question: string;
  readonly by: ActingMember;
  readonly now: Date;
}

interface SentQuestion {
  readonly id: string;
  /** Null: the secretariat. */
  readonly adviserId: string | null;
}

/** Why it cannot be sent; null where it can. */
export async function refuseAsking(
  transaction: Transaction,
  { to, question, by }: Omit<AskQuestion, 'now'>,
): Promise<Refusal | null> {
  const unfit = refuseText(question, 'question');
  if (unfit !== null || to === SECRETARIAT) return unfit;
  const advisers = await readAskable(transaction, by);
  if (advisers.some(({ id }) => id === to)) return null;
  return advisers.length === 0
    ? refuseQuestion('no_adviser', {})
    : refuseQuestion('not_your_adviser', {}, { field: 'to' });
}

export async function askQuestion(transaction: Transaction, asked: AskQuestion): Promise<SentQuestion | Refusal> {
  const refused = await refuseAsking(transaction, asked);
  if (refused !== null) return refused;
  const { to, question, by, now } = asked;
  const { programmeId, companyId, personId } = by;
  const adviserId = to === SECRETARIAT ? null : to;
  // Withdrawn in this moment: nobody would be told of the question.
  if (adviserId !== null && (companyId === null || !(await lockAssignment(transaction, { adviserId, companyId }))))
    return refuseQuestion('not_your_adviser', {}, { field: 'to' });
  const { id } = await transaction.question.create({
    data: { programmeId, companyId, personId, adviserId, askedAt: now },
    select: { id: true },
  });
  await transaction.questionText.create({ data: { questionId: id, askerId: personId, text: question } });
  await tellAsked(transaction, { programmeId, adviserId, byId: personId, now });
  return { id, adviserId };
}
