/** The photographs of the report as they are stored: read in their order, put in, moved and taken out. */
import type { Transaction } from '../../../prisma/client.js';

/** Where a photograph stands: with a session, or null with the programme. */
interface PhotographPlace {
  readonly programmeId: string;
  readonly sessionId: string | null;
}

const seen = {
  ...{ id: true, programmeId: true, sessionId: true, fileId: true, position: true, captionJa: true, captionEn: true },
  ...{ width: true, height: true },
  file: { select: { name: true } },
  session: { select: { code: true, titleJa: true, titleEn: true, startsAt: true } },
} as const;

export type PhotographEntry = Awaited<ReturnType<typeof readPhotographs>>[number];

/** Those of the programme first, then those of sessions in the order of their starts. */
export async function readPhotographs(transaction: Transaction, where: Partial<PhotographPlace> & { id?: string }) {
  const rows = await transaction.reportPhotograph.findMany({
    where,
    select: seen,
    orderBy: [{ position: 'asc' }, { addedAt: 'asc' }, { id: 'asc' }],
  });
  const startOf = (row: (typeof rows)[number]) => row.session?.startsAt.getTime() ?? Number.NEGATIVE_INFINITY;
  const codeOf = (row: (typeof rows)[number]) => row.session?.code ?? '';
  return rows.toSorted((one, other) => {
    const [first, second] = [startOf(one), startOf(other)];
    return first === second ? codeOf(one).localeCompare(codeOf(other)) : first < second ? -1 : 1;
  });
}

/** In bytes, of all photographs of the programme. */
export async function sizeOfPhotographs(transaction: Transaction, programmeId: string): Promise<number> {
  const where = { reportPhotograph: { programmeId } };
  const { _sum: sum } = await transaction.file.aggregate({ where, _sum: { size: true } });
  return sum.size ?? 0;
}

/** Gives the photographs of a place their numbers from 1, in this order. The caller holds the report's lock. */
export async function numberPhotographs(
  transaction: Transaction,
  place: PhotographPlace,
  ids: readonly string[],
): Promise<void> {
  const known = await transaction.reportPhotograph.findMany({ where: place, select: { id: true, position: true } });
  const before = new Map(known.map(({ id, position }) => [id, position]));
  for (const [at, id] of ids.entries()) {
    if (before.get(id) !== at + 1) {
      await transaction.reportPhotograph.update({ where: { id }, data: { position: at + 1 } });
    }
  }
}
