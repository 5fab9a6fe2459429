/** The raw SQL on stored requests, which most requests pass through: the one that is repeated, and the write that nothing waits for. */
import { z } from 'zod';
import { executePipelined, Prisma, type PrismaClient, type Transaction } from '../../prisma/client.js';
import { replySchema } from '../messages/reply-schema.js';
import type { Request } from './request.js';

const storedRow = z.object({
  key: z.string(),
  accountId: z.string(),
  /** Null where the account is nobody's yet. */
  personId: z.string().nullable(),
  inputHash: z.string(),
  reply: replySchema,
});

/** A request that was carried out before. */
export type StoredRequest = Readonly<z.infer<typeof storedRow>>;

/** What a request is recognised by when it comes again. */
export type RequestIdentity = Pick<Request, 'key' | 'fingerprint' | 'resendFingerprint'>;

/**
 * The earliest stored request with this key or fingerprint, or with this content where it was asked within the last
 * `resendWithinSeconds` and its answer took longer than `slowSeconds`.
 */
export async function readRepeated(
  database: Transaction | PrismaClient,
  { key, fingerprint, resendFingerprint }: RequestIdentity,
  now: Date,
  { resendWithinSeconds, slowSeconds }: { readonly resendWithinSeconds: number; readonly slowSeconds: number },
): Promise<StoredRequest | null> {
  const rows = await database.$queryRaw<unknown[]>`
    SELECT key, account_id AS "accountId", person_id AS "personId", parameters AS "inputHash", reply FROM request
    WHERE key = ${key} OR fingerprint = ${fingerprint}
      OR (content = ${resendFingerprint} AND created_at > ${now}::timestamptz - make_interval(secs => ${resendWithinSeconds})
        AND coalesce(answered_at, ${now}::timestamptz) > created_at + make_interval(secs => ${slowSeconds}))
    ORDER BY created_at LIMIT 1`;
  return z.array(storedRow).parse(rows)[0] ?? null;
}

export interface RequestToWrite extends RequestIdentity, Omit<StoredRequest, 'key'> {
  readonly action: string;
  readonly now: Date;
  /** Until when the process that replies holds the right to. */
  readonly claimedUntil: Date | null;
  readonly answeredAt: Date | null;
}

/** Stores the request, without waiting for it. */
export async function writeRequest(database: Transaction | PrismaClient, row: RequestToWrite): Promise<void> {
  await executePipelined(
    database,
    Prisma.sql`
    INSERT INTO request (key, fingerprint, content, account_id, person_id, action, parameters, reply, created_at, claimed_until, answered_at)
    VALUES (${row.key}, ${row.fingerprint}, ${row.resendFingerprint}, ${row.accountId}::uuid, ${row.personId}::uuid,
      ${row.action}, ${row.inputHash}, ${JSON.stringify(row.reply)}::jsonb, ${row.now}::timestamptz, ${row.claimedUntil}::timestamptz,
      ${row.answeredAt}::timestamptz)`,
  );
}

/** Deletes the oldest requests of before this time, at most `limit` of them, and returns how many. */
export async function deleteOldest(database: PrismaClient, before: Date, limit: number): Promise<number> {
  return await database.$executeRaw`
    DELETE FROM request WHERE key IN (
      SELECT key FROM request WHERE created_at < ${before}::timestamptz ORDER BY created_at LIMIT ${limit})`;
}
