/** What a change of a booking means to those who wait for an hour: one has freed, or one of them has booked. */
import type { Transaction } from '../../../prisma/client.js';
import { endWatches, offerToWatches } from './turns.js';

interface Followed {
  readonly booking: { readonly programmeId: string; readonly companyId: string };
  /** Of the company's watches, those that its hour has met. */
  readonly met: readonly string[];
  readonly freedSlotId: string | null;
  readonly now: Date;
}

/** A company that has booked an hour which it waited for waits no longer; who waits behind it moves up. */
export async function followWatches(
  transaction: Transaction,
  { booking, met, freedSlotId, now }: Followed,
): Promise<void> {
  const { programmeId, companyId } = booking;
  await endWatches(transaction, { programmeId, watchIds: met, now });
  if (freedSlotId === null) return;
  await offerToWatches(transaction, { programmeId, slotIds: [freedSlotId], exceptCompanyId: companyId, now });
}
