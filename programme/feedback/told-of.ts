/** Who was asked for feedback on a session and reminded of it, under either of two records of one person, so that nobody is asked twice. */
import type { Transaction } from '../../prisma/client.js';
import { localOf } from '../messages/dates.js';

const kinds = ['feedback.asked', 'feedback.reminder', 'feedback.asked-again'];

/** Something that somebody was or is to be told about a session's feedback. */
export interface ToldOfFeedback {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  /** It is sent, or may have been; otherwise it is still to be. */
  readonly isSent: boolean;
  readonly dueAt: Date;
  /** When it was sent; null while that is not known. */
  readonly settledAt: Date | null;
}

/** By person; what was withdrawn or could not be sent is left out. */
export async function readToldOf(
  transaction: Transaction,
  { sessionId, personIds }: { readonly sessionId: string; readonly personIds: readonly string[] },
): Promise<(personId: string) => readonly ToldOfFeedback[]> {
  const ids = [...personIds];
  const rows = await transaction.notification.findMany({
    where: {
      ...{ subjectId: sessionId, kind: { in: kinds } },
      state: { in: ['pending', 'queued', 'sending', 'delivered', 'unknown'] },
      person: { OR: [{ id: { in: ids } }, { mergedIntoId: { in: ids } }] },
    },
    select: {
      ...{ id: true, key: true, kind: true, state: true, dueAt: true, settledAt: true, personId: true },
      person: { select: { mergedIntoId: true } },
    },
  });
  const byPerson = new Map<string, ToldOfFeedback[]>();
  for (const { state, personId, person, ...row } of rows) {
    const told = { ...row, isSent: state !== 'pending' && state !== 'queued' };
    const id = person.mergedIntoId ?? personId;
    const known = byPerson.get(id);
    if (known === undefined) byPerson.set(id, [told]);
    else known.push(told);
  }
  return (personId) => byPerson.get(personId) ?? [];
}

/** Whether two instants are on one day of the zone. */
export function isSameDay(one: Date, other: Date, timeZone: string): boolean {
  return localOf(one, timeZone).date === localOf(other, timeZone).date;
}
