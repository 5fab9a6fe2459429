/** Reads what became of a programme's notifications that did not simply arrive. */
import type { Transaction } from '../../prisma/client.js';
import { nameIn } from '../members/queries.js';
import type { Bilingual } from '../messages/bilingual.js';
import { type Page, type PageOf, page } from '../requests/page.js';

/** What people have to look at: whether it arrived is not known, it was given up, or it came too late to be sent. */
export const problemStates = ['unknown', 'failed', 'missed'] as const;
export type ProblemState = (typeof problemStates)[number];

function isProblem(state: string): state is ProblemState {
  return problemStates.some((one) => one === state);
}

export interface UnsettledNotification {
  readonly id: string;
  readonly kind: string;
  readonly state: ProblemState;
  readonly person: Bilingual;
  readonly company: Bilingual | null;
  readonly dueAt: Date;
  readonly latestAt: Date | null;
  readonly settledAt: Date | null;
}

/** What can be decided about first, then the newest. Of an announcement's messages that came too late its status tells. */
export async function readProblems(
  transaction: Transaction,
  programmeId: string,
  window: PageOf,
  states: readonly ProblemState[] = problemStates,
): Promise<Page<UnsettledNotification>> {
  const own = { OR: [{ state: { not: 'missed' as const } }, { bulkId: null }] };
  const where = { programmeId, state: { in: [...states] }, ...own };
  const rows = await transaction.notification.findMany({
    where,
    // In the order of the states' declaration: unknown, failed, missed.
    orderBy: [{ state: 'asc' }, { settledAt: 'desc' }, { id: 'asc' }],
    skip: window.from,
    take: window.size,
    select: {
      ...{ id: true, kind: true, state: true, dueAt: true, latestAt: true, settledAt: true },
      person: {
        select: {
          nameJa: true,
          nameEn: true,
          memberships: { where: { programmeId, endedAt: null }, select: { company: true }, take: 1 },
        },
      },
    },
  });
  const problems = rows.flatMap(({ person, state, ...row }): readonly UnsettledNotification[] => {
    if (!isProblem(state)) return [];
    const company = person.memberships[0]?.company ?? null;
    return [{ ...row, state, person: nameIn(person), company: company && nameIn(company) }];
  });
  return page(problems, await transaction.notification.count({ where }), window);
}
