/** Plans to notify people of what somebody else did with their registration. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { NotificationKind } from '../notifications/kind.js';
import { plan } from '../notifications/plan.js';
import { sessionCancelled, sessionRegistered } from './notifications.js';

export interface AboutRegistration {
  readonly session: Pick<Session, 'id' | 'programmeId'>;
  readonly registration: { readonly id: string };
  /** Whose registration it is. */
  readonly personId: string;
  readonly byId: string;
  readonly now: Date;
}

/** Somebody else registered the person, changed their mode or sent them as a substitute. */
export async function notifyAttendee(transaction: Transaction, about: AboutRegistration): Promise<void> {
  await planUnlessOwn(transaction, sessionRegistered, about);
}

/** Somebody else gave up the person's place. */
export async function notifyCancelled(transaction: Transaction, about: AboutRegistration): Promise<void> {
  await planUnlessOwn(transaction, sessionCancelled, about);
}

async function planUnlessOwn(
  transaction: Transaction,
  kind: NotificationKind,
  { session, registration, personId, byId, now }: AboutRegistration,
): Promise<void> {
  if (personId === byId) return;
  await plan(transaction, now, [
    {
      key: `${kind.key}:${registration.id}:${now.getTime()}`,
      kind,
      programmeId: session.programmeId,
      personId,
      subjectId: session.id,
      data: { registration: registration.id, by: byId },
      dueAt: now,
    },
  ]);
}
