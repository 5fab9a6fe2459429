/** Records that a person who is registered online has come, as they join. */

import type { Session, Transaction } from '../../prisma/client.js';
import type { ActingMember } from '../members/acting-member.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { lockSessionFor } from '../sessions/lock-session-for.js';
import { refuseOutsideCheckIn, titleOf } from '../sessions/rules.js';
import { writeAttendance } from './attendance.js';
import { refuseAttendance } from './refuse-attendance.js';

interface JoinOnline {
  readonly sessionId: string;
  readonly by: ActingMember;
  readonly now: Date;
}

/** The session, whose link the person may see. Joining again changes nothing. */
export async function joinOnline(
  transaction: Transaction,
  { sessionId, by, now }: JoinOnline,
): Promise<Session | Refusal> {
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
  await writeAttendance(transaction, { sessionId, people: [by], came: 'online', source, byId: by.personId, now });
  return session;
}
