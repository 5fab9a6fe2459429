/** The pure rules of records: when one may be written, and what becomes of the hour. */
import { type Refusal, refuse } from '../../requests/refusal.js';
import type { BookingEntry } from '../bookings/queries.js';
import { refuseRecord } from './refuse-record.js';

export const outcomes = ['held', 'company_absent', 'adviser_absent', 'not_held'] as const;
export type ConsultationOutcome = (typeof outcomes)[number];

/** What the record makes of the hour that was reserved. */
export function hourAfter(outcome: ConsultationOutcome, absenceUses: boolean): 'used' | 'forfeited' | 'returned' {
  if (outcome === 'held') return 'used';
  return outcome === 'company_absent' && absenceUses ? 'forfeited' : 'returned';
}

interface Writer {
  readonly personId: string;
  readonly role: string;
}

/** Why this person cannot write a record now; null where they can. The secretariat does where the programme opens records to it. */
export function refuseWriting(booking: BookingEntry, { personId, role }: Writer, now: Date): Refusal | null {
  const isOwn = booking.adviser.id === personId;
  if (!isOwn && !(role === 'secretariat' && booking.openRecords)) return refuse('not_allowed', {});
  if (booking.state === 'cancelled') return refuseRecord('record_cancelled', booking);
  return booking.startsAt > now ? refuseRecord('record_early', booking) : null;
}
