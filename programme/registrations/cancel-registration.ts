/** Gives up a place or a place in the waitlist; the next in the waitlist moves up. */
import type { Session, Transaction } from '../../prisma/client.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import type { Attendee } from './find-attendee.js';
import { type ForAttendee, lockRegistration } from './lock-registration.js';
import { notifyCancelled } from './notify-attendee.js';
import { leaveSeat } from './registrations.js';
import { refuseCancelling, refuseUnregistered } from './rules.js';

/** Who left which session. */
export interface Left {
  readonly session: Session;
  readonly attendee: Attendee;
}

/** Cancels the registration, and plans to notify the attendee where somebody else did. */
export async function cancelRegistration(transaction: Transaction, asked: ForAttendee): Promise<Left | Refusal> {
  const locked = await lockRegistration(transaction, asked);
  if (isRefusal(locked)) return locked;
  const { session, attendee, seats } = locked;
  const refused = refuseCancelling(locked.input);
  if (refused) return refused;
  if (seats.own === null) return refuseUnregistered(session);
  const { now } = asked;
  const byId = asked.by.personId;
  await leaveSeat(transaction, session, seats.own, { state: 'cancelled', personId: attendee.personId, byId, now });
  await notifyCancelled(transaction, { session, registration: seats.own, personId: attendee.personId, byId, now });
  return { session, attendee };
}
