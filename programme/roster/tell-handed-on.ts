/** Plans to tell those concerned that a colleague takes over: who leaves, who takes over, and the company's advisers. */
import type { Transaction } from '../../prisma/client.js';
import { type Planned, plan } from '../notifications/plan.js';
import type { HandOn } from './hand-on.js';
import { memberHandedOn, memberReplaced, memberTookOver } from './notifications.js';

/** Who does it knows already. */
export async function tellHandedOn(
  transaction: Transaction,
  { programmeId, companyId, fromId, toId, byId, now }: HandOn,
): Promise<void> {
  const advisers = await transaction.assignment.findMany({
    where: { programmeId, companyId, endedAt: null },
    distinct: ['adviserId'],
    orderBy: { adviserId: 'asc' },
  });
  const told = [
    { kind: memberHandedOn, personId: fromId },
    { kind: memberTookOver, personId: toId },
    ...advisers.map(({ adviserId }) => ({ kind: memberReplaced, personId: adviserId })),
  ].filter(({ personId }) => personId !== byId);
  await plan(
    transaction,
    now,
    told.map(
      ({ kind, personId }): Planned => ({
        key: `${kind.key}:${programmeId}:${fromId}:${toId}:${personId}:${now.getTime()}`,
        ...{ kind, programmeId, personId, subjectId: companyId, data: { from: fromId, to: toId }, dueAt: now },
      }),
    ),
  );
}
