/** Plans anew what a change has moved: what is still to be sent follows the change, and what it made untrue is withdrawn. */
import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '../../prisma/client.js';
import type { NotificationKind } from './kind.js';
import { lockUnsent, type MovedRow, type UnsentRow, wakeDispatcher, writeMoved } from './notifications.sql.js';
import { type Planned, plan } from './plan.js';

/** What was planned before: everything of these kinds about this one thing. */
export interface ReplannedSubject {
  readonly programmeId: string | null;
  readonly subjectId: string;
  readonly kinds: readonly NotificationKind[];
  /** Only what these people are told; what everyone is told, unless given. */
  readonly personIds?: readonly string[] | null;
}

/**
 * Makes `wanted` all that is still to be sent about the subject, in one transaction with the change. By their keys: rows not
 * wanted any more are suppressed, moved ones get their new time and data, also out of the queue, new ones are planned, and one
 * suppressed earlier is planned again. What was sent, or is being sent at this moment, is left: its composer looks at the truth.
 * The rows are locked until the transaction ends, so that no sender takes one meanwhile as it was.
 * @throws where a wanted row is about something else, of another kind or to somebody else: it would never be found again
 */
export async function replan(
  transaction: Transaction,
  now: Date,
  subject: ReplannedSubject,
  wanted: readonly Planned[],
): Promise<void> {
  const { subjectId, personIds = null } = subject;
  const isForeign = ({ personId, ...row }: Planned) =>
    row.subjectId !== subjectId ||
    !subject.kinds.includes(row.kind) ||
    (personIds !== null && !personIds.includes(personId));
  const foreign = wanted.find(isForeign);
  if (foreign !== undefined) throw new Error(`${foreign.key} is not of the subject that is planned anew`);
  const held = await lockUnsent(transaction, {
    ...{ ...subject, personIds },
    kinds: subject.kinds.map(({ key }) => key),
    keys: wanted.map(({ key }) => key),
  });
  const wantedByKey = new Map(wanted.map((row) => [row.key, row]));
  const withdrawn: string[] = [];
  const moved: MovedRow[] = [];
  for (const row of held) {
    const next = wantedByKey.get(row.key);
    wantedByKey.delete(row.key);
    if (next === undefined) withdrawn.push(row.id);
    else moved.push(...movedBy(row, next));
  }
  await withdraw(transaction, now, withdrawn);
  await move(transaction, moved);
  await plan(transaction, now, [...wantedByKey.values()]);
}

/** None where the row says it all already. A pause after a failed send is not cut short; a move beyond it ends it. */
function movedBy(row: UnsentRow, wanted: Planned): readonly MovedRow[] {
  const pauses = row.state === 'pending' && row.reason !== null && wanted.dueAt < row.dueAt;
  const { dueAt, faults, reason } = pauses ? row : { dueAt: wanted.dueAt, faults: 0, reason: null };
  const data = { ...wanted.data };
  const { accountId = null, latestAt = null } = wanted;
  const isSame =
    row.state !== 'suppressed' &&
    row.dueAt.getTime() === dueAt.getTime() &&
    row.latestAt?.getTime() === latestAt?.getTime() &&
    row.accountId === accountId &&
    isDeepStrictEqual(row.data, data);
  return isSame ? [] : [{ id: row.id, dueAt, latestAt, data, accountId, faults, reason }];
}

async function withdraw(transaction: Transaction, now: Date, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await transaction.notification.updateMany({
    where: { id: { in: [...ids] } },
    data: { state: 'suppressed', reason: 'a later change took its place', settledAt: now, claimedUntil: null },
  });
}

/** A job of a row that was in the queue finds it there no longer. The dispatcher is woken as by new rows, at the commit. */
async function move(transaction: Transaction, moved: readonly MovedRow[]): Promise<void> {
  if (moved.length === 0) return;
  await writeMoved(transaction, moved);
  await wakeDispatcher(transaction);
}
