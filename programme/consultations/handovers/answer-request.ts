/** Answers what an adviser was asked about a booking: to take it over, or to hold it at a time that the company proposed. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { plan } from '../../notifications/plan.js';
import { isRefusal, type Refusal, refuse } from '../../requests/refusal.js';
import { lockBooking } from '../bookings/lock-booking.js';
import { moveConsultation } from '../bookings/move-consultation.js';
import { type BookingEntry, readBooking } from '../bookings/queries.js';
import { refuseBooking } from '../bookings/refuse-booking.js';
import { requestAnswered } from './notifications.js';
import { type RequestEntry, readRequest } from './queries.js';
import { refuseHandover } from './refuse-handover.js';
import { takeOver } from './take-over.js';

interface AnswerRequest {
  readonly requestId: string;
  readonly accept: boolean;
  readonly reason: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface Answered {
  readonly request: RequestEntry;
  /** As it is now. */
  readonly booking: BookingEntry;
}

/** Whether the request still waits for this person's answer. */
export async function findAnswerable(
  transaction: Transaction,
  { requestId, by }: Pick<AnswerRequest, 'requestId' | 'by'>,
): Promise<RequestEntry | Refusal> {
  const request = await readRequest(transaction, requestId);
  if (request === null || request.askedOfId !== by.personId) return refuse('not_found', {});
  return request.state === 'open' ? request : refuseHandover(`request_${request.state}`, {});
}

/** May violate the constraints of booking, and `slot_no_overlap`. */
export async function answerRequest(transaction: Transaction, asked: AnswerRequest): Promise<Answered | Refusal> {
  const { accept, reason, by, now } = asked;
  const seen = await findAnswerable(transaction, asked);
  if (isRefusal(seen)) return seen;
  const locked = await lockBooking(
    transaction,
    { bookingId: seen.bookingId, reason, by, now },
    { adviserIds: [by.personId] },
  );
  // A booking that changed while this waited took the request with it.
  const request = await findAnswerable(transaction, asked);
  if (isRefusal(request)) return request;
  if (isRefusal(locked)) return locked;
  // Before the change, which withdraws what is still open.
  await transaction.bookingRequest.update({
    where: { id: request.id },
    data: { state: accept ? 'accepted' : 'declined', answer: reason, answeredAt: now },
  });
  const changed = accept ? await accepted(transaction, request, asked) : null;
  if (changed !== null && isRefusal(changed)) return changed;
  await tellAsker(transaction, request, { programmeId: locked.programmeId, accept, now });
  const booking = await readBooking(transaction, request.bookingId);
  return booking === null ? refuse('not_found', {}) : { request, booking };
}

async function accepted(
  transaction: Transaction,
  request: RequestEntry,
  { by, now }: AnswerRequest,
): Promise<object | Refusal> {
  // The reason of the one who asked is kept with the change.
  const change = { bookingId: request.bookingId, reason: request.reason, by, now };
  if (request.kind === 'take_over') return await takeOver(transaction, { ...change, adviserId: by.personId });
  const slotId = await offerAsked(transaction, request, { by, now });
  return isRefusal(slotId) ? slotId : await moveConsultation(transaction, { ...change, ...slotId, mode: null });
}

/** Makes the time that was asked for an hour of the adviser's. Free hours that it overlaps fall away. */
async function offerAsked(
  transaction: Transaction,
  { bookingId, startsAt, endsAt }: RequestEntry,
  { by, now }: Pick<AnswerRequest, 'by' | 'now'>,
): Promise<{ readonly slotId: string } | Refusal> {
  const booking = await readBooking(transaction, bookingId);
  if (booking === null) return refuse('not_found', {});
  const adviserId = by.personId;
  const overlapping = { adviserId, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } };
  const busy = await transaction.booking.findFirst({
    where: { ...overlapping, state: { not: 'cancelled' }, id: { not: bookingId } },
  });
  if (busy !== null) return refuseBooking('slot_taken', { startsAt, endsAt, timeZone: booking.timeZone });
  await transaction.consultationSlot.updateMany({
    where: { ...overlapping, state: 'open' },
    data: { state: 'withdrawn', withdrawnAt: now, heldById: null, heldCompanyId: null, heldUntil: null },
  });
  const { programmeId, mode, place, link } = booking;
  const method = mode === 'online' ? ('online' as const) : ('in_person' as const);
  const offer = await transaction.consultationOffer.create({
    data: { programmeId, adviserId, method, place, link, offeredById: adviserId, createdAt: now },
  });
  const slot = await transaction.consultationSlot.create({
    data: { programmeId, offerId: offer.id, adviserId, startsAt, endsAt, createdAt: now },
  });
  return { slotId: slot.id };
}

/** The change itself tells the adviser of before and the company; the rest is told by the answer. */
async function tellAsker(
  transaction: Transaction,
  request: RequestEntry,
  { programmeId, accept, now }: { readonly programmeId: string; readonly accept: boolean; readonly now: Date },
): Promise<void> {
  const { id, byId, bookingId } = request;
  const concerned =
    accept &&
    ((await transaction.bookingAttendee.count({ where: { bookingId, personId: byId } })) > 0 ||
      (await transaction.bookingChange.count({ where: { bookingId, wasAdviserId: byId, kind: 'taken_over' } })) > 0);
  if (concerned) return;
  const about = { programmeId, personId: byId, subjectId: id };
  await plan(transaction, now, [{ key: `${requestAnswered.key}:${id}`, kind: requestAnswered, ...about, dueAt: now }]);
}
