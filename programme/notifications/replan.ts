/** Plans anew what a change has moved: what is still to be sent follows the change, and what it made untrue is withdrawn. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';
import type { NotificationKind } from './kind.js';
import { type Planned, plan } from './plan.js';

/** What was planned before: everything of these kinds about this one thing. */
export interface ReplannedSubject {
  readonly programmeId: string | null;
  readonly subjectId: string;
  readonly kinds: readonly NotificationKind[];
}

const heldRows = z.array(
  z.object({
    id: z.uuid(),
    key: z.string(),
    state: z.enum(['pending', 'queued', 'suppressed']),
    dueAt: z.date(),
    data: z.unknown(),
    accountId: z.uuid().nullable(),
    faults: z.int(),
    /** Why a pending row waits longer than it was planned to. */
    reason: z.string().nullable(),
  }),
);
type HeldRow = z.infer<typeof heldRows>[number];

/** A row that is to be sent at another time or with other data than it says. */
interface MovedRow {
  readonly id: string;
  readonly dueAt: Date;
  readonly data: object;
  readonly accountId: string | null;
  readonly faults: number;
  readonly reason: string | null;
}

/**
 * Makes `wanted` all that is still to be sent about the subject, in one transaction with the change. By their keys: rows not
 * wanted any more are suppressed, moved ones get their new time and data, also out of the queue, new ones are planned, and one
 * suppressed earlier is planned again. What was sent, or is being sent at this moment, is left: its composer looks at the truth.
 * The rows are locked until the transaction ends, so that no sender takes one meanwhile as it was.
 * @throws where a wanted row is about something else or of another kind: it would never be found again
 */
export async function replan(
  transaction: Transaction,
  now: Date,
  subject: ReplannedSubject,
  wanted: readonly Planned[],
): Promise<void> {
  const foreign = wanted.find((row) => row.subjectId !== subject.subjectId || !subject.kinds.includes(row.kind));
  if (foreign !== undefined) throw new Error(`${foreign.key} is not of the subject that is planned anew`);
  const held = await lockUnsent(transaction, subject, wanted);
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

/** In the order of their identifiers, so that two who do this at once do not wait for each other. */
async function lockUnsent(
  transaction: Transaction,
  { programmeId, subjectId, kinds }: ReplannedSubject,
  wanted: readonly Planned[],
): Promise<readonly HeldRow[]> {
  const rows: unknown = await transaction.$queryRaw`
    SELECT id, key, state::text AS state, due_at AS "dueAt", data, account_id AS "accountId", faults, reason
    FROM notification
    WHERE subject_id = ${subjectId}::uuid AND kind = ANY(${kinds.map(({ key }) => key)}::text[])
      AND programme_id IS NOT DISTINCT FROM ${programmeId}::uuid
      AND (state IN ('pending', 'queued') OR (state = 'suppressed' AND key = ANY(${wanted.map(({ key }) => key)}::text[])))
    ORDER BY id FOR UPDATE`;
  return heldRows.parse(rows);
}

/** None where the row says it all already. A pause after a failed send is not cut short; a move beyond it ends it. */
function movedBy(row: HeldRow, wanted: Planned): readonly MovedRow[] {
  const pauses = row.state === 'pending' && row.reason !== null && wanted.dueAt < row.dueAt;
  const { dueAt, faults, reason } = pauses ? row : { dueAt: wanted.dueAt, faults: 0, reason: null };
  const data = { ...wanted.data };
  const accountId = wanted.accountId ?? null;
  const isSame =
    row.state !== 'suppressed' &&
    row.dueAt.getTime() === dueAt.getTime() &&
    row.accountId === accountId &&
    isDeepStrictEqual(row.data, data);
  return isSame ? [] : [{ id: row.id, dueAt, data, accountId, faults, reason }];
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
  await transaction.$executeRaw`
    UPDATE notification SET state = 'pending', due_at = moved.due_at, data = moved.data::jsonb, account_id = moved.account_id,
      faults = moved.faults, reason = moved.reason, claimed_until = NULL, settled_at = NULL
    FROM unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[],
      ${moved.map(({ data }) => JSON.stringify(data))}::text[], ${moved.map(({ accountId }) => accountId)}::uuid[],
      ${moved.map(({ faults }) => faults)}::int[], ${moved.map(({ reason }) => reason)}::text[])
      AS moved (id, due_at, data, account_id, faults, reason)
    WHERE notification.id = moved.id`;
  await transaction.$executeRaw`SELECT pg_notify('notifications', '')`;
}
