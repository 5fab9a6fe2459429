/** What a change of a booking means to those who wait for an hour: one has freed, or one of them has booked. */
import type { Transaction } from '../../../prisma/client.js';
import { endWatches, offerToWatches } from './turns.js';

interface Followed {
  readonly booking: {
    readonly programmeId: string;
    readonly companyId: string;
    readonly adviserId: string;
    readonly startsAt: Date;
  };
  readonly kind: 'booked' | 'moved' | 'cancelled';
  readonly freedSlotId: string | null;
  readonly now: Date;
}

/** A company that has booked an hour which it waited for waits no longer; who waits behind it moves up. */
export async function followWatches(
  transaction: Transaction,
  { booking, kind, freedSlotId, now }: Followed,
): Promise<void> {
  const { programmeId, companyId, adviserId, startsAt } = booking;
  if (kind !== 'cancelled') {
    const met = await transaction.watch.findMany({
      where: { companyId, endedAt: null, until: { gt: startsAt }, OR: [{ adviserId: null }, { adviserId }] },
      select: { id: true },
    });
    await endWatches(transaction, { programmeId, watchIds: met.map(({ id }) => id), now });
  }
  if (freedSlotId === null) return;
  await offerToWatches(transaction, { programmeId, slotIds: [freedSlotId], exceptCompanyId: companyId, now });
}
