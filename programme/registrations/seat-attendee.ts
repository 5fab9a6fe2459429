/** Gives an attendee a place in a mode, or a place in its waitlist: what registering and changing the mode have in common. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { Mode } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import type { Attendee } from './find-attendee.js';
import { type ForAttendee, lockRegistration } from './lock-registration.js';
import { notifyAttendee } from './notify-attendee.js';
import { type Seated, takeSeat } from './registrations.js';
import type { RuleInput } from './rules.js';

export interface SeatAttendee extends ForAttendee {
  readonly mode: Mode;
}

export interface SeatedAttendee {
  readonly session: Session;
  readonly attendee: Attendee;
  readonly seated: Seated;
}

/** Seats the attendee unless the rule refuses it, and plans to notify them where somebody else asked. */
export async function seatAttendee(
  transaction: Transaction,
  asked: SeatAttendee,
  rule: (input: RuleInput, mode: Mode) => Refusal | null,
): Promise<SeatedAttendee | Refusal> {
  const locked = await lockRegistration(transaction, asked);
  if (isRefusal(locked)) return locked;
  const { session, attendee, seats } = locked;
  const refused = rule(locked.input, asked.mode);
  if (refused) return refused;
  const { personId, companyId } = attendee;
  const { mode, now } = asked;
  const byId = asked.by.personId;
  const seated = await takeSeat(transaction, session, seats, { personId, companyId, mode, byId, now });
  if (seated.decision !== 'unchanged') {
    await notifyAttendee(transaction, { session, registration: seated.registration, personId, byId, now });
  }
  return { session, attendee, seated };
}
