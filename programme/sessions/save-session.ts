/** Writes a session's new version and plans to notify everyone concerned, once, of what changed. */

import { isDeepStrictEqual } from 'node:util';
import type { Prisma, Session, Transaction } from '../../prisma/client.js';
import { endAttendance } from '../attendance/attendance.js';
import { raiseEvent } from '../calendar/calendar.sql.js';
import { followFeedback } from '../feedback/follow-feedback.js';
import { nobody, type Reach, readReach } from '../members/reach.js';
import { localOf } from '../messages/dates.js';
import { replan } from '../notifications/replan.js';
import { moveBack, moveToOfferedMode } from '../registrations/offered-mode.js';
import { promote } from '../registrations/registrations.js';
import { followSession } from '../reminders/plan-reminders.js';
import type { Refusal } from '../requests/refusal.js';
import { sessionCalledOff, sessionChanged } from './notifications.js';
import { refuseSession } from './refuse-session.js';
import { checkInOpens } from './rules.js';
import { heardBeforeUnsent, type LastHeard, lastKnownVersion } from './sessions.sql.js';
import { type SessionDefinition, type SessionSnapshot, snapshotOf } from './snapshot.js';

interface SaveSession {
  readonly fields: Partial<SessionDefinition> & Partial<Pick<Session, 'state' | 'calledOffWhy'>>;
  /** Null where a file was imported. */
  readonly byId: string | null;
  readonly now: Date;
}

export interface SavedSession {
  readonly session: Session;
  /** Who is notified, and who would be and cannot. */
  readonly notified: Reach;
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
  const heard = await lastHeardBy(transaction, after);
  await moveToOfferedMode(transaction, after, now);
  const unaware = [...heard].flatMap(([personId, { isUnsent }]) => (isUnsent ? [personId] : []));
  await moveBack(transaction, after, { unaware, now });
  if (isOnOtherDay(before, after) && checkInOpens(after) > now) {
    await endAttendance(transaction, { sessionId: after.id, ended: 'moved', now });
  }
  const refused = await refuseTooSmall(transaction, after);
  if (refused) return refused;
  await transaction.sessionVersion.create({
    data: { sessionId: after.id, version, snapshot: snapshotOf(after), changedBy: byId, createdAt: now },
  });
  const notified = await notifyOfChange(transaction, { before, after, heard }, now);
  await promote(transaction, after, now);
  await followSession(transaction, after, now);
  const asksElsewhen = before.endsAt.getTime() !== after.endsAt.getTime() || before.state !== after.state;
  if (asksElsewhen) await followFeedback(transaction, { sessionId: after.id, personIds: null, now });
  if (concernsAttendees(snapshotOf(before), snapshotOf(after))) await raiseEvent(transaction, after.id);
  return { session: after, notified };
}

async function notifyOfChange(
  transaction: Transaction,
  { before, after, heard }: { readonly before: Session; readonly after: Session; readonly heard: Heard },
  now: Date,
): Promise<Reach> {
  if (after.state === 'called_off' && before.state !== 'called_off') {
    return await notifyCalledOff(transaction, after, now);
  }
  const isNotable = after.endsAt > now && concernsAttendees(snapshotOf(before), snapshotOf(after));
  return isNotable ? await notifyChanged(transaction, after, heard, now) : nobody;
}

/** A record of who came belongs to the day on which they came. */
function isOnOtherDay(before: Session, after: Session): boolean {
  const day = ({ startsAt }: Session) => localOf(startsAt, after.timeZone).date;
  return day(before) !== day(after);
}

/** What everyone concerned last heard of the session, by person. */
type Heard = ReadonlyMap<string, LastHeard & { readonly isUnsent: boolean }>;

/** The session must be saved, and nobody moved yet to another mode. */
async function lastHeardBy(transaction: Transaction, session: Session): Promise<Heard> {
  const people = await transaction.registration.findMany({
    where: concerned(session),
    select: { personId: true, state: true, mode: true },
  });
  const unsent = await heardBeforeUnsent(transaction, session.id);
  const version = await lastKnownVersion(transaction, session);
  return new Map(
    people.map(({ personId, state, mode }) => {
      const before = unsent.get(personId);
      const held = state === 'confirmed' ? mode : null;
      return [personId, { ...(before ?? { version, held }), isUnsent: before !== undefined }];
    }),
  );
}

/** Capacities concern the secretariat only; those who gain a place by them are notified of that. */
function concernsAttendees(before: SessionSnapshot, after: SessionSnapshot): boolean {
  const seen = ({ roomCapacity: _room, onlineCapacity: _online, ...rest }: SessionSnapshot) => rest;
  return !isDeepStrictEqual(seen(before), seen(after));
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

/** Who would be notified of a change. */
export async function reachOfChange(
  transaction: Transaction,
  session: Pick<Session, 'id' | 'programmeId'>,
): Promise<Reach> {
  const people = await transaction.registration.findMany({ where: concerned(session), select: { personId: true } });
  return await readReach(
    transaction,
    session.programmeId,
    people.map(({ personId }) => personId),
  );
}

/** A notice starts from what its reader knows: of an earlier change that is still unsent they hear together with this one. */
async function notifyChanged(transaction: Transaction, session: Session, heard: Heard, now: Date): Promise<Reach> {
  await replan(
    transaction,
    now,
    { programmeId: session.programmeId, subjectId: session.id, kinds: [sessionChanged] },
    [...heard].map(([personId, { version, held }]) => ({
      key: `session.changed:${session.id}:${session.version}:${personId}`,
      kind: sessionChanged,
      programmeId: session.programmeId,
      personId,
      subjectId: session.id,
      data: { from: version, to: session.version, held: held ?? 'none' },
      dueAt: now,
    })),
  );
  return await readReach(transaction, session.programmeId, [...heard.keys()]);
}

/** Notices of changes that are still to be sent are withdrawn: they are of no use to anyone now. */
async function notifyCalledOff(transaction: Transaction, session: Session, now: Date): Promise<Reach> {
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
  return await readReach(
    transaction,
    session.programmeId,
    people.map(({ personId }) => personId),
  );
}
