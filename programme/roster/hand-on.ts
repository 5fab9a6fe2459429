/** Hands on what somebody was still to do in a programme to a colleague of the same company; what they did stays theirs. */
import { asViewer, type Transaction } from '../../prisma/client.js';
import { lockAdvisers } from '../consultations/bookings/bookings.sql.js';
import { readBooking } from '../consultations/bookings/queries.js';
import { followBooking } from '../consultations/changes/follow-booking.js';
import { lockWatches } from '../consultations/watches/watches.sql.js';
import { handOverSeat, promote } from '../registrations/registrations.js';
import { readSeats } from '../registrations/registrations.sql.js';
import { isActive, waitsForSeat } from '../registrations/seats.js';
import { refuseAudience } from '../sessions/rules.js';
import { lockSessionsOf } from '../sessions/sessions.sql.js';

export interface HandOn {
  readonly programmeId: string;
  /** Of both. */
  readonly companyId: string;
  readonly fromId: string;
  readonly toId: string;
  readonly byId: string;
  readonly now: Date;
}

/** How much of each goes to the successor. */
export interface HandedOn {
  readonly places: number;
  /** Places in sessions that the successor comes to anyway, or that are not meant for them: those who wait get them. */
  readonly released: number;
  readonly consultations: number;
  readonly questions: number;
}

/**
 * Before the membership ends. Under the locks of the consultations' advisers and of all sessions, so that a registration at the
 * same instant is either handed on or refused. What is still to be released is the caller's.
 */
export async function handOn(transaction: Transaction, change: HandOn): Promise<HandedOn> {
  const consultations = await handOnConsultations(transaction, change);
  const questions = await handOnQuestions(transaction, change);
  return { consultations, questions, ...(await handOnPlaces(transaction, change)) };
}

async function handOnConsultations(
  transaction: Transaction,
  { programmeId, companyId, fromId, toId, byId, now }: HandOn,
): Promise<number> {
  const booked = async () =>
    await transaction.booking.findMany({
      where: {
        programmeId,
        companyId,
        state: 'booked',
        startsAt: { gt: now },
        attendees: { some: { personId: fromId } },
      },
      orderBy: { id: 'asc' },
    });
  await lockAdvisers(
    transaction,
    (await booked()).map(({ adviserId }) => adviserId),
  );
  const bookings = await booked();
  for (const { id, adviserId, startsAt, endsAt, version: before } of bookings) {
    const version = before + 1;
    await transaction.bookingAttendee.deleteMany({ where: { bookingId: id, personId: fromId } });
    await transaction.bookingAttendee.createMany({ data: [{ bookingId: id, personId: toId }], skipDuplicates: true });
    await transaction.booking.update({ where: { id }, data: { version } });
    await transaction.bookingChange.create({
      data: { bookingId: id, version, kind: 'changed', startsAt, adviserId, byId, at: now },
    });
    const booking = await readBooking(transaction, id);
    const attendeeIds = booking?.attendees.map((one) => one.id) ?? [toId];
    await followBooking(transaction, {
      booking: { id, programmeId, companyId, adviserId, startsAt, endsAt, attendeeIds },
      ...{ kind: 'moved', version, formerIds: [fromId], freedSlotId: null, sameHour: true, byId, now },
    });
  }
  await lockWatches(transaction, programmeId);
  const waited = { programmeId, companyId, personId: fromId, endedAt: null };
  await transaction.watch.updateMany({ where: waited, data: { personId: toId } });
  return bookings.length;
}

/** Those that still wait; whose answers are there stay between who asked and who answered. */
async function handOnQuestions(
  transaction: Transaction,
  { programmeId, companyId, fromId, toId }: HandOn,
): Promise<number> {
  // The secretariat does not read what an adviser is asked, and yet makes it the colleague's.
  return await asViewer(transaction, { kind: 'merging', fromId, intoId: toId }, async () => {
    const moved = await transaction.question.updateManyAndReturn({
      where: { programmeId, companyId, personId: fromId, state: 'waiting' },
      data: { personId: toId },
      select: { id: true },
    });
    const questionId = { in: moved.map(({ id }) => id) };
    await transaction.questionText.updateMany({ where: { questionId, askerId: fromId }, data: { askerId: toId } });
    return moved.length;
  });
}

async function handOnPlaces(
  transaction: Transaction,
  { programmeId, companyId, fromId, toId, byId, now }: HandOn,
): Promise<Pick<HandedOn, 'places' | 'released'>> {
  await lockSessionsOf(transaction, programmeId);
  const successor = await transaction.membership.findFirst({
    where: { programmeId, personId: toId, role: 'participant', endedAt: null },
  });
  const sessions = await transaction.session.findMany({
    where: {
      ...{ programmeId, state: 'scheduled', startsAt: { gt: now } },
      registrations: { some: { personId: fromId, state: { in: ['confirmed', 'waiting'] } } },
    },
    orderBy: { id: 'asc' },
  });
  let places = 0;
  for (const session of sessions) {
    const { own } = await readSeats(transaction, session.id, fromId);
    const theirs = await readSeats(transaction, session.id, toId);
    if (own === null || !isActive(own)) continue;
    if (isActive(theirs.own) && !waitsForSeat(theirs.own, own)) continue;
    if (refuseAudience(session, successor?.level ?? null) !== null) continue;
    await handOverSeat(transaction, session, own, { fromId, personId: toId, companyId, byId, now });
    await promote(transaction, session, now);
    places += 1;
  }
  return { places, released: sessions.length - places };
}
