/** Hours, bookings and records for tests, written to the database as the app would. */
import type { Booking, Company, ConsultationSlot, Method, Mode, Programme } from '../../prisma/client.js';
import type { Services } from '../../programme/requests/services.js';

const MINUTE = 60_000;

interface BuildSlot {
  readonly programme: Programme;
  readonly adviserId: string;
  readonly startsAt: Date;
  readonly minutes?: number;
  readonly method?: Method;
  readonly place?: string;
  readonly link?: string;
  readonly pauseBefore?: number;
  readonly pauseAfter?: number;
  readonly perDay?: number;
}

/** An hour that an adviser offers, with an offer of its own. */
export async function buildSlot(
  { database, clock }: Services,
  { programme, adviserId, startsAt, minutes = 60, method = 'mixed', ...terms }: BuildSlot,
): Promise<ConsultationSlot> {
  const now = clock.now();
  const offer = await database.consultationOffer.create({
    data: { programmeId: programme.id, adviserId, method, ...terms, offeredById: adviserId, createdAt: now },
  });
  const endsAt = new Date(startsAt.getTime() + minutes * MINUTE);
  return await database.consultationSlot.create({
    data: { programmeId: programme.id, offerId: offer.id, adviserId, startsAt, endsAt, createdAt: now },
  });
}

interface BuildBooking {
  readonly company: Company;
  readonly slot: ConsultationSlot;
  /** The first of them booked it. */
  readonly attendeeIds: readonly [string, ...string[]];
  readonly mode?: Mode;
}

/** A booking with its ledger entry. Nobody is told. */
export async function buildBooking(
  { database, clock }: Services,
  { company, slot, attendeeIds, mode = 'online' }: BuildBooking,
): Promise<Booking> {
  const now = clock.now();
  const [byId] = attendeeIds;
  const { startsAt, endsAt, adviserId } = slot;
  return await database.booking.create({
    data: {
      ...{
        programmeId: company.programmeId,
        companyId: company.id,
        adviserId,
        slotId: slot.id,
        startsAt,
        endsAt,
        mode,
      },
      ...{ bookedById: byId, createdAt: now },
      attendees: { create: attendeeIds.map((personId) => ({ personId })) },
      changes: { create: { kind: 'booked', version: 1, startsAt, adviserId, byId, at: now } },
      entries: { create: { companyId: company.id, kind: 'reserved', hours: -1, byId, at: now } },
    },
  });
}

/** One of each thing that an action about consultations may name. */
export interface BuiltConsultations {
  /** Free. */
  readonly slot: ConsultationSlot;
  /** In five days. */
  readonly booking: Booking;
  /** Two days ago, without a record. */
  readonly unrecorded: Booking;
  /** A week ago, with a record. */
  readonly recorded: Booking;
  readonly record: string;
  readonly nextAction: string;
  readonly watch: string;
  /** Open, about `booking`. */
  readonly bookingRequest: string;
}

interface BuildConsultations {
  readonly programme: Programme;
  readonly company: Company;
  readonly adviserId: string;
  /** Who is asked to take `booking` over. */
  readonly otherAdviserId: string;
  readonly attendeeId: string;
  /** What is written there, to be looked for where it must not be. */
  readonly secret: string;
}

/** A company that has had two consultations and has one coming. */
export async function buildConsultations(services: Services, asked: BuildConsultations): Promise<BuiltConsultations> {
  const { programme, company, adviserId, otherAdviserId, attendeeId, secret } = asked;
  const { database, clock } = services;
  const now = clock.now();
  const days = (count: number) => new Date(now.getTime() + count * 24 * 60 * MINUTE);
  await database.entitlementEntry.create({
    data: { companyId: company.id, kind: 'granted', hours: 20, at: now, reason: 'for the test' },
  });
  const at = async (count: number) =>
    await buildSlot(services, {
      programme,
      adviserId,
      startsAt: days(count),
      place: secret,
      link: 'https://meet.example/x',
    });
  const bookingOn = async (count: number) => {
    const { id } = await buildBooking(services, { company, slot: await at(count), attendeeIds: [attendeeId] });
    return await database.booking.update({ where: { id }, data: { topics: secret, questions: secret, place: secret } });
  };
  const [slot, booking, unrecorded, past] = [
    await at(10),
    await bookingOn(5),
    await bookingOn(-2),
    await bookingOn(-7),
  ];
  const recorded = await database.booking.update({ where: { id: past.id }, data: { state: 'held' } });
  const record = await database.consultationRecord.create({
    data: { bookingId: past.id, version: 1, outcome: 'held', minutes: 60, advice: secret, byId: adviserId, at: now },
  });
  const nextAction = await database.nextAction.create({
    data: { bookingId: past.id, companyId: company.id, text: secret, createdAt: now },
  });
  const watch = await database.watch.create({
    data: { programmeId: programme.id, companyId: company.id, personId: attendeeId, until: days(30), createdAt: now },
  });
  const bookingRequest = await database.bookingRequest.create({
    data: {
      ...{ bookingId: booking.id, kind: 'take_over', askedOfId: otherAdviserId, byId: adviserId, createdAt: now },
      ...{ startsAt: booking.startsAt, endsAt: booking.endsAt, reason: secret },
    },
  });
  return {
    ...{ slot, booking, unrecorded, recorded, record: record.id, nextAction: nextAction.id, watch: watch.id },
    bookingRequest: bookingRequest.id,
  };
}
