/** Gives and frees places in a session: the rules of seats.ts carried out on the tables, under the session's lock. */
import { randomUUID } from 'node:crypto';
import {
  executePipelined,
  Prisma,
  type Registration,
  type RegistrationState,
  type Session,
  type Transaction,
} from '../../prisma/client.js';
import { type Planned, plan } from '../notifications/plan.js';
import type { Mode } from '../requests/context.js';
import { lockSession, sessionColumns } from '../sessions/find-session.js';
import { sessionPromoted } from '../sessions/notices.js';
import { type Capacities, type Decision, decideSeat, promotions, type Standing, type Tally } from './seats.js';

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

export function capacitiesOf(session: Pick<Session, 'roomCapacity' | 'lineCapacity'>): Capacities {
  return { onsite: session.roomCapacity, online: session.lineCapacity };
}

export function standingOf(registration: Pick<Registration, 'state' | 'mode' | 'waitingFor'> | null): Standing {
  return {
    confirmed: registration?.state === 'confirmed' ? registration.mode : null,
    waitingFor: registration?.waitingFor ?? null,
  };
}

export interface Situation {
  readonly tally: Tally;
  readonly own: Pick<Registration, 'id' | 'state' | 'mode' | 'waitingFor' | 'queueNumber'> | null;
}

/** How full the session is and what this person holds, in one query. */
export async function situation(transaction: Transaction, sessionId: string, personId: string): Promise<Situation> {
  const [row] = await transaction.$queryRaw<{ seating: Seating }[]>`
    SELECT seating(${sessionId}::uuid, ${personId}::uuid) AS seating`;
  return readSeating(row?.seating);
}

/** The same together with the session's lock, since every registration passes here. Throws where there is no such session. */
export async function lockForSeat(
  transaction: Transaction,
  sessionId: string,
  personId: string,
): Promise<{ readonly session: Session; readonly situation: Situation }> {
  const [row] = await transaction.$queryRaw<(Session & { readonly seating: Seating })[]>`
    SELECT ${sessionColumns}, seating(id, ${personId}::uuid) AS seating FROM lock_session(${sessionId}::uuid)`;
  if (row === undefined) throw new Error(`there is no session ${sessionId}`);
  const { seating, ...session } = row;
  return { session, situation: readSeating(seating) };
}

type Seating = Counts & { readonly own: Situation['own'] };

function readSeating(seating: Seating | undefined): Situation {
  return { tally: tallyOf(seating), own: seating?.own ?? null };
}

interface Counts {
  readonly onsiteConfirmed: number;
  readonly onlineConfirmed: number;
  readonly onsiteWaiting: number;
  readonly onlineWaiting: number;
}

function tallyOf(counts: Counts | undefined): Tally {
  return {
    confirmed: { onsite: counts?.onsiteConfirmed ?? 0, online: counts?.onlineConfirmed ?? 0 },
    waiting: { onsite: counts?.onsiteWaiting ?? 0, online: counts?.onlineWaiting ?? 0 },
  };
}

/** Seats a person or puts them on the waitlist. The situation must have been read under the session's lock. */
export async function takeSeat(
  transaction: Transaction,
  session: Session,
  { tally, own }: Situation,
  wish: TakeSeat,
): Promise<Seated> {
  const standing = standingOf(own);
  const decision = decideSeat(capacitiesOf(session), tally, standing, wish.mode);
  if (decision === 'unchanged' && own !== null) {
    return {
      decision,
      held: standing.confirmed,
      registration: own,
      before: await aheadOf(transaction, session.id, own),
    };
  }
  const registration = await write(transaction, session.id, wish, decision, own);
  // A place given up in the other mode is someone else's now.
  if (decision === 'seated' && standing.confirmed !== null) await promote(transaction, session, wish.now);
  const before = decision === 'waits' ? tally.waiting[wish.mode] : null;
  return { decision, held: standing.confirmed, registration, before };
}

async function write(
  transaction: Transaction,
  sessionId: string,
  wish: TakeSeat,
  decision: Decision,
  own: Situation['own'],
): Promise<Seated['registration']> {
  const waits = decision === 'waits';
  // Who waits for the other mode keeps the place held meanwhile.
  const keeps = waits ? standingOf(own).confirmed : null;
  const state: RegistrationState = waits && keeps === null ? 'waiting' : 'confirmed';
  const mode = keeps ?? wish.mode;
  const waitingFor = waits ? wish.mode : null;
  // Under the session's lock nobody else writes the row, so what it will hold is known without waiting for it.
  const id = own?.id ?? randomUUID();
  await executePipelined(
    transaction,
    Prisma.sql`
    INSERT INTO registration (id, session_id, person_id, company_id, mode, state, waiting_for, queue_number,
      registered_by_id, created_at, changed_at)
    VALUES (${id}::uuid, ${sessionId}::uuid, ${wish.personId}::uuid, ${wish.companyId}::uuid, ${mode}::mode,
      ${state}::registration_state, ${waitingFor}::mode,
      CASE WHEN ${waits}::boolean THEN nextval('registration_queue')::int END,
      ${wish.byId}::uuid, ${wish.now}::timestamptz, ${wish.now}::timestamptz)
    ON CONFLICT (session_id, person_id) DO UPDATE SET mode = excluded.mode, state = excluded.state,
      waiting_for = excluded.waiting_for, queue_number = excluded.queue_number, company_id = excluded.company_id,
      registered_by_id = excluded.registered_by_id, changed_at = excluded.changed_at,
      substitute_for_id = CASE WHEN registration.state IN ('confirmed', 'waiting') THEN registration.substitute_for_id END`,
  );
  return { id, state, mode, waitingFor };
}

async function aheadOf(transaction: Transaction, sessionId: string, own: NonNullable<Situation['own']>) {
  if (own.queueNumber === null || own.waitingFor === null) return null;
  return await transaction.registration.count({
    where: { sessionId, waitingFor: own.waitingFor, queueNumber: { lt: own.queueNumber } },
  });
}

/** Gives up what a person holds or waits for and answers that they do not come; promotes whoever is next. The session must be locked. */
export async function leaveSeat(
  transaction: Transaction,
  session: Session,
  registration: Pick<Registration, 'id'>,
  { state, byId, now }: { state: 'cancelled' | 'declined'; byId: string; now: Date },
): Promise<void> {
  await transaction.registration.update({
    where: { id: registration.id },
    data: { state, waitingFor: null, queueNumber: null, registeredById: byId, changedAt: now },
  });
  await promote(transaction, session, now);
}

/**
 * Cancels what people who left a programme hold in its sessions to come, and promotes whoever is next there. Sessions are
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
      data: { state: 'cancelled', waitingFor: null, queueNumber: null, changedAt: now },
    });
    await promote(transaction, session, now);
  }
}

/** Moves up whoever waits for a place that is free, and plans to tell them. The session must be locked. Nobody moves up once it has started. */
export async function promote(transaction: Transaction, session: Session, now: Date): Promise<void> {
  if (session.state === 'called_off' || session.startsAt <= now) return;
  const queue = await transaction.registration.findMany({
    where: { sessionId: session.id, waitingFor: { not: null } },
    orderBy: { queueNumber: 'asc' },
  });
  if (queue.length === 0) return;
  const { tally } = await situation(transaction, session.id, queue[0]?.personId ?? session.id);
  const waiting = queue.flatMap(({ id, state, mode, waitingFor }) =>
    waitingFor === null ? [] : [{ registrationId: id, waitingFor, confirmed: state === 'confirmed' ? mode : null }],
  );
  const notices: Planned[] = [];
  for (const { registrationId, waitingFor } of promotions(capacitiesOf(session), tally, waiting)) {
    const row = queue.find(({ id }) => id === registrationId);
    if (row === undefined) continue;
    await transaction.registration.update({
      where: { id: registrationId },
      data: { state: 'confirmed', mode: waitingFor, waitingFor: null, queueNumber: null, changedAt: now },
    });
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
}
