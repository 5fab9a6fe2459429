/** Moves people whose mode a session no longer offers into the one that is left, and back if it is offered again in time. */
import type { Session, Transaction } from '../../prisma/client.js';
import type { Mode } from '../requests/context.js';
import { modesOf } from '../sessions/rules.js';

/** Where only one mode is left, everyone in the other moves into it. What they held or waited for is kept with the registration. The session must be locked. */
export async function moveToOfferedMode(transaction: Transaction, session: Session, now: Date): Promise<void> {
  const [only, other] = modesOf(session);
  if (only === undefined || other !== undefined) return;
  const gone: Mode = only === 'online' ? 'onsite' : 'online';
  const left = await transaction.registration.findMany({
    where: {
      sessionId: session.id,
      OR: [
        { state: { in: ['confirmed', 'waiting'] }, mode: gone },
        { state: 'confirmed', waitingFor: gone },
      ],
    },
  });
  for (const { id, state, mode, waitingFor, queueNumber } of left) {
    const isMoved = state === 'confirmed' && mode === gone;
    // A person who held a place in the mode that stays waits no longer; one who waited for the other alone goes on waiting here.
    const waits = state === 'waiting' ? { waitingFor: only } : { waitingFor: null, queueNumber: null };
    await transaction.registration.update({
      where: { id },
      data: {
        ...{ mode: only, ...waits, changedAt: now },
        ...{ movedFrom: isMoved ? gone : null, movedWaitingFor: waitingFor, movedQueue: queueNumber },
      },
    });
  }
}

/**
 * Gives back what people held before their mode was taken away, where it is offered again and they have not heard of it yet:
 * to them it never went away. Who has heard stays in the mode that they were moved to. The session must be locked.
 */
export async function moveBack(
  transaction: Transaction,
  session: Session,
  { unaware, now }: { readonly unaware: readonly string[]; readonly now: Date },
): Promise<void> {
  if (modesOf(session).length < 2) return;
  const moved = await transaction.registration.findMany({
    where: {
      sessionId: session.id,
      personId: { in: [...unaware] },
      state: { in: ['confirmed', 'waiting'] },
      OR: [{ movedFrom: { not: null } }, { movedWaitingFor: { not: null } }],
    },
  });
  for (const { id, state, mode, movedFrom, movedWaitingFor, movedQueue } of moved) {
    const waits = { waitingFor: movedWaitingFor, queueNumber: movedQueue };
    await transaction.registration.update({
      where: { id },
      data: {
        ...{ mode: state === 'waiting' ? movedWaitingFor : (movedFrom ?? mode), ...waits, changedAt: now },
        ...{ movedFrom: null, movedWaitingFor: null, movedQueue: null },
      },
    });
  }
}
