/** The FAQ of a programme: data, without words. */
import type { FaqEntry, Transaction } from '../../../prisma/client.js';

/** What people are shown of an entry. */
export type ShownEntry = Pick<FaqEntry, 'id' | 'questionJa' | 'answerJa' | 'questionEn' | 'answerEn' | 'version'>;

/** As many as a programme can have; a person finds nothing in more. */
export const MOST_ENTRIES = 1_000;

const shown = { id: true, questionJa: true, answerJa: true, questionEn: true, answerEn: true, version: true } as const;

/** Those that are shown, the newest first. */
export async function readEntries(transaction: Transaction, programmeId: string): Promise<readonly ShownEntry[]> {
  return await transaction.faqEntry.findMany({
    where: { programmeId, retiredAt: null },
    orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
    take: MOST_ENTRIES,
    select: shown,
  });
}

/** Differs wherever what is shown does. */
export async function readEntriesMark(transaction: Transaction, programmeId: string): Promise<string> {
  const { _count, _sum, _max } = await transaction.faqEntry.aggregate({
    where: { programmeId, retiredAt: null },
    ...{ _count: true, _sum: { version: true }, _max: { changedAt: true, createdAt: true } },
  });
  return [_count, _sum.version, _max.changedAt?.getTime(), _max.createdAt?.getTime()].join(':');
}

/** Null where it is not, or no longer, shown. */
export async function readEntry(transaction: Transaction, id: string): Promise<ShownEntry | null> {
  return await transaction.faqEntry.findFirst({ where: { id, retiredAt: null }, select: shown });
}
