/** Writes what an imported file says of sessions: the one place where an import adds and changes them. */
import { randomUUID } from 'node:crypto';
import type { Prisma, Session, Transaction } from '../../prisma/client.js';
import { newCheckInCode } from '../attendance/check-in-code.js';
import { isRefusal } from '../requests/context.js';
import type { SessionDetails } from './details.js';
import { saveSession } from './save-session.js';
import { type Snapshotted, snapshotOf } from './snapshot.js';

/** A session as a file defines it. Instants are instants; `timeZone` says on whose wall they were written. */
export interface ImportedSession extends Omit<Snapshotted, 'details' | 'state' | 'calledOffWhy'> {
  readonly code: string;
  readonly details: SessionDetails;
}

/** New sessions with their first version; `changedBy` stays empty, which marks a version as a file's. */
export async function addImportedSessions(
  transaction: Transaction,
  programmeId: string,
  sessions: readonly ImportedSession[],
  now: Date,
): Promise<void> {
  const rows = sessions.map((session) => ({
    id: randomUUID(),
    programmeId,
    ...columnsOf(session),
    checkInCode: newCheckInCode(),
    createdAt: now,
  }));
  await transaction.session.createMany({ data: rows });
  await transaction.sessionVersion.createMany({
    data: rows.map(({ id, ...session }) => ({
      sessionId: id,
      version: 1,
      snapshot: snapshotOf({ ...session, state: 'scheduled', calledOffWhy: '' }),
      createdAt: now,
    })),
  });
}

/** The file offers fewer places than are confirmed; what was written has to be undone. */
export interface TooFewPlaces {
  readonly field: 'roomCapacity' | 'onlineCapacity';
  readonly confirmed: number;
}

/**
 * Changes a session to what the file says, as a new version in nobody's name; who is registered or waits is told.
 * @param before as it stands in this transaction, locked
 */
export async function changeImportedSession(
  transaction: Transaction,
  before: Session,
  after: ImportedSession,
  now: Date,
): Promise<TooFewPlaces | null> {
  const { code: _code, ...fields } = columnsOf(after);
  const saved = await saveSession(transaction, before, { fields, byId: null, now });
  if (saved === null || !isRefusal(saved)) return null;
  const { field, facts } = saved;
  if (!('confirmed' in facts) || (field !== 'roomCapacity' && field !== 'onlineCapacity')) {
    throw new Error(`An imported session was refused for a reason that imports do not know: ${saved.refused}`);
  }
  return { field, confirmed: facts.confirmed };
}

function columnsOf(session: ImportedSession) {
  return {
    code: session.code,
    kind: session.kind,
    titleJa: session.titleJa,
    titleEn: session.titleEn,
    audience: session.audience,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    timeZone: session.timeZone,
    method: session.method,
    venueJa: session.venueJa,
    venueEn: session.venueEn,
    link: session.link,
    roomCapacity: session.roomCapacity,
    onlineCapacity: session.onlineCapacity,
    deadline: session.deadline,
    details: session.details,
  } satisfies Omit<Prisma.SessionUncheckedCreateInput, 'programmeId' | 'checkInCode'>;
}
