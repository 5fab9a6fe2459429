/** Hands a question from an adviser to the secretariat, or from the secretariat to an adviser of the asker's company. */
import type { Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { plan } from '../notifications/plan.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { questionPassed } from './notifications.js';
import { readAskable } from './queries.js';
import { lockAssignment, lockQuestion } from './questions.sql.js';
import { refuseQuestion } from './refuse-question.js';
import { isAsked, refuseSettling, SECRETARIAT } from './rules.js';
import { tellAsked } from './tell-asked.js';
import { refuseText } from './wording.js';

interface PassQuestion {
  readonly questionId: string;
  /** `SECRETARIAT`, or the identifier of an adviser. */
  readonly to: string;
  /** For the one who has it then; the asker never sees it. */
  readonly note: string;
  readonly by: ActingMember;
  readonly now: Date;
}

/** Null where it is handed over; the asker is told to whom, and the one who has it now as of any question. */
export async function passQuestion(
  transaction: Transaction,
  { questionId, to, note, by, now }: PassQuestion,
): Promise<Refusal | null> {
  const held = await lockQuestion(transaction, questionId);
  if (held === null || !isAsked(held, by)) return refuse('not_found', {});
  const refused = refuseText(note, 'note') ?? refuseSettling(held);
  if (refused !== null) return refused;
  const { programmeId, companyId, personId } = held;
  const adviserId = to === SECRETARIAT ? null : to;
  if (adviserId === held.adviserId) return refuseQuestion('there_already', {}, { field: 'to' });
  // From one adviser to another it goes by the secretariat, who knows why.
  const others = by.role === 'adviser' ? [] : await readAskable(transaction, { programmeId, companyId });
  const isTheirs = adviserId === null || others.some(({ id }) => id === adviserId);
  // Withdrawn in this moment: it would be left with nobody who was told of it.
  const isKept =
    adviserId === null || (companyId !== null && (await lockAssignment(transaction, { adviserId, companyId })));
  if (!isTheirs || !isKept) {
    return refuseQuestion('not_their_adviser', {}, { field: 'to' });
  }
  // While it is still theirs: afterwards they see nothing of it.
  await transaction.questionPass.create({ data: { questionId, note, byId: by.personId, at: now } });
  await transaction.question.update({ where: { id: questionId }, data: { adviserId } });
  await tellAsked(transaction, { programmeId, adviserId, byId: by.personId, now });
  if (personId !== null) {
    const key = `${questionPassed.key}:${questionId}:${now.getTime()}`;
    const about = { programmeId, personId, subjectId: questionId, dueAt: now };
    await plan(transaction, now, [{ key, kind: questionPassed, ...about }]);
  }
  return null;
}
