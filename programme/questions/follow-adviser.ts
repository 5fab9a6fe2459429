/** What becomes of questions that wait for an adviser who no longer looks after the company, or leaves the programme. */
import type { Transaction } from '../../prisma/client.js';
import { plan } from '../notifications/plan.js';
import { questionPassed } from './notifications.js';
import { passLeftBehind } from './questions.sql.js';
import { tellAsked } from './tell-asked.js';

/** An adviser, of one company or of all where they leave the programme. */
interface LeavingAdviser {
  readonly adviserId: string;
  readonly companyId?: string;
}

interface FollowAdviser {
  readonly programmeId: string;
  readonly advisers: readonly LeavingAdviser[];
  readonly now: Date;
}

/**
 * To be called once the assignments have ended: what waits for these advisers goes to the secretariat, and does not come back with
 * a later assignment. The secretariat and those who asked are told, also who ended it: what waited they could not see before.
 */
export async function followAdviser(
  transaction: Transaction,
  { programmeId, advisers, now }: FollowAdviser,
): Promise<void> {
  if (advisers.length === 0) return;
  const passed = await passLeftBehind(transaction, { programmeId, advisers });
  if (passed.length === 0) return;
  await tellAsked(transaction, { programmeId, adviserId: null, byId: null, now });
  const told = passed.flatMap(({ id: subjectId, personId }) =>
    personId === null
      ? []
      : [
          {
            key: `${questionPassed.key}:${subjectId}:${now.getTime()}`,
            ...{ kind: questionPassed, programmeId, personId, subjectId, dueAt: now },
          },
        ],
  );
  await plan(transaction, now, told);
}
