/** Writes a session's new version and plans to notify everyone concerned, once, of what changed. */

import { isDeepStrictEqual } from 'node:util';
import type { Prisma, Session, Transaction } from '../../prisma/client.js';
import { replan } from '../notifications/replan.js';
import { promote } from '../registrations/registrations.js';
import type { Mode } from '../requests/context.js';
import type { Refusal } from '../requests/refusal.js';
import { sessionCalledOff, sessionChanged } from './notifications.js';
import { refuseSession } from './refuse-session.js';
import { modesOf } from './rules.js';
import { lastKnownVersion, versionsBeforeUnsent } from './sessions.sql.js';
import { type SessionDefinition, type SessionSnapshot, snapshotOf } from './snapshot.js';

interface SaveSession {
  readonly fields: Partial<SessionDefinition> & Partial<Pick<Session, 'state' | 'calledOffWhy'>>;
  /** Null where a file was imported. */
  readonly byId: string | null;
  readonly now: Date;
}

export interface SavedSession {
  readonly session: Session;
  /** How many people are notified. */
  readonly notified: number;
}

/**
 * Saves the changes of a locked session as its next version, moves people whose mode is no longer offered, notifies everyone
 * who is registered or waits, and promotes those who wait if places were added. Null where nothing changed. Fewer places than
 * are taken are refused.
 */
export async function saveSession(
  transaction: Transaction,
  before: Session,
  { fields, byId, now }: SaveSession,
): Promise<SavedSession | Refusal | null> {
  if (isDeepStrictEqual(snapshotOf(before), snapshotOf({ ...before, ...fields }))) return null;
  const version = before.version + 1;
  const after = await transaction.session.update({ where: { id: before.id }, data: { ...fields, version } });
  await moveToOfferedMode(transaction, after, now);
  const refused = await refuseTooSmall(transaction, after);
  if (refused) return refused;
  await transaction.sessionVersion.create({
    data: { sessionId: after.id, version, snapshot: snapshotOf(after), changedBy: byId, createdAt: now },
  });
  const notified = await notifyOfChange(transaction, { before, after }, now);
  await promote(transaction, after, now);
  return { session: after, notified };
}

async function notifyOfChange(
  transaction: Transaction,
  { before, after }: { readonly before: Session; readonly after: Session },
  now: Date,
): Promise<number> {
  if (after.state === 'called_off' && before.state !== 'called_off') {
    return await notifyCalledOff(transaction, after, now);
  }
  const isNotable = after.endsAt > now && concernsAttendees(snapshotOf(before), snapshotOf(after));
  return isNotable ? await notifyChanged(transaction, after, now) : 0;
}

/** Capacities concern the secretariat only; those who gain a place by them are notified of that. */
function concernsAttendees(before: SessionSnapshot, after: SessionSnapshot): boolean {
  const seen = ({ roomCapacity: _room, onlineCapacity: _online, ...rest }: SessionSnapshot) => rest;
  return !isDeepStrictEqual(seen(before), seen(after));
}

/** Where only one mode is left, everyone in the other moves into it. */
async function moveToOfferedMode(transaction: Transaction, session: Session, now: Date): Promise<void> {
  const [only, other] = modesOf(session);
  if (only === undefined || other !== undefined) return;
  const gone: Mode = only === 'online' ? 'onsite' : 'online';
  // A person who held a place in the mode that stays waits no longer; one who waited for the other alone goes on waiting here.
  await transaction.registration.updateMany({
    where: { sessionId: session.id, state: 'confirmed', waitingFor: gone },
    data: { waitingFor: null, queueNumber: null, changedAt: now },
  });
  await transaction.registration.updateMany({
    where: { sessionId: session.id, state: 'confirmed', mode: gone },
    data: { mode: only, waitingFor: null, queueNumber: null, changedAt: now },
  });
  await transaction.registration.updateMany({
    where: { sessionId: session.id, state: 'waiting', mode: gone },
    data: { mode: only, waitingFor: only, changedAt: now },
  });
}

async function refuseTooSmall(transaction: Transaction, session: Session): Promise<Refusal | null> {
  const capacities = [
    ['onsite', session.roomCapacity, 'roomCapacity'],
    ['online', session.onlineCapacity, 'onlineCapacity'],
  ] as const;
  for (const [mode, capacity, field] of capacities) {
    if (capacity === null) continue;
    const confirmed = await transaction.registration.count({
      where: { sessionId: session.id, state: 'confirmed', mode },
    });
    if (confirmed > capacity) return refuseSession('capacity_below_confirmed', { confirmed }, { field });
  }
  return null;
}

/** Those who are registered or wait, and still belong to the programme. */
function concerned({ id, programmeId }: Pick<Session, 'id' | 'programmeId'>) {
  return {
    sessionId: id,
    state: { in: ['confirmed', 'waiting'] },
    person: { memberships: { some: { programmeId, endedAt: null } } },
  } satisfies Prisma.RegistrationWhereInput;
}

/** How many people would be notified of a change. */
export async function countConcerned(
  transaction: Transaction,
  session: Pick<Session, 'id' | 'programmeId'>,
): Promise<number> {
  return await transaction.registration.count({ where: concerned(session) });
}

/** A notice starts from the version that its reader knows: of an earlier change that is still unsent they hear together with this one. */
async function notifyChanged(transaction: Transaction, session: Session, now: Date): Promise<number> {
  const people = await transaction.registration.findMany({ where: concerned(session), select: { personId: true } });
  const knew = await versionsBeforeUnsent(transaction, session.id);
  const known = await lastKnownVersion(transaction, session);
  await replan(
    transaction,
    now,
    { programmeId: session.programmeId, subjectId: session.id, kinds: [sessionChanged] },
    people.map(({ personId }) => ({
      key: `session.changed:${session.id}:${session.version}:${personId}`,
      kind: sessionChanged,
      programmeId: session.programmeId,
      personId,
      subjectId: session.id,
      data: { from: knew.get(personId) ?? known, to: session.version },
      dueAt: now,
    })),
  );
  return people.length;
}

/** Notices of changes that are still to be sent are withdrawn: they are of no use to anyone now. */
async function notifyCalledOff(transaction: Transaction, session: Session, now: Date): Promise<number> {
  const people = await transaction.registration.findMany({ where: concerned(session), select: { personId: true } });
  await replan(
    transaction,
    now,
    { programmeId: session.programmeId, subjectId: session.id, kinds: [sessionChanged, sessionCalledOff] },
    people.map(({ personId }) => ({
      key: `session.called-off:${session.id}:${personId}`,
      kind: sessionCalledOff,
      programmeId: session.programmeId,
      personId,
      subjectId: session.id,
      dueAt: now,
    })),
  );
  return people.length;
}
