/** What follows from every change of a booking, in its transaction: who is told, and that calendars have something new to show. */
import type { Transaction } from '../../../prisma/client.js';
import { raiseEvent } from '../../calendar/calendar.sql.js';
import type { NotificationKind } from '../../notifications/kind.js';
import type { Planned } from '../../notifications/plan.js';
import { replan } from '../../notifications/replan.js';
import { recordMissing } from '../records/notifications.js';
import { followWatches } from '../watches/follow-watches.js';
import { bookingKinds, consultationBooked, consultationCancelled, consultationMoved } from './notifications.js';

/** A booking as it is after the change; cancelled: as it was. */
export interface FollowedBooking {
  readonly id: string;
  readonly programmeId: string;
  readonly companyId: string;
  readonly adviserId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly attendeeIds: readonly string[];
}

export interface FollowedChange {
  readonly booking: FollowedBooking;
  readonly kind: 'booked' | 'moved' | 'cancelled';
  /** The booking's version from this change on. */
  readonly version: number;
  /** People who no longer have to do with it, and are told so: the adviser of before, an attendee who stays away. */
  readonly formerIds?: readonly string[];
  /** An hour that nobody has booked any more. */
  readonly freedSlotId: string | null;
  readonly byId: string;
  readonly now: Date;
}

const kinds: Readonly<Record<FollowedChange['kind'], NotificationKind>> = {
  booked: consultationBooked,
  moved: consultationMoved,
  cancelled: consultationCancelled,
};

/** To be called once, last, in the transaction of the change. What was still to be told about the booking gives way. */
export async function followBooking(transaction: Transaction, change: FollowedChange): Promise<void> {
  const { booking, version, formerIds = [], byId, now } = change;
  const kind = kinds[change.kind];
  const people = new Set([booking.adviserId, ...booking.attendeeIds, ...formerIds]);
  people.delete(byId);
  const wanted = [...people].map(
    (personId): Planned => ({
      key: `${kind.key}:${booking.id}:${version}:${personId}`,
      ...{ kind, programmeId: booking.programmeId, personId, subjectId: booking.id, data: { version }, dueAt: now },
    }),
  );
  await replan(
    transaction,
    now,
    { programmeId: booking.programmeId, subjectId: booking.id, kinds: bookingKinds },
    wanted,
  );
  await replanRecord(transaction, change);
  await withdrawOwnTimes(transaction, change);
  await followWatches(transaction, change);
  // After the notifications: a sender locks its own before the calendar entry.
  await raiseEvent(transaction, booking.id);
}

/** How long after the end an adviser is asked for a record that is missing, in milliseconds. */
const RECORD_AFTER = 3_600_000;

async function replanRecord(transaction: Transaction, { booking, kind, now }: FollowedChange): Promise<void> {
  const { id: subjectId, programmeId, adviserId: personId, endsAt } = booking;
  const missing: Planned = {
    key: `${recordMissing.key}:${subjectId}:${personId}`,
    ...{ kind: recordMissing, programmeId, personId, subjectId, dueAt: new Date(endsAt.getTime() + RECORD_AFTER) },
  };
  const subject = { programmeId, subjectId, kinds: [recordMissing] };
  await replan(transaction, now, subject, kind === 'cancelled' ? [] : [missing]);
}

/** A time that the company asked for is not wanted any more once the booking has moved or is gone. */
async function withdrawOwnTimes(transaction: Transaction, { booking, kind, now }: FollowedChange): Promise<void> {
  if (kind === 'booked') return;
  await transaction.bookingRequest.updateMany({
    where: { bookingId: booking.id, kind: 'own_time', state: 'open' },
    data: { state: 'withdrawn', answeredAt: now },
  });
}
