/** Writes a session's new version and plans to notify everyone concerned, once, of what changed. */
import { isDeepStrictEqual } from 'node:util';
import type { Prisma, Session, Transaction } from '../../prisma/client.js';
import { replan } from '../notifications/replan.js';
import { promote } from '../registrations/registrations.js';
import { type Mode, type Refusal, refuse } from '../requests/context.js';
import { sessionCalledOff, sessionChanged } from './notices.js';
import { modesOf } from './rules.js';
import { type SessionSnapshot, type Snapshotted, snapshotOf, snapshotSchema } from './snapshot.js';

/** Everything about a session that can be changed. */
export type SessionFields = Omit<Snapshotted, 'state' | 'calledOffWhy' | 'details'> & {
  readonly details: Prisma.InputJsonObject;
};

export interface SaveSession {
  readonly fields: Partial<SessionFields> & Partial<Pick<Session, 'state' | 'calledOffWhy'>>;
  /** Null where a file was imported. */
  readonly byId: string | null;
  readonly now: Date;
}

/** How many people are told; null where nothing changed. */
export type Saved = { readonly told: number } | null;

/**
 * Saves the changes of a locked session as its next version, moves people whose mode is no longer offered, tells everyone who
 * is registered or waits, and promotes who waits if places were added. Fewer places than are taken are refused.
 */
export async function saveSession(
  transaction: Transaction,
  before: Session,
  save: SaveSession,
): Promise<Saved | Refusal> {
  const { fields, byId, now } = save;
  const version = before.version + 1;
  const after = await transaction.session.update({ where: { id: before.id }, data: { ...fields, version } });
  if (isDeepStrictEqual(snapshotOf(before), snapshotOf(after))) {
    await transaction.session.update({ where: { id: before.id }, data: { version: before.version } });
    return null;
  }
  await moveToOfferedMode(transaction, after, now);
  const refused = await refuseTooSmall(transaction, after);
  if (refused) return refused;
  await transaction.sessionVersion.create({
    data: { sessionId: after.id, version, snapshot: snapshotOf(after), changedBy: byId, createdAt: now },
  });
  const told =
    after.state === 'called_off' && before.state !== 'called_off'
      ? await notifyCalledOff(transaction, after, now)
      : after.endsAt > now && isWorthTelling(snapshotOf(before), snapshotOf(after))
        ? await notifyChanged(transaction, after, now)
        : 0;
  await promote(transaction, after, now);
  return { told };
}

/** Capacities concern the secretariat only; whoever gains a place by them hears of that. */
function isWorthTelling(before: SessionSnapshot, after: SessionSnapshot): boolean {
  const seen = ({ roomCapacity: _room, onlineCapacity: _online, ...rest }: SessionSnapshot) => rest;
  return !isDeepStrictEqual(seen(before), seen(after));
}

/** A meeting that goes online takes along those who wanted to come to the room, and the reverse. */
async function moveToOfferedMode(transaction: Transaction, session: Session, now: Date): Promise<void> {
  const [only, other] = modesOf(session);
  if (only === undefined || other !== undefined) return;
  const gone: Mode = only === 'online' ? 'onsite' : 'online';
  // Who held a place in the mode that stays and waited for the other waits no longer; who waited for it alone goes on waiting here.
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
    if (confirmed > capacity) return refuse('capacity_below_confirmed', { confirmed }, { field });
  }
  return null;
}

/** Whoever is registered or waits, and still belongs to the programme. */
async function concerned(
  transaction: Transaction,
  { id, programmeId }: Session,
): Promise<readonly { personId: string }[]> {
  return await transaction.registration.findMany({
    where: {
      sessionId: id,
      state: { in: ['confirmed', 'waiting'] },
      person: { memberships: { some: { programmeId, endedAt: null } } },
    },
    select: { personId: true },
  });
}

/** A notice of an earlier change that is still to be sent gives way to one of both, which starts from what its reader knew. */
async function notifyChanged(transaction: Transaction, session: Session, now: Date): Promise<number> {
  const people = await concerned(transaction, session);
  const untold = await transaction.$queryRaw<{ personId: string; from: number }[]>`
    SELECT person_id AS "personId", min((data->>'from')::int) AS "from" FROM notification
    WHERE subject_id = ${session.id}::uuid AND kind = 'session.changed' AND state IN ('pending', 'queued', 'sending')
    GROUP BY person_id`;
  const knew = new Map(untold.map(({ personId, from }) => [personId, from]));
  const told = await lastTold(transaction, session);
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
      data: { from: knew.get(personId) ?? told, to: session.version },
      dueAt: now,
    })),
  );
  return people.length;
}

/** The version before this one that people know: a change of what was over by then was told to nobody. */
async function lastTold(transaction: Transaction, session: Session): Promise<number> {
  const earlier = await transaction.sessionVersion.findMany({
    where: { sessionId: session.id, version: { lt: session.version } },
    orderBy: { version: 'desc' },
  });
  const told = earlier.find(({ snapshot, createdAt }) => new Date(snapshotSchema.parse(snapshot).endsAt) > createdAt);
  return (told ?? earlier.at(-1))?.version ?? session.version - 1;
}

/** Notices of changes that are still to be sent are withdrawn: they are of no use to anyone now. */
async function notifyCalledOff(transaction: Transaction, session: Session, now: Date): Promise<number> {
  const people = await concerned(transaction, session);
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
