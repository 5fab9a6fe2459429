/** Plans to notify people of what somebody else did with their registration. */
import type { Session, Transaction } from '../../prisma/client.js';
import { plan } from '../notifications/plan.js';

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
  await planUnlessOwn(transaction, 'session.registered', about);
}

/** Somebody else gave up the person's place. */
export async function notifyCancelled(transaction: Transaction, about: AboutRegistration): Promise<void> {
  await planUnlessOwn(transaction, 'session.cancelled', about);
}

async function planUnlessOwn(
  transaction: Transaction,
  kind: 'session.registered' | 'session.cancelled',
  { session, registration, personId, byId, now }: AboutRegistration,
): Promise<void> {
  if (personId === byId) return;
  await plan(transaction, now, [
    {
      key: `${kind}:${registration.id}:${now.getTime()}`,
      kind,
      programmeId: session.programmeId,
      personId,
      subjectId: session.id,
      data: { registration: registration.id, by: byId },
      dueAt: now,
    },
  ]);
}
