/** What handing over reads of requests about bookings: data, without words. */
import type { BookingRequestKind, BookingRequestState, Transaction } from '../../../prisma/client.js';

export interface RequestEntry {
  readonly id: string;
  readonly bookingId: string;
  readonly kind: BookingRequestKind;
  readonly state: BookingRequestState;
  readonly askedOfId: string;
  readonly byId: string;
  /** The hour that is asked for; of a takeover the one that the booking had. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly reason: string;
  readonly answer: string;
}

/** Null where there is no such request. */
export async function readRequest(transaction: Transaction, id: string): Promise<RequestEntry | null> {
  return await transaction.bookingRequest.findUnique({ where: { id } });
}

/** What an adviser has yet to answer, the soonest hour first. */
export async function readOpenRequests(
  transaction: Transaction,
  { programmeId, askedOfId, now }: { readonly programmeId: string; readonly askedOfId: string; readonly now: Date },
): Promise<readonly RequestEntry[]> {
  return await transaction.bookingRequest.findMany({
    where: { askedOfId, state: 'open', startsAt: { gt: now }, booking: { programmeId } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    take: 50,
  });
}
