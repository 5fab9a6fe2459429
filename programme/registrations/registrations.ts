/** Gives and frees places in a session: the rules of seats.ts carried out on the tables, under the session's lock. */
import { randomUUID } from 'node:crypto';
import type { Registration, RegistrationState, Session, Transaction } from '../../prisma/client.js';
import { endAttendance } from '../attendance/attendance.js';
import { type Planned, plan } from '../notifications/plan.js';
import { followPeople } from '../reminders/plan-reminders.js';
import type { Mode } from '../requests/context.js';
import { lockSession } from '../sessions/sessions.sql.js';
import { sessionPromoted } from './notifications.js';
import { type OwnRow, readSeats, type Seats, writeSeat } from './registrations.sql.js';
import { capacitiesOf, type Decision, decideSeat, heldSeat, promotions } from './seats.js';

export interface TakeSeat {
  readonly personId: string;
  readonly companyId: string | null;
  readonly mode: Mode;
  /** Who asked: the person, a colleague or the secretariat. */
  readonly byId: string;
  readonly now: Date;
}

export interface Seated {
  readonly decision: Decision;
  /** The mode in which a place was held before. */
  readonly held: Mode | null;
  readonly registration: Pick<Registration, 'id' | 'state' | 'mode' | 'waitingFor'>;
  /** How many wait before this person; 0 for the next in line. Null unless waiting. */
  readonly before: number | null;
}

/** Seats a person or puts them on the waitlist. The seats must have been read under the session's lock. */
export async function takeSeat(
  transaction: Transaction,
  session: Session,
  { counts, own }: Seats,
  wish: TakeSeat,
): Promise<Seated> {
  const { confirmed: held } = heldSeat(own);
  const decision = decideSeat(capacitiesOf(session), counts, heldSeat(own), wish.mode);
  if (decision === 'unchanged' && own !== null) {
    return { decision, held, registration: own, before: await countAhead(transaction, session.id, own) };
  }
  const waits = decision === 'waits';
  // Who waits for the other mode keeps the place held meanwhile.
  const keeps = waits ? held : null;
  const state: RegistrationState = waits && keeps === null ? 'waiting' : 'confirmed';
  // Under the session's lock nobody else writes the row, so what it will hold is known without waiting for it.
  const registration = {
    id: own?.id ?? randomUUID(),
    state,
    mode: keeps ?? wish.mode,
    waitingFor: waits ? wish.mode : null,
  };
  const { personId, companyId, byId, now } = wish;
  await writeSeat(transaction, { ...registration, sessionId: session.id, personId, companyId, byId, now });
  await remind(transaction, session, [personId], now);
  // A place given up in the other mode is someone else's now.
  if (decision === 'seated' && held !== null) {
    await endOwnAttendance(transaction, session, { personId, mode: held, now });
    await promote(transaction, session, now);
  }
  return { decision, held, registration, before: waits ? counts.waiting[wish.mode] : null };
}

/** How many wait before somebody who waits; null for who does not. */
export async function countAhead(
  transaction: Transaction,
  sessionId: string,
  own: Pick<OwnRow, 'queueNumber' | 'waitingFor'>,
): Promise<number | null> {
  if (own.queueNumber === null || own.waitingFor === null) return null;
  return await transaction.registration.count({
    where: { sessionId, waitingFor: own.waitingFor, queueNumber: { lt: own.queueNumber } },
  });
}

/**
 * Gives up what a person holds or waits for, because they cancel or answer that they do not come, and promotes the next
 * in the waitlist. The session must be locked.
 */
export async function leaveSeat(
  transaction: Transaction,
  session: Session,
  registration: Pick<Registration, 'id'>,
  { state, personId, byId, now }: { state: 'cancelled' | 'declined'; personId: string; byId: string; now: Date },
): Promise<void> {
  await transaction.registration.update({
    where: { id: registration.id },
    data: { state, ...waitsNoMore, registeredById: byId, changedAt: now },
  });
  await remind(transaction, session, [personId], now);
  await endOwnAttendance(transaction, session, { personId, now });
  await promote(transaction, session, now);
}

/** What people are reminded of follows how they answer. */
async function remind(
  transaction: Transaction,
  { id: subjectId, programmeId }: Session,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  await followPeople(transaction, { programmeId, subjectId, personIds, now });
}

/** Nothing is waited for, and the mode that was once left is forgotten. */
const waitsNoMore = {
  waitingFor: null,
  queueNumber: null,
  movedFrom: null,
  movedWaitingFor: null,
  movedQueue: null,
};

/** Who gives up a place before the start was not there, even if they had checked in: the place is somebody else's. */
async function endOwnAttendance(
  transaction: Transaction,
  { id: sessionId, startsAt }: Session,
  { personId, mode, now }: { personId: string; mode?: Mode; now: Date },
): Promise<void> {
  if (startsAt <= now) return;
  await endAttendance(transaction, { sessionId, personIds: [personId], ...(mode && { mode }), ended: 'left', now });
}

/** Answers that somebody who never answered does not come. The session must be locked. */
export async function writeDeclined(
  transaction: Transaction,
  { sessionId, personId, companyId, byId, now }: Omit<TakeSeat, 'mode'> & { readonly sessionId: string },
): Promise<void> {
  const times = { createdAt: now, changedAt: now };
  await transaction.registration.create({
    data: { sessionId, personId, companyId, state: 'declined', registeredById: byId, ...times },
  });
}

/** Hands a place, or a place in the waitlist, over to somebody of the same company. The session must be locked. */
export async function handOverSeat(
  transaction: Transaction,
  session: Session,
  { id, mode, state, waitingFor, queueNumber }: OwnRow,
  { fromId, personId, companyId, byId, now }: Omit<TakeSeat, 'mode'> & { readonly fromId: string },
): Promise<Pick<Registration, 'id'>> {
  const changed = { registeredById: byId, changedAt: now };
  await transaction.registration.update({
    where: { id },
    data: { state: 'cancelled', ...waitsNoMore, ...changed },
  });
  await endOwnAttendance(transaction, session, { personId: fromId, now });
  const sessionId = session.id;
  const seat = { companyId, mode, state, ...waitsNoMore, waitingFor, queueNumber, substituteForId: fromId, ...changed };
  const taken = await transaction.registration.upsert({
    where: { sessionId_personId: { sessionId, personId } },
    create: { sessionId, personId, createdAt: now, ...seat },
    update: seat,
    select: { id: true },
  });
  await remind(transaction, session, [fromId, personId], now);
  return taken;
}

/**
 * Cancels what people who left a programme hold in its sessions to come, and promotes the next in each waitlist. Sessions are
 * locked in the order of their identifiers, so that two who do this at once do not wait for each other.
 */
export async function releaseSeats(
  transaction: Transaction,
  { programmeId, personIds, now }: { programmeId: string; personIds: readonly string[]; now: Date },
): Promise<void> {
  const held = { personId: { in: [...personIds] }, state: { in: ['confirmed' as const, 'waiting' as const] } };
  const sessions = await transaction.session.findMany({
    where: { programmeId, startsAt: { gt: now }, registrations: { some: held } },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  for (const { id } of sessions) {
    const session = await lockSession(transaction, id);
    await transaction.registration.updateMany({
      where: { sessionId: id, ...held },
      data: { state: 'cancelled', ...waitsNoMore, changedAt: now },
    });
    await remind(transaction, session, personIds, now);
    await promote(transaction, session, now);
  }
}

/** Moves up those who wait for a place that is free, and plans to notify them. The session must be locked. Nobody moves up once it has started. */
export async function promote(transaction: Transaction, session: Session, now: Date): Promise<void> {
  if (session.state === 'called_off' || session.startsAt <= now) return;
  const queue = await transaction.registration.findMany({
    where: { sessionId: session.id, waitingFor: { not: null } },
    orderBy: { queueNumber: 'asc' },
  });
  if (queue.length === 0) return;
  const { counts } = await readSeats(transaction, session.id, queue[0]?.personId ?? session.id);
  const waiting = queue.flatMap(({ id, state, mode, waitingFor }) =>
    waitingFor === null ? [] : [{ registrationId: id, waitingFor, confirmed: state === 'confirmed' ? mode : null }],
  );
  const notices: Planned[] = [];
  for (const { registrationId, waitingFor } of promotions(capacitiesOf(session), counts, waiting)) {
    const row = queue.find(({ id }) => id === registrationId);
    if (row === undefined) continue;
    await transaction.registration.update({
      where: { id: registrationId },
      data: { state: 'confirmed', mode: waitingFor, waitingFor: null, queueNumber: null, changedAt: now },
    });
    if (row.state === 'confirmed' && row.mode !== null) {
      await endOwnAttendance(transaction, session, { personId: row.personId, mode: row.mode, now });
    }
    notices.push({
      // The number in the queue is never used again, so each promotion is told once and a later one anew.
      key: `session.promoted:${registrationId}:${row.queueNumber}`,
      kind: sessionPromoted,
      programmeId: session.programmeId,
      personId: row.personId,
      subjectId: session.id,
      data: { registration: registrationId, mode: waitingFor },
      dueAt: now,
    });
  }
  await plan(transaction, now, notices);
  await remind(
    transaction,
    session,
    notices.map(({ personId }) => personId),
    now,
  );
}
