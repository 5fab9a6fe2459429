/** Reserves a parking space for a person; the secretariat is notified. */
import type { Session, Transaction } from '../../prisma/client.js';
import { plan } from '../../programme/notifications/plan.js';
import type { Refusal } from '../../programme/requests/refusal.js';
import { parkingReserved } from './notifications.js';
import { refuseReserving } from './rules.js';

interface ReserveSpace {
  readonly sessionId: string;
  readonly personId: string;
  readonly space: number;
  readonly now: Date;
}

/** A space that is taken violates the constraint `parking_space_taken`. */
export async function reserveSpace(
  transaction: Transaction,
  { sessionId, personId, space, now }: ReserveSpace,
): Promise<Session | Refusal> {
  const session = await transaction.session.findUniqueOrThrow({ where: { id: sessionId } });
  const refused = refuseReserving(session, now);
  if (refused) return refused;
  await transaction.$executeRaw`
    INSERT INTO parking (session_id, space, person_id) VALUES (${sessionId}::uuid, ${space}, ${personId}::uuid)`;
  const { programmeId } = session;
  const staff = await transaction.membership.findMany({ where: { programmeId, role: 'secretariat', endedAt: null } });
  await plan(
    transaction,
    now,
    staff.map((member) => ({
      key: `parking.reserved:${sessionId}:${space}:${personId}:${now.getTime()}:${member.personId}`,
      kind: parkingReserved,
      programmeId,
      personId: member.personId,
      subjectId: sessionId,
      data: { space, holder: personId },
      dueAt: now,
    })),
  );
  return session;
}
