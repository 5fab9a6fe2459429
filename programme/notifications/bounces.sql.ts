/** The raw SQL on mails that came back. */
import { z } from 'zod';
import type { Transaction } from '../../prisma/client.js';

/** The notification that went out as this mail, locked; null where there is none. The index of its migration finds it. */
export async function lockMail(
  transaction: Transaction,
  messageId: string,
): Promise<{ readonly id: string; readonly personId: string } | null> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT id, person_id AS "personId" FROM notification
    WHERE channel = 'email' AND reference ->> 'messageId' = ${messageId} AND state IN ('delivered', 'unknown')
    LIMIT 1 FOR UPDATE`;
  return z.array(z.object({ id: z.uuid(), personId: z.uuid() })).parse(rows)[0] ?? null;
}
