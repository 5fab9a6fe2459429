/** Records that a mail came back: its notification did not reach the person, and no further mail goes to the address. */
import { inTransaction } from '../../prisma/client.js';
import type { BaseServices } from '../requests/services.js';
import { lockMail } from './bounces.sql.js';

interface CameBack {
  readonly messageIds: readonly string[];
  /** In small letters. */
  readonly recipient: string;
  readonly status: string;
}

/**
 * Whether it was a mail of ours: only who got one knows its identifier, so that nobody else can have an address marked by a forged
 * report. An address that the person no longer has is not marked.
 */
export async function recordBounce(
  { database, clock }: BaseServices,
  { messageIds, recipient, status }: CameBack,
): Promise<boolean> {
  const now = clock.now();
  return await inTransaction(database, async (transaction) => {
    for (const messageId of messageIds) {
      const mail = await lockMail(transaction, messageId);
      if (mail === null) continue;
      await transaction.notification.update({
        where: { id: mail.id },
        data: { state: 'unreachable', reason: `came back: ${status}`, settledAt: now },
      });
      await transaction.person.updateMany({
        where: { id: mail.personId, email: recipient, emailFault: null },
        data: { emailFault: status, emailFaultSince: now },
      });
      return true;
    }
    return false;
  });
}
