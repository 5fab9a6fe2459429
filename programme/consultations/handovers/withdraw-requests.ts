/** What was asked about a booking falls away when the booking changes, and who was asked is told. */
import type { Transaction } from '../../../prisma/client.js';
import { plan } from '../../notifications/plan.js';
import { requestAnswered } from './notifications.js';

export async function withdrawRequests(
  transaction: Transaction,
  {
    bookingId,
    programmeId,
    byId,
    now,
  }: {
    readonly bookingId: string;
    readonly programmeId: string;
    readonly byId: string;
    readonly now: Date;
  },
): Promise<void> {
  const open = await transaction.bookingRequest.findMany({ where: { bookingId, state: 'open' } });
  if (open.length === 0) return;
  await transaction.bookingRequest.updateMany({
    where: { id: { in: open.map(({ id }) => id) }, state: 'open' },
    data: { state: 'withdrawn', answeredAt: now },
  });
  const told = open.flatMap(({ id, askedOfId, byId: askerId }) =>
    [askedOfId, askerId]
      .filter((personId) => personId !== byId)
      .map((personId) => ({
        key: `${requestAnswered.key}:${id}:${personId}`,
        ...{ kind: requestAnswered, programmeId, personId, subjectId: id, dueAt: now },
      })),
  );
  await plan(transaction, now, told);
}
