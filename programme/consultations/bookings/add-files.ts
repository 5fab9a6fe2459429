/** Adds what somebody of the company sent to a consultation that is booked, until it begins, and tells the adviser. */
import type { Transaction } from '../../../prisma/client.js';
import type { ActingMember } from '../../members/acting-member.js';
import { plan } from '../../notifications/plan.js';
import { type Refusal, refuse } from '../../requests/refusal.js';
import { filesAdded } from '../changes/files-added.js';
import { MOST_OF_A_BOOKING } from './booking-files.js';
import { lockAdvisers } from './bookings.sql.js';
import { type BookingEntry, readBooking } from './queries.js';
import { refuseBooking } from './refuse-booking.js';
import { refuseCompany } from './refuse-company.js';
import { refuseChange } from './rules.js';

export interface AddFiles {
  readonly bookingId: string;
  readonly fileIds: readonly string[];
  readonly by: ActingMember;
  readonly now: Date;
}

/** What stands against it; no guard time, since an hour is as it was. */
export function refuseFiles(
  booking: BookingEntry,
  { fileIds, now }: Pick<AddFiles, 'fileIds' | 'now'>,
): Refusal | null {
  const refused = refuseChange(booking, { terms: booking.terms, isStaff: true, now });
  if (refused) return refused;
  const tooMany = booking.files.length + fileIds.length > MOST_OF_A_BOOKING;
  return tooMany ? refuseCompany('files_full', { most: MOST_OF_A_BOOKING }, { field: 'files' }) : null;
}

export async function addFiles(transaction: Transaction, asked: AddFiles): Promise<BookingEntry | Refusal> {
  const { bookingId, fileIds, by, now } = asked;
  const seen = await readBooking(transaction, bookingId);
  if (seen === null || seen.programmeId !== by.programmeId) return refuse('not_found', {});
  await lockAdvisers(transaction, [seen.adviser.id]);
  const booking = await readBooking(transaction, bookingId);
  if (booking === null) return refuse('not_found', {});
  // Taken over by another adviser while this waited, who would not be told.
  if (booking.adviser.id !== seen.adviser.id) return refuseBooking('booking_changed', {});
  const refused = refuseFiles(booking, asked);
  if (refused) return refused;
  await transaction.bookingFile.createMany({ data: fileIds.map((fileId) => ({ bookingId, fileId })) });
  await plan(transaction, now, [
    {
      key: `${filesAdded.key}:${bookingId}:${fileIds.join(' ')}`,
      ...{ kind: filesAdded, programmeId: booking.programmeId, personId: booking.adviser.id, subjectId: bookingId },
      ...{ data: { files: fileIds.join(' ') }, dueAt: now },
    },
  ]);
  return booking;
}
