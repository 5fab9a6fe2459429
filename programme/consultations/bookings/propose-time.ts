/** Asks the adviser for a time that nobody offers; the booking stays as it is until the answer. */
import { randomUUID } from 'node:crypto';
import type { Transaction } from '../../../prisma/client.js';
import { dayText, isWorkingDay, readOfficeCalendar } from '../../calendar/business-days.js';
import { localOf } from '../../messages/dates.js';
import { plan } from '../../notifications/plan.js';
import { isRefusal, type Refusal } from '../../requests/refusal.js';
import { requestAsked } from '../handovers/notifications.js';
import { refuseHours } from '../slots/refuse-hours.js';
import { type ForBooking, lockBooking } from './lock-booking.js';
import type { BookingEntry } from './queries.js';
import { refuseBooking } from './refuse-booking.js';
import { refuseCompany } from './refuse-company.js';
import { guardedFrom } from './rules.js';

export interface ProposeTime extends ForBooking {
  readonly startsAt: Date;
}

export interface Proposed {
  readonly booking: BookingEntry;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** A second question about the same booking violates `booking_request_open`. It lasts as long as the consultation would. */
export async function proposeTime(transaction: Transaction, asked: ProposeTime): Promise<Proposed | Refusal> {
  const { startsAt, by, reason, now } = asked;
  const booking = await lockBooking(transaction, asked);
  if (isRefusal(booking)) return booking;
  const endsAt = new Date(startsAt.getTime() + booking.endsAt.getTime() - booking.startsAt.getTime());
  const hour = { startsAt, endsAt, timeZone: booking.timeZone };
  const field = { field: 'date' };
  const lastMoment = new Date(endsAt.getTime() - 1);
  const days = [startsAt, lastMoment].map((instant) => localOf(instant, booking.timeZone).date);
  if (days[0] !== days[1]) return refuseCompany('beyond_midnight', {}, { field: 'time' });
  if (startsAt <= now) return refuseBooking('slot_past', hour, field);
  if (by.role === 'participant' && startsAt < guardedFrom(now, booking.terms)) {
    return refuseBooking('too_late', { hours: booking.terms.guardHours, contact: booking.terms.contact }, field);
  }
  const outside = await refuseOutside(transaction, booking, days[0] ?? '');
  if (outside) return outside;
  const calendar = await readOfficeCalendar(transaction, booking.programmeId);
  const working = isWorkingDay(days[0] ?? '', calendar);
  // On a weekend an adviser may well agree to meet; on a holiday nobody is asked to.
  if (!working.working && working.why !== 'weekend') {
    return refuseCompany(`on_${working.why}`, { ...hour, name: working.name }, field);
  }
  if (startsAt.getTime() === booking.startsAt.getTime()) return refuseCompany('same_time', {}, field);
  const overlapping = {
    id: { not: booking.id },
    state: { not: 'cancelled' as const },
    startsAt: { lt: endsAt },
    endsAt: { gt: startsAt },
  };
  if ((await transaction.booking.count({ where: { ...overlapping, adviserId: booking.adviser.id } })) > 0) {
    return refuseCompany('adviser_engaged', hour, field);
  }
  if ((await transaction.booking.count({ where: { ...overlapping, companyId: booking.company.id } })) > 0) {
    return refuseBooking('company_busy', hour, field);
  }
  const id = randomUUID();
  const { programmeId, adviser } = booking;
  await transaction.bookingRequest.create({
    data: {
      ...{ id, bookingId: booking.id, kind: 'own_time', askedOfId: adviser.id, startsAt, endsAt, reason },
      ...{ byId: by.personId, createdAt: now },
    },
  });
  await plan(transaction, now, [
    {
      ...{ key: `${requestAsked.key}:${id}`, kind: requestAsked, programmeId, personId: adviser.id, subjectId: id },
      dueAt: now,
    },
  ]);
  return { booking, startsAt, endsAt };
}

/** An adviser could not offer such an hour either. */
async function refuseOutside(
  transaction: Transaction,
  { programmeId }: Pick<BookingEntry, 'programmeId'>,
  day: string,
): Promise<Refusal | null> {
  const programme = await transaction.programme.findUniqueOrThrow({ where: { id: programmeId } });
  const [startsOn, endsOn] = [dayText(programme.startsOn), dayText(programme.endsOn)];
  return day < startsOn || day > endsOn
    ? refuseHours('outside_programme', { startsOn, endsOn }, { field: 'date' })
    : null;
}
