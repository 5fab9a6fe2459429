/** Records that somebody will not attend; a place that they hold is given up, and the next in the waitlist moves up. */
import type { Transaction } from '../../prisma/client.js';
import { followPeople } from '../reminders/plan-reminders.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import type { Left } from './cancel-registration.js';
import { type ForAttendee, lockRegistration } from './lock-registration.js';
import { notifyCancelled } from './notify-attendee.js';
import { leaveSeat, writeDeclined } from './registrations.js';
import { refuseDeclining } from './rules.js';
import { isActive } from './seats.js';

/** Declines, and plans to notify the attendee where somebody else gave up a place that they held or waited for. */
export async function declineSession(transaction: Transaction, asked: ForAttendee): Promise<Left | Refusal> {
  const locked = await lockRegistration(transaction, asked);
  if (isRefusal(locked)) return locked;
  const { session, attendee, seats } = locked;
  const refused = refuseDeclining(locked.input);
  if (refused) return refused;
  const { now } = asked;
  const byId = asked.by.personId;
  const { own } = seats;
  const { personId, companyId } = attendee;
  if (own === null) {
    await writeDeclined(transaction, { sessionId: session.id, personId, companyId, byId, now });
    const { id: subjectId, programmeId } = session;
    await followPeople(transaction, { programmeId, subjectId, personIds: [personId], now });
  } else if (own.state !== 'declined') {
    await leaveSeat(transaction, session, own, { state: 'declined', personId, byId, now });
    if (isActive(own)) await notifyCancelled(transaction, { session, registration: own, personId, byId, now });
  }
  return { session, attendee };
}
