/** Registers a person for a session, on site or online; when it is full they wait in order. */
import type { Transaction } from '../../prisma/client.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { refuseRegistering } from './rules.js';
import { type SeatAttendee, type SeatedAttendee, seatAttendee } from './seat-attendee.js';

/** Registers the person who acts, a colleague of theirs, or, for the secretariat, any participant of the programme. */
export async function registerAttendee(
  transaction: Transaction,
  asked: SeatAttendee,
): Promise<SeatedAttendee | Refusal> {
  const result = await seatAttendee(transaction, asked, refuseRegistering);
  const isOwn = asked.personId === undefined || asked.personId === asked.by.personId;
  // Whom it is meant for is a matter of the person only where there was one to choose.
  return isRefusal(result) && result.refused === 'not_your_audience' && isOwn
    ? { ...result, field: 'session' }
    : result;
}
