/** Writes down what came of a consultation, or corrects it: the record, what is to be done next, and what becomes of the hour. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { plan } from '../../notifications/plan.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { lockAdvisers } from '../bookings/bookings.sql.js';
import { type BookingEntry, readBooking } from '../bookings/queries.js';
import { settleHour } from '../entitlement/ledger.js';
import { consultationRecorded } from './notifications.js';
import { asWritten, readActionsOf } from './queries.js';
import type { WrittenAction } from './read-next-actions.js';
import { refuseRecord } from './refuse-record.js';
import { type ConsultationOutcome, hourAfter, refuseWriting } from './rules.js';

export interface SaveRecord {
  readonly bookingId: string;
  readonly outcome: ConsultationOutcome;
  /** Null where it was not held. */
  readonly minutes: number | null;
  readonly advice: string;
  readonly nextActions: readonly WrittenAction[];
  /** Of the attendees. */
  readonly absentIds: readonly string[];
  /** The version that the writer saw: 0 where there was none. */
  readonly seen: number;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface SavedRecord {
  readonly booking: BookingEntry;
  readonly version: number;
}

/** Two writers at once violate `consultation_record_current`; an hour that cannot be taken anew, `entitlement_not_negative`. */
export async function saveRecord(transaction: Transaction, asked: SaveRecord): Promise<SavedRecord | Refusal> {
  const { bookingId, outcome, by, now } = asked;
  const found = await readBooking(transaction, bookingId);
  if (found === null || found.programmeId !== by.programmeId) return refuse('not_found', {});
  await lockAdvisers(transaction, [found.adviser.id]);
  const booking = (await readBooking(transaction, bookingId)) ?? found;
  const refused = refuseWriting(booking, by, now);
  if (refused) return refused;
  const held = await transaction.consultationRecord.findFirst({ where: { bookingId, supersededAt: null } });
  if ((held?.version ?? 0) !== asked.seen) return refuseRecord('recorded_meanwhile', {});
  const version = asked.seen + 1;
  await writeRecord(transaction, asked, version);
  await writeActions(transaction, booking, asked);
  await changeBooking(transaction, booking, asked);
  const { absenceUses } = await transaction.programme.findUniqueOrThrow({ where: { id: booking.programmeId } });
  await settleHour(transaction, {
    ...{
      companyId: booking.company.id,
      bookingId,
      to: hourAfter(outcome, absenceUses),
      reason: '',
      byId: by.personId,
      now,
    },
  });
  await tellCompany(transaction, booking, { version, byId: by.personId, now });
  return { booking, version };
}

async function writeRecord(transaction: Transaction, asked: SaveRecord, version: number): Promise<void> {
  const { bookingId, outcome, minutes, advice, absentIds, by, now } = asked;
  await transaction.consultationRecord.updateMany({
    where: { bookingId, supersededAt: null },
    data: { supersededAt: now },
  });
  await transaction.consultationRecord.create({
    data: { bookingId, version, outcome, minutes, advice, absentIds: [...absentIds], byId: by.personId, at: now },
  });
}

/** What is done stays done; what the correction no longer has is dropped; the rest is new. */
async function writeActions(
  transaction: Transaction,
  { id, company }: BookingEntry,
  { nextActions, now }: SaveRecord,
): Promise<void> {
  const before = await readActionsOf(transaction, id);
  const keyOf = (action: WrittenAction) => JSON.stringify([action.text, action.owner, action.dueOn]);
  const wanted = new Map(nextActions.map((action) => [keyOf(action), action]));
  const dropped = before.filter((action) => !wanted.has(keyOf(asWritten(action))) && action.doneAt === null);
  for (const action of before) wanted.delete(keyOf(asWritten(action)));
  await transaction.nextAction.updateMany({
    where: { id: { in: dropped.map((action) => action.id) } },
    data: { droppedAt: now },
  });
  await transaction.nextAction.createMany({
    data: [...wanted.values()].map(({ text, owner, dueOn }) => ({
      ...{ bookingId: id, companyId: company.id, text, owner, createdAt: now },
      dueOn: dueOn === null ? null : new Date(dueOn),
    })),
  });
}

async function changeBooking(
  transaction: Transaction,
  { id, adviser, startsAt, version }: BookingEntry,
  { outcome, by, now }: SaveRecord,
): Promise<void> {
  await transaction.booking.update({ where: { id }, data: { state: outcome, version: version + 1 } });
  await transaction.bookingChange.create({
    data: {
      ...{ bookingId: id, version: version + 1, kind: 'recorded', wasStartsAt: startsAt, wasAdviserId: adviser.id },
      ...{ startsAt, adviserId: adviser.id, byId: by.personId, at: now },
    },
  });
}

interface Told {
  readonly version: number;
  readonly byId: string;
  readonly now: Date;
}

/** Those who were to attend or, where they have left, all of the company; and who booked it. */
async function tellCompany(
  transaction: Transaction,
  { id, programmeId, hearerIds }: BookingEntry,
  { version, byId, now }: Told,
): Promise<void> {
  const { bookedById } = await transaction.booking.findUniqueOrThrow({ where: { id } });
  const booker = await transaction.membership.findFirst({
    where: { programmeId, personId: bookedById, role: 'participant', endedAt: null },
  });
  const people = new Set([...hearerIds, ...(booker === null ? [] : [bookedById])]);
  people.delete(byId);
  const kind = consultationRecorded;
  await plan(
    transaction,
    now,
    [...people].map((personId) => ({
      key: `${kind.key}:${id}:${version}:${personId}`,
      ...{ kind, programmeId, personId, subjectId: id, data: { version }, dueAt: now },
    })),
  );
}
