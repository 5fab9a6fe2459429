/** What is written down of consultations: data, without words. */
import type { NextAction, Transaction } from '../../../prisma/client.js';
import { nameIn } from '../../members/queries.js';
import type { Bilingual } from '../../messages/bilingual.js';
import { heldBy } from '../bookings/queries.js';
import type { WrittenAction } from './read-next-actions.js';
import { type ConsultationOutcome, outcomes } from './rules.js';

export interface RecordEntry {
  readonly id: string;
  readonly bookingId: string;
  readonly version: number;
  readonly outcome: ConsultationOutcome;
  readonly minutes: number | null;
  readonly advice: string;
  readonly absentIds: readonly string[];
  readonly by: Bilingual;
  readonly at: Date;
  readonly responses: readonly ResponseEntry[];
}

export interface ResponseEntry {
  readonly by: Bilingual;
  readonly confirmed: boolean;
  readonly comment: string;
  readonly at: Date;
}

const outcomeOf = (state: string) => outcomes.find((one) => one === state) ?? 'not_held';

async function namesOf(transaction: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, Bilingual>> {
  const people = await transaction.person.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(people.map((person) => [person.id, nameIn(person)]));
}

/** All versions of a booking's record, the one that holds first. */
async function readRecords(transaction: Transaction, bookingId: string): Promise<readonly RecordEntry[]> {
  const rows = await transaction.consultationRecord.findMany({
    where: { bookingId },
    include: { responses: { orderBy: [{ at: 'asc' }, { id: 'asc' }] } },
    orderBy: { version: 'desc' },
  });
  const people = rows.flatMap(({ byId, responses }) => [byId, ...responses.map(({ personId }) => personId)]);
  const names = await namesOf(transaction, people);
  const nameOf = (id: string) => names.get(id) ?? { ja: '', en: '' };
  return rows.map(({ responses, outcome, byId, ...row }) => ({
    ...row,
    outcome: outcomeOf(outcome),
    by: nameOf(byId),
    responses: responses.map(({ personId, confirmed, comment, at }) => ({
      by: nameOf(personId),
      confirmed,
      comment,
      at,
    })),
  }));
}

/** The record that holds; null while there is none. */
export async function readRecord(transaction: Transaction, bookingId: string): Promise<RecordEntry | null> {
  return (await readRecords(transaction, bookingId))[0] ?? null;
}

/** The next actions of one consultation, as written, those that a correction dropped left out. */
export async function readActionsOf(transaction: Transaction, bookingId: string): Promise<readonly NextAction[]> {
  return await transaction.nextAction.findMany({
    where: { bookingId, droppedAt: null },
    orderBy: [{ createdAt: 'asc' }, { dueOn: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
}

interface OpenActionsOf {
  readonly programmeId: string;
  readonly companyId?: string;
  /** Whose consultations they came of. */
  readonly adviserId?: string;
}

/** What is still to be done after consultations, the most urgent first. */
export async function readOpenActions(
  transaction: Transaction,
  { programmeId, companyId, adviserId }: OpenActionsOf,
  most: number,
): Promise<readonly NextAction[]> {
  return await transaction.nextAction.findMany({
    where: {
      ...{
        doneAt: null,
        droppedAt: null,
        booking: adviserId === undefined ? { programmeId } : heldBy(programmeId, adviserId),
      },
      ...(companyId !== undefined && { companyId }),
    },
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { createdAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
}

export function asWritten({ text, owner, dueOn }: Pick<NextAction, 'text' | 'owner' | 'dueOn'>): WrittenAction {
  return { text, owner, dueOn: dueOn === null ? null : dueOn.toISOString().slice(0, 10) };
}

/** The author's own notes on a consultation, the oldest first. */
export async function readOwnNotes(
  transaction: Transaction,
  { bookingId, authorId }: { readonly bookingId: string; readonly authorId: string },
): Promise<readonly { readonly text: string; readonly at: Date }[]> {
  return await transaction.privateNote.findMany({
    where: { bookingId, authorId },
    select: { text: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
}
