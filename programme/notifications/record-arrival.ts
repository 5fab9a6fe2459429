/** Records that a mail arrived of which no answer of its server came, by what a mailbox shows of it. */
import { z } from 'zod';
import { inTransaction } from '../../prisma/client.js';
import type { BaseServices } from '../requests/services.js';
import { lockMail } from './bounces.sql.js';

/** For how long it is looked: a copy of what was sent is there at once or never. */
const WITHIN_MILLISECONDS = 86_400_000;

/** As many in one look. */
const MOST = 50;

const sentMail = z.object({ messageId: z.string() });

/** The identifiers of the mails of the last day of which it is not known whether they arrived, the oldest first. */
export async function readUnknownMails({
  database,
  clock,
}: Pick<BaseServices, 'database' | 'clock'>): Promise<readonly string[]> {
  const since = new Date(clock.now().getTime() - WITHIN_MILLISECONDS);
  const rows = await database.notification.findMany({
    where: { state: 'unknown', channel: 'email', settledAt: { gte: since } },
    orderBy: [{ settledAt: 'asc' }, { id: 'asc' }],
    take: MOST,
    select: { reference: true },
  });
  return rows.flatMap(({ reference }) => sentMail.safeParse(reference).data?.messageId ?? []);
}

/** Whether one of these was a mail of ours of which it was not known; people may have decided meanwhile. */
export async function recordArrival(
  { database, clock }: Pick<BaseServices, 'database' | 'clock'>,
  messageIds: readonly string[],
): Promise<boolean> {
  const lookedUpAt = clock.now();
  return await inTransaction(database, async (transaction) => {
    let isOurs = false;
    for (const messageId of messageIds) {
      const mail = await lockMail(transaction, messageId);
      if (mail === null) continue;
      const { count } = await transaction.notification.updateMany({
        where: { id: mail.id, state: 'unknown' },
        data: { state: 'delivered', reason: null, lookedUpAt },
      });
      isOurs ||= count > 0;
    }
    return isOurs;
  });
}
