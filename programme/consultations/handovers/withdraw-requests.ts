/** What was asked about a booking falls away when the booking changes, or when nobody is left who could answer; those concerned are told. */
import type { Prisma, Transaction } from '../../../prisma/client.js';
import { plan } from '../../notifications/plan.js';
import { lockAdvisers } from '../bookings/bookings.sql.js';
import { requestAnswered } from './notifications.js';

interface Withdrawing {
  readonly programmeId: string;
  /** Null: nobody in the chat, as of an import. */
  readonly byId: string | null;
  readonly now: Date;
}

export async function withdrawRequests(
  transaction: Transaction,
  { bookingId, ...withdrawing }: Withdrawing & { readonly bookingId: string },
): Promise<void> {
  await withdraw(transaction, { bookingId }, withdrawing);
}

/** An adviser, of one company or of all where they leave the programme. */
export interface Unanswering {
  readonly adviserId: string;
  readonly companyId?: string;
}

/** Of advisers who may no longer see what they were asked about: while it is open nobody else can be asked. */
export async function withdrawRequestsTo(
  transaction: Transaction,
  { advisers, ...withdrawing }: Withdrawing & { readonly advisers: readonly Unanswering[] },
): Promise<void> {
  if (advisers.length === 0) return;
  const { programmeId } = withdrawing;
  const OR = advisers.map(({ adviserId, companyId }) => ({
    askedOfId: adviserId,
    booking: { programmeId, ...(companyId !== undefined && { companyId }) },
  }));
  const open = await transaction.bookingRequest.findMany({ where: { OR, state: 'open' }, select: { askedOfId: true } });
  // One that is being answered in this moment is answered first.
  await lockAdvisers(
    transaction,
    open.map(({ askedOfId }) => askedOfId),
  );
  await withdraw(transaction, { OR }, withdrawing);
}

async function withdraw(
  transaction: Transaction,
  where: Prisma.BookingRequestWhereInput,
  { programmeId, byId, now }: Withdrawing,
): Promise<void> {
  const withdrawn = await transaction.bookingRequest.updateManyAndReturn({
    where: { ...where, state: 'open' },
    data: { state: 'withdrawn', answeredAt: now },
  });
  const told = withdrawn.flatMap(({ id, askedOfId, byId: askerId }) =>
    [askedOfId, askerId]
      .filter((personId) => personId !== byId)
      .map((personId) => ({
        key: `${requestAnswered.key}:${id}:${personId}`,
        ...{ kind: requestAnswered, programmeId, personId, subjectId: id, dueAt: now },
      })),
  );
  await plan(transaction, now, told);
}
