/** Records that a person who is registered online has come, as they join. */

import type { Registration, Session, Transaction } from '../../prisma/client.js';
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

export async function readOwn(
  transaction: Transaction,
  sessionId: string,
  personId: string,
): Promise<Pick<Registration, 'state' | 'mode'> | null> {
  return await transaction.registration.findUnique({ where: { sessionId_personId: { sessionId, personId } } });
}

/** Joining is for those who hold a place online, while the session is on. */
export function refuseJoining(
  session: Session,
  own: Pick<Registration, 'state' | 'mode'> | null,
  now: Date,
): Refusal | null {
  const outside = refuseOutsideCheckIn(session, now);
  if (outside) return outside;
  const isOnline = own?.state === 'confirmed' && own.mode === 'online';
  return isOnline ? null : refuseAttendance('not_registered_online', { title: titleOf(session) });
}

/** The session's link is for the person to see. Joining again changes nothing. */
export async function joinOnline(
  transaction: Transaction,
  { sessionId, by, now }: JoinOnline,
): Promise<Attended | Refusal> {
  const session = await lockSessionFor(transaction, sessionId, by);
  if (isRefusal(session)) return session;
  const refused = refuseJoining(session, await readOwn(transaction, sessionId, by.personId), now);
  if (refused) return refused;
  const source = 'online_button';
  const record = { sessionId, people: [by], came: 'online', source, byId: by.personId, now } as const;
  const { standing } = await writeAttendance(transaction, record);
  return { session, standing: standing[0] ?? null };
}
