/** Makes one registration of two for the same session, and moves the others over. */
import type { Registration, Transaction } from '../../prisma/client.js';
import { promote } from '../registrations/registrations.js';

interface Merging {
  readonly fromId: string;
  readonly intoId: string;
  /** Who merges them: the history says so of what is given up and of what takes its place. */
  readonly byId: string;
  readonly now: Date;
}

const ranks = { confirmed: 3, waiting: 2, declined: 1, cancelled: 0 } as const;

/**
 * Whether the first answer is the one that stays: a place before a place in the waitlist, that before an absence, and that
 * before nothing. Of two places the one held longer, of two who wait the one ahead, of two other answers the later one.
 */
export function outranks(one: Registration, other: Registration): boolean {
  if (ranks[one.state] !== ranks[other.state]) return ranks[one.state] > ranks[other.state];
  if (one.state === 'confirmed') return one.createdAt < other.createdAt;
  if (one.state === 'waiting') return (one.queueNumber ?? 0) < (other.queueNumber ?? 0);
  return one.changedAt > other.changedAt;
}

/** All sessions of both must be locked. A second place goes to the next who waits. */
export async function mergeRegistrations(
  transaction: Transaction,
  { fromId, intoId, byId, now }: Merging,
): Promise<void> {
  const rows = await transaction.registration.findMany({
    where: { personId: { in: [fromId, intoId] } },
    orderBy: { sessionId: 'asc' },
  });
  const freed: string[] = [];
  for (const mine of rows.filter(({ personId }) => personId === fromId)) {
    const theirs = rows.find(({ personId, sessionId }) => personId === intoId && sessionId === mine.sessionId);
    if (theirs === undefined) {
      await transaction.registration.update({ where: { id: mine.id }, data: { personId: intoId } });
      continue;
    }
    // First given up, so that the place is never held twice.
    // What is cancelled has had a mode, which means nothing any more.
    const left = { state: 'cancelled', waitingFor: null, queueNumber: null, mode: mine.mode ?? 'online' } as const;
    await transaction.registration.update({
      where: { id: mine.id },
      data: { ...left, registeredById: byId, changedAt: now },
    });
    if (outranks(mine, theirs)) {
      const { mode, state, waitingFor, queueNumber, companyId, substituteForId, registeredById, createdAt } = mine;
      const { movedFrom, movedWaitingFor, movedQueue } = mine;
      const where = { id: theirs.id };
      await transaction.registration.update({
        where,
        data: {
          ...{ mode, state, waitingFor, queueNumber, companyId, registeredById: byId, createdAt, changedAt: now },
          ...{ movedFrom, movedWaitingFor, movedQueue },
          substituteForId: substituteForId === intoId ? null : substituteForId,
        },
      });
      // The change is the merger's, as the history notes it; the place stays theirs who registered for it.
      await transaction.registration.update({ where, data: { registeredById } });
    }
    freed.push(mine.sessionId);
  }
  await transaction.registration.updateMany({
    where: { substituteForId: fromId, personId: { not: intoId } },
    data: { substituteForId: intoId },
  });
  await transaction.registration.updateMany({ where: { substituteForId: fromId }, data: { substituteForId: null } });
  await transaction.registration.updateMany({ where: { registeredById: fromId }, data: { registeredById: intoId } });
  for (const id of freed) {
    await promote(transaction, await transaction.session.findUniqueOrThrow({ where: { id } }), now);
  }
}
