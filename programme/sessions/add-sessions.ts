/** Adds sessions with their first version, as a person creates one or a file defines them. */
import { randomUUID } from 'node:crypto';
import type { Session, Transaction } from '../../prisma/client.js';
import { newCheckInCode } from './check-in-code.js';
import { type SessionDefinition, snapshotOf } from './snapshot.js';

export interface NewSession extends SessionDefinition {
  readonly code: string;
  /** Why it does not take place, perhaps empty; left out: it does. */
  readonly calledOff?: string | undefined;
}

interface AddSessions {
  readonly programmeId: string;
  readonly sessions: readonly NewSession[];
  /** Null marks their first version as a file's. */
  readonly byId: string | null;
  readonly now: Date;
}

/** The sessions as they were added, in the same order. The caller sees to it that their codes are free. */
export async function addSessions(
  transaction: Transaction,
  { programmeId, sessions, byId, now }: AddSessions,
): Promise<readonly Session[]> {
  const added = sessions.map(({ calledOff, ...session }) => ({
    id: randomUUID(),
    programmeId,
    ...session,
    state: calledOff === undefined ? ('scheduled' as const) : ('called_off' as const),
    calledOffWhy: calledOff ?? '',
    version: 1,
    checkInCode: newCheckInCode(),
    createdAt: now,
  }));
  await transaction.session.createMany({ data: added });
  await transaction.sessionVersion.createMany({
    data: added.map((session) => ({
      sessionId: session.id,
      version: 1,
      snapshot: snapshotOf(session),
      changedBy: byId,
      createdAt: now,
    })),
  });
  return added;
}
