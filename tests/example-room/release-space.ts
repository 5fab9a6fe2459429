/** Releases a parking space that a person has reserved; that person is notified. */
import { z } from 'zod';
import type { Session, Transaction } from '../../prisma/client.js';
import { plan } from '../../programme/notifications/plan.js';
import type { Refusal } from '../../programme/requests/refusal.js';
import { parkingReleased } from './notifications.js';
import { refuseParking } from './refuse-parking.js';

interface ReleaseSpace {
  readonly sessionId: string;
  readonly space: number;
  readonly now: Date;
}

export async function releaseSpace(
  transaction: Transaction,
  { sessionId, space, now }: ReleaseSpace,
): Promise<Session | Refusal> {
  const rows = await transaction.$queryRaw<unknown[]>`
    DELETE FROM parking WHERE session_id = ${sessionId}::uuid AND space = ${space} RETURNING person_id AS "personId"`;
  const [released] = z.array(z.object({ personId: z.uuid() })).parse(rows);
  if (released === undefined) return refuseParking('not_reserved', { space });
  const session = await transaction.session.findUniqueOrThrow({ where: { id: sessionId } });
  await plan(transaction, now, [
    {
      key: `parking.released:${sessionId}:${space}:${released.personId}:${now.getTime()}`,
      kind: parkingReleased,
      programmeId: session.programmeId,
      personId: released.personId,
      subjectId: sessionId,
      data: { space, holder: released.personId },
      dueAt: now,
    },
  ]);
  return session;
}
