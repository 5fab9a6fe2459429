/** Moves one particular person to the head of the waitlist: the next free place is theirs. Nobody gets a place that is not free. */
import type { Session, Transaction } from '../../prisma/client.js';
import { recordChange } from '../members/record-change.js';
import type { Mode } from '../requests/context.js';
import { isRefusal, type Refusal } from '../requests/refusal.js';
import { refuseTooLate, titleOf } from '../sessions/rules.js';
import type { Attendee } from './find-attendee.js';
import { type ForAttendee, lockRegistration } from './lock-registration.js';
import { notifyAttendee } from './notify-attendee.js';
import { refuseRegistration } from './refuse-registration.js';
import { countAhead, promote } from './registrations.js';
import { moveToFront } from './registrations.sql.js';
import type { OwnRegistration } from './seats.js';

interface MovedUp {
  readonly session: Session;
  readonly attendee: Attendee;
  readonly mode: Mode;
}

/** Whether there is anything to move: somebody who waits, and not as the first. */
export function refuseMovingUp(
  session: Pick<Session, 'titleJa' | 'titleEn'>,
  own: OwnRegistration,
  ahead: number | null,
): Refusal | null {
  if (own === null || own.waitingFor === null) return refuseRegistration('not_waiting', { title: titleOf(session) });
  return ahead === 0 ? refuseRegistration('first_already', { title: titleOf(session) }) : null;
}

export async function moveUp(transaction: Transaction, asked: ForAttendee): Promise<MovedUp | Refusal> {
  const locked = await lockRegistration(transaction, asked);
  if (isRefusal(locked)) return locked;
  const { session, attendee, seats } = locked;
  const { own } = seats;
  const { by, now } = asked;
  const ahead = own === null ? null : await countAhead(transaction, session.id, own);
  const refused = refuseTooLate(session, by.role, now) ?? refuseMovingUp(session, own, ahead);
  if (refused) return refused;
  if (own === null || own.waitingFor === null) return refuseRegistration('not_waiting', { title: titleOf(session) });
  await moveToFront(transaction, { registrationId: own.id, byId: by.personId, now });
  const { personId } = attendee;
  await recordChange(transaction, {
    ...{
      programmeId: session.programmeId,
      personId,
      kind: 'moved_up',
      sessionId: session.id,
      byId: by.personId,
      at: now,
    },
  });
  await notifyAttendee(transaction, { session, registration: own, personId, byId: by.personId, now });
  await promote(transaction, session, now);
  return { session, attendee, mode: own.waitingFor };
}
