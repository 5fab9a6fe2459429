/** The pure rules of a question: whom it is for, and what can be done with it now. */
import type { QuestionState } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseQuestion } from './refuse-question.js';

export const LONGEST_QUESTION = 2_000;
export const LONGEST_ANSWER = 2_500;
export const LONGEST_PASS_NOTE = 500;

/** Of whom is asked: nobody in particular of the secretariat. */
export const SECRETARIAT = 'secretariat';

interface Settled {
  readonly state: QuestionState;
}

/** Who has a question, and where. `adviserId`: who is asked and looks after the company; null: the secretariat. */
interface HeldQuestion {
  readonly programmeId: string;
  readonly adviserId: string | null;
}

/** Whether this person, in this role, is whom it waits for. */
export function isAsked(
  { programmeId, adviserId }: HeldQuestion,
  by: Pick<ActingMember, 'personId' | 'programmeId' | 'role'>,
) {
  if (by.programmeId !== programmeId) return false;
  return adviserId === null ? by.role === 'secretariat' : by.role === 'adviser' && by.personId === adviserId;
}

/** Null where it can be answered, handed over or withdrawn. */
export function refuseSettling({ state }: Settled): Refusal | null {
  if (state === 'waiting') return null;
  return state === 'answered' ? refuseQuestion('already_answered', {}) : refuseQuestion('question_withdrawn', {});
}

/** Null where its answer can be corrected. */
export function refuseCorrecting({ state }: Settled): Refusal | null {
  if (state === 'answered') return null;
  return state === 'waiting' ? refuseQuestion('not_answered', {}) : refuseQuestion('question_withdrawn', {});
}
