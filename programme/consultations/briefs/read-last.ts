/** What is known of a company's last consultation, for the next one's brief: data, without words. */
import type { Transaction } from '../../../prisma/client.js';
import type { Hour } from '../hour-words.js';

/** A thing to be done that came out of it. */
export interface BriefedAction {
  readonly text: string;
  readonly owner: string;
  /** 2025-02-28 */
  readonly dueOn: string | null;
  readonly done: boolean;
}

export interface LastConsultation extends Hour {
  readonly advice: string;
  /** What the reader alone wrote down. */
  readonly ownNotes: readonly string[];
  readonly nextActions: readonly BriefedAction[];
}

interface Before {
  readonly companyId: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  /** Whose private notes are shown. */
  readonly readerId: string;
}

/** The latest that was held before this one; null where there is none. */
export async function readLastConsultation(
  transaction: Transaction,
  { companyId, startsAt: before, timeZone, readerId }: Before,
): Promise<LastConsultation | null> {
  const last = await transaction.booking.findFirst({
    where: { companyId, state: 'held', startsAt: { lt: before } },
    orderBy: { startsAt: 'desc' },
    include: {
      records: { where: { supersededAt: null } },
      notes: { where: { authorId: readerId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      nextActions: { where: { droppedAt: null }, orderBy: [{ dueOn: 'asc' }, { createdAt: 'asc' }, { id: 'asc' }] },
    },
  });
  if (last === null) return null;
  const { startsAt, endsAt, records, notes, nextActions } = last;
  return {
    ...{ startsAt, endsAt, timeZone },
    advice: records[0]?.advice ?? '',
    ownNotes: notes.map(({ text }) => text),
    nextActions: nextActions.map(({ text, owner, dueOn, doneAt }) => ({
      ...{ text, owner, done: doneAt !== null },
      dueOn: dueOn === null ? null : dueOn.toISOString().slice(0, 10),
    })),
  };
}
