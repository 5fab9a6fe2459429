/** What every use case about a registration begins with: the attendee, the session locked, and what the attendee holds. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { type Refusal, refuse } from '../requests/refusal.js';
import { type Attendee, findAttendee, refuseAttendee } from './find-attendee.js';
import { lockForSeat, type Seats } from './registrations.sql.js';
import type { RuleInput } from './rules.js';

/** What every use case about a registration is called with. */
export interface ForAttendee {
  readonly sessionId: string;
  /** Whose registration it is; that of the person who acts unless somebody is named. */
  readonly personId?: string | undefined;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface LockedRegistration {
  readonly session: Session;
  readonly attendee: Attendee;
  readonly seats: Seats;
  /** The same as the rules look at it. */
  readonly input: RuleInput;
}

/** Refused where there is no such attendee, or where the session is not of the programme in which the person acts. */
export async function lockRegistration(
  transaction: Transaction,
  { sessionId, personId, by, now }: ForAttendee,
): Promise<LockedRegistration | Refusal> {
  const attendee = await findAttendee(transaction, by, personId);
  if (attendee === null) return refuseAttendee(personId);
  const { session, seats, takesPart } = await lockForSeat(transaction, sessionId, attendee.personId);
  if (session.programmeId !== by.programmeId) return refuse('not_found', {});
  // Taken off the roster, or merged into somebody else, while this waited for the lock.
  if (!takesPart) return refuseAttendee(attendee.personId);
  const input = { session, own: seats.own, role: by.role, level: attendee.level, now };
  return { session, attendee, seats, input };
}
