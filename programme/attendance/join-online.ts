/** Records that a person who is registered online has come, as they join. */

import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseOutsideCheckIn, titleOf } from '../sessions/rules.js';
import { type StandingRecord, writeAttendance } from './attendance.js';
import { refuseAttendance } from './refuse-attendance.js';

interface JoinOnline {
  readonly sessionId: string;
  readonly by: ActingMember;
  readonly now: Date;
}

export interface Attended {
  readonly session: Session;
  /** What the secretariat recorded of the person and what therefore stands; null where the attendance is recorded. */
  readonly standing: StandingRecord | null;
}

/** The session's link is for the person to see. Joining again changes nothing. */
export async function joinOnline(
  transaction: Transaction,
  { sessionId, by, now }: JoinOnline,
): Promise<Attended | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const refused = refuseOutsideCheckIn(session, now);
  if (refused) return refused;
  const registration = await transaction.registration.findUnique({
    where: { sessionId_personId: { sessionId, personId: by.personId } },
  });
  if (registration?.state !== 'confirmed' || registration.mode !== 'online') {
    return refuseAttendance('not_registered_online', { title: titleOf(session) });
  }
  const source = 'online_button';
  const record = { sessionId, people: [by], came: 'online', source, byId: by.personId, now } as const;
  const { standing } = await writeAttendance(transaction, record);
  return { session, standing: standing[0] ?? null };
}
