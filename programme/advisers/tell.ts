/** Plans to tell an adviser and a company's participants that one looks after the other, or no longer does. */
import type { Transaction } from '../../prisma/client.js';
import type { NotificationKind } from '../notifications/kind.js';
import { type Planned, plan } from '../notifications/plan.js';

/** What people are told about an assignment. */
export interface ToldAssignment {
  readonly id: string;
  readonly programmeId: string;
  readonly adviserId: string;
  readonly companyId: string;
}

interface Tell {
  readonly assignments: readonly ToldAssignment[];
  readonly kinds: { readonly adviser: NotificationKind; readonly participants: NotificationKind };
  /** Who did it, and need not be told. */
  readonly byId: string | null;
  /** An import tells nobody who has no account yet: their first overview says it. */
  readonly linkedOnly: boolean;
  readonly now: Date;
}

/** PostgreSQL takes 65,535 parameters per statement. */
const ROWS_PER_STATEMENT = 2_000;

export async function tell(
  transaction: Transaction,
  { assignments, kinds, byId, linkedOnly, now }: Tell,
): Promise<void> {
  if (assignments.length === 0) return;
  const who = linkedOnly ? { person: { accounts: { some: {} } } } : {};
  const companyIds = assignments.map(({ companyId }) => companyId);
  const adviserIds = assignments.map(({ adviserId }) => adviserId);
  const participants = await transaction.membership.findMany({
    where: { ...who, companyId: { in: companyIds }, role: 'participant', endedAt: null },
    select: { personId: true, companyId: true },
  });
  const advisers = await transaction.person.findMany({
    where: { id: { in: adviserIds }, ...who.person },
    select: { id: true },
  });
  const reached = new Set(advisers.map(({ id }) => id));
  const rows = assignments.flatMap((assignment): Planned[] => {
    const row = (kind: NotificationKind, personId: string): Planned => ({
      key: `${kind.key}:${assignment.id}:${personId}`,
      ...{ kind, programmeId: assignment.programmeId, personId, subjectId: assignment.id, dueAt: now },
    });
    const people = participants.filter(({ companyId }) => companyId === assignment.companyId);
    return [
      ...(reached.has(assignment.adviserId) ? [row(kinds.adviser, assignment.adviserId)] : []),
      ...people.map(({ personId }) => row(kinds.participants, personId)),
    ].filter(({ personId }) => personId !== byId);
  });
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await plan(transaction, now, rows.slice(start, start + ROWS_PER_STATEMENT));
  }
}
