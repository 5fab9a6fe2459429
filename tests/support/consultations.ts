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
