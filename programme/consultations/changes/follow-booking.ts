/** What follows from every change of a booking, in its transaction: who is told, and that calendars have something new to show. */
import type { Transaction } from '../../../prisma/client.js';
import { raiseEvent } from '../../calendar/calendar.sql.js';
import type { NotificationKind } from '../../notifications/kind.js';
import type { Planned } from '../../notifications/plan.js';
import { replan } from '../../notifications/replan.js';
import { consultationBrief } from '../briefs/notifications.js';
import { plannedBrief } from '../briefs/planned-brief.js';
import { withdrawRequests } from '../handovers/withdraw-requests.js';
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
  /** Part of a day that was cleared: its one message tells everybody, in place of one for each booking. */
  readonly absenceId?: string;
}

const kinds: Readonly<Record<FollowedChange['kind'], NotificationKind>> = {
  booked: consultationBooked,
  moved: consultationMoved,
  cancelled: consultationCancelled,
};

/** To be called once, last, in the transaction of the change. What was still to be told about the booking gives way. */
export async function followBooking(transaction: Transaction, change: FollowedChange): Promise<void> {
  const { booking, version, formerIds = [], byId, now, absenceId } = change;
  const kind = kinds[change.kind];
  const people = new Set([booking.adviserId, ...booking.attendeeIds, ...formerIds]);
  people.delete(byId);
  const told = absenceId === undefined ? [...people] : [];
  const wanted = told.map(
    (personId): Planned => ({
      key: `${kind.key}:${booking.id}:${version}:${personId}`,
      ...{ kind, programmeId: booking.programmeId, personId, subjectId: booking.id, data: { version }, dueAt: now },
    }),
  );
  const brief = change.kind === 'cancelled' ? [] : await plannedBrief(transaction, booking, now);
  await replan(
    transaction,
    now,
    { programmeId: booking.programmeId, subjectId: booking.id, kinds: [...bookingKinds, consultationBrief] },
    [...wanted, ...brief],
  );
  await replanRecord(transaction, change);
  await withdrawRequests(transaction, { bookingId: booking.id, programmeId: booking.programmeId, byId, now });
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
