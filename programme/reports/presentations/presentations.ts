/** The files of what companies presented at sessions, as they are stored: read in their order, and numbered. */
import type { Transaction } from '../../../prisma/client.js';

interface PresentationsWhere {
  readonly programmeId: string;
  readonly sessionId?: string;
  readonly companyId?: string;
  readonly id?: string;
}

const seen = {
  ...{ id: true, sessionId: true, companyId: true, fileId: true, position: true, titleJa: true, titleEn: true },
  file: { select: { name: true } },
  session: { select: { code: true, titleJa: true, titleEn: true, startsAt: true } },
  company: { select: { nameJa: true, nameEn: true } },
} as const;

export type PresentationEntry = Awaited<ReturnType<typeof readPresentations>>[number];

/** Session by session in the order of their starts, each in its own order. */
export async function readPresentations(transaction: Transaction, where: PresentationsWhere) {
  return await transaction.reportPresentation.findMany({
    where,
    select: seen,
    orderBy: [
      ...[{ session: { startsAt: 'asc' } } as const, { session: { code: 'asc' } } as const],
      ...[{ position: 'asc' } as const, { addedAt: 'asc' } as const, { id: 'asc' } as const],
    ],
  });
}
