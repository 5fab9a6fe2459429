/** Sends a colleague in somebody's place: the substitute takes over the very place, so nobody overtakes. */

import type { Session, Transaction } from '../../prisma/client.js';
import { isRefusal, type Refusal, refuse } from '../requests/refusal.js';
import { refuseAudience, titleOf } from '../sessions/rules.js';
import { type Attendee, findAttendee } from './find-attendee.js';
import { type ForAttendee, type LockedRegistration, lockRegistration } from './lock-registration.js';
import { notifyAttendee, notifyCancelled } from './notify-attendee.js';
import { refuseRegistration } from './refuse-registration.js';
import { handOverSeat, promote } from './registrations.js';
import { readSeats } from './registrations.sql.js';
import { refuseSubstituting, refuseUnregistered } from './rules.js';
import { isActive, waitsForSeat } from './seats.js';

export interface SendSubstitute extends ForAttendee {
  readonly substituteId: string;
}

export interface Substituted {
  readonly session: Session;
  readonly attendee: Attendee;
  readonly substitute: Attendee;
}

/** Hands the place over, and plans to notify both where they did not do it themselves. */
export async function sendSubstitute(transaction: Transaction, asked: SendSubstitute): Promise<Substituted | Refusal> {
  const locked = await lockRegistration(transaction, asked);
  if (isRefusal(locked)) return locked;
  const { session, attendee, seats } = locked;
  const refused = refuseSubstituting(locked.input);
  if (refused) return refused;
  if (seats.own === null) return refuseUnregistered(session);
  const substitute = await findSubstitute(transaction, asked, locked);
  if (isRefusal(substitute)) return substitute;
  const { now } = asked;
  const byId = asked.by.personId;
  const { personId } = substitute;
  const to = { fromId: attendee.personId, personId, companyId: attendee.companyId, byId, now };
  const taken = await handOverSeat(transaction, session, seats.own, to);
  // A substitute who waited may have held a place in the other mode.
  await promote(transaction, session, now);
  await notifyAttendee(transaction, { session, registration: taken, personId, byId, now });
  await notifyCancelled(transaction, { session, registration: seats.own, personId: attendee.personId, byId, now });
  return { session, attendee, substitute };
}

/** Somebody of the attendee's company whom the session is meant for and who does not come anyway; who waits for the very place may have it. */
export async function findSubstitute(
  transaction: Transaction,
  { by, substituteId }: Pick<SendSubstitute, 'by' | 'substituteId'>,
  { session, attendee, seats }: Pick<LockedRegistration, 'session' | 'attendee' | 'seats'>,
): Promise<Attendee | Refusal> {
  const field = { field: 'substitute' };
  const substitute = await findAttendee(transaction, by, substituteId);
  if (substitute === null) return refuse('not_found', {}, field);
  if (substitute.companyId !== attendee.companyId) return refuseRegistration('substitute_of_other_company', {}, field);
  const audience = refuseAudience(session, substitute.level);
  if (audience) return { ...audience, ...field };
  const { own } = await readSeats(transaction, session.id, substituteId);
  if (isActive(own) && !waitsForSeat(own, seats.own))
    return refuseRegistration('substitute_is_registered', { title: titleOf(session) }, field);
  return substitute;
}
