/** Notes that the secretariat told somebody by telephone what could not be delivered. */
import type { Transaction } from '../../prisma/client.js';
import type { Refusal } from '../requests/refusal.js';
import { refuseRoster } from './refuse-roster.js';

interface MarkCalled {
  readonly programmeId: string;
  readonly personId: string;
  readonly byId: string;
  readonly now: Date;
  /** What came to the list after it was shown was not told. */
  readonly until: Date;
}

/** How many notices were told by it. */
export async function markCalled(
  transaction: Transaction,
  { programmeId, personId, byId, now, until }: MarkCalled,
): Promise<{ readonly told: number } | Refusal> {
  const { count } = await transaction.notification.updateMany({
    where: {
      ...{ programmeId, personId, calledAt: null },
      ...{ state: { in: ['unreachable', 'failed'] }, settledAt: { lte: until } },
    },
    data: { calledAt: now, calledById: byId },
  });
  return count === 0 ? refuseRoster('nothing_to_call_for', {}) : { told: count };
}
