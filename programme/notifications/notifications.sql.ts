/** The raw SQL on notifications: what is taken back, the lock under which rows are planned anew, and many rows at once. */
import { z } from 'zod';
import {
  executePipelined,
  NotificationState,
  Prisma,
  type PrismaClient,
  type Transaction,
} from '../../prisma/client.js';

const claimedRow = z.object({ id: z.uuid(), round: z.int() });

/** One row handed to the queue. The round makes the job's id new each time the row is handed over. */
export type Claimed = Readonly<z.infer<typeof claimedRow>>;

/**
 * Makes rows pending again that are being sent and were to be renewed before `lapsed`, and returns how many; none while the
 * database server has been up for less than `silenceMilliseconds`.
 */
export async function recoverLapsed(
  database: PrismaClient,
  { lapsed, silenceMilliseconds }: { readonly lapsed: Date; readonly silenceMilliseconds: number },
): Promise<number> {
  return await database.$executeRaw`
    UPDATE notification SET state = 'pending', may_repeat = true, claimed_until = NULL
    WHERE state = 'sending' AND claimed_until < ${lapsed}::timestamptz
      AND pg_postmaster_start_time() < clock_timestamp() - make_interval(secs => ${silenceMilliseconds / 1000}::double precision)`;
}

/** Leaves in the queue until `until` those of the rows that are still there in the same round. */
export async function extendQueued(database: PrismaClient, claimed: readonly Claimed[], until: Date): Promise<void> {
  await database.$executeRaw`
    UPDATE notification SET claimed_until = ${until}::timestamptz
    FROM unnest(${ids(claimed)}::uuid[], ${rounds(claimed)}::int[]) AS held (id, round)
    WHERE notification.id = held.id AND notification.round = held.round AND state = 'queued'`;
}

/** Makes pending again those of the rows that are still in the queue in the same round; returns how many. */
export async function returnQueued(database: PrismaClient, claimed: readonly Claimed[]): Promise<number> {
  return await database.$executeRaw`
    UPDATE notification SET state = 'pending', claimed_until = NULL
    FROM unnest(${ids(claimed)}::uuid[], ${rounds(claimed)}::int[]) AS lost (id, round)
    WHERE notification.id = lost.id AND notification.round = lost.round AND state = 'queued'`;
}

function ids(claimed: readonly Claimed[]): string[] {
  return claimed.map(({ id }) => id);
}

function rounds(claimed: readonly Claimed[]): number[] {
  return claimed.map(({ round }) => round);
}

const unsentRow = z.object({
  id: z.uuid(),
  key: z.string(),
  state: z.enum(['pending', 'queued', 'suppressed']),
  dueAt: z.date(),
  latestAt: z.date().nullable(),
  data: z.unknown(),
  accountId: z.uuid().nullable(),
  faults: z.int(),
  /** Why a pending row waits longer than it was planned to. */
  reason: z.string().nullable(),
});

export type UnsentRow = Readonly<z.infer<typeof unsentRow>>;

export interface UnsentSubject {
  readonly programmeId: string | null;
  readonly subjectId: string;
  /** Keys of the kinds of notification. */
  readonly kinds: readonly string[];
  /** Null: to everyone. */
  readonly personIds: readonly string[] | null;
  /** Keys of the notifications that are looked for among suppressed ones, too. */
  readonly keys: readonly string[];
}

/** Locks what is still to be sent about the subject, in the order of the identifiers, so that two who do this at once do not wait for each other. */
export async function lockUnsent(
  transaction: Transaction,
  { programmeId, subjectId, kinds, personIds, keys }: UnsentSubject,
): Promise<readonly UnsentRow[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, key, state::text AS state, due_at AS "dueAt", latest_at AS "latestAt", data, account_id AS "accountId", faults, reason
    FROM notification
    WHERE subject_id = ${subjectId}::uuid AND kind = ANY(${kinds}::text[])
      AND programme_id IS NOT DISTINCT FROM ${programmeId}::uuid
      AND (${personIds}::uuid[] IS NULL OR person_id = ANY(${personIds}::uuid[]))
      AND (state IN ('pending', 'queued') OR (state = 'suppressed' AND key = ANY(${keys}::text[])))
    ORDER BY id FOR UPDATE`;
  return z.array(unsentRow).parse(rows);
}

const keyedRow = z.object({ id: z.uuid(), key: z.string(), state: z.enum(NotificationState) });

/** Locks those that are there, in the order of the identifiers. */
export async function lockByKey(
  transaction: Transaction,
  keys: readonly string[],
): Promise<readonly Readonly<z.infer<typeof keyedRow>>[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, key, state::text AS state FROM notification WHERE key = ANY(${keys}::text[]) ORDER BY id FOR UPDATE`;
  return z.array(keyedRow).parse(rows);
}

export interface PlannedRow {
  readonly key: string;
  readonly kind: string;
  readonly programmeId: string | null;
  readonly personId: string;
  readonly subjectId: string | null;
  readonly data: object;
  readonly dueAt: Date;
  readonly latestAt: Date | null;
  readonly accountId: string | null;
  readonly bulkId: string | null;
}

/**
 * Writes new rows without waiting for them; one whose key is there already stays as it is. Of a programme that is not announced
 * nobody but its secretariat hears anything: what others would be told is not written, and never told later.
 */
export async function writePlanned(transaction: Transaction, now: Date, rows: readonly PlannedRow[]): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`
    INSERT INTO notification (key, kind, programme_id, person_id, subject_id, data, due_at, latest_at, account_id, bulk_id,
      created_at)
    SELECT row.*, ${now}::timestamptz FROM unnest(${rows.map(({ key }) => key)}::text[],
      ${rows.map(({ kind }) => kind)}::text[], ${rows.map(({ programmeId }) => programmeId)}::uuid[],
      ${rows.map(({ personId }) => personId)}::uuid[], ${rows.map(({ subjectId }) => subjectId)}::uuid[],
      ${rows.map(({ data }) => JSON.stringify(data))}::text[]::jsonb[],
      ${rows.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[],
      ${rows.map(({ latestAt }) => latestAt?.toISOString() ?? null)}::timestamptz[],
      ${rows.map(({ accountId }) => accountId)}::uuid[], ${rows.map(({ bulkId }) => bulkId)}::uuid[])
      AS row (key, kind, programme_id, person_id, subject_id, data, due_at, latest_at, account_id, bulk_id)
    WHERE NOT EXISTS (SELECT FROM programme g WHERE g.id = row.programme_id AND g.opened_at IS NULL
      AND NOT EXISTS (SELECT FROM membership m WHERE m.programme_id = g.id AND m.person_id = row.person_id
        AND m.role = 'secretariat' AND m.ended_at IS NULL))
    ON CONFLICT DO NOTHING`,
  );
}

/** A row that is to be sent at another time or with other data than it says. */
export interface MovedRow {
  readonly id: string;
  readonly dueAt: Date;
  readonly latestAt: Date | null;
  readonly data: object;
  readonly accountId: string | null;
  readonly faults: number;
  readonly reason: string | null;
}

/** Makes the rows pending as they are given here. */
export async function writeMoved(transaction: Transaction, moved: readonly MovedRow[]): Promise<void> {
  await transaction.$executeRaw`
    UPDATE notification SET state = 'pending', pace_key = NULL, due_at = moved.due_at, latest_at = moved.latest_at, data = moved.data::jsonb, account_id = moved.account_id,
      faults = moved.faults, reason = moved.reason, claimed_until = NULL, settled_at = NULL
    FROM unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[],
      ${moved.map(({ latestAt }) => latestAt?.toISOString() ?? null)}::timestamptz[],
      ${moved.map(({ data }) => JSON.stringify(data))}::text[], ${moved.map(({ accountId }) => accountId)}::uuid[],
      ${moved.map(({ faults }) => faults)}::int[], ${moved.map(({ reason }) => reason)}::text[])
      AS moved (id, due_at, latest_at, data, account_id, faults, reason)
    WHERE notification.id = moved.id`;
}

/** Wakes the dispatcher at the commit, as the trigger on new rows does. */
export async function wakeDispatcher(transaction: Transaction | PrismaClient): Promise<void> {
  await transaction.$executeRaw`SELECT pg_notify('notifications', '')`;
}
