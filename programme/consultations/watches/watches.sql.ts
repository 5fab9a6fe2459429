/** The raw SQL on watches: the lock under which turns are given out, and what a booking has met. */
import { z } from 'zod';
import { executePipelined, Prisma, type Transaction } from '../../../prisma/client.js';

/** Lets one transaction at a time give out or give up turns in this programme; to be taken after the advisers' locks. */
export async function lockWatches(transaction: Transaction, programmeId: string): Promise<void> {
  await executePipelined(
    transaction,
    Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`watches:${programmeId}`}::text, 0))`,
  );
}

export interface MeetingHour {
  readonly companyId: string;
  readonly adviserId: string;
  readonly startsAt: Date;
}

/** The company's watches that an hour of this adviser's meets. */
export async function readMetWatches(
  transaction: Transaction,
  { companyId, adviserId, startsAt }: MeetingHour,
): Promise<readonly string[]> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id FROM watch WHERE company_id = ${companyId}::uuid AND ended_at IS NULL AND until > ${startsAt}::timestamptz
      AND (adviser_id IS NULL OR adviser_id = ${adviserId}::uuid)`;
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}
