/** What follows from every change of a booking, in its transaction: who is told, and that calendars have something new to show. */
import type { Transaction } from '../../../prisma/client.js';
import { raiseEvent } from '../../calendar/calendar.sql.js';
import type { NotificationKind } from '../../notifications/kind.js';
import { type Planned, plan } from '../../notifications/plan.js';
import { replan } from '../../notifications/replan.js';
import { followSubject } from '../../reminders/plan-reminders.js';
import { consultationBrief } from '../briefs/notifications.js';
import { plannedBrief } from '../briefs/planned-brief.js';
import { withdrawRequests } from '../handovers/withdraw-requests.js';
import { recordMissing } from '../records/notifications.js';
import { followWatches } from '../watches/follow-watches.js';
import { readMetWatches } from '../watches/watches.sql.js';
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
  /** Who of the company is told; without it those who attend. */
  readonly hearerIds?: readonly string[];
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
  /** Only who attends has changed: no wait for an hour is met by it, and what was asked of advisers still stands. */
  readonly sameHour?: boolean;
}

const kinds: Readonly<Record<FollowedChange['kind'], NotificationKind>> = {
  booked: consultationBooked,
  moved: consultationMoved,
  cancelled: consultationCancelled,
};

const followedKinds = [...bookingKinds, consultationBrief, recordMissing];

/** To be called once, last, in the transaction of the change. What was still to be told about the booking gives way. */
export async function followBooking(transaction: Transaction, change: FollowedChange): Promise<void> {
  const { booking, version, formerIds = [], byId, now, absenceId, sameHour = false } = change;
  const kind = kinds[change.kind];
  const people = new Set([booking.adviserId, ...(booking.hearerIds ?? booking.attendeeIds), ...formerIds]);
  people.delete(byId);
  const told = absenceId === undefined ? [...people] : [];
  const wanted = told.map(
    (personId): Planned => ({
      key: `${kind.key}:${booking.id}:${version}:${personId}`,
      ...{ kind, programmeId: booking.programmeId, personId, subjectId: booking.id, data: { version }, dueAt: now },
    }),
  );
  const lives = change.kind !== 'cancelled';
  // Neither needs the other, so they are waited for once. The reminders are planned as the programme, and so by themselves.
  const [brief, met] = lives
    ? await Promise.all([plannedBrief(transaction, booking, now), sameHour ? [] : readMetWatches(transaction, booking)])
    : [[], []];
  await remind(transaction, change);
  const planned = [...wanted, ...brief, ...(lives ? [missingRecord(booking)] : [])];
  const { id: bookingId, programmeId } = booking;
  if (change.kind === 'booked') {
    // Nothing was planned or asked about it before.
    await plan(transaction, now, planned);
  } else {
    await replan(transaction, now, { programmeId, subjectId: bookingId, kinds: followedKinds }, planned);
    if (!sameHour) await withdrawRequests(transaction, { bookingId, programmeId, byId, now });
  }
  await followWatches(transaction, { ...change, met });
  // After the notifications: a sender locks its own before the calendar entry.
  await raiseEvent(transaction, booking.id);
}

/** Those who will attend are reminded; who no longer does is not. */
async function remind(transaction: Transaction, { booking, kind, formerIds = [], now }: FollowedChange): Promise<void> {
  const { id, programmeId, startsAt, attendeeIds } = booking;
  const reminded = kind === 'cancelled' ? null : ({ id, kind: 'consultation', startsAt, deadline: null } as const);
  const personIds = [...new Set([...attendeeIds, ...formerIds])];
  await followSubject(transaction, { programmeId, subjectId: id, reminded, personIds, now });
}

/** How long after the end an adviser is asked for a record that is missing, in milliseconds. */
const RECORD_AFTER = 3_600_000;

function missingRecord({
  id: subjectId,
  programmeId,
  adviserId: personId,
  endsAt,
}: Pick<FollowedBooking, 'id' | 'programmeId' | 'adviserId' | 'endsAt'>): Planned {
  return {
    key: `${recordMissing.key}:${subjectId}:${personId}`,
    ...{ kind: recordMissing, programmeId, personId, subjectId, dueAt: new Date(endsAt.getTime() + RECORD_AFTER) },
  };
}

/** Plans what advisers are told about every booking ahead where their programme is announced: of what was booked before nothing is planned. */
export async function planBookingsAhead(
  transaction: Transaction,
  { programmeId, now }: { readonly programmeId: string; readonly now: Date },
): Promise<void> {
  const bookings = await transaction.booking.findMany({
    where: { programmeId, state: 'booked', startsAt: { gt: now } },
    orderBy: { id: 'asc' },
  });
  for (const booking of bookings) {
    await plan(transaction, now, [...(await plannedBrief(transaction, booking, now)), missingRecord(booking)]);
  }
}
